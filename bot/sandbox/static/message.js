// One message as a bubble.

import { api } from "./api.js";
import { el, icon } from "./dom.js";
import {
  botCannotSee, dateWords, fullName, isLatin, isService, kindOf, richText, senderName, serviceWords, sizeWords, summary,
  zoned,
} from "./format.js";
import { t } from "./i18n.js";

const RUN_SECONDS = 300; // bubbles of one sender within this time stand together

function sameDay(a, b) {
  const [x, y] = [zoned(a.date * 1000), zoned(b.date * 1000)];
  return x.d === y.d && x.m === y.m && x.y === y.y;
}

function chip({ name, size, href, download }) {
  return el(
    "a.chip",
    { href, download: download ? name : false, target: "_blank", rel: "noopener", title: t("msg.download", { name }) },
    el("span.chip-icon", {}, icon("file")),
    el("span.chip-words", {}, el("span.chip-name", { text: name }), el("span.chip-size", { text: size })),
  );
}

function card(iconName, title, detail, href) {
  const inside = [
    el("span.chip-icon", {}, icon(iconName)),
    el("span.chip-words", {}, el("span.chip-name", { text: title }), el("span.chip-size", { text: detail })),
  ];
  return href
    ? el("a.chip", { href, target: "_blank", rel: "noreferrer noopener" }, inside)
    : el("div.chip", {}, inside);
}

// The smallest version that is sharp enough for a bubble; the largest for the full view.
function photoFor(sizes, wide) {
  const sorted = [...sizes].sort((a, b) => a.width - b.width);
  return sorted.find((size) => size.width >= wide) ?? sorted[sorted.length - 1];
}

function picture(message, context) {
  const small = photoFor(message.photo, 640);
  const large = photoFor(message.photo, 100000);
  const image = el("img.photo", {
    src: api.fileUrl(small.file_id),
    alt: message.caption || t("msg.photo"),
    decoding: "async",
    data: { testid: "photo" },
  });
  if (small.width && small.height) {
    image.style.setProperty("--ratio", `${small.width} / ${small.height}`);
    image.style.setProperty("--wide", `${small.width}px`);
  }
  image.addEventListener("error", () => image.replaceWith(el("div.broken", { text: t("msg.file.missing") })));
  return el(
    "button.photo-button",
    { "aria-label": t("msg.open_photo"), onclick: () => context.openPhoto(api.fileUrl(large.file_id), message.caption) },
    image,
  );
}

function media(message, context) {
  switch (kindOf(message)) {
    case "photo":
      return picture(message, context);
    case "document":
      return chip({
        name: message.document.file_name || t("msg.document"),
        size: sizeWords(message.document.file_size),
        href: api.fileUrl(message.document.file_id),
        download: true,
      });
    case "voice":
    case "audio": {
      const file = message.voice ?? message.audio;
      const player = el("audio", { controls: true, preload: "none", src: api.fileUrl(file.file_id) });
      player.setAttribute("aria-label", t(message.voice ? "msg.voice" : "msg.audio"));
      const title = message.audio && (message.audio.title || message.audio.file_name);
      return el("div.player", {}, title ? el("span.chip-name", { text: title }) : null, player);
    }
    case "video":
    case "video_note":
    case "animation": {
      const file = message.video ?? message.video_note ?? message.animation;
      return el("video", { controls: true, preload: "none", src: api.fileUrl(file.file_id) });
    }
    case "sticker":
      return el("div.sticker", { role: "img", "aria-label": t("msg.sticker"), text: message.sticker.emoji || "🙂" });
    case "dice":
      return el("div.sticker", { text: `${message.dice.emoji} ${message.dice.value}` });
    case "venue":
      return card("pin", message.venue.title, message.venue.address);
    case "location": {
      const { latitude, longitude } = message.location;
      const where = `${Number(latitude).toFixed(5)}, ${Number(longitude).toFixed(5)}`;
      return card("pin", t("msg.location"), where);
    }
    case "contact":
      return card("person", fullName(message.contact), message.contact.phone_number);
    case "poll":
      return card("check", message.poll.question, t("msg.options", { n: message.poll.options?.length ?? 0 }));
    default:
      return null;
  }
}

function forwardedFrom(message) {
  const origin = message.forward_origin;
  if (!origin) return null;
  const who =
    origin.sender_user_name ||
    (origin.sender_user && fullName(origin.sender_user)) ||
    origin.sender_chat?.title ||
    origin.chat?.title ||
    "?";
  return el("div.forwarded", { text: t("msg.via", { who }) });
}

function quote(message, context) {
  const target = message.reply_to_message;
  if (!target) return null;
  return el(
    "button.quote",
    { onclick: () => context.jump(target.message_id), data: { testid: "quote" } },
    el("span.quote-who", { text: senderName(target) }),
    el("span.quote-text", { text: message.quote?.text ?? summary(target) }),
  );
}

