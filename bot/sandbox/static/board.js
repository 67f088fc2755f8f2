// The row of panels: who is shown, in which order, which one is at hand, and the tabs of a phone.

import { api } from "./api.js";
import { avatar, clear, el, icon } from "./dom.js";
import { drawNews, eyesFor, host, isDesk } from "./follow.js";
import { t } from "./i18n.js";
import { memory } from "./memory.js";
import { bring } from "./newcomers.js";
import { alertBox, endNews, narrow, openPhoto } from "./notices.js";
import { chatWords } from "./names.js";
import { Panel } from "./panel.js";
import { Picker } from "./picker.js";
import { store } from "./state.js";

const $ = (id) => document.getElementById(id);
const last = memory.read("layout");

// `custom`: arranged by hand. `kept`: the panels of last time, until the people are known.
export const board = { panels: [], active: null, custom: false, kept: Array.isArray(last) ? last : null };
export const picker = new Picker({ newCitizen: (language, then) => bring({ language }, then) });

const shell = {
  pickFor(panel) {
    picker.open({
      title: t("pick.title"),
      current: panel,
      onPick: (userId, chatId) => {
        panel.follows = false;
        panel.show(userId, chatId);
        arranged();
        focusPanel(panel);
      },
    });
  },
  // A link to the bot itself: whoever is chosen opens it.
  follow(panel, payload) {
    picker.open({
      title: t("pick.link"),
      current: panel,
      alone: true,
      onPick: (userId) => openLink(userId, payload),
    });
  },
  // Somebody comes into the group, added by the one whose eyes these are.
  addTo(panel) {
    picker.open({
      title: t("pick.member", { chat: chatWords(panel.chat) }),
      alone: true,
      fits: (user) => !panel.chat.members.includes(user.id),
      onPick: (userId) =>
        api.members({ chat_id: panel.chatId, user_id: userId, by: panel.userId, action: "add" }).catch((error) => panel.toast(error.message, "bad")),
    });
  },
  close(panel) {
    const at = board.panels.indexOf(panel);
    board.panels.splice(at, 1);
    panel.dispose();
    if (board.active === panel) board.active = board.panels[Math.min(at, board.panels.length - 1)] ?? null;
    arranged();
  },
  noticed(panel) {
    if (narrow.matches && panel !== board.active) {
      panel.waiting = true;
      drawTabs();
    }
  },
  alert: alertBox,
  openPhoto,
};

export function openLink(userId, payload) {
  const panel = reveal(userId, userId);
  panel.start(payload);
  return panel;
}

// The panel of this person and chat: the one that is there, or a new one.
export function reveal(userId, chatId, write = true) {
  let panel = board.panels.find((one) => one.userId === userId && one.chatId === chatId);
  if (!panel) {
    panel = addPanel(userId, chatId);
    board.panels.push(panel);
    arranged();
  }
  focusPanel(panel, write);
  return panel;
}

export function defaults() {
  const users = [...store.users.values()].filter((user) => !user.is_bot);
  const groups = [...store.chats.values()].filter((chat) => chat.type !== "private");
  const out = [];
  const citizen = users.find((user) => user.role === "citizen");
  if (citizen) out.push([citizen.id, citizen.id]);
  const followed = memory.read("followed");
  const group = groups.find((chat) => chat.id === followed && isDesk(chat)) ?? groups.find((chat) => chat.label === "department") ?? groups[0];
  if (group) {
    const clerk = eyesFor(group);
    if (clerk) out.push([clerk.id, group.id, true]);
  }
  const admin = users.find((user) => user.role === "admin");
  if (admin) out.push([admin.id, admin.id]);
  if (!out.length && users.length) out.push([users[0].id, users[0].id]);
  return out;
}

export function exists([userId, chatId]) {
  const chat = store.chat(chatId);
  if (!store.user(userId) || !chat) return false;
  return chat.type === "private" ? chatId === userId : Boolean(chat.members?.includes(userId));
}

export function build(pairs) {
  for (const panel of board.panels) panel.dispose();
  board.panels = pairs.map(([userId, chatId, follows]) => addPanel(userId, chatId, follows === true));
  board.active = board.panels[0] ?? null;
  settle();
}

