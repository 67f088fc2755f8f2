// The place where one person writes: text, attachments, replies, edits, commands, reply keyboards.

import { api } from "./api.js";
import { clear, el, icon, prefersTouch } from "./dom.js";
import { CAPTION_LIMIT, fullName, senderName, splitText, summary, TEXT_LIMIT } from "./format.js";
import { t } from "./i18n.js";
import { store } from "./state.js";

const GROWS_BY_ITSELF = window.CSS?.supports?.("field-sizing", "content") ?? false;

let serial = 0;

// What was being written to each chat by each person outlives a change of panel.
const drafts = new Map();

const LARGEST = 2560; // the longer edge of a photo, as the apps send it

// Photos go out as JPEG or PNG of a bearable size; what the browser cannot read goes out as it is.
async function shrink({ file, kind }) {
  if (kind !== "photo") return file;
  let bitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return file;
  }
  const scale = Math.min(1, LARGEST / Math.max(bitmap.width, bitmap.height));
  const plain = /^image\/(jpeg|png)$/.test(file.type);
  if (scale === 1 && plain && file.size < 8 * 1024 * 1024) return file;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const brush = canvas.getContext("2d");
  brush.fillStyle = "#ffffff";
  brush.fillRect(0, 0, canvas.width, canvas.height);
  brush.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.87));
  return blob ? new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" }) : file;
}

export class Composer {
  constructor(panel) {
    this.panel = panel;
    this.reply = null;
    this.editing = null;
    this.files = [];
    this.choices = [];
    this.chosen = 0;
    this.queue = Promise.resolve();
    this.sending = 0;
    this.hiddenKeyboard = null;
    this.build();
  }

