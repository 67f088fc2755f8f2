// A phone-like panel: one chat through one person's eyes.

import { api } from "./api.js";
import { Composer } from "./composer.js";
import { avatar, clear, el, hue, icon, leave } from "./dom.js";
import { fullName, isService } from "./format.js";
import { t } from "./i18n.js";
import { renderMessage } from "./message.js";
import { store } from "./state.js";

const PAGE = 100; // bubbles drawn at first, and with each step upwards
const MOST = 260; // bubbles kept while the reader is at the bottom

export function roleWords(user) {
  const role = user?.role;
  if (!role) return t("role.none");
  const known = t(`role.${role}`);
  return known === `role.${role}` ? role : known;
}

export function chatWords(chat) {
  if (!chat) return "";
  return chat.type === "private" ? t("panel.private") : chat.title || String(chat.id);
}

export class Panel {
  constructor({ userId, chatId, follows = false, shell }) {
    this.userId = userId;
    this.chatId = chatId;
    this.follows = follows; // goes to the group where something happens, until a chat is picked by hand
    this.shell = shell;
    this.nodes = new Map();
    this.ids = []; // drawn, ascending
    this.pending = new Map();
    this.flushing = false;
    this.stick = true;
    this.unread = 0;
    this.busy = new Set();
    this.live = false;
    this.typingTimer = 0;
    this.build();
    this.offs = [
      store.on("message", (d) => d.chatId === this.chatId && this.expect(d.id, "message")),
      store.on("edited", (d) => d.chatId === this.chatId && this.expect(d.id, d.loud ? "edited" : "redraw")),
      store.on("deleted", (d) => d.chatId === this.chatId && this.expect(d.id, "deleted")),
      store.on("reset", (d) => d.chatId === this.chatId && this.redraw()),
      store.on("typing", (d) => d.chatId === this.chatId && this.typing()),
      store.on("commands", () => this.composer.changed()),
    ];
  }

  get user() {
    return store.user(this.userId);
  }

  get chat() {
    return store.chat(this.chatId);
  }

  get present() {
    const { user, chat } = this;
    return Boolean(user && chat && (chat.type === "private" ? chat.id === user.id : chat.members?.includes(user.id)));
  }

  // ---- building ----

  build() {
    this.composer = new Composer(this);
    this.who = el("button.who", {
      data: { testid: "panel-picker" },
      "aria-haspopup": "dialog",
      onclick: () => this.shell.pickFor(this),
    });
    this.closeButton = el("button.tool.close", { data: { testid: "close-panel" }, onclick: () => this.shell.close(this) }, icon("close"));
    this.addButton = el("button.tool.close", { data: { testid: "add-member" }, "aria-haspopup": "dialog", onclick: () => this.shell.addTo(this) }, icon("people"));
    this.banner = el("div.banner", { hidden: true });
    this.list = el("ol.list");
    this.scroll = el("div.scroll", { tabIndex: 0, role: "log", onscroll: () => this.scrolled() }, this.list);
    this.pill = el("button.pill", { hidden: true, data: { testid: "new-messages" }, onclick: () => this.toBottom(true) });
    this.toasts = el("div.toasts", { role: "status", "aria-live": "polite" });
    this.middle = el("div.middle", {}, this.scroll, this.pill, this.toasts);
    this.news = el("div.news", { hidden: true, role: "status", data: { testid: "news" } });
    this.node = el(
      "section.panel",
      {},
      el("header.head", {}, this.who, this.addButton, this.closeButton),
      this.banner,
      this.news,
      this.middle,
      this.composer.node,
    );
    this.watch = new ResizeObserver(() => this.stick && this.pin());
    this.watch.observe(this.list);
    this.watch.observe(this.scroll);
    this.list.addEventListener("dblclick", (event) => this.doubled(event));
    this.list.addEventListener("click", (event) => this.touched(event));
    this.node.addEventListener("dragover", (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      this.node.classList.add("dropping");
    });
    this.node.addEventListener("dragleave", (event) => {
      if (!this.node.contains(event.relatedTarget)) this.node.classList.remove("dropping");
    });
    this.node.addEventListener("drop", (event) => {
      this.node.classList.remove("dropping");
      if (!event.dataTransfer.files.length) return;
      event.preventDefault();
      this.composer.add([...event.dataTransfer.files]);
    });
  }

