// Turning a message's parts into nodes and words. Offsets are UTF-16 units, which is what JavaScript counts.

import { el } from "./dom.js";
import { isChinese, t } from "./i18n.js";

export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

// ---- people and chats -------------------------------------------------------------------------------

export function fullName(user) {
  if (!user) return "?";
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ");
  return name || user.username || String(user.id);
}

export function senderName(message) {
  if (message.sender_chat) return message.sender_chat.title ?? fullName(message.sender_chat);
  return message.from ? fullName(message.from) : (message.chat?.title ?? "?");
}

// ---- entities ---------------------------------------------------------------------------------------

const SAFE = /^(https?|mailto|tel|tg):/i;

function safeAddress(address) {
  const trimmed = address.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`;
  return SAFE.test(whole) ? whole : null;
}

function link(address, actions) {
  const href = safeAddress(address);
  if (!href) return el("span");
  const node = el("a", { href, target: "_blank", rel: "noreferrer noopener" });
  const payload = actions.deepLink?.(href);
  if (payload !== undefined && payload !== null) {
    node.addEventListener("click", (event) => {
      event.preventDefault();
      actions.start(payload);
    });
  }
  return node;
}

// Part of the sentence, unlike a button: a full stop after it stays on its line.
function command(text, actions) {
  const run = () => actions.command?.(text);
  const onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    run();
  };
  return el("span.command", { role: "button", tabIndex: 0, onclick: run, onkeydown });
}

// A case's number is not broken at its hyphen.
function words(parent, text) {
  for (const piece of text.split(/(\b\d{6}-\d{4}\b)/)) {
    if (/^\d{6}-\d{4}$/.test(piece)) parent.append(el("span.whole", { text: piece }));
    else if (piece) parent.append(piece);
  }
}

// Whether a text is written without Chinese characters.
// A Chinese name in an English sentence leaves it English.
export function isLatin(text) {
  const wide = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
  return wide * 4 < (text.match(/\p{Script=Latin}/gu)?.length ?? 0) || wide === 0;
}

function wrapper(entity, text, actions) {
  switch (entity.type) {
    case "bold":
      return el("strong");
    case "italic":
      return el("em");
    case "underline":
      return el("u");
    case "strikethrough":
      return el("s");
    case "code":
      return el("code");
    case "pre":
      return el("pre", entity.language ? { data: { language: entity.language } } : {});
    case "blockquote":
    case "expandable_blockquote":
      return el("blockquote");
    case "spoiler":
      return el("span.spoiler", { onclick: (event) => event.currentTarget.classList.add("seen") });
    case "text_link":
      return link(entity.url ?? "", actions);
    case "url":
      return link(text, actions);
    case "email":
      return link(`mailto:${text}`, actions);
    case "phone_number":
      return link(`tel:${text.replace(/[^\d+]/g, "")}`, actions);
    case "bot_command":
      return command(text, actions);
    case "mention":
    case "text_mention":
    case "hashtag":
    case "cashtag":
      return el("span.mention");
    default:
      return el("span");
  }
}

// A tree of nodes from a text and its entities; entities that overlap wrongly are cut, never lost text.
export function richText(text, entities, actions = {}) {
  const list = (entities ?? [])
    .map((entity, order) => ({
      ...entity,
      order,
      start: Math.max(0, Math.min(text.length, entity.offset)),
      end: Math.max(0, Math.min(text.length, entity.offset + entity.length)),
    }))
    .filter((entity) => entity.end > entity.start)
    .sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order);
  const out = document.createDocumentFragment();
  fill(out, 0, text.length, 0);
  return out;

  function fill(parent, from, to, index) {
    let at = from;
    let i = index;
    while (i < list.length && list[i].start < to) {
      const entity = list[i];
      const start = Math.max(entity.start, at);
      const end = Math.min(entity.end, to);
      if (end <= start) {
        i += 1;
        continue;
      }
      if (start > at) words(parent, text.slice(at, start));
      const node = wrapper(entity, text.slice(start, end), actions);
      i = fill(node, start, end, i + 1);
      parent.append(node);
      at = end;
      // A quotation or a block of code is a block: the newline that ends it would show as an empty line.
      const block = node.tagName === "BLOCKQUOTE" || node.tagName === "PRE";
      if (block && text[at] === "\n") at += 1;
    }
    if (at < to) words(parent, text.slice(at, to));
    return i;
  }
}

// ---- long texts -------------------------------------------------------------------------------------

const BORDERS = [/\n(?=[^\n]*$)/, /[。！？!?；;…](?=[^。！？!?；;…]*$)/, /[，,、\s](?=[^，,、\s]*$)/];

function cutAt(window, limit) {
  for (const border of BORDERS) {
    const found = border.exec(window);
    if (found && found.index >= limit / 2) return found.index + 1;
  }
  // Never between the halves of one character.
  const code = window.charCodeAt(limit - 1);
  return code >= 0xd800 && code <= 0xdbff ? limit - 1 : limit;
}

export function splitText(text, limit = TEXT_LIMIT) {
  const pieces = [];
  let rest = text.trim();
  while (rest.length > limit) {
    const cut = cutAt(rest.slice(0, limit), limit);
    const piece = rest.slice(0, cut).trimEnd();
    if (piece) pieces.push(piece);
    rest = rest.slice(cut).trimStart();
  }
  if (rest) pieces.push(rest);
  return pieces;
}

// ---- time -------------------------------------------------------------------------------------------

// The zone of the desk is the offset of its clock; without a clock it is the browser's own.
let zoneMinutes = null;

export function setZone(iso) {
  const found = /([+-])(\d\d):?(\d\d)$/.exec(iso ?? "");
  if (found) zoneMinutes = (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]));
  else if (iso && iso.endsWith("Z")) zoneMinutes = 0;
}

export function zoned(milliseconds) {
  const minutes = zoneMinutes ?? -new Date(milliseconds).getTimezoneOffset();
  const shifted = new Date(milliseconds + minutes * 60000);
  const two = (n) => String(n).padStart(2, "0");
  return {
    y: shifted.getUTCFullYear(),
    m: shifted.getUTCMonth() + 1,
    d: shifted.getUTCDate(),
    m2: two(shifted.getUTCMonth() + 1),
    d2: two(shifted.getUTCDate()),
    weekday: shifted.getUTCDay(),
    time: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
  };
}

export function dateWords(milliseconds, form = "short") {
  const { y, m, d, m2, d2, weekday } = zoned(milliseconds);
  return t(`date.${form}`, { y, m, d, m2, d2, w: t(`weekday.${weekday}`) });
}

export function sizeWords(bytes) {
  if (!Number.isFinite(bytes)) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(bytes < 10240 ? 1 : 0)} KB`;
  return `${(bytes / 1048576).toFixed(1)} MB`;
}

