// The menu of commands over the place to write, as the bot has set it for this person in this chat.

import { clear, el, prefersTouch } from "./dom.js";
import { t } from "./i18n.js";
import { store } from "./state.js";

let serial = 0;

// The menu that Telegram would show this person in this chat: the narrowest scope wins, and within it
// the person's language before the one for everybody.
function commandsFor(user, chat) {
  if (!user || !chat) return [];
  const code = (user.language_code ?? "").toLowerCase();
  const short = code.split("-")[0];
  const own =
    chat.type === "private"
      ? [{ type: "chat", chat_id: chat.id }, { type: "all_private_chats" }]
      : [{ type: "chat_member", chat_id: chat.id, user_id: user.id }, { type: "chat", chat_id: chat.id }, { type: "all_group_chats" }];
  for (const scope of [...own, { type: "default" }]) {
    for (const wanted of [...new Set([code, short, ""])]) {
      const set = store.commands.find(
        (entry) =>
          (entry.scope?.type ?? "default") === scope.type &&
          (scope.chat_id === undefined || String(entry.scope.chat_id) === String(scope.chat_id)) &&
          (scope.user_id === undefined || entry.scope.user_id === scope.user_id) &&
          (entry.language_code ?? "").toLowerCase() === wanted,
      );
      if (set && set.commands?.length) return set.commands;
    }
  }
  return [];
}

export class CommandMenu {
  constructor(composer) {
    serial += 1;
    this.composer = composer;
    this.id = `commands-${serial}`;
    this.node = el("div.menu", { id: this.id, role: "listbox", hidden: true, data: { testid: "command-menu" } });
    this.choices = [];
    this.chosen = 0;
  }

  get input() {
    return this.composer.input;
  }

  available() {
    const { userId, chatId } = this.composer;
    return commandsFor(store.user(userId), store.chat(chatId));
  }

  // True when the key was the menu's.
  key(event) {
    if (this.node.hidden || !this.choices.length) return false;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.mark((this.chosen + step + this.choices.length) % this.choices.length);
    } else if (event.key === "Tab" && !event.shiftKey) this.complete(this.choices[this.chosen]);
    else if (event.key === "Enter" && !event.shiftKey) this.run(this.choices[this.chosen]);
    else return false;
    return true;
  }

  toggle() {
    const { input, composer } = this;
    if (!this.node.hidden && this.node.childElementCount) {
      this.close();
      if (input.value === "/") {
        input.value = "";
        composer.changed();
      }
      return;
    }
    if (!input.value.startsWith("/")) {
      if (input.value.trim()) this.show(this.available());
      else input.value = "/";
    }
    composer.changed();
    composer.focus();
    if (this.node.hidden) this.show(this.available());
  }

  suggest() {
    const typed = /^\/(\w*)$/.exec(this.input.value);
    if (!typed || this.composer.editing) {
      this.close();
      return;
    }
    const prefix = typed[1].toLowerCase();
    const fitting = this.available().filter((one) => one.command.toLowerCase().startsWith(prefix));
    if (!fitting.length && prefix) this.close();
    else this.show(fitting);
  }

  // What is chosen stays chosen while it is offered: the same menu is shown again whenever commands come.
  show(commands) {
    const offered = JSON.stringify([commands, t("write.commands.foot")]);
    if (!this.node.hidden && offered === this.offered) return;
    this.offered = offered;
    const chosen = commands.findIndex((one) => one.command === this.choices[this.chosen]?.command);
    this.choices = commands;
    clear(this.node);
    this.node.hidden = false;
    if (!commands.length) {
      this.node.append(el("div.menu-foot", { text: t("write.commands.none") }));
      return;
    }
    const list = el("div.menu-list");
    commands.forEach((one, index) => {
      list.append(
        el(
          "div.menu-item",
          {
            id: `${this.id}-${index}`,
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
    this.node.append(list);
    if (!prefersTouch()) this.node.append(el("div.menu-foot", { text: t("write.commands.foot") }));
    this.mark(Math.max(0, chosen));
  }

  mark(index) {
    this.chosen = index;
    const items = [...this.node.querySelectorAll(".menu-item")];
    items.forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    const item = items[index];
    if (!item) return;
    this.input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }

  close() {
    this.node.hidden = true;
    this.choices = [];
    clear(this.node);
    this.input.removeAttribute("aria-activedescendant");
  }

  // As the apps do: in a group the command names its bot.
  named(text) {
    const chat = store.chat(this.composer.chatId);
    const plain = text.includes("@") || chat?.type === "private" || !store.bot?.username;
    return plain ? text : `${text}@${store.bot.username}`;
  }

  run(one) {
    const { composer } = this;
    this.input.value = "";
    this.close();
    composer.changed();
    composer.sendText(this.named(`/${one.command}`));
    composer.focus();
  }

  complete(one) {
    this.input.value = `${this.named(`/${one.command}`)} `;
    this.close();
    this.composer.changed();
  }
}