  open() {
    this.show(this.userId, this.chatId);
    return this;
  }

  show(userId, chatId) {
    if (this.live) this.composer.keep();
    this.userId = userId;
    this.chatId = chatId;
    this.live = true;
    this.unread = 0;
    this.stick = true;
    this.drawn = false;
    this.busy.clear();
    this.words();
    this.composer.restore();
    this.wipe();
    if (!this.present) return;
    const log = store.log(chatId);
    if (log.ids.length) this.redraw();
    else {
      this.list.append(el("li.quiet", { text: t("panel.loading") }));
      log.ready?.then(() => this.chatId === chatId && !this.ids.length && this.redraw());
    }
  }

  // Something half done here: this is no moment to look elsewhere.
  get occupied() {
    const { composer } = this;
    return Boolean(composer.input.value.trim() || composer.files.length || composer.reply || composer.editing || composer.sending);
  }

  // Another chat by itself: shown with its reason, its newest message lit up.
  async moveTo(userId, chatId, messageId, note) {
    const focused = this.list.contains(document.activeElement);
    this.show(userId, chatId);
    if (focused) this.scroll.focus({ preventScroll: true });
    this.node.classList.remove("moved");
    void this.node.offsetWidth;
    this.node.classList.add("moved");
    if (note) this.toast(note);
    await store.log(chatId).ready;
    if (this.chatId !== chatId) return;
    if (!this.ids.length) this.redraw();
    this.nodes.get(messageId)?.classList.add("flash");
  }

  // News of groups that no panel shows, newest first: [{chatId, title, go, forget}].
  drawNews(news) {
    const seen = JSON.stringify([t("news.go"), news]);
    if (seen === this.newsSeen) return;
    this.newsSeen = seen;
    clear(this.news);
    this.news.hidden = !news.length;
    if (!news.length) return;
    const [{ title, go, forget }] = news;
    const words = news.length > 1 ? t("news.several", { title, n: news.length }) : t("news.one", { title });
    this.news.append(
      el("button.news-go", { data: { testid: "news-go" }, onclick: go }, el("span", { text: words }), el("strong", { text: t("news.go") })),
      el("button.tool", { title: t("news.close"), "aria-label": t("news.close"), data: { testid: "news-close" }, onclick: forget }, icon("close")),
    );
  }

  dispose() {
    this.composer.keep();
    this.offs.forEach((off) => off());
    this.watch.disconnect();
    this.node.remove();
  }

  // Names, labels and the like: again after a switch of language or a change of people.
  words() {
    const { user, chat } = this;
    const name = user ? fullName(user) : "?";
    this.node.setAttribute("aria-label", t("panel.label", { who: name, chat: chatWords(chat) }));
    this.node.dataset.user = String(this.userId);
    this.node.dataset.chat = String(this.chatId);
    this.node.dataset.role = user?.role ?? "";
    this.node.toggleAttribute("data-follows", this.follows);
    this.node.dataset.kind = chat?.type === "private" ? "private" : "group";
    clear(this.who).append(
      avatar(this.userId, name),
      el(
        "span.who-words",
        {},
        el("span.who-name", {}, el("span.who-text", { text: name }), el("span.tag", { text: roleWords(user) })),
        (this.subtitle = el("span.who-chat", { text: this.place() })),
      ),
      icon("caret"),
    );
    this.who.title = t("panel.change");
    this.addButton.hidden = !this.present || chat.type === "private";
    this.addButton.title = t("panel.add_member");
    this.addButton.setAttribute("aria-label", t("panel.add_member"));
    this.closeButton.title = t("panel.close");
    this.closeButton.setAttribute("aria-label", t("panel.close"));
    this.scroll.setAttribute("aria-label", t("panel.messages"));
    this.pillWords();
    this.drawBanner();
    if (this.live) this.composer.words();
  }

  place() {
    const { chat } = this;
    if (!chat) return "";
    if (chat.type === "private") return t("panel.private");
    const count = (chat.members?.length ?? 0) + (["member", "administrator", "restricted"].includes(chat.bot_status) ? 1 : 0);
    return `${chatWords(chat)} · ${t("panel.members", { n: count })}`;
  }

