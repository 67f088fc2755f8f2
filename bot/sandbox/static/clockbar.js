// The business clock and its buttons: on to the next due moment, an hour, the next morning, a working day, an outage.

import { api } from "./api.js";
import { clear, el } from "./dom.js";
import { dateWords, zoned } from "./format.js";
import { t } from "./i18n.js";
import { narrow, toast } from "./notices.js";
import { store } from "./state.js";

const $ = (id) => document.getElementById(id);

const MOVES = {
  due: { to: "due" },
  hour: { advance_seconds: 3600 },
  morning: { to: "morning" },
  workday: { to: "workday" },
  outage: { outage_seconds: 7 * 86400 },
};

let moving = null;

export function drawClock() {
  const bar = $("clock");
  const { clock } = store;
  bar.classList.toggle("absent", !clock);
  for (const button of bar.querySelectorAll("button")) {
    const name = button.dataset.move;
    button.disabled = !clock || moving !== null;
    button.title = t(moving !== null ? "clock.busy" : clock ? `clock.${name}.hint` : "clock.none");
    button.toggleAttribute("aria-busy", moving === name);
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

export async function move(name) {
  if (moving !== null) return;
  moving = name;
  drawClock();
  const before = store.now();
  try {
    const clock = await api.advance(MOVES[name]);
    store.hearClock(clock);
    const now = Date.parse(clock.now);
    const when = `${dateWords(now)} ${zoned(now).time}`;
    const words = name === "outage" ? "clock.outage.done" : name === "due" && now - before < 1000 ? "clock.due.none" : "clock.done";
    toast(t(words, { when }), "good");
  } catch (error) {
    toast(t("clock.failed", { why: error.message }), "bad");
  } finally {
    moving = null;
    drawClock();
  }
}

export function beginClock() {
  for (const button of $("clock").querySelectorAll("button")) button.addEventListener("click", () => move(button.dataset.move));
  window.setInterval(drawClock, 5000);
  narrow.addEventListener("change", drawClock);
  store.on("clock", drawClock);
}
