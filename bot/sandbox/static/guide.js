// The strip above the panels: three stories to choose from, or the next step of the one that is being played.

import { arranged, board, build, focusPanel, reveal, select } from "./board.js";
import { clear, el, icon } from "./dom.js";
import { Facts, shown } from "./facts.js";
import { t } from "./i18n.js";
import { inside } from "./inside.js";
import { memory } from "./memory.js";
import { narrow, toast } from "./notices.js";
import { store } from "./state.js";
import { STORIES } from "./stories.js";

const strip = document.getElementById("guide");
const GLOW = 400; // milliseconds between two looks for what is to be lit
const MOVED = 1800000; // milliseconds of business time: more than anybody waits before a button

let now = null; // {id, cast, at, from}: the step, and the business time when it began
let facts = null;
let stop = null;
let starting = null; // the beginning that is on its way
let lit = null;
let drawn = "";
let held = -1; // the look at which something was sent or pressed: nothing is lit until what followed was seen

const story = () => STORIES.find((one) => one.id === now?.id) ?? null;
const step = () => story()?.steps[now.at] ?? null;
const again = () => Boolean(step()?.again && facts.moved);

function place() {
  try {
    return (facts.desk && step()?.at(facts, now.cast)) || {};
  } catch {
    return {}; // who or what it was about is gone
  }
}

// ---- what happened ----

function happened(one) {
  try {
    return Boolean(one.done(facts, now.cast));
  } catch {
    return false;
  }
}

function seen(desk) {
  if (!now) return;
  strip.dataset.looks = String(looks() + 1);
  facts.take(desk);
  const before = now.at;
  while (step()) {
    // A step that may be left out is over when the one after it happened: nobody has to go the proposed way.
    if (happened(step()) || (step().optional && story().steps[now.at + 1] && happened(story().steps[now.at + 1]))) now.at += 1;
    else break;
  }
  if (now.at !== before) {
    held = -1;
    now.from = store.now();
    const scene = story().steps.slice(before + 1, now.at + 1).findLast((one) => one.see);
    if (scene) stageFor(scene.see(now.cast, facts));
  } else if (looks() <= held) inside.soon(600);
  facts.moved = store.now() - now.from > MOVED;
  keep();
  draw();
}

function keep() {
  memory.write("story", now ? { ...now, since: facts.since } : null);
}

async function begin(one) {
  if (starting) return;
  leave();
  const mine = (starting = {});
  draw();
  try {
    await store.settled;
    const desk = await inside.read();
    if (!desk) throw new Error(t("net.unreachable"));
    const since = { outbox: desk.outbox.recent[0]?.seq ?? 0, event: desk.events[0]?.id ?? 0 };
    const cast = await one.prepare();
    if (starting !== mine) return; // it was left before it began
    resume({ id: one.id, cast, at: 0, from: store.now(), since });
    stageFor(one.see(cast, facts));
  } catch (error) {
    toast(t("story.failed", { why: error.message }), "bad");
  } finally {
    if (starting === mine) starting = null;
    draw();
  }
}

// The people of the story; who was there before comes back by the reset button.
function stageFor(places) {
  build(places.filter((one) => one?.user).map(({ user, chat, follows }) => [user, chat, follows === true]));
  arranged();
}

function resume({ id, cast, at, from, since }) {
  now = { id, cast, at, from };
  facts = new Facts(since);
  if (inside.desk) facts.take(inside.desk);
  keep();
  stop = inside.watch(seen);
}

function leave() {
  stop?.();
  stop = null;
  now = null;
  starting = null;
  keep();
  unlight();
}

// ---- light ----

const looks = () => Number(strip.dataset.looks ?? 0);

// What acts on the desk is not asked for twice before its effect could be seen.
function acted(event) {
  if (!lit?.contains(event.target) || !lit.matches(".send, .key, [data-move], dialog *")) return;
  held = looks() + 1;
  unlight();
  inside.soon(500);
}

function unlight() {
  lit?.classList.remove("lit");
  lit = null;
}

// What was pressed or sent is on its way: it is not asked for again, and one look more is waited for.
function acting() {
  if (!board.panels.some((panel) => panel.acting)) return false;
  held = looks() + 1;
  inside.soon(500);
  return true;
}

