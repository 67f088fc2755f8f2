// A flooded pensioner: an emergency from the first word to the follow-up, with the one who decides in between.

import { api } from "../api.js";
import { box, clip, clock, key, part } from "../facts.js";
import { language, t } from "../i18n.js";
import { bring } from "../newcomers.js";
import { answering, days, HOUSING } from "./common.js";

const HELD = /^preview-(held|sent|proposed)$/;

export const flood = {
  id: "flood",
  async prepare() {
    const user = await bring({ language: language(), name: t("story.flood.name") });
    await api.start(user.id);
    return { citizen: user.id };
  },
  see: ({ citizen }, f) => [{ user: citizen, chat: citizen }, { ...f.desktop("triage"), follows: true }],
  steps: [
    {
      name: "write",
      done: (f, { citizen }) => f.said(/^draft$/, citizen),
      at: (f, { citizen }) => ({ user: citizen, chat: citizen, find: () => box(citizen), fill: t("story.flood.text") }),
    },
    {
      name: "photo",
      optional: true,
      done: (f, { citizen }) => f.desk.inbox.recent.some((row) => row.chat === citizen && row.what === "photo"),
      at: (f, { citizen }) => ({ user: citizen, chat: citizen, find: () => clip(citizen) }),
    },
    {
      name: "submit",
      done: (f, { citizen }) => Boolean(f.caseOf([citizen])),
      at: (f, { citizen }) => ({ user: citizen, chat: citizen, find: () => key(citizen, /^d:submit:/, /^d:danger:/) }),
    },
    {
      name: "dispatch",
      optional: true,
      done: (f, { citizen }) => f.caseOf([citizen]) && f.caseOf([citizen]).status !== "triage",
      at: (f) => {
        const place = f.desktop("triage");
        return place && { ...place, find: () => key(place.chat, new RegExp(`^c:to:\\d+:${HOUSING}:`), /^c:offices:/, /^c:to:/) };
      },
    },
    {
      name: "claim",
      done: (f, { citizen }) => Boolean(f.event(["claimed"], (event) => event.citizen === citizen)),
      at: (f, { citizen }) => {
        const place = f.desktop(f.caseOf([citizen])?.department);
        return place && { ...place, find: () => key(place.chat, /^c:claim:/) };
      },
    },
    {
      name: "answer",
      done: (f, { citizen }) => f.rows.size && [...f.rows.values()].some((row) => HELD.test(row.purpose)) || Boolean(f.event(["resolved", "replied"], (event) => event.citizen === citizen)),
      at: (f, { citizen }) => {
        const place = f.desktop(f.caseOf([citizen])?.department);
        return place && answering(place, t("story.flood.reply", days()));
      },
    },
    {
      name: "wait",
      done: (f, { citizen }) => Boolean(f.event(["resolved", "replied"], (event) => event.citizen === citizen)),
      at: () => ({ find: () => clock("due") }),
    },
    {
      name: "later",
      done: (f, { citizen }) => f.said(/^follow-up/, citizen),
      // Nobody is asked outside office hours: who began at night goes on to the morning.
      again: true,
      at: (f) => ({ find: () => clock(f.moved ? "morning" : "workday") }),
    },
    {
      name: "rate",
      done: (f, { citizen }) => Boolean(f.event(["rated"], (event) => event.citizen === citizen)),
      at: (f, { citizen }) => ({ user: citizen, chat: citizen, find: () => key(citizen, /^f:submit:/, /^f:\w+:\d+:yes$/, /^f:(?!reset|again)/) }),
    },
    {
      name: "look",
      done: () => !document.getElementById("drawer").hidden,
      at: () => ({ find: () => part("inside") }),
    },
  ],
};
