// Forced replies and reply keyboards: whom they are for, and which one stands in a chat now.

import { store } from "./state.js";

// A selective markup is for those whom the text names or whose message it answers.
function concerns({ userId, user, chat }, message, markup) {
  if (message.from?.id === userId) return false;
  if (chat?.type === "private" || !markup.selective) return true;
  if (message.reply_to_message?.from?.id === userId) return true;
  const text = message.text ?? message.caption ?? "";
  const name = user?.username?.toLowerCase();
  return (message.entities ?? message.caption_entities ?? []).some((entity) => {
    if (entity.type === "text_mention") return entity.user?.id === userId;
    if (entity.type !== "mention" || !name) return false;
    return text.slice(entity.offset + 1, entity.offset + entity.length).toLowerCase() === name;
  });
}

export function forcesReply(panel, message) {
  const markup = store.logs.of(panel.chatId).markup(message.message_id);
  return Boolean(markup?.force_reply) && concerns(panel, message, markup);
}

// The message whose reply keyboard the person sees, or null.
export function keyboardIn(panel, log) {
  for (let at = log.ids.length - 1, seen = 0; at >= 0 && seen < 200; at -= 1, seen += 1) {
    const message = log.byId.get(log.ids[at]);
    const markup = log.markup(message.message_id);
    if (!markup || !(markup.keyboard || markup.remove_keyboard) || !concerns(panel, message, markup)) continue;
    return markup.keyboard ? message : null;
  }
  return null;
}
