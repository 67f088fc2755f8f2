// What can be sent beside words: photos, files, a voice, a place, a contact, and what people send without need.

import { api } from "./api.js";
import { clear, el, icon, prefersTouch } from "./dom.js";
import { language, t } from "./i18n.js";
import { mapSheet } from "./map.js";
import { record, SCENE_NAMES, samplePhoto } from "./samples.js";
import { store } from "./state.js";

const LARGEST = 2560; // the longer edge of a photo, as the apps send it
const OWN_PHONE = "+8613800000000";

// Photos go out as JPEG or PNG of a bearable size; what the browser cannot read goes out as it is.
export async function shrink({ file, kind }) {
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

// Files that are dragged onto a node.
export function dropped(node, take) {
  node.addEventListener("dragover", (event) => {
    if (![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    node.classList.add("dropping");
  });
  node.addEventListener("dragleave", (event) => {
    if (!node.contains(event.relatedTarget)) node.classList.remove("dropping");
  });
  node.addEventListener("drop", (event) => {
    node.classList.remove("dropping");
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
}

export class Attachments {
  constructor(composer) {
    this.composer = composer;
    this.photoPicker = this.picker("pick-photo", false, { accept: "image/*" });
    this.filePicker = this.picker("pick-file", true, {});
    this.menu = el("div.popup", { hidden: true, role: "menu", data: { testid: "attach-menu" }, onkeydown: (event) => this.key(event) });
    this.button = el(
      "button.tool",
      { "aria-haspopup": "menu", "aria-expanded": "false", data: { testid: "attach" }, onclick: () => this.toggle() },
      icon("attach"),
    );
    this.choosing = false; // the browser's own sheet of files is open
    this.asking = false;
    this.hush = null; // ends the recording that runs
    this.tray = el("div.tray", { hidden: true });
    this.recorder = el("div.recording", { hidden: true, role: "status", data: { testid: "recording" } });
    this.menu.addEventListener("focusout", (event) => {
      if (!this.menu.contains(event.relatedTarget) && event.relatedTarget !== this.button) this.close();
    });
  }

  picker(testid, plain, more) {
    return el("input", {
      type: "file", multiple: true, hidden: true, ...more, data: { testid },
      oncancel: () => { this.choosing = false; },
      onchange: (event) => {
        this.choosing = false;
        this.add([...event.target.files], plain);
        event.target.value = "";
      },
    });
  }

  get base() {
    return { user_id: this.composer.userId, chat_id: this.composer.chatId };
  }

  words() {
    this.button.title = t("write.attach");
    this.button.setAttribute("aria-label", t("write.attach"));
    this.drawTray();
    // Only for another language: whoever has the menu open would lose it.
    if (this.language === language()) return;
    this.language = language();
    const item = (name, sign, run) =>
      el("button", { role: "menuitem", data: { testid: `attach-${name}` }, onclick: () => { this.close(); run(); } }, icon(sign), t(`write.attach.${name}`));
    clear(this.menu).append(
      item("photo", "photo", () => this.choose(this.photoPicker)),
      item("sample", "photo", () => this.sample(["flood"])),
      item("album", "album", () => this.sample(SCENE_NAMES)),
      item("file", "file", () => this.choose(this.filePicker)),
      item("voice", "mic", () => this.speak()),
      item("place", "pin", () => this.point()),
      item("contact", "person", () => this.other({ kind: "contact", phone_number: OWN_PHONE, first_name: store.user(this.composer.userId)?.first_name ?? "" })),
      item("sticker", "smile", () => this.other({ kind: "sticker", emoji: "🙏" })),
      item("poll", "check", () => this.other({ kind: "poll", question: t("write.attach.poll.question") })),
    );
  }

  // Something is being chosen or spoken: it belongs to this chat.
  get open() {
    return !this.menu.hidden || !this.recorder.hidden || this.asking || this.choosing;
  }

  other(body, base = this.base) {
    return this.composer.enqueue(() => api.sendOther({ ...base, ...body }));
  }

  // The panel may look elsewhere before the place is found.
  point() {
    const { base } = this;
    mapSheet((place) => this.other(place, base));
  }

  // ---- the menu ----

  toggle() {
    const open = this.menu.hidden;
    this.menu.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (open) this.menu.querySelector("button")?.focus();
  }

  close() {
    this.menu.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
  }

  key(event) {
    const items = [...this.menu.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    if (event.key === "Escape") {
      this.close();
      this.button.focus();
    } else if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
    else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length].focus();
    else return;
    event.preventDefault();
  }

  choose(picker) {
    picker.value = "";
    this.choosing = true;
    picker.click();
  }

  sample(names) {
    this.add(names.map((name) => samplePhoto(name)));
  }

  // ---- what lies ready ----

  add(files, plain = false) {
    const { composer } = this;
    for (const file of files) {
      let kind = "document";
      if (!plain) {
        if (/^image\/(jpeg|png|webp|gif|bmp)$/.test(file.type)) kind = "photo";
        else if (file.type.startsWith("video/")) kind = "video";
        else if (file.type.startsWith("audio/")) kind = "audio";
      }
      composer.files.push({ file, kind, preview: kind === "photo" ? URL.createObjectURL(file) : null });
    }
    if (composer.files.length) composer.stopEditing();
    composer.words();
    if (!prefersTouch()) composer.focus();
  }

  drop(item) {
    const { composer } = this;
    if (item.preview) URL.revokeObjectURL(item.preview);
    composer.files = composer.files.filter((one) => one !== item);
    composer.words();
    composer.focus();
  }

  drawTray() {
    const { files } = this.composer;
    clear(this.tray);
    this.tray.hidden = !files.length;
    for (const item of files) {
      const name = item.file.name || t(`msg.${item.kind}`);
      const face = item.preview ? el("img", { src: item.preview, alt: name }) : el("span.tray-file", {}, icon("file"), name);
      this.tray.append(
        el(
          "div.tray-item",
          { title: name },
          face,
          el("button.tray-remove", { "aria-label": t("write.remove", { name }), onclick: () => this.drop(item) }, icon("close")),
        ),
      );
    }
  }

  // ---- a voice ----

  async speak() {
    const { userId, chatId } = this.composer;
    if (this.asking) return;
    this.hush?.();
    this.asking = true; // the browser may ask for the microphone first
    const recording = await record().finally(() => {
      this.asking = false;
    });
    const began = performance.now();
    const clock = el("span.recording-time", { text: "0:00" });
    const tick = window.setInterval(() => {
      const seconds = Math.floor((performance.now() - began) / 1000);
      clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }, 250);
    const end = () => {
      window.clearInterval(tick);
      this.recorder.hidden = true;
      this.hush = null;
      clear(this.recorder);
      this.composer.focus();
    };
    this.hush = () => { end(); recording.drop(); };
    const send = el("button.small.strong", { data: { testid: "voice-send" }, onclick: () => { end(); this.composer.enqueue(async () => api.upload({ userId, chatId, kind: "voice", file: await recording.stop() })); } }, t("voice.send"));
    clear(this.recorder).append(
      el("span.recording-dot", { "aria-hidden": "true" }),
      clock,
      el("span.recording-words", { text: recording.real ? t("voice.speaking") : recording.why }),
      send,
      el("button.small", { data: { testid: "voice-drop" }, onclick: () => this.hush() }, t("write.cancel")),
    );
    this.recorder.hidden = false;
    send.focus();
  }
}