// ---- one line about a message (for quotes, tabs) ----------------------------------------------------

const KINDS = [
  "photo", "document", "voice", "video", "audio", "animation", "video_note", "sticker", "venue", "location",
  "contact", "poll", "dice",
];

export function kindOf(message) {
  // An animation carries a document too, and a venue a location: the more telling one counts.
  if (message.animation) return "animation";
  if (message.venue) return "venue";
  return KINDS.find((kind) => message[kind] !== undefined) ?? null;
}

export function summary(message) {
  if (!message) return t("msg.deleted");
  const words = message.text ?? message.caption ?? "";
  const kind = kindOf(message);
  const label = kind ? `[${t(`msg.${kind}`)}] ` : "";
  return `${label}${words}`.trim().replace(/\s+/g, " ").slice(0, 160) || serviceWords(message) || t("msg.unknown");
}

// ---- service messages -------------------------------------------------------------------------------

export function serviceWords(message) {
  const by = message.from ? fullName(message.from) : "";
  const comma = isChinese() ? "、" : ", ";
  if (message.new_chat_members?.length) {
    const who = message.new_chat_members.map(fullName).join(comma);
    const alone = message.new_chat_members.length === 1 && message.new_chat_members[0].id === message.from?.id;
    return alone || !by ? t("service.joined", { who }) : t("service.added", { by, who });
  }
  if (message.left_chat_member) {
    const who = fullName(message.left_chat_member);
    const alone = !by || message.left_chat_member.id === message.from?.id;
    return alone ? t("service.left", { who }) : t("service.removed", { by, who });
  }
  if (message.group_chat_created || message.supergroup_chat_created) {
    return t("service.created", { who: by, title: message.chat?.title ?? "" });
  }
  if (message.new_chat_title) return t("service.title", { title: message.new_chat_title });
  if (message.new_chat_photo || message.delete_chat_photo) return t("service.photo", { who: by });
  if (message.pinned_message) return t("service.pinned", { who: by });
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return t("service.migrated");
  if (message.forum_topic_created) return t("service.topic", { title: message.forum_topic_created.name ?? "" });
  return "";
}

export function isService(message) {
  return message.text === undefined && kindOf(message) === null && serviceWords(message) !== "";
}

// ---- privacy mode -----------------------------------------------------------------------------------

// What a bot in a group cannot see: anything but commands for it and replies to what it wrote.
export function botCannotSee(message, bot, chat) {
  if (!bot || !chat || chat.type === "private" || chat.type === "channel") return false;
  if (chat.bot_status === "administrator" || bot.can_read_all_group_messages) return false;
  if (isService(message) || message.via_bot) return false;
  if (message.reply_to_message?.from?.id === bot.id) return false;
  const words = message.text ?? message.caption ?? "";
  const command = /^\/\w+(?:@(\w+))?(?=\s|$)/.exec(words);
  if (command) return Boolean(command[1]) && command[1].toLowerCase() !== (bot.username ?? "").toLowerCase();
  return true;
}
