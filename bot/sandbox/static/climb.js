// Back in the history of a chat: what is above the first bubble, and the way to a message that was named.

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { store } from "./state.js";

const PAGE = 100; // bubbles drawn with each step upwards

// True when something earlier was drawn; whoever asks during a climb waits for that one.
export function earlier(thread) {
  if (!thread.ids.length) return Promise.resolve(false);
  thread.climbing ??= climb(thread).finally(() => {
    thread.climbing = null;
  });
  return thread.climbing;
}

async function climb(thread) {
  const log = store.logs.of(thread.panel.chatId);
  const { chatId } = thread.panel;
  let notice = null;
  try {
    let at = log.ids.indexOf(thread.ids[0]);
    if (at <= 0 && !log.complete) {
      notice = el("li.quiet.thin", { text: t("panel.earlier") });
      thread.list.prepend(notice);
      await store.logs.earlier(chatId);
      if (thread.panel.chatId !== chatId) return false;
      at = log.ids.indexOf(thread.ids[0]);
    }
    notice?.remove();
    if (at <= 0) return false;
    const ids = log.ids.slice(Math.max(0, at - PAGE), at);
    const context = thread.panel.context();
    const fragment = thread.draw(log, ids, context);
    const below = thread.scroll.scrollHeight - thread.scroll.scrollTop;
    const first = thread.ids[0];
    thread.ids = [...ids, ...thread.ids];
    thread.list.prepend(fragment);
    thread.redrawOne(log, first, context);
    thread.scroll.scrollTop = thread.scroll.scrollHeight - below;
    return true;
  } catch (error) {
    thread.panel.toast(error.message, "bad");
    return false;
  } finally {
    notice?.remove();
  }
}

export async function jump(thread, id) {
  const { chatId } = thread.panel;
  let tries = 0;
  while (!thread.nodes.has(id) && thread.ids.length && id < thread.ids[0] && tries < 8) {
    tries += 1;
    thread.stick = false;
    if (!(await earlier(thread))) break;
  }
  if (thread.panel.chatId !== chatId) return;
  const node = thread.nodes.get(id);
  if (!node) {
    thread.panel.toast(t("msg.too_old"));
    return;
  }
  thread.stick = false;
  node.scrollIntoView({ block: "center", behavior: "smooth" });
  node.classList.remove("flash");
  void node.offsetWidth;
  node.classList.add("flash");
}
