"""What was told in confidence, and how to reach a citizen: shown to one person at a time, and on record each time."""

from typing import Any

from bot.core import followup, paging, proposals
from bot.core.case import Actor, ActorKind, Case, EventKind, Status
from bot.core.errors import (
    AlreadySealed,
    HandlerOnly,
    IllegalMove,
    NoSuchCase,
    NotAllowed,
    NothingToReveal,
    SealedForHandler,
    StaleButton,
)
from bot.core.masking import telling
from bot.core.plain import clip, units
from bot.core.said import standing
from bot.core.workflow import Action
from bot.service import approving, deciding, handling, pages
from bot.service.acting import act, load
from bot.service.attached import send_files, tells
from bot.service.desk import Desk
from bot.service.enclosing import files_of
from bot.service.retract import take_back_words
from bot.service.saying import say
from bot.service.sight import may_read
from bot.store import cases, outbox, people
from bot.store.db import Tx
from bot.store.files import keep_file
from bot.store.outbox import Say
from bot.store.people import Person
from bot.views import card as card_view
from bot.views import secrecy as view
from bot.views.content import Content

AS_MESSAGE = 3500  # a longer letter is sent as a file
SENTENCE = 500


async def seal(tx: Tx, desk: Desk, case: Case, actor: Actor) -> Case:
    """From now on the case is confidential; what stands of it in chats is taken back."""
    case = await act(tx, desk, case, actor, (Action.SEAL, {"confidential": True}))
    await take_back_words(tx, desk, case)
    return case


async def press_seal(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, args: list[str]) -> str:
    """c:seal:CASE, by the citizen whose case it is or by a dispatcher."""
    case = await load(tx, case_id)
    mine = case.citizen_id == person_id and chat_id == person_id
    if mine:
        actor = _citizen(person_id)
    else:
        person, case = await handling.on_case(tx, desk, person_id, case_id, chat_id)
        actor = handling.actor_of(person, desk, case)
    if case.confidential:
        raise AlreadySealed
    case = await seal(tx, desk, case, actor)
    if mine:
        voice = desk.voice(case.language)
        await say(tx, chat_id, Content(voice.say("seal-done", number=case.number)), "seal", case_id=case.id)
    return "toast-sealed"


async def press_unseal(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, args: list[str]
) -> str:
    """c:unseal:CASE: only the citizen lifts it."""
    case = await load(tx, case_id)
    if case.citizen_id != person_id or chat_id != person_id:
        raise NoSuchCase
    if not case.confidential:
        raise StaleButton
    case = await act(tx, desk, case, _citizen(person_id), (Action.SEAL, {"confidential": False}))
    voice = desk.voice(case.language)
    await say(tx, chat_id, Content(voice.say("seal-lifted", number=case.number)), "seal", case_id=case.id)
    return "toast-unsealed"


def _citizen(person_id: int) -> Actor:
    return Actor(ActorKind.CITIZEN, person_id)


async def press_text(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, args: list[str]) -> str:
    """c:text:CASE: the letter and the files of a confidential case, and what waits for a decision about it, into the
    private chat of the one who asks.
    """
    person, case = await _reader(tx, desk, person_id, chat_id, case_id)
    private = await handling.private_chat(tx, person_id)
    case = await act(tx, desk, case, handling.actor_of(person, desk, case), (Action.REVEAL, {"what": "text"}))
    history = await cases.history(tx.conn, case.id)
    proposal, answer = proposals.waiting(case), deciding.answer_of(history)
    asked = view.waiting(
        desk.house, proposal, answer.data["text"] if answer else None, followup.requests(history)
    )
    letter = card_view.full_text(case, history, desk.house)
    words = "\n\n".join(part for part in (letter, *view.among_staff(desk.house, history), *asked) if part)
    if units(words) > AS_MESSAGE:
        digest = await keep_file(tx, words.encode())
        params: dict[str, Any] = {
            "document": {"$file": digest, "name": desk.house.plain("full-text-name", number=case.number)},
            "caption": case.number,
        }
        await outbox.add(tx, Say(private, "sendDocument", params, "seal-text", case_id=case.id))
    else:
        content = view.text(desk.house, case, words or desk.house.plain("card-citizen-photo-only"))
        await say(tx, private, content, "seal-text", case_id=case.id)
    theirs = files_of(proposal.data) if proposal is not None else ()
    await send_files(tx, private, case, [*await cases.attached(tx.conn, case.id), *theirs])
    return "toast-private"


async def _reader(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> tuple[Person, Case]:
    """Who may open the words of a confidential case: by what they are, because they answered its call, or because
    their word is asked. Raises NotAllowed, StaleButton, SealedForHandler.
    """
    person, case = await handling.staff(tx, person_id), await load(tx, case_id)
    last = paging.last_word(await cases.history(tx.conn, case.id))
    answered = last is not None and last.kind is EventKind.PAGE_ANSWERED and last.actor.id == person.id
    needed = (answered and pages.may_answer(desk, person, case)) or approving.is_asked(desk, person, case)
    if not needed:
        await handling.on_case(tx, desk, person_id, case_id, chat_id)
    if not case.confidential:
        raise StaleButton
    if not (needed or may_read(desk, person, case)):
        raise SealedForHandler
    return person, case


async def press_reveal(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, args: list[str]
) -> str:
    """c:reveal:CASE: the numbers that the citizen left, into the handler's private chat."""
    person, case = await handling.on_case(tx, desk, person_id, case_id, chat_id)
    if case.handler_id != person.id:
        raise HandlerOnly
    if (
        case.status is Status.CLOSED
    ):  # its words may still be asked for: somebody has to decide on an objection
        raise IllegalMove(case.status.value, Action.REVEAL.value)
    history = await cases.history(tx.conn, case.id)
    texts = [case.text, *(str(e.data.get("text") or "") for e in standing(history))]
    citizen = await people.get(tx.conn, case.citizen_id)
    own = [citizen.phone] if citizen is not None and citizen.phone else []
    written = (clip(each, SENTENCE) for text in texts for each in telling(text))
    said = list(dict.fromkeys((*own, *written)))
    files = [file for file in await cases.attached(tx.conn, case.id) if tells(file)]
    if not (said or files):
        raise NothingToReveal
    private = await handling.private_chat(tx, person_id)
    case = await act(
        tx, desk, case, handling.actor_of(person, desk, case), (Action.REVEAL, {"what": "contact"})
    )
    while said:
        page = _page(said)
        await say(tx, private, view.contact(desk.house, case, said[:page]), "reveal", case_id=case.id)
        said = said[page:]
    await send_files(tx, private, case, files)
    return "toast-private"


def _page(said: list[str]) -> int:
    """How many of these fit into one message; one at least."""
    room = AS_MESSAGE
    for count, each in enumerate(said):
        room -= units(each) + 1
        if room < 0:
            return max(count, 1)
    return len(said)


async def show_reveals(tx: Tx, desk: Desk, person_id: int, chat_id: int, number: str) -> None:
    """/reveals NUMBER: who was shown what of a case; for supervisors."""
    person = await handling.staff(tx, person_id)
    if not person.supervisor:
        raise NotAllowed
    case = await handling.find(tx, desk, person_id, chat_id, number)
    events = [e for e in await cases.history(tx.conn, case.id) if e.kind is EventKind.REVEALED]
    names = {}
    for actor in {e.actor.id for e in events if e.actor.id}:
        known = await people.get(tx.conn, actor)
        if known is not None and known.staff_no is not None:
            names[actor] = (known.name or "–", known.staff_no)
    await say(tx, chat_id, view.reveals(desk.house, case, events, names), "reveals", case_id=case.id)
