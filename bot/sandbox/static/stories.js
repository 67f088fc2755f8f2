// Three short stories for somebody who has read nothing. A step is done when it really happened, by whatever way.

import { api } from "./api.js";
import { box, clip, clock, key, link, part, replying } from "./facts.js";
import { zoned } from "./format.js";
import { language, t } from "./i18n.js";
import { bring } from "./newcomers.js";
import { store } from "./state.js";

const HOUSING = "zhujian";
const COUNTY = "青山县住房服务中心";
const HELD = /^preview-(held|sent|proposed)$/;

// The day of the desk and the one after the next, as an answer would write them.
function days(chinese = language() !== "en") {
  const words = (ahead) => {
    const at = store.now() + ahead * 86400000;
    const { m, d } = zoned(at);
    return chinese ? `${m}月${d}日` : new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
  };
  return { date: words(0), later: words(2) };
}

// Answering in a group: the card's button, then the words, then the preview's button. Outcome first, where it is offered.
function answering(place, text) {
  return {
    ...place,
    find: () => key(place.chat, /^r:as-solved:/, /^r:send:/) ?? (replying(place.chat) ? box(place.chat) : key(place.chat, /^c:reply:/)),
    fill: text,
  };
}

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
      at: () => ({ find: () => clock("workday") }),
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

export const monday = {
  id: "monday",
  async prepare() {
    store.setClock(await api.advance({ to: "sunday" }));
    const citizens = [];
    for (const number of [1, 2, 3]) {
      const user = await bring({ language: language() === "zh-Hant" ? "zh-Hant" : "zh-Hans" });
      await api.start(user.id);
      await api.send({ userId: user.id, chatId: user.id, text: t(`story.monday.text${number}`) });
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
      done: (f, { citizens }) => Boolean(f.event(["claimed"], (event) => citizens.includes(event.citizen))),
      at: (f) => ({ ...f.desktop(HOUSING), find: () => key(f.desktop(HOUSING).chat, /^c:claim:/) }),
    },
    {
      name: "answer",
      done: (f) => f.said(/^preview/, f.desktop(HOUSING)?.chat),
      at: (f) => answering(f.desktop(HOUSING), t("story.monday.reply", days(true))),
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
      done: (f, { citizens }) => Boolean(f.event(["missed"], (event) => citizens.includes(event.citizen))),
      at: () => ({ find: () => clock("workday") }),
    },
    {
      name: "supervised",
      done: (f, { citizens }) => Boolean(f.event(["supervised", "escalated"], (event) => citizens.includes(event.citizen))),
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

// A group that no office has yet: of the story, since it began.
function freeGroup(f, { groups }) {
  const taken = new Set(store.offices.map((office) => office.chat));
  return [...store.chats.values()].find((chat) => chat.type !== "private" && !groups.includes(chat.id) && !taken.has(chat.id)) ?? null;
}

// The admin writes a command, and presses what it asks for.
function commanding({ admin }, fill, pattern) {
  return { user: admin, chat: admin, find: () => (pattern && key(admin, pattern)) ?? box(admin), fill };
}

export const county = {
  id: "county",
  async prepare() {
    const admin = [...store.users.values()].find((user) => user.role === "admin");
    const clerk = await bring({ language: "zh-Hans" });
    const citizen = await bring({ language: "zh-Hans" });
    const groups = [...store.chats.values()].filter((chat) => chat.type !== "private").map((chat) => chat.id);
    return { admin: admin.id, clerk: clerk.id, citizen: citizen.id, groups };
  },
  see: ({ admin, clerk }) => [{ user: admin, chat: admin }, { user: clerk, chat: clerk }],
  steps: [
    {
      name: "add",
      done: (f) => Boolean(f.officeNamed(COUNTY)),
      at: (f, cast) => commanding(cast, `/dept 新增 ${COUNTY}`, /^dp:save:/),
    },
    {
      name: "domain",
      done: (f) => f.saidTimes(/^dept$/) >= 4,
      at: (f, cast) => commanding(cast, `/dept ${COUNTY} 领域 住房`, /^dp:save:/),
    },
    {
      name: "group",
      done: (f, cast) => Boolean(freeGroup(f, cast) || f.officeNamed(COUNTY)?.chat),
      at: () => ({ find: () => document.querySelector("[data-testid=bring-group]") ?? part("new-people") }),
    },
    {
      name: "bind",
      done: (f) => Boolean(f.officeNamed(COUNTY)?.chat),
      at: (f, cast) => {
        const group = freeGroup(f, cast);
        return group && { user: cast.admin, chat: group.id, find: () => box(group.id), fill: `/bind@${store.bot.username} ${COUNTY}` };
      },
    },
    {
      name: "invite",
      done: (f, { admin }) => f.said(/^invite-link$/, admin),
      at: (f, cast) => commanding(cast, `/invite 工作人员 ${COUNTY}`),
    },
    {
      name: "open",
      done: (f, { clerk }) => f.said(/^welcome/, clerk),
      at: (f, { admin, clerk }) => ({
        user: admin, chat: admin,
        find: () => document.querySelector(`[data-testid=pick][data-user="${clerk}"]`) ?? link(admin),
      }),
    },
    {
      name: "route",
      optional: true,
      done: (f) => f.said(/^route/),
      at: (f, cast) => commanding(cast, `/route ${t("story.county.text")}`),
    },
    {
      name: "write",
      done: (f, { citizen }) => f.said(/^draft$/, citizen),
      at: (f, { citizen }) => ({ user: citizen, chat: citizen, find: () => box(citizen), fill: t("story.county.text") }),
    },
    {
      name: "submit",
      done: (f, { citizen }) => Boolean(f.caseOf([citizen])),
      at: (f, { citizen }) => ({ user: citizen, chat: citizen, find: () => key(citizen, /^d:submit:/, /^d:danger:/) }),
    },
  ],
};

export const STORIES = [flood, monday, county];