  drawBanner() {
    clear(this.banner);
    const { user, chat } = this;
    if (!this.present) {
      this.banner.append(
        el("span", { text: t("panel.missing") }),
        el("button.small", { text: t("panel.choose"), onclick: () => this.shell.pickFor(this) }),
      );
    } else if (chat.type === "private" && user.blocked) {
      this.banner.append(
        el("span", { text: t("panel.blocked", { who: fullName(user) }) }),
        el("button.small", { text: t("panel.unblock"), onclick: () => this.unblock() }),
      );
    } else if (chat.type !== "private" && ["left", "kicked"].includes(chat.bot_status)) {
      this.banner.append(el("span", { text: t("panel.bot_out") }));
    }
    this.banner.hidden = !this.banner.childElementCount;
    this.composer.node.hidden = !this.present;
  }

  async unblock() {
    try {
      await api.block(this.userId, false);
    } catch (error) {
      this.toast(error.message, "bad");
    }
  }

  people() {
    const seen = JSON.stringify([this.user, this.chat, store.bot]);
    if (seen === this.seen) return;
    this.seen = seen;
    this.words();
    if (!this.ids.length && this.present && !this.list.childElementCount) this.show(this.userId, this.chatId);
    else if (!this.ids.length && this.present && this.drawn) this.drawQuiet();
  }

  // ---- drawing messages ----

  context() {
    return {
      userId: this.userId,
      chat: this.chat,
      bot: store.bot,
      isBusy: (id, data) => this.busy.has(`${id}:${data}`),
      press: (id, data) => this.press(id, data),
      reply: (id) => this.replyTo(id),
      edit: (id) => this.edit(id),
      jump: (id) => this.jump(id),
      copy: (text) => this.copy(text),
      unsupported: () => this.toast(t("button.unsupported")),
      openPhoto: (address, caption) => this.shell.openPhoto(address, caption),
      deepLink: (address) => this.deepLink(address),
      start: (payload) => this.start(payload),
      hueOf: (message) => hue(message.sender_chat?.id ?? message.from?.id ?? 0),
      actions: {
        command: (text) => this.composer.sendText(this.composer.commands.named(text)),
        deepLink: (address) => this.deepLink(address),
        start: (payload) => this.shell.follow(this, payload),
      },
    };
  }

  wipe() {
    clear(this.list);
    this.nodes.clear();
    this.ids = [];
    this.pending.clear();
  }

  redraw() {
    const log = store.log(this.chatId);
    const atBottom = this.stick;
    const offset = this.scroll.scrollTop;
    const drawn = this.ids.length;
    this.wipe();
    const ids = log.ids.slice(-Math.max(PAGE, Math.min(drawn, MOST)));
    const context = this.context();
    const fragment = document.createDocumentFragment();
    let previous = null;
    for (const id of ids) {
      const message = log.byId.get(id);
      const node = renderMessage(message, previous, context);
      this.nodes.set(id, node);
      this.ids.push(id);
      fragment.append(node);
      previous = message;
    }
    this.list.append(fragment);
    this.drawn = true;
    if (!ids.length) this.drawQuiet();
    this.markup(log);
    const newest = log.newest;
    if (newest && !this.composer.reply && this.forcesReply(newest)) this.composer.replyTo(newest, false);
    if (atBottom) this.pin();
    else this.scroll.scrollTop = offset;
  }

  drawQuiet() {
    clear(this.list);
    const { user, chat } = this;
    const quiet = el("li.quiet");
    if (chat?.type === "private") {
      quiet.append(avatar(store.bot?.id ?? 1, fullName(store.bot), "large"), el("strong", { text: fullName(store.bot) }));
      if (!user?.started) {
        quiet.append(
          el("span", { text: t("panel.start.hint") }),
          el("button.primary", { text: t("panel.start"), data: { testid: "start" }, onclick: () => this.start() }),
        );
      } else quiet.append(el("span", { text: t("panel.quiet") }));
    } else quiet.append(el("span", { text: t("panel.quiet.group") }));
    this.list.append(quiet);
  }

  expect(id, what) {
    const held = this.pending.get(id);
    this.pending.set(id, held === "message" && what !== "deleted" ? "message" : what);
    if (this.flushing) return;
    this.flushing = true;
    const run = () => {
      this.flushing = false;
      this.flush();
    };
    if (document.hidden) window.setTimeout(run, 60);
    else window.requestAnimationFrame(run);
  }

