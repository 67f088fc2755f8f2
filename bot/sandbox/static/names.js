// What people and chats are called on the page.

import { t } from "./i18n.js";

export function roleWords(user) {
  const role = user?.role;
  if (!role) return t("role.none");
  const known = t(`role.${role}`);
  return known === `role.${role}` ? role : known;
}

export function chatWords(chat) {
  if (!chat) return "";
  return chat.type === "private" ? t("panel.private") : chat.title || String(chat.id);
}
