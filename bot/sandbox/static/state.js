// What the page knows: people, chats, messages, the clock. Panels listen; nothing here draws.

import { api, EventStream } from "./api.js";
import { calmly } from "./calm.js";
import { setZone } from "./format.js";
import { Logs } from "./logs.js";

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
    this.settled = null; // promise: the first state is there, and the city speaks the page's language
    this.offices = []; // departments, each with its group
    this.faults = [];
    this.linked = false;
    this.logs = new Logs(this);
    this.answers = new Map(); // query id → answer that came before its press returned
    this.waiting = new Map(); // query id → function
    this.loading = null;
    this.next = null; // the reading after the one that is on its way
    this.meanwhile = null; // events that came while the state was on its way
    this.stream = new EventStream({
      onEvent: (event) => this.take(event),
      onGap: () => this.reload(),
      onLink: (up) => this.link(up),
    });
  }

  // Whoever draws hears of it; what is known here is newer at once.
  tell(type, detail = {}) {
    calmly(() => this.dispatchEvent(new CustomEvent(type, { detail })));
  }

  on(type, listener) {
    const wrapped = (event) => listener(event.detail);
    this.addEventListener(type, wrapped);
    return () => this.removeEventListener(type, wrapped);
  }

  first(type) {
    return new Promise((resolve) => this.addEventListener(type, resolve, { once: true }));
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

  // The state as it is now: what is on its way already may have been told before.
  reload() {
    if (this.loading) {
      this.next ??= this.loading.then(() => {
        this.next = null;
        return this.reload();
      });
      return this.next;
    }
    this.loading = this.load().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  async load() {
    let state;
    this.meanwhile = [];
    try {
      state = await api.state();
    } catch (error) {
      this.meanwhile = null;
      this.tell("error", { error });
      window.setTimeout(() => this.reload(), 1500);
      return;
    }
    this.stream.first = state.seq;
    this.bot = state.bot;
    this.users = new Map(state.users.map((user) => [user.id, user]));
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    this.commands = state.commands ?? [];
    this.network = state.network ?? "on";
    this.language = state.language ?? null;
    this.offices = state.offices ?? [];
    this.faults = state.faults ?? [];
    this.setClock(state.clock ?? null);
    const { meanwhile } = this;
    this.meanwhile = null;
    for (const event of meanwhile) if (event.seq > state.seq) this.takeState(event);
    this.tell("people");
    this.tell("commands");
    this.tell("network");
    await this.logs.refreshAll();
    this.tell("loaded");
  }

  // Somebody whom a call of ours brought in; the event of it may come before or after.
  meet(user) {
    if (!this.users.has(user.id)) this.take({ type: "user", user, seq: Infinity });
    this.tell("people");
  }

  setClock(clock) {
    this.clock = clock;
    this.clockAt = performance.now();
    if (clock) setZone(clock.now);
    this.tell("clock");
  }

  // What a call of ours answered: its event, or that of a later move, may have come before. Time only goes forward.
  hearClock(clock) {
    if (Date.parse(clock.now) > this.now()) this.setClock(clock);
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
        const log = this.logs.known(event.chat_id);
        if (log?.ready) {
          if (event.keyboard) log.markups.set(event.message.message_id, event.keyboard);
          this.logs.absorb(log, event.message, event.type === "edited");
        }
        this.tell("said", { chatId: event.chat_id });
        if (event.type === "message") this.tell("posted", { chatId: event.chat_id, message: event.message });
        break;
      }
      case "deleted": {
        const log = this.logs.known(event.chat_id);
        if (log) this.logs.drop(log, event.message_id);
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
      default:
        this.meanwhile?.push(event);
        if (this.bot) this.takeState(event); // alone, before the first state, it would look like the whole city
        break;
    }
  }

  // What the state tells too, one thing at a time.
  takeState(event) {
    switch (event.type) {
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
      case "network":
        this.network = event.state ?? this.network;
        this.tell("network");
        break;
      default:
        break;
    }
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
}

export const store = new Store();
