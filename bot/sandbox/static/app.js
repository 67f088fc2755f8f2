// The page: top bar, guide, the row of panels, and how they are arranged.

import { api } from "./api.js";
import { avatar, clear, el, icon, leave } from "./dom.js";
import { dateWords, fullName, isService, zoned } from "./format.js";
import { examples, language, setLanguage, t, translate } from "./i18n.js";
import { chatWords, Panel } from "./panel.js";
import { Picker } from "./picker.js";
import { store } from "./state.js";

const $ = (id) => document.getElementById(id);
const narrow = window.matchMedia("(max-width: 760px)");

// ---- what the browser remembers ---------------------------------------------------------------------

const memory = {
  read(name) {
    try {
      return JSON.parse(localStorage.getItem(`minsheng.sandbox.${name}`));
    } catch {
      return null;
    }
  },
  write(name, value) {
    try {
      if (value === null) localStorage.removeItem(`minsheng.sandbox.${name}`);
      else localStorage.setItem(`minsheng.sandbox.${name}`, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing still works.
    }
  },
};

// ---- toasts, alerts, photos -------------------------------------------------------------------------

function toast(text, mood = "", action = null) {
  const node = el(`div.toast${mood ? "." + mood : ""}`, { text, data: { testid: "toast" } });
  if (action) {
    endNews();
    node.classList.add("tells");
    const go = () => {
      node.remove();
      action.go();
    };
    node.append(el("button.toast-go", { text: action.words, data: { testid: "toast-go" }, onclick: go }));
  }
  const box = $("toasts");
  box.append(node);
  while (box.childElementCount > 3) box.firstElementChild.remove();
  leave(node, action ? 12000 : 5000);
}

// What a toast told of has been seen, or there is something newer.
function endNews() {
  for (const node of $("toasts").querySelectorAll(".tells")) node.remove();
}

function alertBox(user, text) {
  const box = $("alert");
  const show = () => {
    clear(box).append(
      el("h2", { text: t("alert.title", { who: fullName(user) }) }),
      el("p", { text }),
      el("div.sheet-foot", {}, el("button.primary", { text: t("alert.ok"), data: { testid: "alert-ok" }, onclick: () => box.close() })),
    );
    box.showModal();
    box.querySelector("button").focus();
  };
  if (box.open) box.addEventListener("close", show, { once: true });
  else show();
}

function openPhoto(address, caption) {
  const box = $("lightbox");
  clear(box).append(
    el("img", { src: address, alt: caption || t("msg.photo") }),
    el("button.tool", { "aria-label": t("alert.ok"), onclick: () => box.close() }, icon("close")),
  );
  box.onclick = () => box.close();
  box.showModal();
}

// ---- panels -----------------------------------------------------------------------------------------

const shell = {
  pickFor(panel) {
    picker.open({
      title: t("pick.title"),
      current: panel,
      onPick: (userId, chatId) => {
        panel.follows = false;
        panel.show(userId, chatId);
        arranged();
        focusPanel(panel);
      },
    });
  },
  close(panel) {
    const at = panels.indexOf(panel);
    panels.splice(at, 1);
    panel.dispose();
    if (active === panel) active = panels[Math.min(at, panels.length - 1)] ?? null;
    arranged();
  },
  noticed(panel) {
    if (narrow.matches && panel !== active) {
      panel.waiting = true;
      drawTabs();
    }
  },
  alert: alertBox,
  openPhoto,
};

const picker = new Picker({ newCitizen });
let panels = [];
let active = null;
let custom = false; // arranged by hand
let kept = memory.read("layout");
if (!Array.isArray(kept)) kept = null;

function defaults() {
  const users = [...store.users.values()].filter((user) => !user.is_bot);
  const groups = [...store.chats.values()].filter((chat) => chat.type !== "private");
  const out = [];
  const citizen = users.find((user) => user.role === "citizen");
  if (citizen) out.push([citizen.id, citizen.id]);
  const last = memory.read("followed");
  const group = groups.find((chat) => chat.id === last && isDesk(chat)) ?? groups.find((chat) => chat.label === "department") ?? groups[0];
  if (group) {
    const clerk = eyesFor(group);
    if (clerk) out.push([clerk.id, group.id, true]);
  }
  const admin = users.find((user) => user.role === "admin");
  if (admin) out.push([admin.id, admin.id]);
  if (!out.length && users.length) out.push([users[0].id, users[0].id]);
  return out;
}

function exists([userId, chatId]) {
  const chat = store.chat(chatId);
  if (!store.user(userId) || !chat) return false;
  return chat.type === "private" ? chatId === userId : Boolean(chat.members?.includes(userId));
}

function build(pairs) {
  for (const panel of panels) panel.dispose();
  panels = pairs.map(([userId, chatId, follows]) => addPanel(userId, chatId, follows === true));
  active = panels[0] ?? null;
  settle();
}

function addPanel(userId, chatId, follows = false) {
  const panel = new Panel({ userId, chatId, follows, shell });
  $("board").insertBefore(panel.node, $("add-panel"));
  panel.node.addEventListener("focusin", () => {
    if (!narrow.matches) active = panel;
  });
  panel.open();
  return panel;
}

function layout() {
  return panels.map(({ userId, chatId, follows }) => (follows ? [userId, chatId, true] : [userId, chatId]));
}

// A change made by hand is remembered.
function arranged() {
  custom = true;
  memory.write("layout", layout());
  settle();
}

function settle() {
  const seen = new Set();
  for (const panel of panels) {
    const role = panel.user?.role ?? "";
    const first = role && !seen.has(role);
    seen.add(role);
    panel.node.dataset.testid = first ? `panel-${role}` : "panel";
  }
  $("nobody").hidden = panels.length > 0;
  drawNews();
  drawTabs();
}

function focusPanel(panel, write = true) {
  if (!panel) return;
  select(panel);
  panel.node.scrollIntoView({ inline: "nearest", block: "nearest" });
  if (write) panel.composer.focus();
  else panel.scroll.focus({ preventScroll: true });
}

function select(panel) {
  active = panel;
  panel.waiting = false;
  if (panel === host()) endNews();
  drawTabs();
  panel.composer.changed();
  if (panel.stick) panel.pin();
}

function drawTabs() {
  const tabs = clear($("tabs"));
  for (const panel of panels) {
    const { name, chat } = panel.describe();
    const on = panel === active;
    panel.node.classList.toggle("current", on);
    const tab = el(
      "button.tab",
      {
        "aria-current": on ? "true" : null,
        title: `${name} · ${chat}`,
        data: { testid: "tab", user: String(panel.userId), chat: String(panel.chatId) },
        onclick: () => select(panel),
      },
      avatar(panel.userId, name),
      el("span.tab-name", { text: panel.chat?.type === "private" ? name : chat }),
    );
    if (panel.waiting) tab.append(el("span.dot", { "aria-label": t("tabs.unread"), role: "img", data: { testid: "unread" } }));
    tabs.append(tab);
  }
  tabs.append(
    el("button.tab.add", { "aria-label": t("panel.add"), title: t("panel.add"), onclick: pickNew }, el("span.avatar.plain", {}, icon("plus")), el("span.tab-name", { text: t("tabs.add") })),
  );
  tabs.querySelector("[aria-current]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
}

function pickNew() {
  picker.open({
    title: t("pick.add"),
    onPick: (userId, chatId) => {
      const panel = addPanel(userId, chatId);
      panels.push(panel);
      arranged();
      focusPanel(panel);
    },
  });
}

// ---- following a case ----

// A card may go to the group of any office. The default panel of the clerk goes along; what must not be
// disturbed, or was chosen by hand, gets a word about it instead.

const SETTLE = 450; // milliseconds: what has just been pressed may be seen before the view moves on
const CROWD = { moves: 4, within: 8000 }; // more than that is a flood, and nobody could read along
const news = new Map(); // chat id → message id, of groups that no panel shows; the newest last
let next = null;
let moves = [];

function isDesk(chat) {
  return chat?.label === "department" || chat?.label === "triage";
}

// Through whose eyes a group is best seen.
function eyesFor(chat) {
  const members = (chat.members ?? []).map((id) => store.user(id)).filter((user) => user && !user.is_bot);
  const wanted = chat.label === "triage" ? "dispatcher" : "clerk";
  return members.find((user) => user.role === wanted) ?? members.find((user) => user.role !== "admin") ?? members[0] ?? null;
}

function isShown(chatId) {
  return panels.some((panel) => panel.chatId === chatId);
}

// The panel that tells of news: the one that follows, or the first that looks at an office.
function host() {
  return panels.find((panel) => panel.follows) ?? panels.find((panel) => isDesk(panel.chat)) ?? null;
}

function hidden(panel) {
  if (narrow.matches) return panel !== active;
  const { left, right } = panel.node.getBoundingClientRect();
  return (left + right) / 2 < 0 || (left + right) / 2 > window.innerWidth;
}

store.on("posted", ({ chatId, message }) => {
  if (message.from?.id !== store.bot?.id || isService(message) || isShown(chatId)) return;
  if (!isDesk(store.chat(chatId))) return;
  if (!next) window.setTimeout(follow, SETTLE);
  next = { chatId, message };
  news.delete(chatId);
  news.set(chatId, message.message_id);
});

function follow() {
  const { chatId, message } = next;
  next = null;
  const chat = store.chat(chatId);
  const eyes = chat && eyesFor(chat);
  if (!eyes || isShown(chatId)) {
    drawNews();
    return;
  }
  const panel = host();
  const now = performance.now();
  moves = moves.filter((at) => now - at < CROWD.within);
  const title = chatWords(chat);
  if (panel?.follows && !panel.occupied && moves.length < CROWD.moves) {
    moves.push(now);
    memory.write("followed", chatId);
    const card = Boolean(message.reply_markup?.inline_keyboard);
    const away = hidden(panel);
    panel.moveTo(eyes.id, chatId, message.message_id, away ? null : t(card ? "follow.card" : "follow.message", { title }));
    if (custom) memory.write("layout", layout());
    if (away) {
      panel.waiting = true;
      toast(t(card ? "news.card" : "news.one", { title }), "", { words: t("news.go"), go: () => focusPanel(panel, false) });
    }
    settle();
    return;
  }
  if (!panel || hidden(panel)) {
    if (panel) panel.waiting = true;
    toast(t("news.one", { title }), "", { words: t("news.go"), go: () => look(chatId) });
  }
  drawNews();
  drawTabs();
}

// What was asked for by a click on the news.
function look(chatId) {
  const chat = store.chat(chatId);
  const eyes = chat && eyesFor(chat);
  const shown = panels.find((one) => one.chatId === chatId);
  if (shown || !eyes) {
    focusPanel(shown ?? null, false);
    return;
  }
  let panel = host();
  if (panel) panel.show(eyes.id, chatId);
  else {
    panel = addPanel(eyes.id, chatId);
    panels.push(panel);
    custom = true;
  }
  if (panel.follows) memory.write("followed", chatId);
  if (custom) memory.write("layout", layout());
  settle();
  focusPanel(panel, false);
}

function drawNews() {
  for (const chatId of news.keys()) if (isShown(chatId) || !store.chat(chatId)) news.delete(chatId);
  const told = host();
  const list = [...news.keys()].reverse().map((chatId) => ({
    chatId,
    title: chatWords(store.chat(chatId)),
    go: () => look(chatId),
    forget: () => {
      news.clear();
      drawNews();
      drawTabs();
    },
  }));
  for (const panel of panels) panel.drawNews(panel === told ? list : []);
}

// ---- new citizens -----------------------------------------------------------------------------------

const SURNAMES = [
  ["赵", "Zhao"], ["钱", "Qian"], ["孙", "Sun"], ["周", "Zhou"], ["吴", "Wu"], ["郑", "Zheng"], ["冯", "Feng"],
  ["蒋", "Jiang"], ["沈", "Shen"], ["韩", "Han"], ["杨", "Yang"], ["朱", "Zhu"], ["许", "Xu"], ["何", "He"],
  ["吕", "Lü"], ["施", "Shi"], ["曹", "Cao"], ["魏", "Wei"], ["姜", "Jiang"], ["谢", "Xie"], ["潘", "Pan"],
  ["范", "Fan"], ["彭", "Peng"], ["马", "Ma"], ["方", "Fang"], ["任", "Ren"], ["袁", "Yuan"], ["唐", "Tang"],
  ["薛", "Xue"], ["贺", "He"], ["罗", "Luo"], ["毕", "Bi"], ["郝", "Hao"], ["安", "An"], ["傅", "Fu"], ["欧阳", "Ouyang"],
];

function newName(code) {
  const taken = new Set([...store.users.values()].map(fullName));
  const all = SURNAMES.flatMap(([han, latin]) =>
    code === "en" ? [`Ms ${latin}`, `Mr ${latin}`] : [`${han}女士`, `${han}先生`],
  );
  const free = all.filter((name) => !taken.has(name));
  const from = free.length ? free : all;
  return from[Math.floor(Math.random() * from.length)];
}

async function newCitizen(code, then) {
  try {
    const user = await api.newUser({
      first_name: newName(code),
      language_code: code === "en" ? "en" : "zh-hans",
      role: "citizen",
    });
    store.users.set(user.id, user);
    store.tell("people");
    then(user.id, user.id);
  } catch (error) {
    toast(t("citizen.failed", { why: error.message }), "bad");
  }
}

// ---- the clock --------------------------------------------------------------------------------------

let advancing = null;

function drawClock() {
  const bar = $("clock");
  const { clock } = store;
  bar.classList.toggle("absent", !clock);
  for (const button of bar.querySelectorAll("button")) {
    button.disabled = !clock || advancing !== null;
    button.title = t(advancing !== null ? "clock.busy" : clock ? "clock.hint" : "clock.none");
    button.toggleAttribute("aria-busy", advancing === button.dataset.seconds);
  }
  const face = $("clock-now");
  if (!clock) {
    face.textContent = t("clock.none");
    return;
  }
  const now = store.now();
  const { time } = zoned(now);
  const date = dateWords(now, narrow.matches ? "short" : "full");
  clear(face).append(el("span.clock-time", { text: time }), el("span.clock-date", { text: date }));
  face.dateTime = new Date(now).toISOString();
}

async function advance(button) {
  if (advancing !== null) return;
  advancing = button.dataset.seconds;
  drawClock();
  try {
    const clock = await api.advance(Number(advancing));
    store.setClock(clock);
    const now = store.now();
    toast(t("clock.done", { when: `${dateWords(now)} ${zoned(now).time}` }), "good");
  } catch (error) {
    toast(t("clock.failed", { why: error.message }), "bad");
  } finally {
    advancing = null;
    drawClock();
  }
}

// ---- language, theme, guide -------------------------------------------------------------------------

function drawTheme() {
  const dark = isDark();
  const button = $("theme");
  clear(button).append(icon(dark ? "sun" : "moon"));
  button.title = t("bar.theme.hint");
  button.setAttribute("aria-label", t(dark ? "bar.light" : "bar.dark"));
}

function isDark() {
  const kept = document.documentElement.dataset.theme;
  return kept ? kept === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}

function toggleTheme() {
  const wanted = isDark() ? "light" : "dark";
  const system = window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  try {
    if (wanted === system) localStorage.removeItem("minsheng.sandbox.theme");
    else localStorage.setItem("minsheng.sandbox.theme", wanted);
  } catch {
    // Not remembered, then.
  }
  if (wanted === system) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted;
  drawTheme();
}

function foldGuide(folded) {
  $("guide").classList.toggle("folded", folded);
  $("guide-title").setAttribute("aria-expanded", String(!folded));
}

function drawGuide() {
  $("guide").hidden = memory.read("guide") === "seen";
  const row = clear($("examples"));
  for (const { key, text } of examples) {
    row.append(el("button.example", { title: text, data: { testid: "example" }, text: t(key), onclick: () => tryExample(text) }));
  }
}

function tryExample(text) {
  const panel =
    panels.find((one) => one.user?.role === "citizen" && one.chat?.type === "private") ??
    panels.find((one) => one.chat?.type === "private");
  if (!panel) return;
  select(panel);
  panel.node.scrollIntoView({ inline: "nearest", block: "nearest" });
  panel.composer.fill(text);
}

function draw() {
  document.title = t("app.title");
  translate(document.body);
  drawTheme();
  drawGuide();
  drawClock();
  drawNetwork();
  for (const panel of panels) {
    panel.words();
    if (store.logs.get(panel.chatId)?.ready) panel.redraw();
  }
  drawNews();
  drawTabs();
}

// ---- the connection ---------------------------------------------------------------------------------

let lostTimer = 0;
let told = false;

function drawNetwork() {
  const bar = $("net");
  const lost = told && !store.linked;
  bar.hidden = !lost && store.network !== "off";
  bar.textContent = lost ? t("net.lost") : t("net.bot_off");
}

store.on("link", ({ up }) => {
  window.clearTimeout(lostTimer);
  if (up) {
    if (told) toast(t("net.back"), "good");
    told = false;
    drawNetwork();
  } else {
    // A blink is not worth a word.
    lostTimer = window.setTimeout(() => {
      told = true;
      drawNetwork();
    }, 600);
  }
});

// ---- from the store ---------------------------------------------------------------------------------

let lastError = "";

store.on("error", ({ error }) => {
  if (error.message !== lastError) toast(error.message, "bad");
  lastError = error.message;
});
store.on("clock", drawClock);
store.on("network", drawNetwork);
store.on("migrated", ({ from, to }) => {
  for (const panel of panels) if (panel.chatId === from) panel.moving = to;
});
store.on("people", () => {
  for (const panel of panels) {
    if (panel.moving && exists([panel.userId, panel.moving])) {
      panel.show(panel.userId, panel.moving);
      panel.moving = null;
    }
  }
  if (kept) {
    // The panels of last time, as far as they still exist.
    const pairs = kept.filter((pair) => Array.isArray(pair) && exists(pair));
    kept = null;
    custom = pairs.length > 0;
    if (custom) build(pairs);
  }
  if (!custom) {
    const wanted = defaults();
    // Where the following panel has gone is as good as where it began.
    const same =
      wanted.length === panels.length &&
      wanted.every(([userId, chatId, follows], at) => {
        const panel = panels[at];
        if (follows && panel.follows && exists([panel.userId, panel.chatId])) return true;
        return panel.userId === userId && panel.chatId === chatId;
      });
    if (!same) build(wanted);
  }
  for (const panel of panels) panel.people();
  settle();
});
store.on("loaded", () => {
  lastError = "";
  document.body.dataset.ready = "1";
});

// ---- start ------------------------------------------------------------------------------------------

function begin() {
  setLanguage(memory.read("language") ?? (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en"));
  $("language").addEventListener("click", () => {
    setLanguage(language() === "zh" ? "en" : "zh");
    memory.write("language", language());
    draw();
  });
  $("theme").addEventListener("click", toggleTheme);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawTheme);
  $("reset").append(icon("reset"));
  $("help").append(icon("help"));
  $("new-citizen").prepend(icon("plus"));
  $("guide-close").append(icon("close"));
  $("guide-title").append(icon("caret"));
  $("add-panel").append(icon("plus"));
  $("reset").addEventListener("click", () => {
    memory.write("layout", null);
    memory.write("followed", null);
    custom = false;
    build(defaults());
    toast(t("layout.reset"));
  });
  $("help").addEventListener("click", () => {
    memory.write("guide", $("guide").hidden ? null : "seen");
    foldGuide(false);
    drawGuide();
  });
  // On a phone the guide and the keyboard would leave no room for what is being written.
  $("guide-title").addEventListener("click", () => foldGuide(!$("guide").classList.contains("folded")));
  $("board").addEventListener("focusin", (event) => {
    if (narrow.matches && event.target.matches("textarea")) foldGuide(true);
  });
  $("guide-close").addEventListener("click", () => {
    memory.write("guide", "seen");
    drawGuide();
  });
  $("new-citizen").addEventListener("click", () =>
    newCitizen(language(), (userId, chatId) => {
      let panel = panels.find((one) => one.userId === userId);
      if (!panel) {
        panel = addPanel(userId, chatId);
        panels.push(panel);
        arranged();
      }
      focusPanel(panel);
    }),
  );
  $("nobody-new").addEventListener("click", () => $("new-citizen").click());
  $("add-panel").addEventListener("click", pickNew);
  for (const button of $("clock").querySelectorAll("button")) button.addEventListener("click", () => advance(button));
  window.setInterval(drawClock, 5000);
  narrow.addEventListener("change", draw);
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const digit = /^Digit([1-9])$/.exec(event.code);
    if (!digit || !panels[Number(digit[1]) - 1]) return;
    event.preventDefault();
    focusPanel(panels[Number(digit[1]) - 1]);
  });
  // A file dropped beside a panel must not replace the page.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
  window.addEventListener("online", () => store.stream.hurry());
  document.addEventListener("visibilitychange", () => !document.hidden && store.stream.hurry());
  draw();
  store.open();
}

begin();
