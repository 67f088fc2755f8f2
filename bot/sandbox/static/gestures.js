// How a message is taken up: the last one edited, another one answered, by keys, a double click or a tap.

import { isService } from "./format.js";

export function editLast(panel) {
  for (let at = panel.thread.ids.length - 1; at >= 0; at -= 1) {
    const message = panel.message(panel.thread.ids[at]);
    if (message?.from?.id === panel.userId && (message.text ?? message.caption)) {
      panel.composer.edit(message);
      return;
    }
  }
}

export function stepReply(panel, step) {
  const ids = panel.thread.ids.filter((id) => !isService(panel.message(id) ?? {}));
  if (!ids.length) return;
  const current = panel.composer.reply ? ids.indexOf(panel.composer.reply.message_id) : ids.length;
  const next = current + step;
  if (next >= ids.length) {
    panel.composer.cancel();
    return;
  }
  const id = ids[Math.max(0, next)];
  panel.replyTo(id);
  panel.thread.nodes.get(id)?.scrollIntoView({ block: "nearest" });
}

function doubled(panel, event) {
  const entry = event.target.closest(".bubble")?.closest(".message");
  if (!entry || event.target.closest("button, a, audio, video, .command")) return;
  window.getSelection()?.removeAllRanges();
  panel.replyTo(Number(entry.dataset.id));
}

// On a touch screen a tap shows a bubble's actions, since nothing can hover there.
function touched(panel, event) {
  if (!window.matchMedia("(hover: none)").matches) return;
  const entry = event.target.closest(".message");
  for (const other of panel.thread.list.querySelectorAll(".message.active")) {
    if (other !== entry) other.classList.remove("active");
  }
  if (entry && event.target.closest(".bubble") && !event.target.closest("button, a, .command")) entry.classList.toggle("active");
}

export function listen(panel) {
  const { list } = panel.thread;
  list.addEventListener("dblclick", (event) => doubled(panel, event));
  list.addEventListener("click", (event) => touched(panel, event));
}