// The step's place, or the tab that leads to it on a phone, or the strip's own button.
function glow() {
  if (!now || strip.hidden || acting() || looks() <= held) {
    unlight();
    return;
  }
  const { chat, find } = place();
  let target = find?.() ?? null;
  if (narrow.matches && target && target.offsetParent === null && chat) target = document.querySelector(`.tab[data-chat="${chat}"]`);
  if (chat && !shown(chat)) target = strip.querySelector("[data-testid=story-go]");
  const typed = target?.tagName === "TEXTAREA" && target.value.trim();
  if (typed) target = target.closest("form").querySelector(".send");
  if (target === lit) return;
  unlight();
  lit = target;
  lit?.classList.add("lit");
  if (lit?.matches(".key")) lit.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function go() {
  const { user, chat, find } = place();
  if (user && chat) {
    const panel = board.panels.find((one) => one.chatId === chat);
    if (panel) {
      if (narrow.matches) select(panel);
      focusPanel(panel, false);
    } else reveal(user, chat, false);
  }
  window.setTimeout(() => {
    const target = find?.();
    target?.scrollIntoView({ block: "nearest", inline: "nearest" });
    target?.focus({ preventScroll: true });
    glow();
  }, 60);
}

function write() {
  const { user, chat, fill } = place();
  if (!chat) return;
  const panel = board.panels.find((one) => one.chatId === chat && one.composer) ?? reveal(user, chat);
  if (narrow.matches) select(panel);
  panel.composer.input.value = fill;
  panel.composer.changed();
  panel.composer.focus();
  glow();
}

// ---- drawing ----

function choice(one, index) {
  return el(
    "button.story",
    { data: { testid: `story-${one.id}` }, disabled: Boolean(starting), onclick: () => begin(one) },
    el("span.story-number", { text: String(index + 1), "aria-hidden": "true" }),
    el("span.story-words", {}, el("strong", { text: t(`story.${one.id}.title`) }), el("span", { text: t(`story.${one.id}.intro`) })),
  );
}

function close() {
  leave();
  memory.write("guide", "seen");
  draw();
}

function drawChoices() {
  return [
    el("h2", { text: t(starting ? "story.starting" : "story.title") }),
    el("div.stories", {}, STORIES.map(choice)),
    el("button.tool", { title: t("story.close"), "aria-label": t("story.close"), data: { testid: "guide-close" }, onclick: close }, icon("close")),
  ];
}

function drawStep() {
  const { steps, id } = story();
  const over = now.at >= steps.length;
  const words = t(`story.${id}.${over ? "end" : steps[now.at].name}${again() ? ".again" : ""}`);
  const { fill, find } = place();
  const dots = steps.map((one, index) => el(`span.story-dot.${index < now.at ? "done" : index === now.at ? "now" : "ahead"}`));
  return [
    el("div.story-head", {}, el("strong", { text: t(`story.${id}.title`) }), el("span.story-dots", { role: "img", "aria-label": t("story.progress", { n: Math.min(now.at + 1, steps.length), m: steps.length }) }, dots)),
    el("p.story-step", { role: "status", data: { testid: "story-step", step: over ? "end" : steps[now.at].name }, text: words }),
    el(
      "div.story-tools",
      {},
      !over && fill ? el("button.small.strong", { data: { testid: "story-fill" }, onclick: write }, t("story.fill")) : null,
      !over && find ? el("button.small", { data: { testid: "story-go" }, onclick: go }, t("story.go")) : null,
      over ? el("button.small.strong", { data: { testid: "story-more" }, onclick: () => { leave(); draw(); } }, t("story.more")) : null,
      el("button.small", { data: { testid: "story-again" }, onclick: () => begin(story()) }, t("story.again")),
      el("button.small", { data: { testid: "story-leave" }, onclick: () => { leave(); draw(); } }, t("story.leave")),
    ),
  ];
}

function draw() {
  const running = Boolean(now && story());
  strip.hidden = !running && memory.read("guide") === "seen";
  const { fill, chat } = running ? place() : {};
  const state = JSON.stringify([running, now?.id, now?.at, Boolean(starting), t("story.title"), strip.hidden, fill, chat, again()]);
  if (state === drawn) return;
  drawn = state;
  strip.classList.toggle("playing", running);
  const inStrip = strip.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
  clear(strip).append(...(running ? drawStep() : drawChoices()));
  if (inStrip) strip.querySelector(`[data-testid="${inStrip}"]`)?.focus();
  glow();
}

export function drawGuide() {
  drawn = "";
  draw();
}

export function toggleGuide() {
  const open = strip.hidden;
  if (!open) leave();
  memory.write("guide", open ? null : "seen");
  draw();
}

export function beginGuide() {
  const kept = memory.read("story");
  // A story goes on after a reload, unless the city began anew.
  if (kept?.cast && STORIES.some((one) => one.id === kept.id)) {
    store.first("loaded").then(() => {
      if (now || starting) return; // another one was begun meanwhile
      const people = Object.values(kept.cast).flat();
      if (people.every((id) => store.user(id))) resume(kept);
      else memory.write("story", null);
      draw();
    });
  }
  document.addEventListener("click", acted, { capture: true });
  window.setInterval(glow, GLOW);
}