  flush() {
    const log = store.log(this.chatId);
    const work = [...this.pending];
    this.pending.clear();
    if (!this.live || !work.length) return;
    const arrivals = work.filter(([id, what]) => what === "message" && log.byId.has(id)).map(([id]) => id);
    const own = arrivals.some((id) => log.byId.get(id).from?.id === this.userId);
    if (arrivals.length > PAGE && this.stick) this.redraw();
    else {
      const context = this.context();
      for (const [id, what] of work) this.apply(log, id, what, context);
    }
    this.after(log, arrivals, own);
  }

  apply(log, id, what, context) {
    const message = log.byId.get(id);
    if (what === "deleted" || !message) {
      const node = this.nodes.get(id);
      if (node) {
        const at = this.ids.indexOf(id);
        node.remove();
        this.nodes.delete(id);
        this.ids.splice(at, 1);
        this.redrawOne(log, this.ids[at], context);
      }
      this.composer.forget(id);
      if (!this.ids.length) this.drawQuiet();
      return;
    }
    if (this.nodes.has(id)) {
      this.redrawOne(log, id, context, what === "edited");
      return;
    }
    if (what !== "message") return;
    const last = this.ids[this.ids.length - 1];
    if (this.ids.length && id < this.ids[0]) return;
    if (!this.ids.length) clear(this.list);
    if (last === undefined || id > last) {
      const node = renderMessage(message, log.byId.get(last) ?? null, context);
      node.classList.add("arrives");
      this.ids.push(id);
      this.nodes.set(id, node);
      this.list.append(node);
      return;
    }
    const at = this.ids.findIndex((one) => one > id);
    const next = this.ids[at];
    const node = renderMessage(message, log.byId.get(this.ids[at - 1]) ?? null, context);
    this.nodes.get(next).before(node);
    this.nodes.set(id, node);
    this.ids.splice(at, 0, id);
    this.redrawOne(log, next, context);
  }

  redrawOne(log, id, context, flash = false) {
    const old = this.nodes.get(id);
    const message = log.byId.get(id);
    if (!old || !message) return;
    const previous = log.byId.get(this.ids[this.ids.indexOf(id) - 1]) ?? null;
    const node = renderMessage(message, previous, context);
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    if (flash) node.classList.add("flash");
    old.replaceWith(node);
    this.nodes.set(id, node);
    if (focused) {
      // The keyboard's place is kept: the same button, or the first one, or the words.
      const key = focused.dataset?.key;
      const same = key && [...node.querySelectorAll(".key")].find((one) => one.dataset.key === key);
      (same || node.querySelector(".key") || this.composer.input).focus({ preventScroll: true });
    }
    if (this.composer.reply?.message_id === id) this.composer.reply = message;
  }

  after(log, arrivals, own) {
    if (arrivals.length) window.clearTimeout(this.typingTimer);
    if (arrivals.length) this.subtitle.textContent = this.place();
    this.markup(log);
    const newest = log.newest;
    if (newest && arrivals.includes(newest.message_id) && this.forcesReply(newest) && !this.composer.editing) {
      this.composer.replyTo(newest, this.node.contains(document.activeElement));
    }
    if (own) this.stick = true;
    const foreign = arrivals.filter((id) => {
      const message = log.byId.get(id);
      return message && message.from?.id !== this.userId && !isService(message);
    }).length;
    if (this.stick) {
      this.trim();
      this.pin();
    } else if (foreign) {
      this.unread += foreign;
      this.pillWords();
    }
    if (foreign) this.shell.noticed(this);
  }

  trim() {
    while (this.ids.length > MOST) {
      const id = this.ids.shift();
      this.nodes.get(id)?.remove();
      this.nodes.delete(id);
    }
  }

  // ---- scrolling ----

  pin() {
    this.scroll.scrollTop = this.scroll.scrollHeight;
  }

  scrolled() {
    const { scrollHeight, clientHeight } = this.scroll;
    if (!clientHeight) return;
    const size = `${scrollHeight}:${clientHeight}`;
    const grown = size !== this.size;
    this.size = size;
    if (grown && this.stick) {
      this.pin(); // the layout moved, not the reader
      return;
    }
    const left = scrollHeight - this.scroll.scrollTop - clientHeight;
    this.stick = left < 48;
    if (this.stick) this.unread = 0;
    this.pillWords();
    if (this.scroll.scrollTop < 160) this.earlier();
  }

