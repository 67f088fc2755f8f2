// The drawer for the curious: a case's way, events and clocks; what waits, went out or failed; the queues. Live.

import { api } from "./api.js";
import { calmly } from "./calm.js";
import { clear, el, icon } from "./dom.js";
import { fullName } from "./format.js";
import { t } from "./i18n.js";
import { inside } from "./inside.js";
import { journey, moment } from "./journey.js";
import { chatWords } from "./names.js";
import { officeName } from "./newcomers.js";
import { store } from "./state.js";

const $ = (id) => document.getElementById(id);
const TABS = ["case", "outbox", "inbox", "queues"];

let tab = "case";
let chosen = null; // a case's number; null: the newest
let file = null;
let asked = 0; // readings of a case, and the newest of those that were answered
let answered = 0;
let stop = null;
let seen = "";

const known = (key, fallback) => (t(key) === key ? fallback : t(key));

function officeWords(id) {
  const office = store.offices.find((one) => one.id === id);
  return office ? officeName(office) : id;
}

function chatName(id) {
  const chat = store.chat(id);
  if (!chat) return String(id);
  return chat.type === "private" ? fullName(store.user(id)) : chatWords(chat);
}

function actorWords(event) {
  if (event.actor === "system") return t("drawer.system");
  const user = store.user(event.actor_id ?? event.citizen);
  return user ? fullName(user) : t(`role.${event.actor === "citizen" ? "citizen" : "clerk"}`);
}

function badge(status) {
  return el("span.badge", { text: known(`status.${status}`, status), data: { status } });
}

function line(head, words, foot, status) {
  return el(
    "li.fact",
    {},
    el("div.fact-head", {}, el("strong", { text: head }), status ? badge(status) : null),
    words ? el("div.fact-words", { text: words }) : null,
    foot ? el("div.fact-foot", { text: foot }) : null,
  );
}

function none() {
  return el("p.quiet-words", { text: t("drawer.none") });
}

// ---- the tabs ----

function drawCase(desk) {
  if (!desk.cases.length) return [el("p.quiet-words", { text: t("drawer.no_case") })];
  const picker = el("select", { "aria-label": t("drawer.which"), data: { testid: "drawer-case" }, onchange: () => { chosen = picker.value; look(); } });
  for (const one of desk.cases) {
    picker.append(el("option", { value: one.number, text: `${one.number} · ${known(`status.${one.status}`, one.status)} · ${one.title.slice(0, 18)}` }));
  }
  picker.value = chosen ?? desk.cases[0].number;
  if (!file) return [picker];
  const clocks = file.clocks.map((clock) => {
    const over = !clock.ended_at && Date.parse(clock.due_at) < store.now();
    const state = clock.ended_at ? "ended" : clock.paused_at ? "paused" : over ? "late" : "running";
    return line(known(`clockkind.${clock.kind}`, clock.kind), "", t("drawer.due", { when: moment(clock.due_at) }), state);
  });
  const events = [...file.events].reverse().map((event) => {
    const words = event.data.text ?? event.data.question ?? event.data.reason ?? "";
    return line(known(`event.${event.kind}`, event.kind), String(words).slice(0, 160), `${moment(event.at)} · ${actorWords(event)}`);
  });
  return [
    picker,
    journey(file),
    el("p.fact-foot", { text: `${officeWords(file.department)} · ${known(`status.${file.status}`, file.status)}` }),
    el("h3", { text: t("drawer.clocks") }),
    clocks.length ? el("ul.facts", { data: { testid: "drawer-clocks" } }, clocks) : none(),
    el("h3", { text: t("drawer.events") }),
    el("ul.facts", { data: { testid: "drawer-events" } }, events),
  ];
}

function drawOutbox(desk) {
  const plain = (html) => html.replace(/<[^>]*>/g, "").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
  const rows = desk.outbox.recent.map((row) => {
    const foot = [chatName(row.chat), row.case, row.purpose, row.attempts > 1 ? t("drawer.tries", { n: row.attempts }) : "", row.error].filter(Boolean);
    return line(moment(row.created_at), plain(row.text).slice(0, 140), foot.join(" · "), row.status);
  });
  return [el("p.fact-foot", { text: t("drawer.outbox", { n: desk.outbox.waiting }) }), rows.length ? el("ul.facts", { data: { testid: "drawer-outbox" } }, rows) : none()];
}

function drawInbox(desk) {
  const { waiting, undelivered, dead_letters: dead, recent } = desk.inbox;
  const rows = recent.map((row) =>
    line(moment(row.received_at), row.text, [chatName(row.chat), row.kind, row.error].filter(Boolean).join(" · "), row.status),
  );
  return [el("p.fact-foot", { text: t("drawer.inbox", { n: waiting, m: undelivered, dead }) }), rows.length ? el("ul.facts", { data: { testid: "drawer-inbox" } }, rows) : none()];
}

function drawQueues(desk) {
  const rows = desk.queues.map(({ department, counts }) => {
    const words = Object.entries(counts).map(([status, n]) => `${known(`status.${status}`, status)} ${n}`);
    return line(officeWords(department), words.join(" · "), "");
  });
  return [rows.length ? el("ul.facts", { data: { testid: "drawer-queues" } }, rows) : none()];
}

const DRAW = { case: drawCase, outbox: drawOutbox, inbox: drawInbox, queues: drawQueues };

function draw(desk) {
  const now = JSON.stringify([tab, chosen, desk, file, t("drawer.title"), store.users.size]);
  if (now === seen) return;
  seen = now;
  const box = $("drawer-body");
  const top = box.scrollTop;
  const focused = document.activeElement?.dataset.testid === "drawer-case";
  const next = desk.next ? t("drawer.next", { what: known(`clockkind.${desk.next.kind}`, desk.next.kind), when: moment(desk.next.rings_at) }) : "";
  clear(box).append(...DRAW[tab](desk));
  $("drawer-next").textContent = next;
  box.scrollTop = top;
  if (focused) box.querySelector("select")?.focus();
}

const wanted = () => chosen ?? inside.desk.cases[0]?.number;

async function look() {
  if (!inside.desk || !stop) return;
  const number = wanted();
  if (tab === "case" && number) {
    asked += 1;
    const turn = asked;
    const told = await api.caseFile(number).catch(() => null);
    if (turn < answered || number !== wanted()) return; // told before something newer, or of another case
    answered = turn;
    file = told;
  }
  calmly(() => stop && draw(inside.desk));
}

export function drawDrawer() {
  const tabs = clear($("drawer-tabs"));
  for (const name of TABS) {
    tabs.append(
      el("button.choice", { "aria-pressed": String(name === tab), data: { testid: `drawer-${name}-tab` }, onclick: () => { tab = name; drawDrawer(); look(); } }, t(`drawer.tab.${name}`)),
    );
  }
  seen = "";
  look();
}

function toggleDrawer(open = $("drawer").hidden) {
  $("drawer").hidden = !open;
  $("inside").setAttribute("aria-expanded", String(open));
  if (open && !stop) {
    stop = inside.watch(look);
    drawDrawer();
  } else if (!open && stop) {
    stop();
    stop = null;
    $("inside").focus();
  }
}

export function beginDrawer() {
  $("inside").addEventListener("click", () => toggleDrawer());
  $("drawer-close").append(icon("close"));
  $("drawer-close").addEventListener("click", () => toggleDrawer(false));
  for (const id of ["drawer", "inside"]) {
    $(id).addEventListener("keydown", (event) => event.key === "Escape" && toggleDrawer(false));
  }
}
