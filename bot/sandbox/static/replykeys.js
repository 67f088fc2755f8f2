// A reply keyboard below the place to write: what its buttons say is sent as the person's own words.

import { api } from "./api.js";
import { clear, el } from "./dom.js";
import { store } from "./state.js";

export class ReplyKeys {
  constructor(composer) {
    this.composer = composer;
    this.node = el("div.reply-keys", { hidden: true, data: { testid: "reply-keyboard" } });
    this.of = null; // the message that it came with
    this.put = null; // the message whose keyboard was used once and is gone
  }

  draw(message, markup) {
    this.of = message;
    clear(this.node);
    const rows = markup?.keyboard ?? [];
    this.node.hidden = !rows.length || this.put === message?.message_id;
    for (const row of rows) {
      const line = el("div.keys-row");
      for (const raw of row) {
        const button = typeof raw === "string" ? { text: raw } : raw;
        line.append(el("button.key", { onclick: () => this.press(button, message, markup) }, el("span", { text: button.text })));
      }
      this.node.append(line);
    }
  }

  press(button, message, markup) {
    const { composer } = this;
    const { userId, chatId } = composer;
    const base = { user_id: userId, chat_id: chatId };
    if (markup.one_time_keyboard) {
      this.put = message.message_id;
      this.draw(message, markup);
    }
    if (button.request_contact) {
      const first_name = store.user(userId)?.first_name ?? "";
      composer.enqueue(() => api.sendOther({ ...base, kind: "contact", phone_number: "+8613800000000", first_name }));
    } else if (button.request_location) {
      composer.enqueue(() => api.sendOther({ ...base, kind: "location", latitude: 36.0671, longitude: 120.3826 }));
    } else {
      const replyTo = store.chat(chatId)?.type !== "private" ? message.message_id : undefined;
      composer.enqueue(() => api.send({ userId, chatId, text: button.text, replyTo }));
    }
    composer.focus();
  }
}