  toBottom(smooth = false) {
    this.stick = true;
    this.unread = 0;
    this.trim();
    if (smooth && this.scroll.scrollHeight - this.scroll.scrollTop < 6000) {
      this.scroll.scrollTo({ top: this.scroll.scrollHeight, behavior: "smooth" });
    } else this.pin();
    this.pillWords();
  }

  pillWords() {
    this.pill.hidden = this.stick;
    clear(this.pill).append(icon("down"));
    if (this.unread) this.pill.append(`${t("panel.new")} ${this.unread}`);
    this.pill.setAttribute("aria-label", t("panel.to_bottom"));
    this.pill.classList.toggle("loud", this.unread > 0);
  }

  async earlier() {
    if (this.climbing || !this.ids.length) return false;
    const log = store.log(this.chatId);
    const chatId = this.chatId;
    this.climbing = true;
    let notice = null;
    try {
      let at = log.ids.indexOf(this.ids[0]);
      if (at <= 0 && !log.complete) {
        notice = el("li.quiet.thin", { text: t("panel.earlier") });
        this.list.prepend(notice);
        await store.earlier(chatId);
        if (this.chatId !== chatId) return false;
        at = log.ids.indexOf(this.ids[0]);
      }
      notice?.remove();
      if (at <= 0) return false;
      const ids = log.ids.slice(Math.max(0, at - PAGE), at);
      const context = this.context();
      const fragment = document.createDocumentFragment();
      let previous = null;
      for (const id of ids) {
        const message = log.byId.get(id);
        const node = renderMessage(message, previous, context);
        this.nodes.set(id, node);
        fragment.append(node);
        previous = message;
      }
      const below = this.scroll.scrollHeight - this.scroll.scrollTop;
      const first = this.ids[0];
      this.ids = [...ids, ...this.ids];
      this.list.prepend(fragment);
      this.redrawOne(log, first, context);
      this.scroll.scrollTop = this.scroll.scrollHeight - below;
      return true;
    } catch (error) {
      this.toast(error.message, "bad");
      return false;
    } finally {
      notice?.remove();
      this.climbing = false;
    }
  }

  async jump(id) {
    let tries = 0;
    while (!this.nodes.has(id) && this.ids.length && id < this.ids[0] && tries < 8) {
      tries += 1;
      this.stick = false;
      if (!(await this.earlier())) break;
    }
    const node = this.nodes.get(id);
    if (!node) {
      this.toast(t("msg.too_old"));
      return;
    }
    this.stick = false;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.classList.remove("flash");
    void node.offsetWidth;
    node.classList.add("flash");
  }

  // ---- what people do ----

  message(id) {
    return store.log(this.chatId).byId.get(id) ?? null;
  }

  replyTo(id) {
    const message = this.message(id);
    if (message) this.composer.replyTo(message);
  }

  edit(id) {
    const message = this.message(id);
    if (message) this.composer.edit(message);
  }

  editLast() {
    for (let at = this.ids.length - 1; at >= 0; at -= 1) {
      const message = this.message(this.ids[at]);
      if (message?.from?.id === this.userId && (message.text ?? message.caption)) {
        this.composer.edit(message);
        return;
      }
    }
  }

  stepReply(step) {
    const ids = this.ids.filter((id) => !isService(this.message(id) ?? {}));
    if (!ids.length) return;
    const current = this.composer.reply ? ids.indexOf(this.composer.reply.message_id) : ids.length;
    const next = current + step;
    if (next >= ids.length) {
      this.composer.cancel();
      return;
    }
    const id = ids[Math.max(0, next)];
    this.replyTo(id);
    this.nodes.get(id)?.scrollIntoView({ block: "nearest" });
  }

  doubled(event) {
    const entry = event.target.closest(".bubble")?.closest(".message");
    if (!entry || event.target.closest("button, a, audio, video, .command")) return;
    window.getSelection()?.removeAllRanges();
    this.replyTo(Number(entry.dataset.id));
  }