export function addPanel(userId, chatId, follows = false) {
  const panel = new Panel({ userId, chatId, follows, shell });
  $("board").insertBefore(panel.node, $("add-panel"));
  panel.node.addEventListener("focusin", () => {
    if (!narrow.matches) board.active = panel;
  });
  panel.open();
  return panel;
}

export function layout() {
  return board.panels.map(({ userId, chatId, follows }) => (follows ? [userId, chatId, true] : [userId, chatId]));
}

// A change made by hand is remembered.
export function arranged() {
  board.custom = true;
  memory.write("layout", layout());
  settle();
}

export function settle() {
  const seen = new Set();
  for (const panel of board.panels) {
    const role = panel.user?.role ?? "";
    const first = role && !seen.has(role);
    seen.add(role);
    panel.node.dataset.testid = first ? `panel-${role}` : "panel";
  }
  $("nobody").hidden = board.panels.length > 0;
  drawNews();
  drawTabs();
}

export function focusPanel(panel, write = true) {
  if (!panel) return;
  select(panel);
  panel.node.scrollIntoView({ inline: "nearest", block: "nearest" });
  if (write) panel.composer.focus();
  else panel.thread.scroll.focus({ preventScroll: true });
}

export function select(panel) {
  board.active = panel;
  const fresh = panel.waiting;
  panel.waiting = false;
  if (panel === host()) endNews();
  drawTabs();
  panel.composer.changed();
  if (fresh || panel.thread.stick) panel.thread.toBottom(); // a tab with a dot leads to what is new
}

export function drawTabs() {
  const tabs = clear($("tabs"));
  for (const panel of board.panels) {
    const { name, chat } = panel.describe();
    const on = panel === board.active;
    panel.node.classList.toggle("current", on);
    const tab = el(
      "button.tab",
      {
        "aria-current": on ? "true" : null,
        title: `${name} · ${chat}`,
        data: { testid: "tab", user: String(panel.userId), chat: String(panel.chatId) },
        onclick: () => select(panel),
      },
      avatar(panel.userId, name),
      el("span.tab-name", { text: panel.chat?.type === "private" ? name : chat }),
    );
    if (panel.waiting) tab.append(el("span.dot", { "aria-label": t("tabs.unread"), role: "img", data: { testid: "unread" } }));
    tabs.append(tab);
  }
  tabs.append(
    el("button.tab.add", { "aria-label": t("panel.add"), title: t("panel.add"), onclick: pickNew }, el("span.avatar.plain", {}, icon("plus")), el("span.tab-name", { text: t("tabs.add") })),
  );
  tabs.querySelector("[aria-current]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
}

export function pickNew() {
  picker.open({
    title: t("pick.add"),
    onPick: (userId, chatId) => {
      const panel = addPanel(userId, chatId);
      board.panels.push(panel);
      arranged();
      focusPanel(panel);
    },
  });
}

// People came, went or changed: the panels follow.
store.on("migrated", ({ from, to }) => {
  for (const panel of board.panels) if (panel.chatId === from) panel.moving = to;
});
store.on("people", () => {
  if (!store.bot) return; // not even the first state is there: nothing to be judged by
  for (const panel of board.panels) {
    if (panel.moving && exists([panel.userId, panel.moving])) {
      panel.show(panel.userId, panel.moving);
      panel.moving = null;
    }
  }
  if (board.kept) {
    const pairs = board.kept.filter((pair) => Array.isArray(pair) && exists(pair));
    board.kept = null;
    board.custom = pairs.length > 0;
    if (board.custom) build(pairs);
  }
  if (!board.custom) {
    const wanted = defaults();
    // Where the following panel has gone is as good as where it began.
    const same =
      wanted.length === board.panels.length &&
      wanted.every(([userId, chatId, follows], at) => {
        const panel = board.panels[at];
        if (follows && panel.follows && exists([panel.userId, panel.chatId])) return true;
        return panel.userId === userId && panel.chatId === chatId;
      });
    if (!same) build(wanted);
  }
  for (const panel of board.panels) panel.people();
  settle();
});
