// The place where one person writes: text, attachments, replies, edits, commands, reply keyboards.

import { api } from "./api.js";
import { Attachments } from "./attach.js";
import { CommandMenu } from "./commands.js";
import { clear, el, icon } from "./dom.js";
import { fullName, senderName, splitText, summary, TEXT_LIMIT } from "./format.js";
import { editLast, stepReply } from "./gestures.js";
import { t } from "./i18n.js";
import { post } from "./post.js";
import { ReplyKeys } from "./replykeys.js";
import { store } from "./state.js";

const GROWS_BY_ITSELF = window.CSS?.supports?.("field-sizing", "content") ?? false;

// What was being written to each chat by each person outlives a change of panel.
const drafts = new Map();

export class Composer {
  constructor(panel) {
    this.panel = panel;
    this.reply = null;
    this.editing = null;
    this.files = [];
    this.queue = Promise.resolve();
    this.sending = 0;
    this.build();
  }

  build() {
    this.context = el("div.context", { hidden: true });
    this.attachments = new Attachments(this);
    this.commands = new CommandMenu(this);
    this.replyKeys = new ReplyKeys(this);
    this.note = el("div.note", { hidden: true });
    this.input = el("textarea.input", {
      rows: 1,
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-controls": this.commands.id,
      data: { testid: "composer" },
      oninput: () => this.changed(),
      onkeydown: (event) => this.key(event),
      onpaste: (event) => this.paste(event),
      onblur: () => window.setTimeout(() => document.activeElement !== this.input && this.commands.close(), 150),
    });
    this.slash = el(
      "button.tool.slash",
      {
        data: { testid: "commands" },
        onmousedown: (event) => event.preventDefault(),
        onclick: () => this.commands.toggle(),
      },
      el("span", { text: "/" }),
    );
    this.sendButton = el("button.send", { type: "submit", data: { testid: "send" } }, icon("send"));
    this.node = el(
      "form.composer",
      {
        onsubmit: (event) => {
          event.preventDefault();
          this.submit();
        },
      },
      this.context,
      this.attachments.tray,
      this.attachments.recorder,
      this.commands.node,
      this.note,
      el("div.row", {}, this.attachments.button, this.attachments.menu, this.slash, this.input, this.sendButton),
      this.replyKeys.node,
      this.attachments.photoPicker,
      this.attachments.filePicker,
    );
  }

  get userId() {
    return this.panel.userId;
  }

  get chatId() {
    return this.panel.chatId;
  }

  words() {
    const who = store.user(this.userId);
    const name = fullName(who);
    this.input.setAttribute("aria-label", t("write.label", { who: name }));
    let placeholder = t("write.placeholder", { who: name });
    if (this.files.length) placeholder = t("write.caption");
    else if (this.reply) {
      const markup = store.logs.of(this.chatId).markup(this.reply.message_id);
      placeholder = markup?.input_field_placeholder || t("write.placeholder.reply");
    }
    this.input.placeholder = placeholder;
    const label = this.editing ? t("write.save") : t("write.send");
    this.sendButton.title = label;
    this.sendButton.setAttribute("aria-label", label);
    clear(this.sendButton).append(icon(this.editing ? "check" : "send"));
    this.slash.title = t("write.commands");
    this.slash.setAttribute("aria-label", t("write.commands"));
    this.drawContext();
    this.attachments.words();
    this.changed();
  }

  // ---- drafts ----

  get draftKey() {
    return `${this.userId}:${this.chatId}`;
  }

  keep() {
    const text = this.editing ? "" : this.input.value;
    if (text || this.files.length || this.reply) {
      drafts.set(this.draftKey, { text, files: this.files, reply: this.editing ? null : this.reply });
    } else drafts.delete(this.draftKey);
  }

  restore() {
    const draft = drafts.get(this.draftKey);
    this.editing = null;
    this.reply = draft?.reply ?? null;
    this.files = draft?.files ?? [];
    this.input.value = draft?.text ?? "";
    this.commands.close();
    this.words();
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }

  fill(text) {
    this.cancel();
    this.input.value = text;
    this.changed();
    this.focus();
  }

  // ---- reply and edit ----

  replyTo(message, focus = true) {
    this.stopEditing();
    this.reply = message;
    this.words();
    if (focus) this.focus();
  }

  edit(message) {
    this.reply = null;
    this.kept = this.editing ? this.kept : this.input.value;
    this.editing = message;
    this.input.value = message.text ?? message.caption ?? "";
    this.words();
    this.focus();
    this.input.setSelectionRange(this.input.value.length, this.input.value.length);
  }