  build() {
    serial += 1;
    const listId = `commands-${serial}`;
    this.context = el("div.context", { hidden: true });
    this.tray = el("div.tray", { hidden: true });
    this.menu = el("div.menu", { id: listId, role: "listbox", hidden: true, data: { testid: "command-menu" } });
    this.keys = el("div.reply-keys", { hidden: true, data: { testid: "reply-keyboard" } });
    this.note = el("div.note", { hidden: true });
    this.input = el("textarea.input", {
      rows: 1,
      autocomplete: "off",
      "aria-autocomplete": "list",
      "aria-controls": listId,
      data: { testid: "composer" },
      oninput: () => this.changed(),
      onkeydown: (event) => this.key(event),
      onpaste: (event) => this.paste(event),
      onblur: () => window.setTimeout(() => this.closeMenu(), 150),
    });
    this.photoPicker = el("input", {
      type: "file", accept: "image/*", multiple: true, hidden: true, data: { testid: "pick-photo" },
      onchange: (event) => this.picked(event, false),
    });
    this.filePicker = el("input", {
      type: "file", multiple: true, hidden: true, data: { testid: "pick-file" },
      onchange: (event) => this.picked(event, true),
    });
    this.attachMenu = el("div.popup", { hidden: true, role: "menu" });
    this.attachButton = el(
      "button.tool",
      { "aria-haspopup": "menu", "aria-expanded": "false", data: { testid: "attach" }, onclick: () => this.toggleAttach() },
      icon("attach"),
    );
    this.slash = el(
      "button.tool.slash",
      {
        data: { testid: "commands" },
        onmousedown: (event) => event.preventDefault(),
        onclick: () => this.toggleCommands(),
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
      this.tray,
      this.menu,
      this.note,
      el("div.row", {}, this.attachButton, this.attachMenu, this.slash, this.input, this.sendButton),
      this.keys,
      this.photoPicker,
      this.filePicker,
    );
    this.attachMenu.addEventListener("focusout", (event) => {
      if (!this.attachMenu.contains(event.relatedTarget) && event.relatedTarget !== this.attachButton) {
        this.closeAttach();
      }
    });
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
      const markup = store.log(this.chatId).markup(this.reply.message_id);
      placeholder = markup?.input_field_placeholder || t("write.placeholder.reply");
    }
    this.input.placeholder = placeholder;
    const label = this.editing ? t("write.save") : t("write.send");
    this.sendButton.title = label;
    this.sendButton.setAttribute("aria-label", label);
    clear(this.sendButton).append(icon(this.editing ? "check" : "send"));
    this.attachButton.title = t("write.attach");
    this.attachButton.setAttribute("aria-label", t("write.attach"));
    this.slash.title = t("write.commands");
    this.slash.setAttribute("aria-label", t("write.commands"));
    clear(this.attachMenu).append(
      el("button", { role: "menuitem", onclick: () => this.choose(this.photoPicker) }, icon("photo"), t("write.attach.photo")),
      el("button", { role: "menuitem", onclick: () => this.choose(this.filePicker) }, icon("file"), t("write.attach.file")),
    );
    this.drawContext();
    this.drawTray();
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
    this.closeMenu();
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

  // ---- attachments ----

  toggleAttach() {
    const open = this.attachMenu.hidden;
    this.attachMenu.hidden = !open;
    this.attachButton.setAttribute("aria-expanded", String(open));
    if (open) this.attachMenu.querySelector("button")?.focus();
  }

  closeAttach() {
    this.attachMenu.hidden = true;
    this.attachButton.setAttribute("aria-expanded", "false");
  }

  choose(picker) {
    this.closeAttach();
    picker.value = "";
    picker.click();
  }

  picked(event, plain) {
    this.add([...event.target.files], plain);
    event.target.value = "";
  }

  paste(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.add(files);
  }

  add(files, plain = false) {
    for (const file of files) {
      let kind = "document";
      if (!plain) {
        if (/^image\/(jpeg|png|webp|gif|bmp)$/.test(file.type)) kind = "photo";
        else if (file.type.startsWith("video/")) kind = "video";
        else if (file.type.startsWith("audio/")) kind = "audio";
      }
      this.files.push({ file, kind, preview: kind === "photo" ? URL.createObjectURL(file) : null });
    }
    if (this.files.length) this.stopEditing();
    this.words();
    if (!prefersTouch()) this.focus();
  }

  drop(item) {
    if (item.preview) URL.revokeObjectURL(item.preview);
    this.files = this.files.filter((one) => one !== item);
    this.words();
    this.focus();
  }

  drawTray() {
    clear(this.tray);
    this.tray.hidden = !this.files.length;
    for (const item of this.files) {
      const name = item.file.name || t(`msg.${item.kind}`);
      const face = item.preview ? el("img", { src: item.preview, alt: name }) : el("span.tray-file", {}, icon("file"), name);
      this.tray.append(
        el(
          "div.tray-item",
          { title: name },
          face,
          el(
            "button.tray-remove",
            { "aria-label": t("write.remove", { name }), onclick: () => this.drop(item) },
            icon("close"),
          ),
        ),
      );
    }
  }

  // ---- reply keyboards ----

  drawKeyboard(message, markup) {
    this.keyboardOf = message;
    clear(this.keys);
    const rows = markup?.keyboard ?? [];
    this.keys.hidden = !rows.length || this.hiddenKeyboard === message?.message_id;
    for (const row of rows) {
      const line = el("div.keys-row");
      for (const raw of row) {
        const button = typeof raw === "string" ? { text: raw } : raw;
        line.append(el("button.key", { onclick: () => this.pressKey(button, message, markup) }, el("span", { text: button.text })));
      }
      this.keys.append(line);
    }
  }

  pressKey(button, message, markup) {
    const group = store.chat(this.chatId)?.type !== "private";
    const base = { user_id: this.userId, chat_id: this.chatId };
    const user = store.user(this.userId);
    if (markup.one_time_keyboard) {
      this.hiddenKeyboard = message.message_id;
      this.drawKeyboard(message, markup);
    }
    if (button.request_contact) {
      this.enqueue(() =>
        api.sendOther({ ...base, kind: "contact", phone_number: "+8613800000000", first_name: user?.first_name ?? "" }),
      );
    } else if (button.request_location) {
      this.enqueue(() => api.sendOther({ ...base, kind: "location", latitude: 36.0671, longitude: 120.3826 }));
    } else {
      const replyTo = group ? message.message_id : undefined;
      this.enqueue(() => api.send({ userId: this.userId, chatId: this.chatId, text: button.text, replyTo }));
    }
    this.focus();
  }

  // ---- commands ----

  available() {
    return store.commandsFor(store.user(this.userId), store.chat(this.chatId));
  }

  toggleCommands() {
    if (!this.menu.hidden && this.menu.childElementCount) {
      this.closeMenu();
      if (this.input.value === "/") {
        this.input.value = "";
        this.changed();
      }
      return;
    }
    if (!this.input.value.startsWith("/")) {
      if (this.input.value.trim()) this.showCommands("", this.available());
      else this.input.value = "/";
    }
    this.changed();
    this.focus();
    if (this.menu.hidden) this.showCommands("", this.available());
  }

  suggest() {
    const typed = /^\/(\w*)$/.exec(this.input.value);
    if (!typed || this.editing) {
      this.closeMenu();
      return;
    }
    const prefix = typed[1].toLowerCase();
    const commands = this.available();
    const fitting = commands.filter((one) => one.command.toLowerCase().startsWith(prefix));
    if (!fitting.length && prefix) this.closeMenu();
    else this.showCommands(prefix, fitting);
  }

  showCommands(prefix, commands) {
    this.choices = commands;
    this.chosen = 0;
    clear(this.menu);
    this.menu.hidden = false;
    if (!commands.length) {
      this.menu.append(el("div.menu-foot", { text: t("write.commands.none") }));
      return;
    }
    const list = el("div.menu-list");
    commands.forEach((one, index) => {
      list.append(
        el(
          "div.menu-item",
          {
            id: `${this.menu.id}-${index}`,
            role: "option",
            data: { testid: "command" },
            onmousedown: (event) => event.preventDefault(),
            onclick: () => this.run(one),
            onmousemove: () => this.mark(index),
          },
          el("span.menu-name", { text: `/${one.command}` }),
          el("span.menu-what", { text: one.description }),
        ),
      );
    });
    this.menu.append(list);
    if (!prefersTouch()) this.menu.append(el("div.menu-foot", { text: t("write.commands.foot") }));
    this.mark(0);
  }

  mark(index) {
    this.chosen = index;
    const items = [...this.menu.querySelectorAll(".menu-item")];
    items.forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    const item = items[index];
    if (!item) return;
    this.input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  closeMenu() {
    this.menu.hidden = true;
    this.choices = [];
    clear(this.menu);
    this.input.removeAttribute("aria-activedescendant");
  }

  // As the apps do: in a group the command names its bot.
  command(text) {
    const chat = store.chat(this.chatId);
    const named = text.includes("@") || chat?.type === "private" || !store.bot?.username;
    return named ? text : `${text}@${store.bot.username}`;
  }

  run(one) {
    this.input.value = "";
    this.closeMenu();
    this.changed();
    this.sendText(this.command(`/${one.command}`));
    this.focus();
  }

  complete(one) {
    this.input.value = `${this.command(`/${one.command}`)} `;
    this.closeMenu();
    this.changed();
  }

  // ---- keys ----

  changed() {
    if (!GROWS_BY_ITSELF && this.input.offsetParent) {
      this.input.style.height = "auto";
      this.input.style.height = `${this.input.scrollHeight + 2}px`;
    }
    if (document.activeElement === this.input) this.suggest();
    const text = this.input.value;
    const parts = text.length > TEXT_LIMIT ? splitText(text).length : 1;
    this.note.hidden = parts < 2 || Boolean(this.editing);
    this.note.textContent = t("write.split", { n: parts });
    this.sendButton.disabled = !text.trim() && !this.files.length;
  }

  key(event) {
    // While an input method composes, its keys are its own.
    if (event.isComposing || event.keyCode === 229) return;
    const open = !this.menu.hidden && this.choices.length > 0;
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.mark((this.chosen + step + this.choices.length) % this.choices.length);
      event.preventDefault();
      return;
    }
    if (open && event.key === "Tab" && !event.shiftKey) {
      this.complete(this.choices[this.chosen]);
      event.preventDefault();
      return;
    }
    if (event.key === "Escape") {
      if (!this.menu.hidden) this.closeMenu();
      else if (this.editing || this.reply) this.cancel();
      else return;
      event.preventDefault();
      return;
    }
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (open) this.run(this.choices[this.chosen]);
      else this.submit();
      return;
    }
    if (event.key === "ArrowUp" && (event.ctrlKey || event.metaKey)) {
      this.panel.stepReply(-1);
      event.preventDefault();
    } else if (event.key === "ArrowDown" && (event.ctrlKey || event.metaKey)) {
      this.panel.stepReply(1);
      event.preventDefault();
    } else if (event.key === "ArrowUp" && !this.input.value && !event.shiftKey && !event.altKey) {
      this.panel.editLast();
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
        const message = await work();
        if (message) store.learn(message);
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
    const replyTo = reply?.message_id;
    const captioned = files.length > 0 && text.trim().length > 0 && text.trim().length <= CAPTION_LIMIT;
    const pictures = files.filter((item) => item.kind === "photo" || item.kind === "video");
    const album = pictures.length > 1 ? `${Date.now()}${Math.floor(Math.random() * 1000)}` : undefined;
    files.forEach((item, index) => {
      this.enqueue(
        () =>
          shrink(item).then((file) =>
            api.upload({
              userId, chatId, kind: item.kind, file, replyTo,
              caption: captioned && index === 0 ? text.trim() : undefined,
              album: pictures.includes(item) ? album : undefined,
            }),
          ),
        "write.failed",
        index === 0 && captioned ? undo : null,
      ).then(() => item.preview && URL.revokeObjectURL(item.preview));
    });
    if (!captioned) {
      splitText(text).forEach((piece, index) => {
        this.enqueue(
          () => api.send({ userId, chatId, text: piece, replyTo: index === 0 && !files.length ? replyTo : undefined }),
          "write.failed",
          index === 0 ? undo : null,
        );
      });
    }
    this.panel.toBottom();
  }
}
