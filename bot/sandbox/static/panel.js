// A phone-like panel: one chat through one person's eyes.

import { api } from "./api.js";
import { dropped } from "./attach.js";
import { jump } from "./climb.js";
import { Composer } from "./composer.js";
import { avatar, clear, el, hue, icon, leave } from "./dom.js";
import { fullName } from "./format.js";
import { listen } from "./gestures.js";
import { t } from "./i18n.js";
import { chatWords, roleWords } from "./names.js";
import { store } from "./state.js";
import { Thread } from "./thread.js";

export class Panel {
  constructor({ userId, chatId, follows = false, shell }) {
    this.userId = userId;
    this.chatId = chatId;
    this.follows = follows; // goes to the group where something happens, until a chat is picked by hand
    this.shell = shell;
    this.busy = new Set();
    this.live = false;
    this.typingTimer = 0;
    this.build();
    this.offs = [
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
    this.thread = new Thread(this);
    this.toasts = el("div.toasts", { role: "status", "aria-live": "polite" });
    this.middle = el("div.middle", {}, this.thread.scroll, this.thread.pill, this.toasts);
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
    listen(this);
    dropped(this.node, (files) => this.composer.add(files));
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
    this.words();
    this.composer.restore();
    this.thread.open();
  }

  // Something half done here: this is no moment to look elsewhere.
  get occupied() {
    const { composer } = this;
    return Boolean(composer.input.value.trim() || composer.files.length || composer.reply || composer.editing || composer.attachments.open);
  }

  // Something is on its way to the bot from here.
  get acting() {
    return this.composer.sending > 0 || this.busy.size > 0;
  }

  keyOf(messageId, data) {
    return `${this.userId}:${this.chatId}:${messageId}:${data}`;
  }

  // Another chat by itself: shown with its reason, its newest message lit up.
  async moveTo(userId, chatId, messageId, note) {
    const focused = this.thread.list.contains(document.activeElement);
    this.show(userId, chatId);
    if (focused) this.thread.scroll.focus({ preventScroll: true });
    this.node.classList.remove("moved");
    void this.node.offsetWidth;
    this.node.classList.add("moved");
    if (note) this.toast(note);
    await store.logs.of(chatId).ready;
    if (this.chatId !== chatId) return;
    if (!this.thread.ids.length) this.thread.redraw();
    this.thread.nodes.get(messageId)?.classList.add("flash");
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
    this.thread.dispose();
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
    this.thread.words();
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
    if (!this.thread.ids.length && this.present && !this.thread.list.childElementCount) this.show(this.userId, this.chatId);
    else if (!this.thread.ids.length && this.present && this.thread.drawn) this.thread.drawQuiet();
  }

  // ---- drawing messages ----

  context() {
    return {
      userId: this.userId,
      chat: this.chat,
      bot: store.bot,
      isBusy: (id, data) => this.busy.has(this.keyOf(id, data)),
      press: (id, data) => this.press(id, data),
      reply: (id) => this.replyTo(id),
      edit: (id) => this.edit(id),
      jump: (id) => jump(this.thread, id),
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

  // ---- what people do ----

  message(id) {
    return store.logs.of(this.chatId).byId.get(id) ?? null;
  }

  replyTo(id) {
    const message = this.message(id);
    if (message) this.composer.replyTo(message);
  }

  edit(id) {
    const message = this.message(id);
    if (message) this.composer.edit(message);
  }

  async press(messageId, data) {
    const key = this.keyOf(messageId, data);
    if (this.busy.has(key)) return;
    const { userId, chatId } = this;
    this.busy.add(key);
    this.thread.redrawKey(messageId, data, true);
    try {
      const answer = await store.press(userId, chatId, messageId, data);
      if (!answer) this.toast(t("button.timeout"));
      else if (answer.text && answer.show_alert) this.shell.alert(this.user, answer.text);
      else if (answer.text) this.toast(answer.text);
    } catch (error) {
      this.toast(t("button.failed", { why: error.message }), "bad");
    } finally {
      this.busy.delete(key);
      if (this.keyOf(messageId, data) === key) this.thread.redrawKey(messageId, data, false);
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

  // Somebody wrote: nobody is typing any more.
  wrote() {
    window.clearTimeout(this.typingTimer);
    this.subtitle.textContent = this.place();
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