  stopEditing() {
    if (!this.editing) return;
    this.editing = null;
    this.input.value = this.kept ?? "";
    this.kept = "";
  }

  cancel() {
    this.stopEditing();
    this.reply = null;
    this.words();
  }

  forget(messageId) {
    if (this.reply?.message_id === messageId || this.editing?.message_id === messageId) this.cancel();
  }

  drawContext() {
    const message = this.editing ?? this.reply;
    clear(this.context);
    this.context.hidden = !message;
    delete this.context.dataset.testid;
    if (!message) return;
    const title = this.editing ? t("write.edit") : t("write.reply", { who: senderName(message) });
    this.context.append(
      icon(this.editing ? "edit" : "reply"),
      el("div.context-words", {}, el("strong", { text: title }), el("span", { text: summary(message) })),
      el(
        "button.tool",
        { title: t("write.cancel"), "aria-label": t("write.cancel"), onclick: () => { this.cancel(); this.focus(); } },
        icon("close"),
      ),
    );
    this.context.dataset.testid = this.editing ? "editing" : "replying";
  }

  paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.add(files);
  }

  add(files) {
    this.attachments.add(files);
  }

  // ---- keys ----

  changed() {
    if (!GROWS_BY_ITSELF && this.input.offsetParent) {
      this.input.style.height = "auto";
      this.input.style.height = `${this.input.scrollHeight + 2}px`;
    }
    if (document.activeElement === this.input) this.commands.suggest();
    const text = this.input.value;
    const parts = text.length > TEXT_LIMIT ? splitText(text).length : 1;
    this.note.hidden = parts < 2 || Boolean(this.editing);
    this.note.textContent = t("write.split", { n: parts });
    this.sendButton.disabled = !text.trim() && !this.files.length;
  }

  key(event) {
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.keyCode === 229) return;
    if (this.commands.key(event)) {
      event.preventDefault();
      return;
    }
    if (event.key === "Escape") {
      if (!this.commands.node.hidden) this.commands.close();
      else if (this.editing || this.reply) this.cancel();
      else return;
      event.preventDefault();
      return;
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
      return;
    }
    if (event.key === "ArrowUp" && (event.ctrlKey || event.metaKey)) {
      stepReply(this.panel, -1);
      event.preventDefault();
    } else if (event.key === "ArrowDown" && (event.ctrlKey || event.metaKey)) {
      stepReply(this.panel, 1);
      event.preventDefault();
    } else if (event.key === "ArrowUp" && !this.input.value && !event.shiftKey && !event.altKey) {
      editLast(this.panel);
      event.preventDefault();
    }
  }

  // ---- sending ----

  // One after another, so that what was written first arrives first. A failure stands in this panel.
  enqueue(work, failed = "write.failed", undo = null) {
    this.sending += 1;
    this.node.classList.add("sending");
    const { panel } = this;
    const run = this.queue.then(async () => {
      try {
        await work(); // what was said comes by the stream of events, as everything does
      } catch (error) {
        panel.toast(t(failed, { why: error.message }), "bad");
        undo?.();
      } finally {
        this.sending -= 1;
        this.node.classList.toggle("sending", this.sending > 0);
      }
    });
    this.queue = run;
    return run;
  }

  sendText(text, replyTo) {
    const { userId, chatId } = this;
    return this.enqueue(() => api.send({ userId, chatId, text, replyTo }));
  }

  submit() {
    const text = this.input.value;
    const { userId, chatId } = this;
    if (this.editing) {
      const { message_id: messageId } = this.editing;
      const before = this.editing.text ?? this.editing.caption;
      if (text.trim() && text !== before) {
        this.enqueue(() => api.edit({ userId, chatId, messageId, text: text.trim() }), "write.edit_failed");
      }
      this.cancel();
      return;
    }
    if (!text.trim() && !this.files.length) return;
    const { files, reply } = this;
    const key = this.draftKey;
    const undo = () => {
      // What could not be sent comes back, unless something new is being written.
      if (this.draftKey !== key || this.input.value || this.files.length) return;
      this.input.value = text;
      this.reply = reply;
      this.words();
    };
    this.input.value = "";
    this.files = [];
    this.reply = null;
    drafts.delete(key);
    this.words();
    post(this, { text, files, replyTo: reply?.message_id, undo });
    this.panel.thread.toBottom();
  }
}
