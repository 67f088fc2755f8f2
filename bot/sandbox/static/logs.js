// The messages of each chat as far as they were read: pages from the server, joined with what arrives.

import { api } from "./api.js";

const KEPT = 3000; // messages of one chat kept in memory
const PAGE = 100; // messages that the server tells at once

class ChatLog {
  constructor(id) {
    this.id = id;
    this.byId = new Map();
    this.ids = []; // ascending
    this.markups = new Map(); // reply keyboards and forced replies, which only a person's app sees
    this.complete = false; // nothing earlier on the server
    this.era = 0; // counts how often its beginning was cut off
    this.ready = null; // promise of the first page
    this.fetching = null; // promise of an earlier page
    this.reads = new Set(); // of each page on its way: id → what happened to that message meanwhile, null if deleted
  }

  note(id, message) {
    for (const meanwhile of this.reads) meanwhile.set(id, message);
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

  // A page of the server's. What happened here while it was on its way is newer and goes before it.
  async read(query) {
    const meanwhile = new Map();
    this.reads.add(meanwhile);
    try {
      const { messages, keyboards } = await api.messages(this.id, query);
      for (const [id, markup] of Object.entries(keyboards)) {
        if (!meanwhile.has(Number(id))) this.markups.set(Number(id), markup);
      }
      const newer = (message) => (meanwhile.has(message.message_id) ? meanwhile.get(message.message_id) : message);
      return { page: messages.map(newer).filter(Boolean), meanwhile, last: messages.length < PAGE };
    } catch (error) {
      if (error.status !== 404) throw error;
      return { page: [], meanwhile, last: true }; // nobody has spoken there yet
    } finally {
      this.reads.delete(meanwhile);
    }
  }

  // Only these messages from now on.
  become(messages) {
    const kept = new Set(messages.map((message) => message.message_id));
    for (const id of this.markups.keys()) if (!kept.has(id)) this.markups.delete(id);
    this.byId.clear();
    this.ids = [];
    this.era += 1;
    for (const message of messages) this.put(message);
  }

  markup(id) {
    return this.markups.get(id) ?? null;
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
    log.note(message.message_id, message);
    // An old message that was not read yet: alone it would hide those between from a reader who climbs.
    if (edited && !log.byId.has(message.message_id)) return;
    const added = log.put(message);
    if (added) {
      if (log.ids.length > KEPT) {
        for (const id of log.ids.slice(0, log.ids.length - KEPT)) log.remove(id);
        log.complete = false;
        log.era += 1;
      }
      this.store.tell("message", { chatId: log.id, id: message.message_id });
    } else {
      this.store.tell("edited", { chatId: log.id, id: message.message_id, loud: edited });
    }
  }

  drop(log, id) {
    log.note(id, null);
    if (log.remove(id)) this.store.tell("deleted", { chatId: log.id, id });
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
        window.setTimeout(() => this.of(log.id), 1500);
      });
    }
    return log;
  }

  async firstPage(log) {
    const { page, last } = await log.read();
    for (const message of page) log.put(message);
    log.complete = last;
    this.store.tell("reset", { chatId: log.id });
  }

  // After a gap: join the newest page to what we hold, or start again from it.
  async refresh(log) {
    if (!log.ready) {
      await this.of(log.id).ready; // its first page could not be read
      return;
    }
    await log.ready;
    let read;
    try {
      read = await log.read();
    } catch {
      return;
    }
    const { page, meanwhile, last } = read;
    const newest = log.byId.get(log.ids.findLast((id) => !meanwhile.has(id)));
    const same = newest && page.find((m) => m.message_id === newest.message_id);
    const overlap = same && same.date === newest.date;
    if (!overlap) {
      const arrived = [...meanwhile.keys()].map((id) => log.byId.get(id)).filter(Boolean);
      const nothing = !log.ids.length && !page.length;
      log.become([...page, ...arrived]);
      log.complete = last;
      if (!nothing) this.store.tell("reset", { chatId: log.id });
      return;
    }
    const present = new Set(page.map((message) => message.message_id));
    for (const id of log.ids.filter((id) => id >= page[0].message_id && !present.has(id) && !meanwhile.has(id))) {
      this.drop(log, id);
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
    const { era } = log;
    log.fetching ??= log
      .read({ before: log.ids[0] })
      .then(({ page, last }) => {
        if (log.era !== era) return false; // between this page and what is held now others are missing
        for (const message of page) log.put(message);
        log.complete = last;
        return page.length > 0;
      })
      .finally(() => {
        log.fetching = null;
      });
    return log.fetching;
  }
}
