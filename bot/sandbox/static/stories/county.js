// An admin sets up a county: an office, its group, its clerk, and the first case that they handle there.

import { adding, box, choice, clock, key, link, part } from "../facts.js";
import { language, t } from "../i18n.js";
import { bring } from "../newcomers.js";
import { store } from "../state.js";
import { answering, commanding, days } from "./common.js";

// The office and its group are those that were not there when the story began.
const officeOf = (f, { offices }) => f.desk?.offices.find((one) => !offices.includes(one.id)) ?? null;
const freeGroup = ({ groups }) => [...store.chats.values()].find((chat) => chat.type !== "private" && !groups.includes(chat.id)) ?? null;

// The clerk at work in the new group.
function atWork(f, cast) {
  const chat = officeOf(f, cast)?.chat;
  return chat ? { user: cast.clerk, chat } : null;
}

const inGroup = (f, cast) => Boolean(store.chat(officeOf(f, cast)?.chat)?.members.includes(cast.clerk));
const name = () => t("story.county.office");

// In English the citizen says what it is about: the model reads Chinese.
const saidHousing = (f, { citizen }) => f.desk.inbox.recent.some((row) => row.chat === citizen && /^d:domain:[^:]+:住房$/.test(row.text));

export const county = {
  id: "county",
  async prepare() {
    const admin = [...store.users.values()].find((user) => user.role === "admin");
    const clerk = await bring({ language: language(), invited: true });
    const citizen = await bring({ language: language() });
    const groups = [...store.chats.values()].filter((chat) => chat.type !== "private").map((chat) => chat.id);
    return { admin: admin.id, clerk: clerk.id, citizen: citizen.id, groups, offices: store.offices.map((one) => one.id) };
  },
  see: ({ admin, clerk }) => [{ user: admin, chat: admin }, { user: clerk, chat: clerk }],
  steps: [
    {
      name: "add",
      done: (f, cast) => Boolean(officeOf(f, cast)),
      at: (f, { admin }) => commanding(admin, t("story.county.say.add", { office: name() }), /^dp:save:/),
    },
    {
      name: "domain",
      done: (f) => f.saidTimes(/^dept$/) >= 4,
      at: (f, { admin }) => commanding(admin, t("story.county.say.domain", { office: name() }), /^dp:save:/),
    },
    {
      name: "group",
      done: (f, cast) => Boolean(freeGroup(cast)),
      at: () => ({ find: () => document.querySelector("[data-testid=bring-group]") ?? part("new-people") }),
    },
    {
      name: "bind",
      done: (f, cast) => Boolean(officeOf(f, cast)?.chat),
      at: (f, cast) => {
        const group = freeGroup(cast);
        return group && { user: cast.admin, chat: group.id, find: () => box(group.id), fill: `/bind@${store.bot.username} ${name()}` };
      },
    },
    {
      name: "invite",
      done: (f, { admin }) => f.said(/^invite-link$/, admin),
      at: (f, { admin }) => commanding(admin, t("story.county.say.invite", { office: name() })),
    },
    {
      name: "open",
      done: (f, { clerk }) => f.said(/^welcome/, clerk),
      at: (f, { admin, clerk }) => ({
        user: admin, chat: admin,
        find: () => choice(clerk) ?? link(admin),
      }),
    },
    {
      name: "enter",
      done: inGroup,
      at: (f, cast) => {
        const chat = officeOf(f, cast)?.chat;
        return chat && { user: cast.admin, chat, find: () => choice(cast.clerk) ?? adding(chat) };
      },
    },
    {
      name: "route",
      optional: true,
      done: (f) => f.said(/^route/),
      at: (f, { admin }) => commanding(admin, `/route ${t("story.county.text")}`),
    },
    {
      name: "write",
      see: (cast, f) => [{ user: cast.citizen, chat: cast.citizen }, atWork(f, cast)],
      done: (f, { citizen }) => f.said(/^draft$/, citizen),
      at: (f, { citizen }) => ({ user: citizen, chat: citizen, find: () => box(citizen), fill: t("story.county.text") }),
    },
    {
      name: "about",
      optional: true,
      done: (f, cast) => language() !== "en" || saidHousing(f, cast),
      at: (f, { citizen }) => ({ user: citizen, chat: citizen, find: () => key(citizen, /^d:domain:[^:]+:住房$/) }),
    },
    {
      name: "submit",
      done: (f, { citizen }) => Boolean(f.caseOf([citizen])),
      at: (f, { citizen }) => ({ user: citizen, chat: citizen, find: () => key(citizen, /^d:submit:/, /^d:danger:/) }),
    },
    {
      name: "claim",
      done: (f, { citizen }) => Boolean(f.event(["claimed"], (event) => event.citizen === citizen)),
      at: (f, cast) => {
        const place = atWork(f, cast);
        return place && { ...place, find: () => key(place.chat, /^c:claim:/) };
      },
    },
    {
      name: "answer",
      done: (f, cast) => f.said(/^preview-held$/, atWork(f, cast)?.chat),
      at: (f, cast) => {
        const place = atWork(f, cast);
        return place && answering(place, t("story.county.reply", days()), "explained");
      },
    },
    {
      name: "wait",
      done: (f, { citizen }) => Boolean(f.event(["resolved", "replied"], (event) => event.citizen === citizen)),
      at: () => ({ find: () => clock("due") }),
    },
  ],
};
