// New people on a click: citizens of each language, staff of any office, an empty group.

import { api } from "./api.js";
import { el, icon, once } from "./dom.js";
import { fullName } from "./format.js";
import { language, t } from "./i18n.js";
import { sheet, toast } from "./notices.js";
import { store } from "./state.js";

const HANS = [
  ["赵", "Zhao"], ["钱", "Qian"], ["孙", "Sun"], ["周", "Zhou"], ["吴", "Wu"], ["郑", "Zheng"], ["冯", "Feng"],
  ["蒋", "Jiang"], ["沈", "Shen"], ["韩", "Han"], ["杨", "Yang"], ["朱", "Zhu"], ["许", "Xu"], ["何", "He"],
  ["吕", "Lü"], ["施", "Shi"], ["曹", "Cao"], ["魏", "Wei"], ["姜", "Jiang"], ["谢", "Xie"], ["潘", "Pan"],
  ["范", "Fan"], ["彭", "Peng"], ["马", "Ma"], ["方", "Fang"], ["任", "Ren"], ["袁", "Yuan"], ["唐", "Tang"],
  ["薛", "Xue"], ["贺", "He"], ["罗", "Luo"], ["毕", "Bi"], ["郝", "Hao"], ["安", "An"], ["傅", "Fu"], ["欧阳", "Ouyang"],
];
const HANT = [..."陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴周葉蘇莊江呂"];
const GIVEN = [
  ["明", "Ming"], ["芳", "Fang"], ["伟", "Wei"], ["静", "Jing"], ["敏", "Min"], ["丽", "Li"], ["强", "Qiang"], ["磊", "Lei"], ["洋", "Yang"],
  ["艳", "Yan"], ["勇", "Yong"], ["杰", "Jie"], ["娟", "Juan"], ["涛", "Tao"], ["超", "Chao"], ["霞", "Xia"], ["平", "Ping"], ["刚", "Gang"],
];
const GIVEN_HANT = [..."明芳偉靜敏麗強磊洋豔勇傑娟濤超霞平剛"];
const CODES = { "zh-Hans": "zh-hans", "zh-Hant": "zh-hant", "zh-HK": "zh-hk", en: "en" };
const OF_AN_OFFICE = ["clerk", "lead", "checker"];
const OF_THE_CITY = ["dispatcher", "supervisor", "admin"];

function pick(all) {
  const taken = new Set([...store.users.values()].map(fullName));
  const free = all.filter((name) => !taken.has(name));
  const from = free.length ? free : all;
  return from[Math.floor(Math.random() * from.length)];
}

function citizenName(code) {
  if (code === "en") return pick(HANS.flatMap(([, latin]) => [`Ms ${latin}`, `Mr ${latin}`]));
  if (code === "zh-Hant" || code === "zh-HK") return pick(HANT.flatMap((han) => [`${han}小姐`, `${han}先生`]));
  return pick(HANS.flatMap(([han]) => [`${han}女士`, `${han}先生`]));
}

function staffName(code) {
  if (code === "en") return pick(HANS.flatMap(([, family]) => GIVEN.map(([, given]) => `${family} ${given}`)));
  if (code === "zh-Hant" || code === "zh-HK") return pick(HANT.flatMap((family) => GIVEN_HANT.map((given) => family + given)));
  return pick(HANS.flatMap(([family]) => GIVEN.map(([given]) => family + given)));
}

// Somebody new: a citizen, or `role` (and `department`) of a member of staff. The person, or null. `invited`: a clerk who
// has still to follow an invitation.
export async function bring({ language: code = language(), role = "citizen", department, name, invited = false }, then = () => {}) {
  try {
    const user =
      invited
        ? await api.newUser({ first_name: staffName(code), language_code: CODES[code], role: "clerk" })
        : role === "citizen"
        ? await api.newUser({ first_name: name ?? citizenName(code), language_code: CODES[code] ?? code, role })
        : await api.hire({ first_name: name ?? staffName(code), language_code: CODES[code] ?? code, role, department });
    store.meet(user);
    if (role !== "citizen") await store.reload(); // the group that they are in now
    const office = store.offices.find((one) => one.id === department);
    then(user.id, office?.chat ?? user.id);
    return user;
  } catch (error) {
    toast(t("citizen.failed", { why: error.message }), "bad");
    return null;
  }
}

export async function newGroup(title, then = () => {}) {
  const admin = [...store.users.values()].find((user) => user.role === "admin");
  if (!admin) return null;
  try {
    const chat = await api.newGroup({ title, members: [admin.id], label: "department" });
    await store.reload();
    then(admin.id, chat.id);
    return chat;
  } catch (error) {
    toast(t("citizen.failed", { why: error.message }), "bad");
    return null;
  }
}

export function officeName(office) {
  return language() === "en" ? office.name_en : office.name;
}

// The sheet to choose from: one click for a citizen, one for a role and one for its office.
export function peopleSheet(then) {
  let role = "clerk";
  const done = (...where) => {
    box.close();
    then(...where);
  };
  const citizens = Object.keys(CODES).map((code) =>
    once(el("button.small", { lang: code, data: { testid: `bring-citizen-${code}` } }, icon("plus"), t(`people.citizen.${code}`)), () => bring({ language: code }, done)),
  );
  const roles = OF_AN_OFFICE.map((one) =>
    el("button.choice", { "aria-pressed": String(one === role), data: { testid: `role-${one}` }, onclick: (event) => choose(one, event.currentTarget) }, t(`role.${one}`)),
  );
  const choose = (one, button) => {
    role = one;
    for (const other of roles) other.setAttribute("aria-pressed", String(other === button));
  };
  const offices = store.offices
    .filter((office) => !office.triage)
    .map((office) =>
      once(el("button.place", { data: { testid: "bring-staff", office: office.id } }, icon("plus"), officeName(office)), () => bring({ role, department: office.id }, done)),
    );
  const city = OF_THE_CITY.map((one) =>
    once(el("button.small", { data: { testid: `bring-${one}` } }, icon("plus"), t(`role.${one}`)), () => bring({ role: one }, done)),
  );
  const box = sheet(
    t("people.title"),
    "people",
    el(
      "div.sheet-body",
      {},
      el("h3", { text: t("role.citizen") }),
      el("div.places", {}, citizens),
      el("h3", { text: t("people.office") }),
      offices.length ? el("div.choices", { role: "group", "aria-label": t("people.role") }, roles) : el("p.quiet-words", { text: t("people.no_desk") }),
      el("div.places", {}, offices),
      el("h3", { text: t("people.city") }),
      el("div.places", {}, city),
      el("h3", { text: t("people.group") }),
      el("div.places", {}, once(el("button.small", { data: { testid: "bring-group" } }, icon("plus"), t("people.group.new")), () => newGroup(t("people.group.name"), done))),
    ),
  );
}
