// The messages of each chat as far as they were read: pages from the server, joined with what arrives.

import { api } from "./api.js";

const KEPT = 3000; // messages of one chat kept in memory

class ChatLog {
  constructor(id) {
    this.id = id;
    this.byId = new Map();
    this.ids = []; // ascending
    this.markups = new Map(); // reply keyboards and forced replies, which only a person's app sees
    this.complete = false; // nothing earlier on the server
    this.ready = null; // promise of the first page
    this.fetching = null; // promise of an earlier page
  }

  put(message) {
    const id = message.message_id;
    const known = this.byId.has(id);
    this.byId.set(id, message);
    if (known) return false;
    const last = this.ids[this.ids.length - 1];
    if (last === undefined || id > last) this.ids.push(id);
    else {
      let at = this.ids.length;
      while (at > 0 && this.ids[at - 1] > id) at -= 1;
      this.ids.splice(at, 0, id);
    }
    return true;
  }

  remove(id) {
    if (!this.byId.delete(id)) return false;
    this.markups.delete(id);
    this.ids.splice(this.ids.indexOf(id), 1);
    return true;
  }

  // A page of messages as the server tells it; returns the messages.
  take({ messages, keyboards }) {
    for (const [id, markup] of Object.entries(keyboards)) this.markups.set(Number(id), markup);
    return messages;
  }

  empty() {
    this.byId.clear();
    this.markups.clear();
    this.ids = [];
  }

  markup(id) {
    return this.markups.get(id) ?? null;
  }

  get newest() {
    return this.byId.get(this.ids[this.ids.length - 1]) ?? null;
  }
}

export class Logs {
  constructor(store) {
    this.store = store;
    this.all = new Map();
  }

  known(chatId) {
    return this.all.get(chatId) ?? null;
  }

  refreshAll() {
    return Promise.all([...this.all.values()].map((log) => this.refresh(log)));
  }

  absorb(log, message, edited = false) {
    const added = log.put(message);
    if (added) {
      if (log.ids.length > KEPT) {
        for (const id of log.ids.slice(0, log.ids.length - KEPT)) log.remove(id);
        log.complete = false;
      }
      this.store.tell("message", { chatId: log.id, id: message.message_id });
    } else {
      this.store.tell("edited", { chatId: log.id, id: message.message_id, loud: edited });
    }
  }

  // What a call of ours answered; the event of it may come before or after.
  learn(message) {
    const log = this.all.get(message.chat.id);
    if (log?.ready) this.absorb(log, message);
  }

  of(chatId) {
    let log = this.all.get(chatId);
    if (!log) {
      log = new ChatLog(chatId);
      this.all.set(chatId, log);
    }
    if (!log.ready) {
      log.ready = this.firstPage(log).catch((error) => {
        log.ready = null;
        this.store.tell("error", { error });
      });
    }
    return log;
  }

  async firstPage(log) {
    let page;
    try {
      page = log.take(await api.messages(log.id));
    } catch (error) {
      if (error.status !== 404) throw error;
      page = []; // nobody has spoken there yet
    }
    for (const message of page) log.put(message);
    log.complete = page.length < 100;
    this.store.tell("reset", { chatId: log.id });
  }

  // After a gap: join the newest page to what we hold, or start again from it.
  async refresh(log) {
    if (!log.ready) return;
    await log.ready;
    let page;
    try {
      page = log.take(await api.messages(log.id));
    } catch (error) {
      if (error.status === 404) page = [];
      else return;
    }
    const newest = log.newest;
    const same = newest && page.find((m) => m.message_id === newest.message_id);
    const overlap = same && same.date === newest.date;
    if (!overlap) {
      const nothing = !newest && !page.length;
      const { markups } = log;
      log.empty();
      for (const { message_id: id } of page) if (markups.has(id)) log.markups.set(id, markups.get(id));
      for (const message of page) log.put(message);
      log.complete = page.length < 100;
      if (!nothing) this.store.tell("reset", { chatId: log.id });
      return;
    }
    const present = new Set(page.map((message) => message.message_id));
    for (const id of log.ids.filter((id) => id >= page[0].message_id && !present.has(id))) {
      // A message that came by event while the page was being read is newer than the page: it stays.
      if (id > page[page.length - 1].message_id) continue;
      log.remove(id);
      this.store.tell("deleted", { chatId: log.id, id });
    }
    for (const message of page) {
      const held = log.byId.get(message.message_id);
      if (held && JSON.stringify(held) === JSON.stringify(message)) continue;
      this.absorb(log, message);
    }
  }

  // True when something earlier was found.
  earlier(chatId) {
    const log = this.of(chatId);
    if (log.complete || !log.ids.length) return Promise.resolve(false);
    log.fetching ??= api
      .messages(chatId, { before: log.ids[0] })
      .then((answer) => {
        const page = log.take(answer);
        for (const message of page) log.put(message);
        log.complete = page.length < 100;
        return page.length > 0;
      })
      .finally(() => {
        log.fetching = null;
      });
    return log.fetching;
  }
}
