"""/dept, its buttons and what is said in answer to its questions: which departments there are."""

import re

from telegram import Update

from bot.core.errors import BadOffice, NoSuchDepartment, Refusal, StaleButton
from bot.core.script import simplified
from bot.handlers.common import Context, after_command, chat_of, message_of, natural, person_of, pressed
from bot.service import departments, dept, oversight
from bot.service.desk import Desk
from bot.store import spoken
from bot.store.db import Tx

# In simplified characters: what is typed is read in them.
_ADD = ("新增部门", "新增单位", "新增", "添加", "增加", "add", "new")
_CLOSE = ("撤销", "关闭", "裁撤", "close")
_TO = ("交给", "交給", "to")
_FIELDS = {
    "英文名称": "english", "英文名": "english", "英文": "english", "english": "english",
    "繁体名称": "traditional", "繁体名": "traditional", "繁体": "traditional", "traditional": "traditional",
    "改名": "name", "名称": "name", "name": "name", "rename": "name",
    "简称": "short", "short": "short",
    "上级": "parent", "parent": "parent", "move": "parent",
    "级别": "level", "层级": "level", "level": "level",
    "领域": "domains", "类别": "domains", "domains": "domains", "domain": "domains",
    "事项": "topics", "topics": "topics", "topic": "topics",
    "地点": "districts", "districts": "districts", "district": "districts",
    "别名": "aliases", "aliases": "aliases", "alias": "aliases",
    "电话": "phone", "phone": "phone",
    "答复先审": "approval", "答覆先审": "approval", "先审": "approval", "审核": "approval", "approval": "approval",
    "现场核查": "check", "核查": "check", "现场查核": "check", "查核": "check", "实地巡查": "check", "check": "check",
}  # fmt: skip


async def on_dept(update: Update, ctx: Context) -> None:
    """/dept, /dept OFFICE, /dept add NAME, /dept OFFICE FIELD VALUE, /dept OFFICE close [to OFFICE]"""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    words = after_command(message_of(update))
    first = words.partition(" ")[0]

    async def work(tx: Tx) -> None:
        await oversight.admin(tx, person)
        if not words:
            await dept.show_list(tx, desk, person, chat, anew=True)
        elif (new := _new_name(words)) is not None:
            if not new:
                await dept.ask_name(tx, desk, person, chat)
            else:
                await dept.begin_new(tx, desk, person, chat, new, anew=True)
        else:
            office, verb, value = _parted(words, desk)
            try:
                department = oversight.department_named(desk, office)
            except NoSuchDepartment:
                if verb is None and _is_office(desk, first):
                    raise BadOffice("dept-how", office=first) from None
                raise
            if verb is None:
                await dept.begin(tx, desk, person, chat, department, anew=True)
            elif verb == "close":
                heir = oversight.department_named(desk, value) if value else None
                await dept.close(tx, desk, person, chat, department, heir, anew=True)
            elif not value:
                await dept.ask_for(tx, desk, person, chat, department, verb)
            else:
                await dept.say_change(tx, desk, person, chat, department, verb, value)

    await ctx.unit.commit(work)


def _new_name(words: str) -> str | None:
    """The name of a department to be added; None when nothing is to be added. 新增清河县教育局 does without a blank."""
    first, _, rest = words.partition(" ")
    if simplified(first.casefold()) in _ADD:
        return rest.strip()
    glued = next((verb for verb in _ADD if not verb.isascii() and simplified(words).startswith(verb)), None)
    return words[len(glued) :].strip() if glued else None


def _parted(words: str, desk: Desk) -> tuple[str, str | None, str]:
    """(office, what to do with it, how): the first word that names a change parts the two."""
    for found in re.finditer(r"(?<=\s)\S+", words):
        office, word, value = (
            words[: found.start()].strip(),
            simplified(found[0].casefold()),
            words[found.end() :].strip(),
        )
        if word in _FIELDS:
            return office, _FIELDS[word], value
        if word in _CLOSE:
            return office, "close", _heir(value)
    if _is_office(desk, words):
        return words, None, ""
    # 教育局改名教育体育局, 城管局撤销: who writes Chinese sets no blanks.
    for found in _GLUED.finditer(simplified(words)):
        office, verb, value = words[: found.start()].strip(), found[0], words[found.end() :]
        if _is_office(desk, office):
            value = re.sub(r"^(?:[改为為叫成是]|[:：])*\s*", "", value).strip()
            return office, *((_FIELDS[verb], value) if verb in _FIELDS else ("close", _heir(value)))
    return words, None, ""


_GLUED = re.compile("|".join(verb for verb in (*_FIELDS, *_CLOSE) if not verb.isascii()))


def _heir(value: str) -> str:
    return re.sub(rf"^(?:{'|'.join(_TO)})\s*", "", value.strip())


def _is_office(desk: Desk, words: str) -> bool:
    try:
        oversight.department_named(desk, words)
    except Refusal:
        return False
    return True


async def on_dept_button(update: Update, ctx: Context) -> None:
    """dp:VERB:…: see bot/views/dept.py"""
    parts = pressed(update)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    verb, rest = parts[1] if len(parts) > 1 else "", parts[2:]

    async def work(tx: Tx) -> None:
        match verb, rest:
            case "list", [page]:
                await dept.show_list(tx, desk, person, chat, natural(page), anew=False)
            case "new", []:
                await dept.ask_name(tx, desk, person, chat)
            case "show", [office]:
                await dept.begin(tx, desk, person, chat, office, anew=False)
            case "ask", [key, field]:
                await dept.ask(tx, desk, person, chat, key, field)
            case "set", [key, field, value]:
                await dept.pick(tx, desk, person, chat, key, field, value)
            case "short", [key]:
                await dept.take_short(tx, desk, person, chat, key)
            case "turn", [key, field, page]:
                await dept.turn(tx, desk, person, chat, key, field, natural(page))
            case "back", [key]:
                await dept.back(tx, desk, person, chat, key)
            case "close", [office]:
                await dept.close(tx, desk, person, chat, office, None, anew=False)
            case "heir", [key, office]:
                await dept.choose_heir(tx, desk, person, chat, key, office)
            case "save", [key]:
                await dept.save(tx, desk, person, chat, key)
            case "drop", [key]:
                await dept.drop(tx, desk, person, chat, key)
            case _:
                raise StaleButton

    await ctx.unit.commit(work)
    if verb == "save":
        await departments.follow(ctx.db, desk)


async def on_words(update: Update, ctx: Context) -> bool:
    """Words that answer a question of /dept, as a reply to it or right after it; whether they do."""
    message = message_of(update)
    replied = message.reply_to_message
    if ctx.tongue is None or not message.text:
        return False
    person, chat, text = person_of(update), chat_of(update), message.text
    async with ctx.db.read() as conn:
        if replied is not None:
            asked = await spoken.purpose_of(conn, chat, replied.message_id) == dept.ASKED
        else:
            asked = await dept.waits(conn, person, chat, ctx.db.now())
    if not asked:
        return False
    await ctx.unit.commit(lambda tx: dept.hear(tx, ctx.desk, person, chat, text))
    return True
