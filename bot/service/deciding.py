"""The supervisor's side: a citizen does not accept an answer; work on it again, uphold it, or name the legal route."""

from collections.abc import Sequence

from bot.core import followup
from bot.core.case import Case, Event, EventKind, Who
from bot.core.deadlines import Kind
from bot.core.errors import (
    AlreadyDecided,
    EmptyText,
    OwnMatter,
    StaleButton,
    SupervisorOnly,
    TextTooLong,
)
from bot.core.followup import ROUTE, UPHOLDS, addressed, ending
from bot.core.notices import Priority
from bot.core.plain import units
from bot.core.routes import ROUTES
from bot.core.workflow import Action
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.handling import actor_of, ask_for, on_case
from bot.service.previews import WORDS_LIMIT
from bot.service.saying import say, voice_for
from bot.service.watchers import deciders
from bot.store import cases, clocks, followups, people, slots
from bot.store.db import Tx
from bot.store.people import Person
from bot.views import follow_up as view

SLOT = "decide:"  # the case, and the version that the wish made
REQUEST, SEALED, OVER = (
    "reopen-request",
    "reopen-sealed",
    "reopen-decided",
)  # purposes; words stand in the first


async def show_request(tx: Tx, desk: Desk, case: Case) -> None:
    """Tell those who decide of the newest wish."""
    newest = followup.requests(await cases.history(tx.conn, case.id))[-1]
    for chat_id in await deciders(tx, desk, case):
        await show_one(tx, desk, case, newest, chat_id)


def slot_of(wish: Event) -> str:
    return f"{SLOT}{wish.case_id}:{wish.version}"


async def show_one(tx: Tx, desk: Desk, case: Case, wish: Event, chat_id: int) -> None:
    """A wish in one chat; of a confidential case it says how to read the words."""
    history = await cases.history(tx.conn, case.id)
    handler = await people.get(tx.conn, case.handler_id) if case.handler_id else None
    running = await clocks.running(tx.conn, case.id)
    content = view.request(
        await voice_for(tx, desk, chat_id),
        case,
        answer_of(history),
        wish.data["text"],
        next((c.due for c in running if c.kind is Kind.DECIDE), None),
        handler=(handler.name or "") if handler else "",
        files=len(await cases.attached(tx.conn, case.id)),
        nth=followup.requests(history).index(wish) + 1,
    )
    purpose = SEALED if case.confidential else REQUEST
    await say(tx, chat_id, content, purpose, Priority.NOTICE, case_id=case.id, slot=slot_of(wish))


def answer_of(history: Sequence[Event]) -> Event | None:
    """The answer that is not accepted."""
    return next((e for e in reversed(history) if e.kind is EventKind.RESOLVED), None)


async def _waiting(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int
) -> tuple[Person, Case, list[Event]]:
    """Who decides, the case, and what waits.

    Raises SupervisorOnly, OwnMatter, AlreadyDecided, StaleButton, and what `on_case` raises.
    """
    person, case = await on_case(tx, desk, person_id, case_id, chat_id)
    if Who.SUPERVISOR not in actor_of(person, desk, case).roles:
        raise SupervisorOnly
    history = await cases.history(tx.conn, case.id)
    asked = followup.requests(history)
    if not asked:
        made = followup.decision(history)
        if made is None:
            raise StaleButton
        by = await people.get(tx.conn, made.actor.id) if made.actor.id else None
        raise AlreadyDecided(name=(by.name if by else None) or "–", what=made.kind.value)
    if person_id in {e.actor.id for e in asked}:
        raise OwnMatter
    return person, case, asked


async def redo(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """The case is worked on again, by its last handler if they are still there."""
    person, case, asked = await _waiting(tx, desk, person_id, chat_id, case_id)
    handler = await people.get(tx.conn, case.handler_id) if case.handler_id else None
    stays = handler is not None and handler.works_for(case.department)
    data = {"handler_id": case.handler_id if stays else None, "text": followup.words_of(asked)}
    case = await act(tx, desk, case, actor_of(person, desk, case), (Action.REOPEN, data))
    await _close_requests(tx, desk, case, asked, person, "reopened")


async def ask_why(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """Upholding takes a reason; the second time, the route that is left as well."""
    _, case, _ = await _waiting(tx, desk, person_id, chat_id, case_id)
    if case.upheld + 1 < UPHOLDS:
        await ask_for(tx, desk, person_id, chat_id, case, "uphold")
        return
    await say(tx, chat_id, view.which_route(desk.house, case), "end-which-route", case_id=case.id)


async def choose_route(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, route: str) -> None:
    _, case, _ = await _waiting(tx, desk, person_id, chat_id, case_id)
    if route not in ROUTES or case.upheld + 1 < UPHOLDS:
        raise StaleButton
    name = desk.house.plain(f"route-{route}")
    await ask_for(tx, desk, person_id, chat_id, case, "end", about=route, route=name)


async def uphold(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, reason: str) -> None:
    """The answer stands. Raises EmptyText, TextTooLong; StaleButton when a route has to be named by now."""
    person, case, asked = await _waiting(tx, desk, person_id, chat_id, case_id)
    _check(reason)
    if case.upheld + 1 >= UPHOLDS:
        raise StaleButton
    to = [addressed(r) for r in await _askers(tx, case, asked)]
    data = {"text": reason, "upheld": case.upheld + 1, "to": to}
    case = await act(tx, desk, case, actor_of(person, desk, case), (Action.UPHOLD, data))
    await _close_requests(tx, desk, case, asked, person, "upheld", chat_id)


async def end(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, route: str, reason: str
) -> None:
    """The answer stands for good: the citizen reads why, and which door is left."""
    person, case, asked = await _waiting(tx, desk, person_id, chat_id, case_id)
    _check(reason)
    if route not in ROUTES or case.upheld + 1 < UPHOLDS:
        raise StaleButton
    askers = {r.id for r in await _askers(tx, case, asked)}
    rows = [r for r in await followups.of_case(tx.conn, case.id) if r.end != "left"]
    to = [addressed(r, ended=ROUTE if r.id in askers else ending(r)) for r in rows]
    data = {"ended": ROUTE, "text": reason, "route": route, "upheld": case.upheld + 1, "to": to}
    case = await act(tx, desk, case, actor_of(person, desk, case), (Action.END, data))
    await _close_requests(tx, desk, case, asked, person, "closed", chat_id)


def _check(reason: str) -> None:
    if not reason:
        raise EmptyText
    if units(reason) > WORDS_LIMIT:
        raise TextTooLong(limit=WORDS_LIMIT, length=units(reason))


async def _askers(tx: Tx, case: Case, asked: list[Event]) -> list[followup.FollowUp]:
    wanted = {e.data.get("followup") for e in asked}
    return [r for r in await followups.of_case(tx.conn, case.id) if r.id in wanted]


async def _close_requests(
    tx: Tx, desk: Desk, case: Case, asked: list[Event], person: Person, what: str, chat_id: int | None = None
) -> None:
    """What was asked says what came of it, wherever it stands; and below the words that decided, in `chat_id`."""
    for event in asked:
        slot = slot_of(event)
        for told in await slots.chats_with(tx.conn, slot):
            content = view.decided(await voice_for(tx, desk, told), case, what, person.name or "–")
            await say(tx, told, content, OVER, case_id=case.id, slot=slot, edit_only=True)
    if chat_id is not None:
        content = view.decided(desk.house, case, what, person.name or "–")
        await say(tx, chat_id, content, OVER, case_id=case.id)
