"""Codes that hang at places: made, renamed and withdrawn by admins; opened by citizens, whose draft then knows the place."""

import io

import segno

from bot.core.errors import Refusal, StaleButton
from bot.core.places import CodedPlace
from bot.service import groups
from bot.service.desk import Desk
from bot.service.drafting import STANDING, at_place, language_of, replace_preview, show_draft
from bot.service.drafts import KIND, draft_of
from bot.service.oversight import admin
from bot.service.saying import say
from bot.store import dialogues, outbox, people, places
from bot.store.db import Reader, Tx
from bot.store.files import keep_file
from bot.store.outbox import Say
from bot.views import coded as view
from bot.views.content import Content

PREFIX = "p_"
NAME_LIMIT = 60
SHOWN = 20
PIXELS = 12  # of one module: large enough to print


class PlaceNameTooLong(Refusal):
    """The name of a place stands on a sign and on every card."""

    key = "place-too-long"


class NoSuchPlace(Refusal):
    """A code that is none, or no longer."""

    key = "refused-no-such-place"


async def make(tx: Tx, desk: Desk, person_id: int, chat_id: int, name: str) -> None:
    """/place NAME: the link and its QR picture, to print. Raises AdminOnly, PlaceNameTooLong."""
    await admin(tx, person_id)
    _check(name)
    place = await places.make(tx, name, by=person_id)
    await _show(tx, desk, chat_id, place, "place-made")


async def rename(tx: Tx, desk: Desk, person_id: int, chat_id: int, code: str, name: str) -> None:
    """/place CODE NAME: what hangs there stays as it is. Raises AdminOnly, PlaceNameTooLong."""
    await admin(tx, person_id)
    _check(name)
    await places.rename(tx, code, name, by=person_id)
    text = desk.house.say("place-renamed", code=code, name=name)
    await say(tx, chat_id, Content(text), "place")


async def listed(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    """/place: all codes in use. Raises AdminOnly."""
    await admin(tx, person_id)
    found = await places.in_use(tx.conn, SHOWN + 1)
    await say(tx, chat_id, view.listed(desk.house, found[:SHOWN], more=len(found) > SHOWN), "place")


async def press(tx: Tx, desk: Desk, person_id: int, chat_id: int, verb: str, code: str) -> None:
    """pl:show:CODE or pl:off:CODE. Raises AdminOnly, StaleButton."""
    await admin(tx, person_id)
    place = await places.by_code(tx.conn, code)
    if place is None or place.withdrawn_at is not None:
        raise StaleButton
    if verb == "off":
        await places.withdraw(tx, code, by=person_id)
        text = desk.house.say("place-withdrawn", code=code, name=place.name)
        await say(tx, chat_id, Content(text), "place")
    elif verb == "show":
        await _show(tx, desk, chat_id, place, "place-again")
    else:
        raise StaleButton


async def _show(tx: Tx, desk: Desk, chat_id: int, place: CodedPlace, key: str) -> None:
    link = desk.link(PREFIX + place.code)
    await say(tx, chat_id, view.one(desk.house, key, place, link), "place")
    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="png", scale=PIXELS, border=4)
    digest = await keep_file(tx, picture.getvalue())
    params = {"document": {"$file": digest, "name": f"{place.code}.png"}, "caption": place.name}
    await outbox.add(tx, Say(chat_id, "sendDocument", params, "place-picture"))


def _check(name: str) -> None:
    if len(name) > NAME_LIMIT:
        raise PlaceNameTooLong(limit=NAME_LIMIT, length=len(name))


async def known(conn: Reader, code: str) -> bool:
    """Whether this is the code of a place that can be opened."""
    place = await places.by_code(conn, code)
    return place is not None and place.withdrawn_at is None


async def opened(tx: Tx, desk: Desk, person_id: int, chat_id: int, language: str, code: str) -> None:
    """A citizen opens the code that hangs somewhere: the first sentence follows, and the place is known."""
    await people.meet(tx, person_id, language)
    await groups.chat_back(tx, desk, chat_id)
    voice = desk.voice(await language_of(tx, person_id))
    place = await places.by_code(tx.conn, code)
    if place is None or place.withdrawn_at is not None:
        await say(tx, chat_id, Content(voice.say("place-unknown")), "place-unknown")
        return
    draft = await dialogues.get(tx.conn, chat_id, person_id, KIND)
    if draft is None:
        await dialogues.begin(tx, chat_id, person_id, STANDING, {"name": place.name})
        text = voice.say("place-opened", place=place.name, numbers=voice.emergency())
        await say(tx, chat_id, Content(text), "place-opened")
        return
    old = draft_of(draft)
    await replace_preview(tx, desk, chat_id, person_id, old, "draft-moved")
    moved = at_place(old, place.name).data() | {"shown": old.shown + 1, "district": None}
    await show_draft(tx, desk, person_id, await dialogues.save(tx, draft, moved))
