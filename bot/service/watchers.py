"""Those who watch over all offices: who they are, and what they have to decide."""

from datetime import datetime

from bot.core.case import Case
from bot.core.notices import Priority
from bot.service.desk import Desk
from bot.service.saying import say, voice_for
from bot.service.sight import homes
from bot.store import people
from bot.store.db import Tx
from bot.views import follow_up as follow_view
from bot.views.content import Content


async def watchers(tx: Tx, desk: Desk) -> list[int]:
    """The chats of those who watch over all offices: the supervisors; without any, the triage desk's home."""
    chats = [p for p in await people.with_role(tx.conn, "supervisor") if not await people.is_gone(tx.conn, p)]
    return chats or [chat_id for chat_id, _ in await homes(tx, desk, desk.offices.triage.id)]


async def deciders(tx: Tx, desk: Desk, case: Case) -> list[int]:
    """Those who watch over all offices, without whoever must not see this case."""
    out = []
    for chat_id in await watchers(tx, desk):
        person = await people.get(tx.conn, chat_id) if chat_id > 0 else None
        if person is None or person.sees(case):
            out.append(chat_id)
    return out


async def tell_deciders(tx: Tx, desk: Desk, case: Case, key: str, due: datetime) -> None:
    """A decision is due, or overdue: that concerns those who decide, not the office."""
    what = "proposal" if case.open else "reopening"
    for chat_id in await deciders(tx, desk, case):
        voice = await voice_for(tx, desk, chat_id)
        text = voice.say(key, number=case.number, due=voice.when(due), what=what)
        buttons = () if case.open else follow_view.decision_buttons(voice, case)
        await say(tx, chat_id, Content(text, buttons), key, Priority.NOTICE, case_id=case.id)
