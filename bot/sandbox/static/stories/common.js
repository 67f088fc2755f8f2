// What the stories share: dates as an answer writes them, and what to press next in a chat.

import { api } from "../api.js";
import { box, key, replying } from "../facts.js";
import { zoned } from "../format.js";
import { language } from "../i18n.js";
import { store } from "../state.js";

export const HOUSING = "zhujian";

const PATIENCE = 8000; // milliseconds for the bot's answer while a scene is set

// The day of the desk and the one after the next, as an answer would write them.
export function days() {
  const words = (ahead) => {
    const { m, d } = zoned(store.now() + ahead * 86400000);
    if (language() !== "en") return `${m}月${d}日`;
    return new Date(Date.UTC(2000, m - 1, d)).toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
  };
  return { date: words(0), later: words(2) };
}

// Answering in a group: the card's button, then the words, then the preview's button. Outcome first, where it is offered.
export function answering(place, text, outcome = "solved") {
  return {
    ...place,
    find: () => key(place.chat, new RegExp(`^r:as-${outcome}:`), /^r:send:/) ?? (replying(place.chat) ? box(place.chat) : key(place.chat, /^c:reply:/)),
    fill: text,
  };
}

// Somebody writes a command, and presses what it asks for.
export function commanding(user, fill, pattern) {
  return { user, chat: user, find: () => (pattern && key(user, pattern)) ?? box(user), fill };
}

// Somebody presses the newest button of their own chat with such callback data, once it is there.
async function presses(user, pattern) {
  const end = performance.now() + PATIENCE;
  while (performance.now() < end) {
    const { messages } = await api.messages(user);
    for (const message of messages.reverse()) {
      const button = message.reply_markup?.inline_keyboard.flat().find((one) => pattern.test(one.callback_data ?? ""));
      if (button) {
        await api.press({ userId: user, chatId: user, messageId: message.message_id, data: button.callback_data });
        return;
      }
    }
    await new Promise((resolve) => window.setTimeout(resolve, 100));
  }
}

// The model reads Chinese: who writes English says by a button what it is about.
export async function aboutHousing(user) {
  await presses(user, /^d:domain:[^:]+:住房$/);
}
