"""Which chats may show a case that complains about an office, and where its cards go instead.

A chat sees with the eyes of all who are known to be in it: the offices it is bound to, and every other office that
their people belong to. Who else sits in a group, the bot cannot know.
"""

from collections.abc import Sequence

from bot.core.case import Case
from bot.service.desk import Desk
from bot.store import cases, people
from bot.store.db import Reader, Tx
from bot.store.people import Person

IN_TRIAGE = ("dispatcher", "supervisor")  # roles of the city whose people are in the triage desk's group


async def eyes(conn: Reader, desk: Desk, chat_id: int) -> frozenset[str]:
    """Everything that those who read in a chat belong to."""
    if chat_id > 0:
        person = await people.get(conn, chat_id)
        return person.ties if person is not None else frozenset()
    here = await people.departments_of_chat(conn, chat_id)
    city = IN_TRIAGE if desk.offices.triage.id in here else ()
    return frozenset({*here, *await people.ties_of_staff(conn, here, city)})


async def may_see(conn: Reader, desk: Desk, case: Case, chat_id: int) -> bool:
    """Whether nobody complained about reads in this chat."""
    return not case.accused or not set(case.accused) & await eyes(conn, desk, chat_id)


def may_read(desk: Desk, person: Person, case: Case) -> bool:
    """Whether the words of a confidential case are theirs to open by what they are: its handler, or above the offices."""
    above = person.dispatcher or desk.offices.triage.id in person.departments
    return not person.barred(case) and (case.handler_id == person.id or above)


async def hidden_from(
    conn: Reader, desk: Desk, chat_id: int, offices: Sequence[str] | None = None
) -> frozenset[int]:
    """Cases of these offices, or of all, that lists and counts in this chat must leave out.

    Closed ones are counted: no list shows them, so a count gives nothing away.
    """
    known = offices if offices is not None else [d.id for d in desk.offices.all]
    found = await cases.accusing(conn, known)
    if not found:
        return frozenset()
    seen = await eyes(conn, desk, chat_id)
    return frozenset(case.id for case in found if seen & set(case.accused))


async def homes(tx: Tx, desk: Desk, department: str) -> list[tuple[int, bool]]:
    """Where a department's cards go: its group; else the triage desk's; else the admins. True: a stand-in."""
    own = await people.group_of(tx.conn, department)
    if own is not None:
        return [(own, False)]
    triage = await people.group_of(tx.conn, desk.offices.triage.id)
    if triage is not None:
        return [(triage, True)]
    return [(admin, True) for admin in await people.admins(tx.conn)]


async def homes_of(tx: Tx, desk: Desk, case: Case) -> list[tuple[int, bool]]:
    """Where the cards of this case go: as its department's, but never where somebody complained about reads.

    Then to the office's own people, each in private; then to the triage desk; then to supervisors and admins.
    """
    if not case.accused:
        return await homes(tx, desk, case.department)
    triage = desk.offices.triage.id
    for office in dict.fromkeys((case.department, triage)):
        group = await people.group_of(tx.conn, office)
        if group is None:
            continue
        if await may_see(tx.conn, desk, case, group):
            return [(group, office != case.department)]
        if chats := await _private(tx, desk, case, office):
            return [(chat, True) for chat in chats]
    roles = ("supervisor", "admin")
    chats = [p for role in roles for p in await people.with_role(tx.conn, role)]
    return [(chat, True) for chat in await _who_see(tx, case, chats)]


async def _private(tx: Tx, desk: Desk, case: Case, office: str) -> list[int]:
    """The people of an office who may see the case, each in their private chat."""
    found = [p for role in ("clerk", "lead") for p in await people.with_role(tx.conn, role, office)]
    if office == desk.offices.triage.id:
        found += await people.with_role(tx.conn, "dispatcher")
    return await _who_see(tx, case, found)


async def _who_see(tx: Tx, case: Case, persons: Sequence[int]) -> list[int]:
    out: list[int] = []
    for person_id in dict.fromkeys(persons):
        person = await people.get(tx.conn, person_id)
        if person is not None and person.sees(case) and not await people.is_gone(tx.conn, person_id):
            out.append(person_id)
    return out
