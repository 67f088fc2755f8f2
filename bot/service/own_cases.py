"""The citizen's verbs on cases of their own: look, list, add, withdraw."""

from bot.core import deadlines, workflow
from bot.core.case import Case, Status
from bot.core.errors import IllegalMove
from bot.core.workflow import Action
from bot.service import asking, audience, follow_up, reminders
from bot.service.acting import act
from bot.service.desk import Desk
from bot.service.drafting import OPEN_SHOWN, language_of
from bot.service.intake import actor_of, own
from bot.service.saying import say
from bot.store import cases, followups, people
from bot.store import clocks as store_clocks
from bot.store.db import Tx
from bot.views import citizen as view
from bot.views import merging as merging_view
from bot.views.content import Content


async def ask_withdraw(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """Withdrawing ends a case for good: ask once more. Raises IllegalMove when there is nothing to end."""
    case = await own(tx, person_id, case_id)
    if not workflow.allowed(case.status, Action.WITHDRAW):
        raise IllegalMove(case.status.value, Action.WITHDRAW.value)
    voice = desk.voice(await language_of(tx, person_id))
    await say(tx, chat_id, view.withdraw(voice, case), "withdraw-sure", case_id=case.id)


async def withdraw(tx: Tx, desk: Desk, person_id: int, case_id: int) -> Case:
    return await act(tx, desk, await own(tx, person_id, case_id), actor_of(person_id), (Action.WITHDRAW, {}))


async def keep_case(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    case = await own(tx, person_id, case_id)
    voice = desk.voice(await language_of(tx, person_id))
    await say(
        tx, chat_id, Content(voice.say("withdraw-kept", number=case.number)), "withdraw-kept", case_id=case.id
    )


async def show_case(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    case = await own(tx, person_id, case_id)
    voice = desk.voice(await language_of(tx, person_id))
    shown = await audience.shown(tx.conn, case)
    history = await audience.history(tx.conn, case)
    clocks = deadlines.standing(await store_clocks.running(tx.conn, shown.id), tx.now, desk.calendar)
    staff = await people.staff_numbers(tx.conn, {e.actor.id for e in history if e.actor.id is not None})
    stage, row = await follow_up.stage(tx, person_id, case)
    content = view.case(voice, shown, history, clocks, staff, stage=stage, followup=row)
    if case.status is Status.MERGED:
        content = merging_view.case(voice, case, content, await audience.lead_told(tx.conn, case))
    await say(tx, chat_id, content, "case", case_id=case.id)


async def go_alone(tx: Tx, desk: Desk, person_id: int, _chat_id: int, case_id: int) -> None:
    """The citizen takes their case out of the one it was merged into: it is sent on anew."""
    case = await own(tx, person_id, case_id)
    parting = (Action.UNMERGE, {"department": desk.offices.triage.id})
    await act(tx, desk, case, actor_of(person_id), parting)


async def ask_addition(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int) -> None:
    """Open the citizen's keyboard for an addition; the reply to this message goes straight into the case."""
    case = await own(tx, person_id, case_id)
    if not workflow.takes_words(case.status):
        raise IllegalMove(case.status.value, Action.ADD.value)
    voice = desk.voice(await language_of(tx, person_id))
    content = Content(
        voice.say("draft-ask-add", number=case.number), force_reply=voice.plain("placeholder-add")
    )
    await say(tx, chat_id, content, "ask-add", case_id=case.id)


async def list_cases(tx: Tx, desk: Desk, person_id: int, chat_id: int, language: str) -> None:
    await people.meet(tx, person_id, language)
    voice = desk.voice(await language_of(tx, person_id))
    found = await cases.of_citizen(tx.conn, person_id, limit=8)
    total = await cases.count_of_citizen(tx.conn, person_id)
    asked = await followups.waiting_for(tx.conn, person_id)
    await say(tx, chat_id, view.case_list(voice, found, total, asked), "mycases")


VERBS = {"add": ask_addition, "withdraw": ask_withdraw, "remind": reminders.remind}
_ACTIONS = {"add": Action.ADD, "withdraw": Action.WITHDRAW, "remind": Action.REMIND}
CHOICES = 8


async def choose(tx: Tx, desk: Desk, person_id: int, chat_id: int, language: str, verb: str) -> None:
    """A verb without a case: the one it can be about, or a choice of them, the newest first."""
    await people.meet(tx, person_id, language)
    mine = await cases.of_citizen(tx.conn, person_id, limit=OPEN_SHOWN)
    fitting = [c for c in mine if workflow.allowed(c.status, _ACTIONS[verb])][:CHOICES]
    if len(fitting) == 1:
        await VERBS[verb](tx, desk, person_id, chat_id, fitting[0].id)
        return
    voice = desk.voice(await language_of(tx, person_id))
    await say(tx, chat_id, view.which(voice, verb, fitting), f"which-{verb}")


async def answer_small_talk(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, language: str, meaning: str | int
) -> None:
    """A greeting, thanks, a question how things stand: answered, never filed.

    A number shows that case; who has only one is shown it when they ask how it goes.
    """
    await people.meet(tx, person_id, language)
    if isinstance(meaning, int):
        await show_case(tx, desk, person_id, chat_id, meaning)
        return
    ever = await cases.of_citizen(tx.conn, person_id, limit=2)
    mine = await cases.of_citizen(tx.conn, person_id, only_open=True, limit=2)
    if meaning == "progress" and len(ever) == 1:
        await show_case(tx, desk, person_id, chat_id, ever[0].id)
    elif meaning == "withdraw" and len(mine) == 1:
        await ask_withdraw(tx, desk, person_id, chat_id, mine[0].id)
    elif meaning in ("progress", "withdraw"):
        await list_cases(tx, desk, person_id, chat_id, language)
    else:
        voice = desk.voice(await language_of(tx, person_id))
        await say(tx, chat_id, Content(voice.say(f"small-{meaning}")), f"small-{meaning}")
    if meaning != "withdraw":
        await asking.again(tx, desk, person_id)
