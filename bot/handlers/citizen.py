"""What citizens type, send and press in their private chat."""

import dataclasses
import re

from telegram import Update

from bot.core import smalltalk, workflow
from bot.core.case import Case
from bot.core.errors import StaleButton
from bot.handlers import contents
from bot.handlers import dept as dept_handlers
from bot.handlers import oversight as oversight_handlers
from bot.handlers import staff as staff_handlers
from bot.handlers.common import (
    Context,
    after_command,
    case_number,
    chat_of,
    from_machine,
    language_of,
    message_of,
    name_of,
    natural,
    nothing,
    person_of,
    pressed,
)
from bot.service import (
    addressing,
    asides,
    coded,
    drafting,
    follow_up,
    groups,
    intake,
    inviting,
    own_cases,
    privacy,
    reminders,
)
from bot.service.drafting import Addition
from bot.service.drafts import KIND, draft_of
from bot.service.saying import say
from bot.store import cases, dialogues, people, spoken
from bot.store.db import Reader, Tx
from bot.views import help as help_view
from bot.views import language as language_view
from bot.views.content import Button, Content

_INVITATION = re.compile(r"(?:t\.me|telegram\.me)/(\w+)\?start=([\w-]{8,64})", re.ASCII)
_CODE = re.compile(r"[\w-]{1,64}", re.ASCII)


# --- commands


async def on_start(update: Update, ctx: Context) -> None:
    """/start: hello, or an invitation to staff when a code came with the link."""
    person, chat, language = person_of(update), chat_of(update), language_of(update, ctx)
    code = after_command(message_of(update))
    if code and not _CODE.fullmatch(code):
        await on_message(update, ctx)  # somebody writes behind /start what they want to say
        return
    if code:
        await _open_link(update, ctx, code)
        return

    async def work(tx: Tx) -> None:
        await people.meet(tx, person, language)
        await groups.chat_back(tx, ctx.desk, chat)
        known = await people.get(tx.conn, person)
        language_row = (language_view.button(),)
        if known is not None and known.staff:
            head = ctx.desk.house.say("start-staff", name=known.name or "", staff=str(known.staff_no))
            content = help_view.page(ctx.desk.house, known, None, private=True, head=head)
            await say(
                tx, chat, dataclasses.replace(content, buttons=(*content.buttons, language_row)), "help"
            )
            return
        voice = ctx.desk.voice(known.language if known else language)
        city = ctx.desk.settings.city.name.get(voice.language)
        open_cases = await cases.of_citizen(tx.conn, person, only_open=True)
        text = voice.say("start", city=city, numbers=voice.emergency())
        buttons: tuple[tuple[Button, ...], ...] = ()
        if open_cases:
            text = type(text)(text + "\n" + voice.say("start-returning", count=len(open_cases)))
            buttons = ((Button(voice.plain("button-mycases"), "m:list"),),)
        await say(tx, chat, Content(text, (*buttons, language_row)), "start")

    await ctx.unit.commit(work)


async def _open_link(update: Update, ctx: Context, code: str) -> None:
    """What stands behind the link: a place, or an invitation."""
    person, chat, language = person_of(update), chat_of(update), language_of(update, ctx)
    name, desk = name_of(update), ctx.desk
    place = code.removeprefix(coded.PREFIX)

    async def work(tx: Tx) -> None:
        if place != code:
            await coded.opened(tx, desk, person, chat, language, place)
        else:
            await inviting.accept_invitation(tx, desk, person, name, language, code)

    await ctx.unit.commit(work)


async def on_unknown_command(update: Update, ctx: Context) -> None:
    await _tell(update, ctx, "unknown-command")


# --- messages


