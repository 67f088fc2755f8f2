// The page: the top bar, and everything put together. What stands where is in board.js, the stories in guide.js.

import { api } from "./api.js";
import { board, build, defaults, drawTabs, focusPanel, pickNew, reveal } from "./board.js";
import { beginClock, drawClock } from "./clockbar.js";
import { clear, icon, once } from "./dom.js";
import { beginDrawer, drawDrawer } from "./drawer.js";
import { faultSheet } from "./faults.js";
import { drawNews } from "./follow.js";
import { beginGuide, drawGuide, toggleGuide } from "./guide.js";
import { language, setLanguage, suits, t, translate } from "./i18n.js";
import { memory } from "./memory.js";
import { bring, peopleSheet } from "./newcomers.js";
import { narrow, toast } from "./notices.js";
import { scanSheet } from "./scan.js";
import { store } from "./state.js";

const $ = (id) => document.getElementById(id);

// ---- dark and light ---------------------------------------------------------------------------------

function isDark() {
  const kept = document.documentElement.dataset.theme;
  return kept ? kept === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
}

function drawTheme() {
  const dark = isDark();
  const button = $("theme");
  clear(button).append(icon(dark ? "sun" : "moon"));
  button.title = t("bar.theme.hint");
  button.setAttribute("aria-label", t(dark ? "bar.light" : "bar.dark"));
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

// ---- all words again --------------------------------------------------------------------------------

function draw() {
  document.title = t("app.title");
  translate(document.body);
  $("language").value = language();
  drawTheme();
  drawGuide();
  drawClock();
  drawNetwork();
  drawDrawer();
  for (const panel of board.panels) {
    panel.words();
    if (store.logs.known(panel.chatId)?.ready) panel.thread.redraw();
  }
  drawNews();
  drawTabs();
}

// Who reads the page reads the city too: its groups, its staff and Ms Chen speak the page's language.
function cityFollows() {
  store.settled = store.settled.then(cityLearns);
}

// One change after the other: the last one counts.
async function cityLearns() {
  const wanted = language();
  if (!store.language || store.language === wanted) return;
  try {
    await api.speak(wanted);
    await store.reload(); // names of the offices
  } catch (error) {
    toast(error.message, "bad");
  }
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

let lastError = "";

store.on("error", ({ error }) => {
  if (error.message !== lastError) toast(error.message, "bad");
  lastError = error.message;
});
store.on("network", drawNetwork);
store.on("loaded", () => {
  lastError = "";
});

// ---- start ------------------------------------------------------------------------------------------

function beginBar() {
  $("language").addEventListener("change", (event) => {
    setLanguage(event.target.value);
    memory.write("language", language());
    draw();
    cityFollows();
  });
  $("theme").addEventListener("click", toggleTheme);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawTheme);
  for (const [id, sign] of [["reset", "reset"], ["help", "help"], ["faults", "bolt"], ["inside", "drawer"], ["scan", "scan"], ["new-people", "people"], ["add-panel", "plus"]]) {
    $(id).append(icon(sign));
  }
  $("new-citizen").prepend(icon("plus"));
  $("reset").addEventListener("click", () => {
    memory.write("layout", null);
    memory.write("followed", null);
    board.custom = false;
    build(defaults());
    toast(t("layout.reset"));
  });
  $("help").addEventListener("click", toggleGuide);
  once($("new-citizen"), () => bring({ language: language() }, reveal));
  $("new-people").addEventListener("click", () => peopleSheet(reveal));
  $("nobody-new").addEventListener("click", () => $("new-citizen").click());
  $("add-panel").addEventListener("click", pickNew);
  $("faults").addEventListener("click", () => faultSheet(board.panels));
  $("scan").addEventListener("click", scanSheet);
}

function begin() {
  setLanguage(memory.read("language") ?? suits(navigator.language));
  beginBar();
  beginClock();
  beginDrawer();
  beginGuide();
  narrow.addEventListener("change", draw);
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const digit = /^Digit([1-9])$/.exec(event.code);
    if (!digit || !board.panels[Number(digit[1]) - 1]) return;
    event.preventDefault();
    focusPanel(board.panels[Number(digit[1]) - 1]);
  });
  // A file dropped beside a panel must not replace the page.
  for (const name of ["dragover", "drop"]) window.addEventListener(name, (event) => event.preventDefault());
  window.addEventListener("online", () => store.stream.hurry());
  document.addEventListener("visibilitychange", () => !document.hidden && store.stream.hurry());
  draw();
  store.settled = store.first("loaded");
  cityFollows();
  store.settled.then(() => {
    document.body.dataset.ready = "1";
  });
  store.open();
}

begin();
