// The messages of one chat as a list: drawn, kept up to date, scrolled, climbed.

import { earlier } from "./climb.js";
import { calmly } from "./calm.js";
import { avatar, clear, el, icon, once } from "./dom.js";
import { fullName, isService } from "./format.js";
import { t } from "./i18n.js";
import { forcesReply, keyboardIn } from "./markups.js";
import { renderMessage } from "./message.js";
import { store } from "./state.js";

const PAGE = 100; // bubbles drawn at first
const MOST = 260; // bubbles kept while the reader is at the bottom

export class Thread {
  constructor(panel) {
    this.panel = panel;
    this.nodes = new Map();
    this.ids = []; // drawn, ascending
    this.pending = new Map();
    this.flushing = false;
    this.stick = true;
    this.top = 0; // how far down at the last look
    this.unread = 0;
    this.list = el("ol.list");
    this.scroll = el("div.scroll", { tabIndex: 0, role: "log", onscroll: () => this.scrolled() }, this.list);
    this.pill = el("button.pill", { hidden: true, data: { testid: "new-messages" }, onclick: () => this.toBottom(true) });
    this.watch = new ResizeObserver(() => {
      this.look();
      if (this.stick) this.pin();
    });
    this.watch.observe(this.list);
    this.watch.observe(this.scroll);
    const here = (work) => (detail) => detail.chatId === panel.chatId && work(detail);
    this.offs = [
      store.on("message", here(({ id }) => this.expect(id, "message"))),
      store.on("edited", here(({ id, loud }) => this.expect(id, loud ? "edited" : "redraw"))),
      store.on("deleted", here(({ id }) => this.expect(id, "deleted"))),
      store.on("reset", here(() => this.redraw())),
    ];
  }

  dispose() {
    this.offs.forEach((off) => off());
    this.watch.disconnect();
  }

  // Another chat from now on.
  open() {
    this.unread = 0;
    this.stick = true;
    this.drawn = false;
    this.asked = 0; // the newest message that was looked at for whether it asks for an answer
    this.wipe();
    this.panel.composer.replyKeys.draw(null, null);
    if (!this.panel.present) return;
    const { chatId } = this.panel;
    const log = store.logs.of(chatId);
    if (log.ids.length) this.redraw();
    else {
      this.list.append(el("li.quiet", { text: t("panel.loading") }));
      log.ready?.then(() => this.panel.chatId === chatId && !this.ids.length && this.redraw());
    }
  }

  words() {
    this.scroll.setAttribute("aria-label", t("panel.messages"));
    this.pillWords();
  }

  wipe() {
    clear(this.list);
    this.nodes.clear();
    this.ids = [];
    this.pending.clear();
  }

  redraw() {
    const log = store.logs.of(this.panel.chatId);
    const atBottom = this.stick;
    const offset = this.scroll.scrollTop;
    const drawn = this.ids.length;
    this.wipe();
    const ids = log.ids.slice(-Math.max(PAGE, Math.min(drawn, MOST)));
    this.list.append(this.draw(log, ids, this.panel.context()));
    this.ids = ids;
    const fresh = this.drawn ? ids.filter((id) => id > this.asked) : this.panel.composer.reply ? [] : ids.slice(-1);
    this.drawn = true;
    if (!ids.length) this.drawQuiet();
    this.drawKeyboard(log);
    this.askedFor(log, fresh, false);
    if (atBottom) this.pin();
    else this.scroll.scrollTop = offset;
  }

  // The bubbles of messages that follow one another.
  draw(log, ids, context) {
    const fragment = document.createDocumentFragment();
    let previous = null;
    for (const id of ids) {
      const message = log.byId.get(id);
      const node = renderMessage(message, previous, context);
      this.nodes.set(id, node);
      fragment.append(node);
      previous = message;
    }
    return fragment;
  }

  drawQuiet() {
    clear(this.list);
    const { user, chat } = this.panel;
    const quiet = el("li.quiet");
    if (chat?.type === "private") {
      quiet.append(avatar(store.bot?.id ?? 1, fullName(store.bot), "large"), el("strong", { text: fullName(store.bot) }));
      if (!user?.started) {
        quiet.append(
          el("span", { text: t("panel.start.hint") }),
          once(el("button.primary", { text: t("panel.start"), data: { testid: "start" } }), () => this.panel.start()),
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
    const run = () =>
      calmly(() => {
        this.flushing = false;
        this.flush();
      });
    if (document.hidden) window.setTimeout(run, 60);
    else window.requestAnimationFrame(run);
  }

  flush() {
    const log = store.logs.of(this.panel.chatId);
    const work = [...this.pending];
    this.pending.clear();
    if (!this.panel.live || !work.length) return;
    const arrivals = work.filter(([id, what]) => what === "message" && log.byId.has(id)).map(([id]) => id);
    const own = arrivals.some((id) => log.byId.get(id).from?.id === this.panel.userId);
    if (arrivals.length > PAGE && this.stick) this.redraw();
    else {
      const context = this.panel.context();
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
      this.panel.composer.forget(id);
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
      (same || node.querySelector(".key") || this.panel.composer.input).focus({ preventScroll: true });
    }
    if (this.panel.composer.reply?.message_id === id) this.panel.composer.reply = message;
  }

  after(log, arrivals, own) {
    if (arrivals.length) this.panel.wrote();
    this.drawKeyboard(log);
    this.askedFor(log, arrivals, this.panel.node.contains(document.activeElement) && !this.panel.composer.attachments.open);
    if (own) this.stick = true;
    const foreign = arrivals.filter((id) => {
      const message = log.byId.get(id);
      return message && message.from?.id !== this.panel.userId && !isService(message);
    }).length;
    if (this.stick) {
      this.trim();
      this.pin();
    } else if (foreign) {
      this.unread += foreign;
      this.pillWords();
    }
    if (foreign) this.panel.shell.noticed(this.panel);
  }

  // Several may have arrived at once: the last that asks this person for an answer counts, unless they have spoken since.
  askedFor(log, arrivals, focus) {
    const { panel } = this;
    this.asked = Math.max(this.asked, ...arrivals);
    const messages = arrivals.map((id) => log.byId.get(id)).sort((a, b) => a.message_id - b.message_id);
    const asks = messages.findLast((message) => message.from?.id === panel.userId || forcesReply(panel, message));
    if (!asks || asks.from?.id === panel.userId || panel.composer.editing) return;
    panel.composer.replyTo(asks, focus);
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
    this.top = this.scroll.scrollTop;
  }

  // Only a reader goes up; away from the bottom, but not up, is on the way down or a layout that grew.
  look() {
    const { scrollHeight, clientHeight, scrollTop } = this.scroll;
    const up = scrollTop < this.top;
    this.top = scrollTop;
    if (clientHeight) this.stick = scrollHeight - scrollTop - clientHeight < 48 || (this.stick && !up);
  }

  scrolled() {
    if (!this.scroll.clientHeight) return;
    this.look();
    if (this.stick) this.unread = 0;
    this.pillWords();
    if (this.scroll.scrollTop < 160) earlier(this);
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

  redrawKey(messageId, data, busy) {
    for (const node of this.nodes.get(messageId)?.querySelectorAll(".key") ?? []) {
      if (node.dataset.key !== data) continue;
      if (busy) node.setAttribute("aria-busy", "true");
      else node.removeAttribute("aria-busy");
    }
  }

  drawKeyboard(log) {
    const { composer } = this.panel;
    const found = keyboardIn(this.panel, log);
    if (composer.replyKeys.of?.message_id !== found?.message_id) composer.replyKeys.draw(found, found && log.markup(found.message_id));
  }
}