async def on_message(update: Update, ctx: Context) -> None:
    """Words or files: into the case they reply to, or into the draft."""
    if from_machine(update):
        await ctx.unit.commit(nothing)
        return
    message, person, chat = message_of(update), person_of(update), chat_of(update)
    if (
        await staff_handlers.on_part(update, ctx)
        or await dept_handlers.on_words(update, ctx)
        or await oversight_handlers.on_more(update, ctx)
    ):
        return
    language = language_of(update, ctx)
    new = contents.addition_of(message, ctx.desk.voice(language))
    unusable = contents.unusable(message)
    if new is None:
        plain_text = message.text or message.caption
        await _tell(update, ctx, "not-used", what=unusable or ("empty" if plain_text else "other"))
        return
    phone = contents.own_phone(message)
    replied = message.reply_to_message
    pasted = _INVITATION.search(new.text) if new.text else None
    if pasted is not None and pasted[1].lower() == ctx.desk.username.lower():
        await _open_link(update, ctx, pasted[2])
        return
    async with ctx.db.read() as conn:
        about = await spoken.about(conn, chat, replied.message_id) if replied else None
        if about is not None and staff_handlers.is_work(about[1]):
            await staff_handlers.on_reply(update, ctx)
            return
        before = await dialogues.get(conn, chat, person, KIND)
        asked = follow_up.followup_of(about[1]) if about else None
        if asked is None and before is None and replied is None:
            asked = await follow_up.words_awaited(conn, chat)
        if asked is not None:
            row, heard = asked, new
            await ctx.unit.commit(lambda tx: follow_up.hear(tx, ctx.desk, person, chat, row, heard))
            return
        addressed = await addressing.replied_to(conn, person, about[0]) if about else None
        if addressed is None and replied is None:
            number, now = case_number(new.text), ctx.unit.letter.received_at
            drafting_one = before is not None
            addressed = await addressing.meant(
                ctx.desk, conn, chat, person, new, number, now, drafting=drafting_one
            )
        late = await addressing.case_of_album(conn, person, new.album, before) if new.album else None
        alone = addressed is None and replied is None and new.file is None
        wanted = await _at_work_on(conn, person, new.text) if alone and before is None else None
    if wanted is not None:
        of_work: str = wanted
        await ctx.unit.commit(lambda tx: staff_handlers.open_by_number(tx, ctx.desk, person, chat, of_work))
        return
    if before is not None and about is None and addressed is None and new.file is None:
        verb = asides.meant(ctx.desk, draft_of(before), new.text)
        if verb is not None:
            said, which = verb, new.message_id
            await ctx.unit.commit(lambda tx: asides.heard(tx, ctx.desk, chat, person, said, which))
            return
    if phone is not None and addressed is None:
        number = phone
        await ctx.unit.commit(
            lambda tx: privacy.share_phone(tx, ctx.desk, chat, person, language, number, before)
        )
        return
    await take(update, ctx, new, late or addressed, late=late is not None, guessed=True, unusable=unusable)


async def take(
    update: Update,
    ctx: Context,
    new: Addition,
    addressed: Case | str | None,
    *,
    late: bool = False,
    guessed: bool = False,
    unusable: str | None = None,
) -> None:
    """Something said goes into the case it is meant for (given itself, or by its number), else into the draft.

    `late`: one more part of an album that the case has already; `guessed`: the citizen didn't name the case;
    `unusable`: what came with the words and can't be kept. Raises NoSuchCase, IllegalMove.
    """
    person, chat, language = person_of(update), chat_of(update), language_of(update, ctx)
    async with ctx.db.read() as conn:
        before = await dialogues.get(conn, chat, person, KIND)
        old = (
            draft_of(before)
            if before
            else await drafting.standing_at(conn, chat, person, ctx.unit.letter.received_at)
        )
        if isinstance(addressed, str):
            addressed = await addressing.named(conn, person, addressed)
        target = addressed
        if addressed is not None and await drafting.alarming(ctx.desk, new.text, of_a_case=True):
            addressed = None  # danger is not for a case's thread alone: it is asked about first
        small = None if target or before or new.file else await small_talk(conn, person, new.text)
        refused = drafting.refusal_of(old, new)
        words = refused is not None and refused[0] == "too-many-files" and bool(new.text)
        if words:
            new = dataclasses.replace(new, file=None)  # the file can't be kept, its caption can
        now = ctx.unit.letter.received_at
        draft = (
            None
            if addressed or (refused and not words) or small
            else await drafting.extended(ctx.desk, conn, person, old, new, now)
        )
        if draft is not None and target is not None:
            draft = drafting.meant_for(draft, target)

    async def work(tx: Tx) -> None:
        await groups.chat_back(tx, ctx.desk, chat)
        if addressed is not None:
            await intake.add_directly(tx, ctx.desk, person, addressed.id, new, late=late, guessed=guessed)
        elif small is not None:
            await own_cases.answer_small_talk(tx, ctx.desk, person, chat, language, small)
        elif draft is not None:
            await drafting.keep_draft(tx, ctx.desk, chat, person, language, before, draft)
        voice = ctx.desk.voice(await drafting.language_of(tx, person))
        if words and refused is not None:
            await say(tx, chat, Content(voice.say(refused[0], **refused[1])), refused[0])
        if unusable is not None:  # its words are kept, the thing itself can't be
            await say(tx, chat, Content(voice.say("not-used", what=unusable)), "not-used")

    if refused is not None and addressed is None and not words:
        await _tell(update, ctx, refused[0], **refused[1])
        return
    await ctx.unit.commit(work)


async def _at_work_on(conn: Reader, person_id: int, text: str) -> str | None:
    """The number that is all a clerk says: of a case to be opened, unless they filed it themself."""
    number, known = case_number(text), await people.get(conn, person_id)
    if number is None or known is None or not known.staff or not smalltalk.asks_about_number(text, number):
        return None
    case = await cases.by_number(conn, number)
    return None if case is not None and case.citizen_id == person_id else number


async def small_talk(conn: Reader, person: int, text: str) -> str | int | None:
    """What a message means that is no request: a word of smalltalk's, or the case whose number it is."""
    number = case_number(text)
    if number is not None and smalltalk.asks_about_number(text, number):
        case = await cases.by_number(conn, number)
        return case.id if case is not None and case.citizen_id == person else None
    return smalltalk.meaning(text)


