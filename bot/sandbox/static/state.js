// What the page knows: people, chats, messages, the clock. Panels listen; nothing here draws.

import { api, EventStream } from "./api.js";
import { setZone } from "./format.js";

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

class Store extends EventTarget {
  constructor() {
    super();
    this.bot = null;
    this.users = new Map();
    this.chats = new Map();
    this.commands = [];
    this.clock = null;
    this.clockAt = 0;
    this.network = "on";
    this.language = null; // what the city speaks in its groups; null: no desk is attached
    this.offices = []; // departments, each with its group
    this.faults = [];
    this.linked = false;
    this.logs = new Map();
    this.answers = new Map(); // query id → answer that came before its press returned
    this.waiting = new Map(); // query id → function
    this.loading = null;
    this.again = false;
    this.stream = new EventStream({
      onEvent: (event) => this.take(event),
      onGap: () => this.reload(),
      onLink: (up) => this.link(up),
    });
  }

  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  on(type, listener) {
    const wrapped = (event) => listener(event.detail);
    this.addEventListener(type, wrapped);
    return () => this.removeEventListener(type, wrapped);
  }

  // Many may arrive at once.
  peopleSoon() {
    this.soon ??= window.setTimeout(() => {
      this.soon = null;
      this.tell("people");
    }, 40);
  }

  link(up) {
    if (this.linked === up) return;
    this.linked = up;
    this.tell("link", { up });
  }

  // ---- people and chats ----

  user(id) {
    return this.users.get(id) ?? null;
  }

  // A private chat with the bot exists for everyone, also before the first word.
  chat(id) {
    const known = this.chats.get(id);
    if (known) return known;
    const user = this.users.get(id);
    return user ? { id, type: "private", first_name: user.first_name, members: [id], bot_status: "member" } : null;
  }

  groupsOf(userId) {
    return [...this.chats.values()].filter((chat) => chat.type !== "private" && chat.members?.includes(userId));
  }

  // ---- state and events ----

  open() {
    this.stream.open();
  }

  reload() {
    if (this.loading) {
      this.again = true;
      return this.loading;
    }
    this.loading = this.load().finally(() => {
      this.loading = null;
      if (this.again) {
        this.again = false;
        this.reload();
      }
    });
    return this.loading;
  }

