// A dialog to choose a pair of eyes and a chat.

import { avatar, clear, el, icon, prefersTouch } from "./dom.js";
import { fullName } from "./format.js";
import { t } from "./i18n.js";
import { chatWords, roleWords } from "./names.js";
import { store } from "./state.js";

const ORDER = ["citizen", "clerk", "lead", "checker", "dispatcher", "supervisor", "admin"];

function rank(user) {
  const at = ORDER.indexOf(user.role);
  return at < 0 ? ORDER.length : at;
}

export class Picker {
  constructor({ newCitizen }) {
    this.newCitizen = newCitizen;
    this.node = el("dialog.sheet.picker", { data: { testid: "picker" } });
    // A click beside the sheet closes it.
    this.node.addEventListener("click", (event) => event.target === this.node && this.node.close());
    document.body.append(this.node);
  }

  // `alone`: only people with their private chats can be chosen; `fits`: which of them.
  open({ title, current, onPick, alone = false, fits = () => true }) {
    this.fits = fits;
    this.onPick = onPick;
    this.alone = alone;
    this.current = current ?? null;
    this.filter = el("input.filter", { type: "search", placeholder: t("pick.filter"), "aria-label": t("pick.filter"), oninput: () => this.draw() });
    this.rows = el("div.people");
    clear(this.node).append(
      el(
        "div.sheet-head",
        {},
        el("h2", { text: title }),
        el("button.tool", { title: t("write.cancel"), "aria-label": t("write.cancel"), onclick: () => this.node.close() }, icon("close")),
      ),
      this.filter,
      this.rows,
      el(
        "div.sheet-foot",
        {},
        el("button.small", { onclick: () => this.bring("zh-Hans"), data: { testid: "new-citizen-zh" } }, icon("plus"), t("pick.new_zh")),
        el("button.small", { onclick: () => this.bring("en"), data: { testid: "new-citizen-en" } }, icon("plus"), t("pick.new_en")),
      ),
    );
    this.node.setAttribute("aria-label", title);
    this.draw();
    this.node.showModal();
    const on = this.rows.querySelector("[aria-current]");
    // On a touch screen the search field would raise the keyboard over the list.
    const first = prefersTouch() ? this.rows.querySelector("button") : this.filter;
    (on ?? first)?.focus();
  }

  async bring(language) {
    this.node.close();
    await this.newCitizen(language, this.onPick);
  }

  draw() {
    const wanted = this.filter.value.trim().toLowerCase();
    clear(this.rows);
    const people = [...store.users.values()].filter((user) => !user.is_bot && this.fits(user)).sort((a, b) => rank(a) - rank(b));
    for (const user of people) {
      const name = fullName(user);
      const chats = [store.chat(user.id), ...(this.alone ? [] : store.groupsOf(user.id))].filter(Boolean);
      const whole = `${name} ${roleWords(user)} ${user.username ?? ""}`.toLowerCase().includes(wanted);
      const fitting = whole ? chats : chats.filter((chat) => chatWords(chat).toLowerCase().includes(wanted));
      if (!fitting.length) continue;
      const buttons = fitting.map((chat) => {
        const on = this.current && this.current.userId === user.id && this.current.chatId === chat.id;
        return el(
          "button.place",
          {
            "aria-current": on ? "true" : null,
            data: { testid: "pick", user: String(user.id), chat: String(chat.id) },
            onclick: () => {
              this.node.close();
              this.onPick(user.id, chat.id);
            },
          },
          icon(chat.type === "private" ? "person" : "group"),
          chatWords(chat),
        );
      });
      this.rows.append(
        el(
          "div.human",
          {},
          avatar(user.id, name),
          el(
            "div.human-words",
            {},
            el("div.human-name", {}, el("strong", { text: name }), el("span.tag", { text: roleWords(user), data: { role: user.role ?? "" } })),
            el("div.places", {}, buttons),
          ),
        ),
      );
    }
    if (!this.rows.childElementCount) this.rows.append(el("p.quiet", { text: t("pick.none") }));
  }
}