async def on_edited(update: Update, ctx: Context) -> None:
    """An edited message: changes the draft, or reaches its case as a correction."""
    if await staff_handlers.on_edited(update, ctx):
        return
    message, person, chat = message_of(update), person_of(update), chat_of(update)
    text = contents.words_of(message)
    async with ctx.db.read() as conn:
        before = await dialogues.get(conn, chat, person, KIND)
        now = ctx.unit.letter.received_at
        changed = drafting.corrected(draft_of(before), message.message_id, text) if before and text else None
        if changed is not None:
            changed = await drafting.read(ctx.desk, conn, person, changed, text, now)
        found = (
            await addressing.edited(conn, ctx.desk, person, message.message_id, text)
            if changed is None and text
            else None
        )
    if before is not None and changed is not None:
        dialogue, draft = before, changed
        await ctx.unit.commit(lambda tx: drafting.correct_draft(tx, ctx.desk, dialogue, draft))
    elif found is not None and workflow.takes_words(found[0].status):
        case, recorded = found
        if await drafting.alarming_anew(ctx.desk, text, recorded):
            await take(update, ctx, Addition(message.message_id, text), case)
            return
        new = Addition(message.message_id, addressing.correction(ctx.desk, text))
        case_id = case.id
        await ctx.unit.commit(lambda tx: intake.correct(tx, ctx.desk, person, case_id, new))
    elif found is not None:
        await _tell(update, ctx, "edit-too-late")
    else:
        await ctx.unit.commit(nothing)


# --- buttons


async def on_draft_button(update: Update, ctx: Context) -> None:
    """d:VERB:DIALOGUE[:ARG]"""
    parts = pressed(update)
    if len(parts) < 3:
        raise StaleButton
    verb, dialogue, arg = parts[1], parts[2], parts[3] if len(parts) > 3 else ""
    case_id = natural(arg) if verb in ("join", "together") else 0
    person, chat, desk = person_of(update), chat_of(update), ctx.desk

    async def work(tx: Tx) -> None:
        if verb in ("submit", "new"):
            await intake.submit_draft(tx, desk, chat, person, dialogue)
        elif verb == "together":
            await intake.join_others(tx, desk, chat, person, dialogue, case_id)
        elif verb == "join":
            await intake.join_draft(tx, desk, chat, person, dialogue, case_id)
        elif verb == "domain" and arg in (*_domains(ctx), "none"):
            await drafting.choose_domain(tx, desk, chat, person, dialogue, arg)
        elif verb in ("domains", "back"):
            await drafting.show_domains(
                tx, desk, chat, person, dialogue, _domains(ctx) if verb == "domains" else None
            )
        elif verb == "cases":
            await drafting.show_cases(tx, desk, chat, person, dialogue)
        elif verb in ("danger", "safe"):
            said = "yes" if verb == "danger" else "no"
            await drafting.say_danger(tx, desk, chat, person, dialogue, said)
        elif verb == "at" and len(parts) == 4:
            await drafting.choose_place(tx, desk, chat, person, dialogue, arg)
        elif verb == "skip":
            await drafting.skip_place(tx, desk, chat, person, dialogue)
        elif verb == "where":
            await drafting.show_places(tx, desk, chat, person, dialogue, natural(arg))
        elif verb == "seal":
            await drafting.seal_draft(tx, desk, chat, person, dialogue)
        elif verb == "keep":
            await asides.keep(tx, desk, chat, person, dialogue)
        elif verb == "more":
            await drafting.ask_for_more(tx, desk, chat, person, dialogue)
        elif verb == "cancel":
            await drafting.cancel_draft(tx, desk, chat, person, dialogue)
        else:
            raise StaleButton

    await ctx.unit.commit(work)
    if verb == "cancel":
        ctx.unit.toast = desk.house.plain("toast-cancelled")


def _domains(ctx: Context) -> list[str]:
    return list(ctx.desk.offices.led)


CASE_VERBS = {
    "show": own_cases.show_case,
    "add": own_cases.ask_addition,
    "rate": follow_up.show,
    "withdraw": own_cases.ask_withdraw,
    "withdraw_no": own_cases.keep_case,
    "alone": own_cases.go_alone,
    "remind": reminders.remind,
}


async def on_case_button(update: Update, ctx: Context, verb: str, case_id: int) -> None:
    """c:VERB:CASE where the verb is a citizen's."""
    person, chat = person_of(update), chat_of(update)
    if verb == "withdraw_yes":
        await ctx.unit.commit(lambda tx: own_cases.withdraw(tx, ctx.desk, person, case_id))
    else:
        await ctx.unit.commit(lambda tx: CASE_VERBS[verb](tx, ctx.desk, person, chat, case_id))


async def _tell(update: Update, ctx: Context, key: str, **args: object) -> None:
    person, chat, language = person_of(update), chat_of(update), language_of(update, ctx)

    async def work(tx: Tx) -> None:
        known = await people.get(tx.conn, person)
        voice = ctx.desk.voice(known.language if known else language)
        await say(tx, chat, Content(voice.say(key, **args)), key)

    await ctx.unit.commit(work)