  async load() {
    let state;
    try {
      state = await api.state();
    } catch (error) {
      this.tell("error", { error });
      window.setTimeout(() => this.reload(), 1500);
      return;
    }
    this.bot = state.bot;
    this.users = new Map(state.users.map((user) => [user.id, user]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.commands = state.commands ?? [];
    this.network = state.network ?? "on";
    this.language = state.language ?? null;
    this.offices = state.offices ?? [];
    this.faults = state.faults ?? [];
    this.setClock(state.clock ?? null);
    this.tell("people");
    this.tell("commands");
    this.tell("network");
    await Promise.all([...this.logs.values()].map((log) => this.refresh(log)));
    this.tell("loaded");
  }

  setClock(clock) {
    this.clock = clock;
    this.clockAt = performance.now();
    if (clock) setZone(clock.now);
    this.tell("clock");
  }

  // The business time in milliseconds, ticking on between two words from the server.
  now() {
    if (!this.clock) return Date.now();
    const passed = this.clock.running === false ? 0 : performance.now() - this.clockAt;
    return Date.parse(this.clock.now) + passed;
  }

  take(event) {
    switch (event.type) {
      case "message":
      case "edited": {
        const log = this.logs.get(event.chat_id);
        if (log?.ready) {
          if (event.keyboard) log.markups.set(event.message.message_id, event.keyboard);
          this.absorb(log, event.message, event.type === "edited");
        }
        this.tell("said", { chatId: event.chat_id });
        if (event.type === "message") this.tell("posted", { chatId: event.chat_id, message: event.message });
        break;
      }
      case "deleted": {
        const log = this.logs.get(event.chat_id);
        if (log?.remove(event.message_id)) {
          this.tell("deleted", { chatId: event.chat_id, id: event.message_id });
        }
        break;
      }
      case "callback_answer": {
        const waiting = this.waiting.get(event.query_id);
        if (waiting) {
          this.waiting.delete(event.query_id);
          waiting(event);
        } else {
          this.answers.set(event.query_id, event);
          if (this.answers.size > 200) this.answers.delete(this.answers.keys().next().value);
        }
        break;
      }
      case "chat_action":
        this.tell("typing", { chatId: event.chat_id });
        break;
      case "user":
        this.users.set(event.user.id, event.user);
        this.peopleSoon();
        break;
      case "chat":
        this.chats.set(event.chat.id, event.chat);
        this.peopleSoon();
        break;
      case "clock":
        this.setClock(event.clock);
        break;
      case "commands":
        this.reload();
        break;
      case "migrated":
        this.tell("migrated", { from: event.chat_id, to: event.new_chat_id });
        this.reload();
        break;
      case "reset":
        // The server no longer has what we missed, or it began anew.
        this.reload();
        break;
      case "network":
        this.network = event.state ?? this.network;
        this.tell("network");
        break;
      default:
        break;
    }
  }

  // ---- messages ----

  absorb(log, message, edited = false) {
    const added = log.put(message);
    if (added) {
      if (log.ids.length > KEPT) {
        for (const id of log.ids.slice(0, log.ids.length - KEPT)) log.remove(id);
        log.complete = false;
      }
      this.tell("message", { chatId: log.id, id: message.message_id });
    } else {
      this.tell("edited", { chatId: log.id, id: message.message_id, loud: edited });
    }
  }

  // What a call of ours answered; the event of it may come before or after.
  learn(message) {
    const log = this.logs.get(message.chat.id);
    if (log?.ready) this.absorb(log, message);
  }

  log(chatId) {
    let log = this.logs.get(chatId);
    if (!log) {
      log = new ChatLog(chatId);
      this.logs.set(chatId, log);
    }
    if (!log.ready) {
      log.ready = this.firstPage(log).catch((error) => {
        log.ready = null;
        this.tell("error", { error });
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
    this.tell("reset", { chatId: log.id });
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
      if (!nothing) this.tell("reset", { chatId: log.id });
      return;
    }
    const present = new Set(page.map((message) => message.message_id));
    for (const id of log.ids.filter((id) => id >= page[0].message_id && !present.has(id))) {
      // A message that came by event while the page was being read is newer than the page: it stays.
      if (id > page[page.length - 1].message_id) continue;
      log.remove(id);
      this.tell("deleted", { chatId: log.id, id });
    }
    for (const message of page) {
      const held = log.byId.get(message.message_id);
      if (held && JSON.stringify(held) === JSON.stringify(message)) continue;
      this.absorb(log, message);
    }
  }

  // True when something earlier was found.
  earlier(chatId) {
    const log = this.log(chatId);
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

  // ---- buttons ----

  // Resolves with the bot's answer, or with null when none comes in time.
  async press(userId, chatId, messageId, data) {
    const { query_id: queryId } = await api.press({ userId, chatId, messageId, data });
    const early = this.answers.get(queryId);
    if (early) {
      this.answers.delete(queryId);
      return early;
    }
    return new Promise((resolve) => {
      const timer = window.setTimeout(() => {
        this.waiting.delete(queryId);
        resolve(null);
      }, 15000);
      this.waiting.set(queryId, (answer) => {
        window.clearTimeout(timer);
        resolve(answer);
      });
    });
  }

  // ---- commands ----

  // The menu that Telegram would show this person in this chat: the narrowest scope wins, and within it
  // the person's language before the one for everybody.
  commandsFor(user, chat) {
    if (!user || !chat) return [];
    const code = (user.language_code ?? "").toLowerCase();
    const short = code.split("-")[0];
    const scopes =
      chat.type === "private"
        ? [{ type: "chat", chat_id: chat.id }, { type: "all_private_chats" }, { type: "default" }]
        : [
            { type: "chat_member", chat_id: chat.id, user_id: user.id },
            { type: "chat", chat_id: chat.id },
            { type: "all_group_chats" },
            { type: "default" },
          ];
    for (const scope of scopes) {
      for (const wanted of [...new Set([code, short, ""])]) {
        const set = this.commands.find(
          (entry) =>
            (entry.scope?.type ?? "default") === scope.type &&
            (scope.chat_id === undefined || String(entry.scope.chat_id) === String(scope.chat_id)) &&
            (scope.user_id === undefined || entry.scope.user_id === scope.user_id) &&
            (entry.language_code ?? "").toLowerCase() === wanted,
        );
        if (set && set.commands?.length) return set.commands;
      }
    }
    return [];
  }
}

export const store = new Store();