  // On a touch screen a tap shows a bubble's actions, since nothing can hover there.
  touched(event) {
    if (!window.matchMedia("(hover: none)").matches) return;
    const entry = event.target.closest(".message");
    for (const other of this.list.querySelectorAll(".message.active")) {
      if (other !== entry) other.classList.remove("active");
    }
    if (entry && event.target.closest(".bubble") && !event.target.closest("button, a, .command")) entry.classList.toggle("active");
  }

  async press(messageId, data) {
    const key = `${messageId}:${data}`;
    if (this.busy.has(key)) return;
    const { userId, chatId } = this;
    this.busy.add(key);
    this.redrawKey(messageId, data, true);
    try {
      const answer = await store.press(userId, chatId, messageId, data);
      if (!answer) this.toast(t("button.timeout"));
      else if (answer.text && answer.show_alert) this.shell.alert(this.user, answer.text);
      else if (answer.text) this.toast(answer.text);
    } catch (error) {
      this.toast(t("button.failed", { why: error.message }), "bad");
    } finally {
      this.busy.delete(key);
      this.redrawKey(messageId, data, false);
    }
  }

  redrawKey(messageId, data, busy) {
    for (const node of this.nodes.get(messageId)?.querySelectorAll(".key") ?? []) {
      if (node.dataset.key !== data) continue;
      if (busy) node.setAttribute("aria-busy", "true");
      else node.removeAttribute("aria-busy");
    }
  }

  start(payload) {
    const { userId } = this;
    if (this.chatId !== userId) this.show(userId, userId);
    return this.composer.enqueue(() => api.start(userId, payload));
  }

  // The payload when an address is a deep link to this very bot, otherwise null.
  deepLink(address) {
    const name = store.bot?.username;
    if (!name) return null;
    const found = /^(?:https?:\/\/)?(?:t\.me|telegram\.me)\/(\w+)(?:\?start=([\w-]*))?$/i.exec(address.trim());
    return found && found[1].toLowerCase() === name.toLowerCase() ? (found[2] ?? "") : null;
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.toast(t("msg.copied"));
    } catch (error) {
      this.toast(error.message, "bad");
    }
  }

  // ---- force-reply and reply keyboards ----

  // A selective markup is for those whom the text names or whose message it answers.
  concerns(message, markup) {
    if (message.from?.id === this.userId) return false;
    if (this.chat?.type === "private" || !markup.selective) return true;
    if (message.reply_to_message?.from?.id === this.userId) return true;
    const text = message.text ?? message.caption ?? "";
    const name = this.user?.username?.toLowerCase();
    return (message.entities ?? message.caption_entities ?? []).some((entity) => {
      if (entity.type === "text_mention") return entity.user?.id === this.userId;
      if (entity.type !== "mention" || !name) return false;
      return text.slice(entity.offset + 1, entity.offset + entity.length).toLowerCase() === name;
    });
  }

  forcesReply(message) {
    const markup = store.log(this.chatId).markup(message.message_id);
    return Boolean(markup?.force_reply) && this.concerns(message, markup);
  }

  markup(log) {
    let found = null;
    for (let at = log.ids.length - 1, seen = 0; at >= 0 && seen < 200; at -= 1, seen += 1) {
      const message = log.byId.get(log.ids[at]);
      const markup = log.markup(message.message_id);
      if (!markup || !(markup.keyboard || markup.remove_keyboard) || !this.concerns(message, markup)) continue;
      found = markup.keyboard ? message : null;
      break;
    }
    if (this.composer.keyboardOf?.message_id !== found?.message_id) {
      this.composer.drawKeyboard(found, found && log.markup(found.message_id));
    }
  }

  typing() {
    window.clearTimeout(this.typingTimer);
    this.subtitle.textContent = t("panel.typing");
    this.typingTimer = window.setTimeout(() => {
      this.subtitle.textContent = this.place();
    }, 5000);
  }

  // ---- toasts ----

  toast(text, mood = "") {
    const node = el(`div.toast${mood ? "." + mood : ""}`, { text, data: { testid: "toast" } });
    // They lie over the newest messages: only what went wrong stays beside a newer word.
    for (const old of this.toasts.querySelectorAll(".toast:not(.bad)")) old.remove();
    this.toasts.append(node);
    while (this.toasts.childElementCount > 3) this.toasts.firstElementChild.remove();
    leave(node, 4200 + Math.min(text.length * 40, 4000));
  }

  describe() {
    return { name: fullName(this.user), chat: chatWords(this.chat) };
  }
}
