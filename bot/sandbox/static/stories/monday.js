// A clerk's Monday: what came in on Sunday, one case answered, and what happens to those that nobody takes.

import { api } from "../api.js";
import { box, clock, key, part } from "../facts.js";
import { language, t } from "../i18n.js";
import { bring } from "../newcomers.js";
import { store } from "../state.js";
import { aboutHousing, answering, days, HOUSING } from "./common.js";

export const monday = {
  id: "monday",
  async prepare() {
    store.hearClock(await api.advance({ to: "sunday" }));
    const citizens = [];
    for (const number of [1, 2, 3]) {
      const user = await bring({ language: language() });
      await api.start(user.id);
      await api.send({ userId: user.id, chatId: user.id, text: t(`story.monday.text${number}`) });
      if (language() === "en") await aboutHousing(user.id);
      citizens.push(user.id);
    }
    return { citizens };
  },
  see: ({ citizens }, f) => [{ user: citizens[0], chat: citizens[0] }, f.desktop(HOUSING)],
  steps: [
    {
      name: "morning",
      done: (f) => f.said(/^digest$/, f.desktop(HOUSING)?.chat),
      at: () => ({ find: () => clock("morning") }),
    },
    {
      name: "queue",
      optional: true,
      done: (f) => f.said(/^queue$/, f.desktop(HOUSING)?.chat),
      at: (f) => {
        const place = f.desktop(HOUSING);
        return { ...place, find: () => box(place.chat), fill: `/queue@${store.bot.username}` };
      },
    },
    {
      name: "claim",
      see: ({ citizens }, f) => [{ user: citizens[2], chat: citizens[2] }, f.desktop(HOUSING)], // whose card is the newest
      done: (f, { citizens }) => Boolean(f.event(["claimed"], (event) => citizens.includes(event.citizen))),
      at: (f) => ({ ...f.desktop(HOUSING), find: () => key(f.desktop(HOUSING).chat, /^c:claim:/) }),
    },
    {
      name: "answer",
      done: (f) => f.said(/^preview/, f.desktop(HOUSING)?.chat),
      at: (f) => answering(f.desktop(HOUSING), t("story.monday.reply", days())),
    },
    {
      name: "send",
      optional: true,
      done: (f) => f.said(/^preview-held$/, f.desktop(HOUSING)?.chat),
      at: (f) => ({ ...f.desktop(HOUSING), find: () => key(f.desktop(HOUSING).chat, /^r:send:/) }),
    },
    {
      name: "undo",
      optional: true,
      done: (f) => f.saidAfter(/^preview$/, /^preview-held$/) || Boolean(f.event(["replied", "resolved"])),
      at: (f) => ({ ...f.desktop(HOUSING), find: () => key(f.desktop(HOUSING).chat, /^r:undo:/) }),
    },
    {
      name: "again",
      done: (f, { citizens }) => Boolean(f.event(["replied", "resolved"], (event) => citizens.includes(event.citizen))),
      at: (f) => ({ ...f.desktop(HOUSING), find: () => key(f.desktop(HOUSING).chat, /^r:send:/) ?? clock("due") }),
    },
    {
      name: "missed",
      see: ({ citizens }, f) => [{ user: citizens[0], chat: citizens[0] }, f.desktop(HOUSING)],
      done: (f, { citizens }) => Boolean(f.event(["missed"], (event) => citizens.includes(event.citizen))),
      again: true,
      at: () => ({ find: () => clock("workday") }),
    },
    {
      name: "supervised",
      done: (f, { citizens }) => Boolean(f.event(["supervised", "escalated"], (event) => citizens.includes(event.citizen))),
      again: true,
      at: () => ({ find: () => clock("workday") }),
    },
    {
      name: "supervisor",
      done: () => [...store.users.values()].some((user) => user.role === "supervisor"),
      at: () => ({ find: () => document.querySelector("[data-testid=bring-supervisor]") ?? part("new-people") }),
    },
    {
      name: "summary",
      done: (f) => f.said(/^summary$/),
      at: () => {
        const user = [...store.users.values()].find((one) => one.role === "supervisor");
        return user && { user: user.id, chat: user.id, find: () => box(user.id), fill: "/summary" };
      },
    },
  ],
};
