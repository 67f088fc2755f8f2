// What lies over the page for a while: toasts, the bot's alerts, a photo in full, and sheets.

import { clear, el, icon, leave } from "./dom.js";
import { fullName } from "./format.js";
import { t } from "./i18n.js";

const $ = (id) => document.getElementById(id);

export const narrow = window.matchMedia("(max-width: 760px)");

export function toast(text, mood = "", action = null) {
  const node = el(`div.toast${mood ? "." + mood : ""}`, { text, data: { testid: "toast" } });
  if (action) {
    endNews();
    node.classList.add("tells");
    const go = () => {
      node.remove();
      action.go();
    };
    node.append(el("button.toast-go", { text: action.words, data: { testid: "toast-go" }, onclick: go }));
  }
  const box = $("toasts");
  if (mood === "good") for (const old of box.querySelectorAll(".good")) old.remove();
  box.append(node);
  while (box.childElementCount > 3) box.firstElementChild.remove();
  leave(node, action ? 12000 : mood === "good" ? 4200 : 5000);
}

// What a toast told of has been seen, or there is something newer.
export function endNews() {
  for (const node of $("toasts").querySelectorAll(".tells")) node.remove();
}

export function alertBox(user, text) {
  const box = $("alert");
  if (box.open) {
    box.addEventListener("close", () => alertBox(user, text), { once: true });
    return;
  }
  clear(box).append(
    el("h2", { text: t("alert.title", { who: fullName(user) }) }),
    el("p", { text }),
    el("div.sheet-foot", {}, el("button.primary", { text: t("alert.ok"), data: { testid: "alert-ok" }, onclick: () => box.close() })),
  );
  box.showModal();
  box.querySelector("button").focus();
}

export function openPhoto(address, caption) {
  const box = $("lightbox");
  clear(box).append(
    el("img", { src: address, alt: caption || t("msg.photo") }),
    el("button.tool", { "aria-label": t("alert.ok"), onclick: () => box.close() }, icon("close")),
  );
  box.onclick = () => box.close();
  box.showModal();
}


// A sheet with a head; a click beside it, or Escape, closes it.
export function sheet(title, testid, ...children) {
  const node = el("dialog.sheet", { "aria-label": title, data: { testid } });
  const close = el("button.tool", { title: t("sheet.close"), "aria-label": t("sheet.close"), data: { testid: `${testid}-close` }, onclick: () => node.close() }, icon("close"));
  node.append(el("div.sheet-head", {}, el("h2", { text: title }), close), ...children);
  node.addEventListener("click", (event) => event.target === node && node.close());
  node.addEventListener("close", () => node.remove());
  document.body.append(node);
  node.showModal();
  return node;
}
