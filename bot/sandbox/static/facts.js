// What really happened since a story began: kept from each look inside, asked by the steps of the stories.

import { eyesFor } from "./follow.js";
import { store } from "./state.js";

export class Facts {
  constructor(since) {
    this.since = since; // {outbox, event}: what came before does not count
    this.rows = new Map();
    this.happened = new Map();
    this.desk = null;
    this.moved = false; // whether the clock has been moved since the step began
  }

  take(desk) {
    this.desk = desk;
    for (const row of desk.outbox.recent) if (row.seq > this.since.outbox) this.rows.set(row.seq, row);
    for (const event of desk.events) if (event.id > this.since.event) this.happened.set(event.id, event);
  }

  // Whether the bot said something of this purpose in this chat (or in any).
  said(purpose, chat = null) {
    return [...this.rows.values()].some((row) => purpose.test(row.purpose) && row.status === "sent" && (chat === null || row.chat === chat));
  }

  saidTimes(purpose) {
    return [...this.rows.values()].filter((row) => purpose.test(row.purpose) && row.status === "sent").length;
  }

  // Whether the one was said after the other had been.
  saidAfter(purpose, before) {
    const first = [...this.rows.values()].filter((row) => before.test(row.purpose)).map((row) => row.seq);
    return first.length > 0 && [...this.rows.values()].some((row) => purpose.test(row.purpose) && row.seq > Math.min(...first));
  }

  event(kinds, fits = () => true) {
    return [...this.happened.values()].find((event) => kinds.includes(event.kind) && fits(event)) ?? null;
  }

  // The newest case of these citizens that was filed in the story, as it is now.
  caseOf(citizens) {
    const filed = [...this.happened.values()].filter((event) => event.kind === "filed" && citizens.includes(event.citizen));
    const numbers = new Set(filed.map((event) => event.case));
    return this.desk?.cases.find((one) => numbers.has(one.number)) ?? null;
  }

  office(id) {
    return store.offices.find((one) => one.id === id) ?? null;
  }

  // Where an office works: the group, and somebody through whose eyes to see it.
  desktop(id) {
    const chat = store.chat(this.office(id)?.chat);
    const user = chat && eyesFor(chat);
    return chat && user ? { user: user.id, chat: chat.id } : null;
  }
}

// ---- where something stands on the page ----

function panelOf(chat) {
  return document.querySelector(`section.panel[data-chat="${chat}"]`);
}

// The newest button with such callback data in a chat; the first pattern that fits wins.
export function key(chat, ...patterns) {
  const keys = [...(panelOf(chat)?.querySelectorAll(".key[data-key]") ?? [])].reverse();
  for (const pattern of patterns) {
    const found = keys.find((one) => pattern.test(one.dataset.key));
    if (found) return found;
  }
  return null;
}

export const box = (chat) => panelOf(chat)?.querySelector("[data-testid=composer]") ?? null;
export const replying = (chat) => Boolean(panelOf(chat)?.querySelector("[data-testid=replying]"));

// The paper clip, then the sample photo in its menu, then the button that sends what lies ready.
export function clip(chat) {
  const panel = panelOf(chat);
  if (panel?.querySelector(".tray:not([hidden])")) return panel.querySelector(".send");
  return panel?.querySelector(".popup:not([hidden]) [data-testid=attach-sample]") ?? panel?.querySelector("[data-testid=attach]") ?? null;
}

// Somebody in the sheet of people, while it is open.
export const choice = (user) => document.querySelector(`dialog[open] [data-testid=pick][data-user="${user}"]`);

// The button that adds somebody to a group.
export const adding = (chat) => panelOf(chat)?.querySelector("[data-testid=add-member]") ?? null;

// A link to the bot in a chat, the newest.
export const link = (chat) => [...(panelOf(chat)?.querySelectorAll('a[href*="?start="]') ?? [])].pop() ?? null;

export const clock = (name) => document.querySelector(`#clock [data-move="${name}"]`);
export const part = (id) => document.getElementById(id);
export const shown = (chat) => Boolean(panelOf(chat));
