// What was written goes out: files with their caption, an album, a long text in parts, one after another.

import { api } from "./api.js";
import { shrink } from "./attach.js";
import { CAPTION_LIMIT, splitText } from "./format.js";

// `undo` brings back what could not be sent.
export function post(composer, { text, files, replyTo, undo }) {
  const { userId, chatId } = composer;
  const captioned = files.length > 0 && text.trim().length > 0 && text.trim().length <= CAPTION_LIMIT;
  const pictures = files.filter((item) => item.kind === "photo" || item.kind === "video");
  const album = pictures.length > 1 ? `${Date.now()}${Math.floor(Math.random() * 1000)}` : undefined;
  files.forEach((item, index) => {
    const first = index === 0 && captioned;
    const upload = async () =>
      api.upload({
        userId, chatId, replyTo,
        kind: item.kind,
        file: await shrink(item),
        caption: first ? text.trim() : undefined,
        album: pictures.includes(item) ? album : undefined,
      });
    composer.enqueue(upload, "write.failed", first ? undo : null).then(() => item.preview && URL.revokeObjectURL(item.preview));
  });
  if (captioned) return;
  splitText(text).forEach((piece, index) => {
    const answers = index === 0 && !files.length ? replyTo : undefined;
    composer.enqueue(() => api.send({ userId, chatId, text: piece, replyTo: answers }), "write.failed", index === 0 ? undo : null);
  });
}
