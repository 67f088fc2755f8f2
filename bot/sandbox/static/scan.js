// QR pictures as they hang in a lobby or on a bus stop: pressed instead of scanned, they open the bot as somebody.

import { api } from "./api.js";
import { openLink, picker } from "./board.js";
import { clear, el } from "./dom.js";
import { t } from "./i18n.js";
import { sheet } from "./notices.js";
import { store } from "./state.js";

const LINK = /(?:t\.me|telegram\.me)\/(\w+)\?start=([\w-]+)/g;

// Every link to the bot that was said in a chat that the page has read, the newest first.
function said() {
  const found = new Map();
  for (const log of store.logs.all.values()) {
    for (const id of log.ids) {
      const text = log.byId.get(id)?.text ?? log.byId.get(id)?.caption ?? "";
      for (const [, name, payload] of text.matchAll(LINK)) {
        if (name.toLowerCase() === store.bot?.username?.toLowerCase()) found.set(payload, log.byId.get(id).date);
      }
    }
  }
  return [...found.entries()].sort((a, b) => b[1] - a[1]).map(([payload]) => payload).slice(0, 8);
}

export function scanSheet() {
  if (!store.bot) return; // not read yet
  const list = el("div.codes");
  const add = (payload, words) => {
    const link = `https://t.me/${store.bot.username}${payload ? `?start=${payload}` : ""}`;
    list.append(
      el(
        "button.code",
        { data: { testid: "qr", payload }, onclick: () => open(payload) },
        el("img", { src: api.qrUrl(link), alt: link, width: 132, height: 132 }),
        el("span", { text: words }),
      ),
    );
  };
  const open = (payload) => {
    box.close();
    picker.open({ title: t("pick.link"), alone: true, onPick: (userId) => openLink(userId, payload) });
  };
  const own = el("input.filter", { "aria-label": t("scan.own"), placeholder: t("scan.own"), data: { testid: "scan-own" } });
  const draw = () => {
    clear(list);
    add("", t("scan.bot"));
    const typed = own.value.trim().replace(/^.*start=/, "");
    if (/^[\w-]{1,64}$/.test(typed)) add(typed, typed);
    for (const payload of said()) if (payload !== typed) add(payload, t("scan.said"));
  };
  own.addEventListener("input", draw);
  const box = sheet(t("scan.title"), "scanner", el("div.sheet-body", {}, el("p.quiet-words", { text: t("scan.hint") }), own, list));
  draw();
}
