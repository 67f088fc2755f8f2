// The control interface of the sandbox, as docs/sandbox.md describes it. Nothing else is called.

import { plain, t } from "./i18n.js";

class ControlError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function call(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", ...options });
  } catch {
    throw new ControlError(t("net.unreachable"), 0);
  }
  let body = null;
  try {
    body = await response.json();
  } catch {
    body = null;
  }
  if (response.ok) return body ?? {};
  const said = body && typeof body.error === "string" ? body.error : "";
  const fallback = response.status === 403 ? t("error.forbidden") : t("error.server", { status: response.status });
  throw new ControlError(said ? plain(said) : fallback, response.status);
}

function post(path, body) {
  return call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export const api = {
  state: () => call("/sandbox/state"),

  messages(chatId, { before, limit = 100 } = {}) {
    const query = new URLSearchParams({ limit: String(limit) });
    if (before) query.set("before", String(before));
    return call(`/sandbox/chats/${chatId}/messages?${query}`).then((body) => ({
      messages: body.messages ?? [],
      keyboards: body.keyboards ?? {},
    }));
  },

  send({ userId, chatId, text, replyTo }) {
    const body = { user_id: userId, chat_id: chatId, text };
    if (replyTo) body.reply_to = replyTo;
    return post("/sandbox/send", body).then((answer) => answer.message);
  },

  upload({ userId, chatId, kind, file, caption, replyTo, album }) {
    const form = new FormData();
    form.set("user_id", String(userId));
    form.set("chat_id", String(chatId));
    form.set("kind", kind);
    if (caption) form.set("caption", caption);
    if (replyTo) form.set("reply_to", String(replyTo));
    if (album) form.set("media_group_id", album);
    form.set("file", file, file.name || "file");
    return call("/sandbox/upload", { method: "POST", body: form }).then((answer) => answer.message);
  },

  sendOther: (body) => post("/sandbox/send_other", body).then((answer) => answer.message),

  edit: ({ userId, chatId, messageId, text }) =>
    post("/sandbox/edit", { user_id: userId, chat_id: chatId, message_id: messageId, text }).then(
      (answer) => answer.message,
    ),

  press: ({ userId, chatId, messageId, data }) =>
    post("/sandbox/press", { user_id: userId, chat_id: chatId, message_id: messageId, data }),

  start(userId, payload) {
    const body = { user_id: userId };
    if (payload) body.payload = payload;
    return post("/sandbox/start", body).then((answer) => answer.message);
  },

  block: (userId, blocked) => post("/sandbox/block", { user_id: userId, blocked }),

  newUser: (person) => post("/sandbox/users", person),

  hire: (person) => post("/sandbox/hire", person),

  speak: (language) => post("/sandbox/language", { language }),

  newGroup: (group) => post("/sandbox/groups", group),

  // {advance_seconds}, {outage_seconds} or {to}
  advance: (move) => post("/sandbox/clock", move),

  network: (state) => post("/sandbox/network", { state }),

  fault: (fault) => post("/sandbox/faults", fault),

  clearFaults: () => call("/sandbox/faults", { method: "DELETE" }),

  members: (change) => post("/sandbox/members", change),

  migrate: (chatId) => post("/sandbox/migrate", { chat_id: chatId }),

  desk: () => call("/sandbox/desk"),

  caseFile: (number) => call(`/sandbox/cases/${encodeURIComponent(number)}`),

  qrUrl: (text) => `/sandbox/qr?text=${encodeURIComponent(text)}`,

  fileUrl: (fileId) => `/sandbox/files/${encodeURIComponent(fileId)}`,
};

// One stream of events. It calls `onEvent(event)` for each, `onGap()` whenever something may have been
// missed (also at the first opening), and `onLink(true|false)` as the connection comes and goes.
export class EventStream {
  constructor({ onEvent, onGap, onLink }) {
    this.onEvent = onEvent;
    this.onGap = onGap;
    this.onLink = onLink;
    this.last = null;
    this.first = null; // the number of the last state read, while no event has come
    this.pause = 0;
    this.source = null;
    this.timer = 0;
  }

  open() {
    this.timer = 0;
    const from = this.last ?? this.first;
    const query = from === null ? "" : `?after=${from}`;
    const source = new EventSource(`/sandbox/events${query}`);
    this.source = source;
    source.onopen = () => {
      this.pause = 0;
      this.onLink(true);
      this.onGap();
    };
    source.onmessage = (raw) => {
      let event;
      try {
        event = JSON.parse(raw.data);
      } catch {
        return;
      }
      const seq = Number(event.seq ?? raw.lastEventId);
      const gap = this.last !== null && Number.isFinite(seq) && seq !== this.last + 1;
      if (Number.isFinite(seq)) this.last = seq;
      this.onEvent(event);
      if (gap) this.onGap();
    };
    source.onerror = () => {
      // We reconnect by ourselves: the address must carry the newest number, and the page should say so.
      source.close();
      if (this.source === source) this.again();
    };
  }

  again() {
    this.source = null;
    this.onLink(false);
    if (this.timer) return;
    this.pause = Math.min(this.pause ? this.pause * 2 : 250, 4000);
    this.timer = window.setTimeout(() => this.open(), this.pause);
  }

  hurry() {
    if (this.source || !this.timer) return;
    window.clearTimeout(this.timer);
    this.open();
  }
}
