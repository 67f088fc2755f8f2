"""Knowledge cards: kept by offices, used by the triage desk to answer questions at once."""

import re
from datetime import date, datetime, time, timedelta

from bot.core.case import Case, Event, EventKind, Outcome
from bot.core.errors import IllegalMove, NotAllowed, Refusal, StaleButton, TextTooLong, Usage
from bot.core.plain import clean, covered, units
from bot.core.workflow import Action, allowed
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.handling import actor_of, on_case, staff
from bot.service.previews import WORDS_LIMIT
from bot.service.saying import say
from bot.service.to_citizens import citizen_text
from bot.store import knowledge, people, slots
from bot.store.db import Tx
from bot.store.knowledge import Card
from bot.store.people import Person
from bot.views import knowledge as view

LIKELY = 0.3  # how much of a card's question a message has to hold to be offered
OFFERED, PAGE = 5, 8
_SOURCE = re.compile(r"^\s*(?:来源|來源|依据|依據|source)\s*[:：]\s*(.+)$", re.IGNORECASE | re.MULTILINE)
_UNTIL = re.compile(
    r"^\s*(?:有效期限?|有效至|until)\s*[:：]\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_ENDS = re.compile(r"^\s*(?:有效期限?|有效至|until)\s*[:：]", re.IGNORECASE | re.MULTILINE)


class NoSuchEnd(Refusal):
    """A card's end is no day, or one that is past: it would be read as part of the answer, or answer nothing."""

    key = "refused-card-end"


# --- keeping cards


async def create(tx: Tx, desk: Desk, person_id: int, chat_id: int, text: str) -> None:
    """A card from a text: the question in the first line, the answer, a line 来源：, and 有效期： if it has one.

    Raises NotAllowed, Usage, NoSuchEnd, TextTooLong.
    """
    person = await staff(tx, person_id)
    owner = _owner(desk, person)
    if owner is None:
        raise NotAllowed
    question, _, rest = text.partition("\n")
    source, until, ends = _SOURCE.search(rest), _UNTIL.search(rest), _ENDS.search(rest)
    answer = clean(_UNTIL.sub("", _SOURCE.sub("", rest)))
    valid_until = _end_of(until, desk) if until else None
    if (ends is not None and until is None) or (valid_until is not None and valid_until <= tx.now):
        raise NoSuchEnd
    if not (clean(question) and answer) or source is None:
        raise Usage(example=desk.house.plain("knowledge-example"))
    if units(answer) > WORDS_LIMIT:
        raise TextTooLong(limit=WORDS_LIMIT, length=units(answer))
    card = await knowledge.add(
        tx, clean(question)[:200], answer, clean(source[1])[:200], owner, valid_until, person_id
    )
    await people.note(tx, person_id, "knowledge", card=card.id)
    await say(tx, chat_id, view.card(desk.house, card, tx.now, mine=True), "knowledge", slot=_slot(card.id))


def _owner(desk: Desk, person: Person) -> str | None:
    """The office that a person may keep cards for."""
    led = next((d for role, d in person.grants if role == "lead" and d), None)
    return led or (desk.offices.triage.id if person.dispatcher else None)


def _end_of(found: re.Match[str], desk: Desk) -> datetime:
    """The end of the named day; a day that is none counts as past."""
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        day = date(2000, 1, 1)
    return datetime.combine(day + timedelta(days=1), time(), desk.settings.city.tz)


def _slot(card_id: int) -> str:
    return f"knowledge:{card_id}"


async def show_list(tx: Tx, desk: Desk, person_id: int, chat_id: int, page: int) -> None:
    await staff(tx, person_id)
    found = await knowledge.page(tx.conn, page * PAGE, PAGE + 1)
    content = view.cards(desk.house, found[:PAGE], tx.now, page, more=len(found) > PAGE)
    await say(tx, chat_id, content, "knowledge", slot="knowledge")


async def show(tx: Tx, desk: Desk, person_id: int, chat_id: int, card_id: int) -> None:
    person = await staff(tx, person_id)
    card = await _card(tx, card_id)
    mine = _may_keep(person, card)
    await slots.forget(tx, chat_id, _slot(card.id))
    await say(tx, chat_id, view.card(desk.house, card, tx.now, mine=mine), "knowledge", slot=_slot(card.id))


async def retire(tx: Tx, desk: Desk, person_id: int, chat_id: int, card_id: int) -> None:
    """Take a card away. Raises NotAllowed, StaleButton."""
    person = await staff(tx, person_id)
    card = await _card(tx, card_id)
    if not _may_keep(person, card):
        raise NotAllowed
    await knowledge.retire(tx, card.id)
    await people.note(tx, person_id, "knowledge-retired", card=card.id)
    await say(tx, chat_id, view.retired(desk.house, card), "knowledge", slot=_slot(card.id))


def _may_keep(person: Person, card: Card) -> bool:
    return person.dispatcher or person.leads(card.owner)


async def _card(tx: Tx, card_id: int) -> Card:
    card = await knowledge.card(tx.conn, card_id)
    if card is None:
        raise StaleButton
    return card


# --- answering with them


async def offer(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """The cards that a case seems to ask for."""
    _, case = await _answerable(tx, desk, person_id, chat_id, case_id)
    cards = await knowledge.holding(tx.conn, tx.now)
    ranked = sorted(((covered(card.question, case.text), card) for card in cards), key=lambda pair: -pair[0])
    fitting = [card for share, card in ranked if share >= LIKELY][:OFFERED]
    await say(tx, chat_id, view.offer(desk.house, case, fitting), "knowledge-offer", case_id=case.id)


async def preview(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, card_id: int) -> None:
    """Exactly what the citizen will read."""
    person, case = await _answerable(tx, desk, person_id, chat_id, case_id)
    card = await _holding(tx, card_id)
    citizen = await people.get(tx.conn, case.citizen_id)
    voice = desk.voice(citizen.language if citizen else case.language)
    data = _answer(desk, person, card)
    event = Event(case.id, case.version + 1, EventKind.RESOLVED, tx.now, actor_of(person, desk, case), data)
    shown = await citizen_text(tx, desk, voice, case, event, "citizen-resolved")
    await say(tx, chat_id, view.preview(desk.house, case, card, shown), "knowledge-preview", case_id=case.id)


async def answer(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, card_id: int) -> Case:
    person, case = await _answerable(tx, desk, person_id, chat_id, case_id)
    data = _answer(desk, person, await _holding(tx, card_id))
    return await act(tx, desk, case, actor_of(person, desk, case), (Action.ANSWER, data))


def _answer(desk: Desk, person: Person, card: Card) -> dict[str, str | int]:
    text = desk.house.plain("knowledge-answer", answer=card.answer, source=card.source)
    return {"text": text, "outcome": Outcome.EXPLAINED.value, "handler_id": person.id, "card": card.id}


async def _answerable(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> tuple[Person, Case]:
    """Raises IllegalMove once the case has left the triage desk."""
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if not allowed(case.status, Action.ANSWER):
        raise IllegalMove(case.status.value, Action.ANSWER.value)
    return person, case


async def _holding(tx: Tx, card_id: int) -> Card:
    card = await _card(tx, card_id)
    if not card.holds(tx.now):
        raise StaleButton
    return card
