"""What admins type and press; what happens to groups."""

from telegram import ChatMember, Update

from bot.core.errors import StaleButton, Usage
from bot.core.script import simplified
from bot.handlers.common import Context, after_command, chat_of, message_of, nothing, person_of, pressed
from bot.service import groups, inviting, oversight
from bot.service.tell import say
from bot.store import outbox
from bot.store.db import Tx
from bot.store.people import OF_AN_OFFICE, ROLES
from bot.texts import LANGUAGES, plain
from bot.views import staff as view
from bot.views.content import Button, Content

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
    words = after_command(message_of(update)).split(maxsplit=1)
    typed = simplified(words[0]).lower() if words else None
    role = _ROLE_WORDS.get(typed, typed) if typed else None
    if role is not None and role not in ROLES:
        raise Usage(example="/invite " + ctx.desk.house.plain("invite-example"))

    slot = inviting.INVITE_SLOT

    async def work(tx: Tx) -> None:
        await oversight.admin(tx, person)
        await outbox.forget_slot(tx, chat, slot)  # a new question stands below, not where the last one was
        if role is None:
            await inviting.ask_role(tx, desk, person, chat)
        elif role not in OF_AN_OFFICE:
            await inviting.invite(tx, desk, person, chat, role, None)
        elif len(words) == 1:
            content = view.pick_department(desk.house, "invite-office", f"i:{role}", desk.offices.all)
            await say(tx, chat, content, "invite", slot=slot)
        else:
            await inviting.invite(tx, desk, person, chat, role, oversight.department_named(desk, words[1]))

    await ctx.unit.commit(work)


async def on_invite_button(update: Update, ctx: Context) -> None:
    """i:role:ROLE, i:ROLE:DEPARTMENT, i:open:0 or i:off:INVITATION"""
    parts = pressed(update)
    if len(parts) != 3:
        raise StaleButton
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    slot = inviting.INVITE_SLOT

    async def work(tx: Tx) -> str | None:
        if parts[1] == "open":
            await inviting.show_open(tx, desk, person, chat)
        elif parts[1] == "off":
            return await inviting.withdraw(tx, desk, person, chat, parts[2])
        elif parts[1] in OF_AN_OFFICE and parts[2] in desk.offices:
            await inviting.invite(tx, desk, person, chat, parts[1], parts[2])
        elif parts[1] == "role" and parts[2] in OF_AN_OFFICE:
            await oversight.admin(tx, person)
            prefix = f"i:{parts[2]}"
            content = view.pick_department(desk.house, "invite-office", prefix, desk.offices.all)
            await say(tx, chat, content, "invite", slot=slot)
        elif parts[1] == "role" and parts[2] in ROLES:
            await inviting.invite(tx, desk, person, chat, parts[2], None)
        else:
            raise StaleButton
        return None

    toast = await ctx.unit.commit(work)
    if toast is not None:
        ctx.unit.toast = desk.house.plain(toast)


async def on_bind(update: Update, ctx: Context) -> None:
    """/bind [DEPARTMENT] in a group."""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    name = after_command(message_of(update))
    kind = message_of(update).chat.type

    async def work(tx: Tx) -> None:
        await oversight.admin(tx, person)
        await outbox.forget_slot(tx, chat, groups.BIND_SLOT)
        if chat > 0:
            await say(tx, chat, Content(desk.house.say("bind-only-group")), "bind")
        elif not name:
            content = view.pick_department(desk.house, "bind-which", "b", desk.offices.all)
            await say(tx, chat, content, "bind", slot=groups.BIND_SLOT)
        else:
            await groups.bind(tx, desk, person, chat, kind, oversight.department_named(desk, name))

    await ctx.unit.commit(work)


async def on_bind_button(update: Update, ctx: Context) -> None:
    """b:DEPARTMENT"""
    parts = pressed(update)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    if len(parts) != 2 or chat > 0 or parts[1] not in desk.offices:
        raise StaleButton
    kind = message_of(update).chat.type
    await ctx.unit.commit(lambda tx: groups.bind(tx, desk, person, chat, kind, parts[1]))


async def on_status(update: Update, ctx: Context) -> None:
    person, chat = person_of(update), chat_of(update)
    await ctx.unit.commit(lambda tx: oversight.show_status(tx, ctx.desk, person, chat))


# --- groups


async def on_group_start(update: Update, ctx: Context) -> None:
    """A citizen's command in a group: their matters are nobody else's business."""
    chat, desk = chat_of(update), ctx.desk
    button = Button(desk.house.plain("group-private-button"), url=f"https://t.me/{desk.username}")
    content = Content(desk.house.say("group-private"), ((button,),))
    await ctx.unit.commit(lambda tx: say(tx, chat, content, "group-private"))


async def on_migration(update: Update, ctx: Context) -> None:
    """The service message of a group that became a supergroup; the new group's own message needs nothing."""
    message = message_of(update)
    new = message.migrate_to_chat_id
    if new is None:
        await ctx.unit.commit(nothing)
    else:
        await ctx.unit.commit(lambda tx: groups.chat_moved(tx, ctx.desk, message.chat.id, new))


async def on_my_membership(update: Update, ctx: Context) -> None:
    """The bot was blocked or unblocked, added to a group or put out of it."""
    change = update.my_chat_member
    assert change is not None
    chat, status = change.chat, change.new_chat_member.status
    here = status not in (ChatMember.LEFT, ChatMember.BANNED)
    was_here = change.old_chat_member.status not in (ChatMember.LEFT, ChatMember.BANNED)
    by = change.from_user.id
    desk = ctx.desk

    async def work(tx: Tx) -> None:
        if chat.type == chat.CHANNEL:
            return
        if not here:
            await groups.chat_gone(tx, desk, chat.id, status)
        elif chat.type == chat.PRIVATE:
            await groups.chat_back(tx, desk, chat.id)
        elif not was_here:
            await groups.joined_group(tx, desk, chat.id, chat.type, by)

    await ctx.unit.commit(work)
