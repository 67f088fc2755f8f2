// Following a case: a card may go to the group of any office. The default panel of the clerk goes along; what
// must not be disturbed, or was chosen by hand, gets a word about it instead.

import { addPanel, board, drawTabs, focusPanel, layout, settle } from "./board.js";
import { calmly } from "./calm.js";
import { isService } from "./format.js";
import { t } from "./i18n.js";
import { memory } from "./memory.js";
import { narrow, toast } from "./notices.js";
import { chatWords } from "./names.js";
import { store } from "./state.js";

const SETTLE = 450; // milliseconds: what has just been pressed may be seen before the view moves on
const CROWD = { moves: 4, within: 8000 }; // more than that is a flood, and nobody could read along
const news = new Map(); // chat id → message id, of groups that no panel shows; the newest last
let next = null;
let moves = [];

export function isDesk(chat) {
  return chat?.label === "department" || chat?.label === "triage";
}

// Through whose eyes a group is best seen.
export function eyesFor(chat) {
  const members = (chat.members ?? []).map((id) => store.user(id)).filter((user) => user && !user.is_bot);
  const wanted = chat.label === "triage" ? "dispatcher" : "clerk";
  return members.find((user) => user.role === wanted) ?? members.find((user) => user.role !== "admin") ?? members[0] ?? null;
}

function isShown(chatId) {
  return board.panels.some((panel) => panel.chatId === chatId);
}

// The panel that tells of news: the one that follows, or the first that looks at an office.
export function host() {
  return board.panels.find((panel) => panel.follows) ?? board.panels.find((panel) => isDesk(panel.chat)) ?? null;
}

function hidden(panel) {
  if (narrow.matches) return panel !== board.active;
  const { left, right } = panel.node.getBoundingClientRect();
  return (left + right) / 2 < 0 || (left + right) / 2 > window.innerWidth;
}

store.on("posted", ({ chatId, message }) => {
  if (message.from?.id !== store.bot?.id || isService(message) || isShown(chatId)) return;
  if (!isDesk(store.chat(chatId))) return;
  if (!next) followSoon();
  next = { chatId, message };
  news.delete(chatId);
  news.set(chatId, message.message_id);
});

function followSoon() {
  window.setTimeout(() => calmly(follow), SETTLE);
}

function follow() {
  const { chatId, message } = next;
  if (host()?.composer.sending) {
    followSoon(); // what was just written arrives first
    return;
  }
  next = null;
  const chat = store.chat(chatId);
  const eyes = chat && eyesFor(chat);
  if (!eyes || isShown(chatId)) {
    drawNews();
    return;
  }
  const panel = host();
  const now = performance.now();
  moves = moves.filter((at) => now - at < CROWD.within);
  const title = chatWords(chat);
  if (panel?.follows && !panel.occupied && moves.length < CROWD.moves) {
    moves.push(now);
    memory.write("followed", chatId);
    const card = Boolean(message.reply_markup?.inline_keyboard);
    const away = hidden(panel);
    panel.moveTo(eyes.id, chatId, message.message_id, away ? null : t(card ? "follow.card" : "follow.message", { title }));
    if (board.custom) memory.write("layout", layout());
    if (away) {
      panel.waiting = true;
      toast(t(card ? "news.card" : "news.one", { title }), "", { words: t("news.go"), go: () => focusPanel(panel, false) });
    }
    settle();
    return;
  }
  if (!panel || hidden(panel)) {
    if (panel) panel.waiting = true;
    toast(t("news.one", { title }), "", { words: t("news.go"), go: () => look(chatId) });
  }
  drawNews();
  drawTabs();
}

// What was asked for by a click on the news.
export function look(chatId) {
  const chat = store.chat(chatId);
  const eyes = chat && eyesFor(chat);
  const shown = board.panels.find((one) => one.chatId === chatId);
  if (shown || !eyes) {
    focusPanel(shown ?? null, false);
    return;
  }
  let panel = host();
  if (panel) panel.show(eyes.id, chatId);
  else {
    panel = addPanel(eyes.id, chatId);
    board.panels.push(panel);
    board.custom = true;
  }
  if (panel.follows) memory.write("followed", chatId);
  if (board.custom) memory.write("layout", layout());
  settle();
  focusPanel(panel, false);
}

export function drawNews() {
  for (const chatId of news.keys()) if (isShown(chatId) || !store.chat(chatId)) news.delete(chatId);
  const told = host();
  const list = [...news.keys()].reverse().map((chatId) => ({
    chatId,
    title: chatWords(store.chat(chatId)),
    go: () => look(chatId),
    forget: () => {
      news.clear();
      drawNews();
      drawTabs();
    },
  }));
  for (const panel of board.panels) panel.drawNews(panel === told ? list : []);
}
