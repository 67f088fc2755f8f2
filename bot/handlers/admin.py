"""What admins type and press: invitations, and how things stand."""

from telegram import Update

from bot.core.errors import StaleButton, Usage, WholeCity
from bot.core.script import simplified
from bot.handlers.common import (
    Context,
    after_command,
    chat_of,
    message_of,
    person_of,
    pressed,
)
from bot.service import inviting, oversight, standing
from bot.service.saying import say
from bot.store import slots
from bot.store.db import Tx
from bot.store.people import OF_AN_OFFICE, ROLES
from bot.texts import LANGUAGES, plain
from bot.views import staff as view
from bot.views.content import page_in

_ROLE_WORDS = {
    **{simplified(plain(lang, f"role-{role}")).lower(): role for lang in LANGUAGES for role in ROLES},
    "负责人": "lead",
    "主管": "lead",
    "核查员": "checker",
    "查核员": "checker",
}


async def on_invite(update: Update, ctx: Context) -> None:
    """/invite [ROLE [DEPARTMENT]]: what is missing is asked by buttons."""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    role, office = _role_and_office(after_command(message_of(update)))
    if role is not None and role not in ROLES:
        raise Usage(example="/invite " + ctx.desk.house.plain("invite-example"))
    if office and role not in OF_AN_OFFICE:
        raise WholeCity(role=role)

    slot = inviting.INVITE_SLOT

    async def work(tx: Tx) -> None:
        await oversight.admin(tx, person)
        await slots.forget(tx, chat, slot)  # a new question stands below, not where the last one was
        if role is None:
            await inviting.ask_role(tx, desk, person, chat)
        elif role not in OF_AN_OFFICE:
            await inviting.invite(tx, desk, person, chat, role, None)
        elif not office:
            content = view.pick_department(desk.house, "invite-office", f"i:{role}", desk.offices.all)
            await say(tx, chat, content, "invite", slot=slot)
        else:
            await inviting.invite(tx, desk, person, chat, role, oversight.department_named(desk, office))

    await ctx.unit.commit(work)


def _role_and_office(words: str) -> tuple[str | None, str]:
    """工作人员 教育局, and 工作人员教育局 without the blank. The role may be none that we know."""
    if not words:
        return None, ""
    first, _, office = words.partition(" ")
    typed = simplified(first).lower()
    role = _ROLE_WORDS.get(typed, typed)
    if role not in ROLES:
        glued = next((w for w in _ROLE_WORDS if not w.isascii() and typed.startswith(w)), None)
        if glued is not None:
            return _ROLE_WORDS[glued], words[len(glued) :].strip()
    return role, office.strip()


async def on_invite_button(update: Update, ctx: Context) -> None:
    """i:role:ROLE, i:ROLE:DEPARTMENT, i:ROLE:PAGE, i:open:0 or i:off:INVITATION"""
    parts = pressed(update)
    if len(parts) != 3:
        raise StaleButton
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    slot, page = inviting.INVITE_SLOT, page_in(parts[2])

    async def work(tx: Tx) -> str | None:
        if parts[1] == "open":
            await inviting.show_open(tx, desk, person, chat)
        elif parts[1] == "off":
            return await inviting.withdraw(tx, desk, person, chat, parts[2])
        elif parts[1] in OF_AN_OFFICE and parts[2] in desk.offices:
            await inviting.invite(tx, desk, person, chat, parts[1], parts[2])
        elif (parts[1] == "role" and parts[2] in OF_AN_OFFICE) or (
            parts[1] in OF_AN_OFFICE and page is not None
        ):
            await oversight.admin(tx, person)
            prefix = f"i:{parts[2] if page is None else parts[1]}"
            content = view.pick_department(desk.house, "invite-office", prefix, desk.offices.all, page or 0)
            await say(tx, chat, content, "invite", slot=slot)
        elif parts[1] == "role" and parts[2] in ROLES:
            await inviting.invite(tx, desk, person, chat, parts[2], None)
        else:
            raise StaleButton
        return None

    toast = await ctx.unit.commit(work)
    if toast is not None:
        ctx.unit.toast = desk.house.plain(toast)


async def on_status(update: Update, ctx: Context) -> None:
    person, chat = person_of(update), chat_of(update)
    async with ctx.db.read() as conn:
        content = await standing.prepared(conn, ctx.desk, person, ctx.db.now())
    await ctx.unit.commit(lambda tx: say(tx, chat, content, "status"))
