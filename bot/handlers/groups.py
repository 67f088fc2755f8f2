"""What happens in groups: /bind, and the bot's own standing there."""

import re

from telegram import ChatMember, ChatMemberRestricted, Update
from telegram.error import TelegramError

from bot.core.errors import StaleButton
from bot.core.groups import ALL, Rights
from bot.core.menus import CITIZEN_COMMANDS
from bot.handlers.common import Context, after_command, chat_of, message_of, nothing, person_of, pressed
from bot.service import groups, oversight
from bot.service.groups import Place
from bot.service.saying import say
from bot.store import slots
from bot.store.db import Tx
from bot.views.content import Button, Content, page_in


async def on_bind(update: Update, ctx: Context) -> None:
    """/bind [DEPARTMENT] in a group."""
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    name, place = after_command(message_of(update)), message_of(update).chat
    may = await _may(update, ctx) if chat < 0 else ALL

    async def work(tx: Tx) -> None:
        await oversight.admin(tx, person)
        await slots.forget(tx, chat, groups.BIND_SLOT)
        if chat > 0:
            await say(tx, chat, Content(desk.house.say("bind-only-group")), "bind")
        elif not name:
            await groups.ask_which(tx, desk, person, chat)
        else:
            await groups.bind(
                tx,
                desk,
                person,
                Place(place.id, place.type, place.title or ""),
                oversight.department_named(desk, name),
                may,
            )

    await ctx.unit.commit(work)


async def on_bind_button(update: Update, ctx: Context) -> None:
    """b:DEPARTMENT, b:PAGE, or b:off:DEPARTMENT"""
    parts = pressed(update)
    person, chat, desk = person_of(update), chat_of(update), ctx.desk
    if len(parts) == 3 and parts[1] == "off" and chat < 0:
        await ctx.unit.commit(lambda tx: groups.unbind(tx, desk, person, chat, parts[2]))
        return
    if len(parts) == 2 and chat < 0 and (page := page_in(parts[1])) is not None:
        await ctx.unit.commit(lambda tx: groups.ask_which(tx, desk, person, chat, page))
        return
    if len(parts) != 2 or chat > 0 or parts[1] not in desk.offices:
        raise StaleButton
    place, may = message_of(update).chat, await _may(update, ctx)
    await ctx.unit.commit(
        lambda tx: groups.bind(
            tx, desk, person, Place(place.id, place.type, place.title or ""), parts[1], may
        )
    )


async def _may(update: Update, ctx: Context) -> Rights:
    """What the bot may do in this group, as Telegram says it; without an answer nothing is held against the group."""
    chat = message_of(update).chat
    try:
        me = await ctx.bot.get_chat_member(chat.id, ctx.bot.id)
        about = await ctx.bot.get_chat(chat.id)
    except TelegramError:
        return ALL
    public = bool(about.username)
    if isinstance(me, ChatMemberRestricted):
        return Rights(bool(me.can_send_messages), bool(me.can_send_photos and me.can_send_documents), public)
    common = about.permissions
    if me.status == ChatMember.MEMBER and common is not None:
        files = common.can_send_photos is not False and common.can_send_documents is not False
        return Rights(common.can_send_messages is not False, files, public)
    return Rights(public=public)


def _is_muted(me: ChatMember) -> bool:
    return isinstance(me, ChatMemberRestricted) and not me.can_send_messages


async def on_renamed(update: Update, ctx: Context) -> None:
    """A group has another title."""
    message = message_of(update)
    title = message.new_chat_title or ""
    await ctx.unit.commit(lambda tx: groups.renamed(tx, ctx.desk, message.chat.id, title))


async def on_group_start(update: Update, ctx: Context) -> None:
    """A command for private chats: a citizen's matters, and what admins decide, are nobody else's business."""
    chat, desk = chat_of(update), ctx.desk
    named = re.match(r"/(\w+)", message_of(update).text or "")
    key = "group-private" if named is None or named[1].lower() in CITIZEN_COMMANDS else "group-private-staff"
    button = Button(desk.house.plain("group-private-button"), url=f"https://t.me/{desk.username}")
    content = Content(desk.house.say(key), ((button,),))
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
        elif _is_muted(change.new_chat_member):
            await groups.chat_gone(tx, desk, chat.id, ChatMember.RESTRICTED)
        else:
            await groups.group_alive(tx, desk, chat.id)

    await ctx.unit.commit(work)
