// Faults at a click: what each does, what to look at, and how to end it. They are the sandbox's, the bot knows nothing of it.

import { api } from "./api.js";
import { clear, el, once } from "./dom.js";
import { fullName } from "./format.js";
import { t } from "./i18n.js";
import { sheet, toast } from "./notices.js";
import { chatWords } from "./names.js";
import { store } from "./state.js";

const SLOW = { method: "*", times: 1000, kind: "delay", seconds: 2 };
const TOO_MANY = { method: "sendMessage", times: 3, kind: "error", error_code: 429, parameters: { retry_after: 3 } };

// The person and the group that a fault is about: of the panel at hand, or the first that fits.
function citizenOf(panels) {
  const panel = panels.find((one) => one.chat?.type === "private" && one.user?.role === "citizen");
  return panel?.user ?? [...store.users.values()].find((user) => user.role === "citizen") ?? null;
}

function groupOf(panels) {
  const panel = panels.find((one) => one.chat && one.chat.type !== "private");
  return panel?.chat ?? [...store.chats.values()].find((chat) => chat.type !== "private") ?? null;
}

function adminOf(chat) {
  const inside = (chat?.members ?? []).map((id) => store.user(id)).filter(Boolean);
  return inside.find((user) => user.role === "admin") ?? inside.find((user) => !user.is_bot) ?? null;
}

async function run(work) {
  try {
    await work();
    await store.reload();
  } catch (error) {
    toast(error.message, "bad");
  }
}

// One line of the sheet: its name, what it does and what to look at, and a button that says the next state.
function rows(panels) {
  const citizen = citizenOf(panels);
  const group = groupOf(panels);
  const admin = adminOf(group);
  const slow = store.faults.some((fault) => fault.kind === "delay");
  const out = ["left", "kicked"].includes(group?.bot_status);
  const off = store.network === "off";
  const list = [
    ["network", off, {}, () => api.network(off ? "on" : "off")],
    ["slow", slow, {}, () => (slow ? api.clearFaults() : api.fault(SLOW))],
    ["many", store.faults.some((fault) => fault.kind === "error"), {}, () => api.fault(TOO_MANY)],
  ];
  if (citizen) list.push(["block", citizen.blocked, { who: fullName(citizen) }, () => api.block(citizen.id, !citizen.blocked)]);
  if (group && admin) {
    const where = { chat: chatWords(group) };
    list.push(["out", out, where, () => api.members({ chat_id: group.id, user_id: "bot", by: admin.id, action: out ? "add" : "remove" })]);
    if (group.type === "group" || group.type === "supergroup") list.push(["migrate", false, where, () => api.migrate(group.id)]);
  }
  return list;
}

export function faultSheet(panels) {
  const body = el("div.sheet-body.faults");
  let drawn = "";
  const draw = () => {
    const list = rows(panels);
    const now = JSON.stringify(list.map(([name, on, values]) => [name, on, values]));
    if (now === drawn) return;
    drawn = now;
    clear(body);
    for (const [name, on, values, work] of list) {
      const words = t(`fault.${name}.what`, values);
      body.append(
        el(
          "div.fault",
          { data: { on: on ? "1" : "0" } },
          el("div.fault-words", {}, el("strong", { text: t(`fault.${name}`, values) }), el("p", { text: words })),
          once(el("button.small", { data: { testid: `fault-${name}` } }, t(on ? `fault.${name}.end` : `fault.${name}.begin`)), () => run(work).then(draw)),
        ),
      );
    }
    body.append(el("p.quiet-words", { text: t("fault.look") }));
  };
  draw();
  const off = [store.on("people", draw), store.on("network", draw)];
  sheet(t("fault.title"), "faults", body).addEventListener("close", () => off.forEach((end) => end()));
}
