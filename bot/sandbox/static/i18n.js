// Which language the page speaks, and a word by its key. The words stand in words/.

import en from "./words/en.js";
import events from "./words/events.js";
import hans from "./words/zh-Hans.js";
import hant from "./words/zh-Hant.js";
import stories from "./words/stories.js";
// The server makes these from those of Taiwan, by the bot's own list of words.
import hongkong from "./words/zh-HK/zh-Hant.js";
import eventsOfHongkong from "./words/zh-HK/events.js";
import storiesOfHongkong from "./words/zh-HK/stories.js";

const LANGUAGES = ["zh-Hans", "zh-Hant", "en"];

// The tables of events and stories have all three languages side by side.
const column = (table, at) => Object.fromEntries(Object.entries(table).map(([key, row]) => [key, row[at]]));
const words = Object.fromEntries(
  [hans, hant, en].map((own, at) => [LANGUAGES[at], { ...column(events, at), ...column(stories, at), ...own }]),
);

words["zh-HK"] = { ...column(eventsOfHongkong, 1), ...column(storiesOfHongkong, 1), ...hongkong };

let current = "zh-Hans";

export function language() {
  return current;
}

export function isChinese() {
  return current !== "en";
}

export function isTraditional() {
  return current === "zh-Hant" || current === "zh-HK";
}

export function setLanguage(code) {
  current = code in words ? code : code === "zh" ? "zh-Hans" : "en";
  document.documentElement.lang = current;
}

// The language for a browser that asks for this one.
export function suits(code) {
  const asked = code.toLowerCase();
  if (!/^(zh|yue)/.test(asked)) return "en";
  if (/hk|mo|yue/.test(asked)) return "zh-HK";
  return /hant|tw/.test(asked) ? "zh-Hant" : "zh-Hans";
}

export function t(key, values = {}) {
  const text = words[current][key] ?? words["zh-Hans"][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

// What the server says when it refuses, for readers of Chinese; anything else is shown as it came.
const refusals = [
  [/^a message can't be empty/, "refused.empty"],
  [/^a (message|caption|text) has .*UTF-16 units/, "refused.long"],
  [/has blocked the bot/, "refused.blocked"],
  [/is not in that group/, "refused.outside"],
  [/may not write in that group/, "refused.muted"],
  [/no such button/, "refused.button"],
  [/^there (is|was never) (no|a) message/, "refused.message"],
  [/not this person's message/, "refused.foreign"],
  [/only texts and captions can be edited/, "refused.edit"],
  [/^there is no (user|chat)/, "refused.person"],
  [/has become the supergroup/, "refused.migrated"],
  [/upload can't be read/, "refused.upload"],
  [/file must be non-empty/, "refused.file"],
  [/IMAGE_PROCESS_FAILED|PHOTO_INVALID_DIMENSIONS/, "refused.image"],
  [/no clock to advance/, "clock.none"],
  [/from another site|only on this machine/, "error.forbidden"],
];

export function plain(sentence) {
  if (!isChinese()) return sentence;
  const key = refusals.find(([pattern]) => pattern.test(sentence))?.[1];
  return key ? t(key) : sentence;
}

// Elements that carry data-t (and data-t-title, data-t-label) get their words again after a switch.
export function translate(root) {
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-t-title]")) node.title = t(node.dataset.tTitle);
  for (const node of root.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  }
}