function keyboard(message, context) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const node = el("div.keys");
  rows.forEach((row) => {
    const line = el("div.keys-row");
    for (const button of row) line.append(key(button, message, context));
    node.append(line);
  });
  return node;
}

function key(button, message, context) {
  const label = el("span", { text: button.text });
  if (button.url) {
    const payload = context.deepLink(button.url);
    if (payload !== null && payload !== undefined) {
      return el("button.key", { data: { testid: "inline-button" }, onclick: () => context.start(payload) }, label);
    }
    const href = /^(https?|tg):/i.test(button.url) ? button.url : `https://${button.url}`;
    return el(
      "a.key",
      { href, target: "_blank", rel: "noreferrer noopener", data: { testid: "inline-button" } },
      label,
      icon("link"),
    );
  }
  if (button.copy_text) {
    return el(
      "button.key",
      { data: { testid: "inline-button" }, onclick: () => context.copy(button.copy_text.text) },
      label,
    );
  }
  if (button.callback_data === undefined) {
    return el("button.key", { data: { testid: "inline-button" }, onclick: () => context.unsupported() }, label);
  }
  const busy = context.isBusy(message.message_id, button.callback_data);
  const node = el(
    "button.key",
    {
      data: { testid: "inline-button", key: button.callback_data },
      onclick: () => context.press(message.message_id, button.callback_data),
    },
    label,
  );
  if (button.style) node.dataset.style = button.style;
  if (busy) node.setAttribute("aria-busy", "true");
  return node;
}

export function renderMessage(message, previous, context) {
  const node = el("li.entry", { data: { id: String(message.message_id) } });
  if (!previous || !sameDay(previous, message)) {
    node.append(el("div.day", {}, el("span", { text: dateWords(message.date * 1000) })));
  }
  if (isService(message)) {
    node.classList.add("service");
    node.dataset.testid = "service";
    node.append(el("div.service-words", {}, el("span", { text: serviceWords(message) })));
    return node;
  }
  node.dataset.testid = "message";
  const own = message.from?.id === context.userId && !message.sender_chat;
  const follows =
    previous &&
    !isService(previous) &&
    senderName(previous) === senderName(message) &&
    previous.from?.id === message.from?.id &&
    message.date - previous.date < RUN_SECONDS &&
    sameDay(previous, message);
  node.classList.add("message", own ? "own" : "other");
  node.dataset.own = own ? "1" : "0";
  node.classList.toggle("follows", Boolean(follows));

  const bubble = el("div.bubble");
  if (!own && !follows) {
    const who = el("div.sender", {}, el("span", { text: senderName(message) }));
    if (message.from?.id === context.bot?.id) who.classList.add("bot-name");
    if (message.from?.is_bot) who.append(el("span.tag.bot", { text: t("role.bot") }));
    who.style.setProperty("--hue", String(context.hueOf(message)));
    bubble.append(who);
  }
  const top = [forwardedFrom(message), quote(message, context)].filter(Boolean);
  bubble.append(...top);
  const shown = media(message, context);
  if (shown) bubble.append(shown);
  const words = message.text ?? message.caption;
  const time = zoned(message.date * 1000).time;
  const meta = el("span.meta", {}, message.edit_date ? el("span.edited", { text: t("msg.edited") }) : null, time);
  if (words) {
    // In a Chinese font, English apostrophes and quotes are as wide as a character.
    const text = el(isLatin(words) ? "div.text.latin" : "div.text");
    const entities = message.text !== undefined ? message.entities : message.caption_entities;
    text.append(richText(words, entities, context.actions), meta);
    bubble.append(text);
  } else {
    if (!shown) bubble.append(el("div.text.dim", { text: t("msg.unknown") }));
    bubble.append(meta);
    if (shown) bubble.classList.add("bare");
  }
  if (shown && kindOf(message) === "photo") bubble.classList.add("with-photo");
  if (kindOf(message) === "sticker") bubble.classList.add("with-sticker");

  const stack = el("div.stack", {}, bubble, keyboard(message, context));
  if (own && botCannotSee(message, context.bot, context.chat)) {
    stack.append(
      el("div.unseen", { title: t("msg.unseen.hint"), data: { testid: "unseen" } }, icon("eyeoff"), t("msg.unseen")),
    );
  }
  const action = (what) => {
    const label = t(`msg.${what}`);
    const onclick = () => context[what](message.message_id);
    return el("button.action", { tabIndex: -1, title: label, "aria-label": label, data: { testid: what }, onclick }, icon(what));
  };
  const actions = el("div.actions", {}, action("reply"));
  if (own && words) actions.append(action("edit"));
  node.append(el("div.line", {}, stack, actions));
  return node;
}
