"""/audit: what staff did last, for admins. Read beside the writer: the record is long."""

from dataclasses import dataclass

from bot.core.errors import NobodyOfThatName, NoSuchCase, StaleButton
from bot.core.plain import clip
from bot.service.desk import Desk
from bot.service.oversight import NAME_SHOWN, admin, admin_of
from bot.service.sight import hidden_from
from bot.service.turning import turned
from bot.store import acts, cases, people, staffing
from bot.store.acts import Filter
from bot.store.db import Reader, Tx
from bot.views import acts as view
from bot.views.content import Content
from bot.views.staff import list_over

PURPOSE = "audit"
PAGE = 10
LAST = 50  # pages; what lies further back is in the files of the cases


@dataclass(frozen=True, slots=True)
class Asked:
    """A filter as a button carries it (-, p and a staff number, c and a case number), and a page."""

    by: str
    page: int


async def asked(conn: Reader, words: str, number: str | None) -> Asked:
    """From what was typed: a case's number, a staff number or a name. Raises NobodyOfThatName."""
    if number is not None:
        return Asked(f"c{number}", 0)
    if not words:
        return Asked("-", 0)
    wanted = words.casefold()
    for person in await staffing.everyone(conn):
        if wanted in (str(person.staff_no), (person.name or "").casefold()):
            return Asked(f"p{person.staff_no}", 0)
    if words.isascii() and words.isdigit() and await staffing.id_of(conn, int(words)) is not None:
        return Asked(f"p{int(words)}", 0)  # somebody who has left
    raise NobodyOfThatName(name=clip(words, NAME_SHOWN))


async def prepared(conn: Reader, desk: Desk, person_id: int, what: Asked) -> Content:
    """The page, read before the transaction. Raises NotInvited, AdminOnly, NoSuchCase, StaleButton."""
    await admin_of(conn, person_id)
    but = await hidden_from(conn, desk, person_id)
    which = await _filter(conn, what.by, but)
    page = min(what.page, LAST)
    found = await acts.last(conn, which, (page + 1) * PAGE + 1, but)
    hidden = {case.number for case in (await cases.by_ids(conn, list(but))).values()} if but else set()
    shown = [a for a in found[page * PAGE : (page + 1) * PAGE] if a.data.get("case") not in hidden]
    names = {}
    for act in shown:
        for known in (
            act.actor_id,
            act.data.get("person"),
            act.data.get("deputy"),
            act.data.get("handler_id"),
        ):
            if isinstance(known, int) and known not in names:
                names[known] = await people.get(conn, known)
    more = len(found) > (page + 1) * PAGE and page < LAST
    return view.listed(desk.house, shown, names, what.by, page, case_id=which.case_id, more=more)


async def _filter(conn: Reader, by: str, but: frozenset[int]) -> Filter:
    if by == "-":
        return Filter()
    if by[:1] == "p" and by[1:].isascii() and by[1:].isdigit():
        person = await staffing.id_of(conn, int(by[1:]))
        if person is not None:
            return Filter(person_id=person)
    if by[:1] == "c":
        case = await cases.by_number(conn, by[1:])
        if case is None or case.id in but:
            raise NoSuchCase
        return Filter(number=case.number, case_id=case.id)
    raise StaleButton


async def show(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, content: Content, message: int | None
) -> None:
    await admin(tx, person_id)
    lists = content.lists
    if lists and await hidden_from(tx.conn, desk, chat_id) & {*lists.cases}:  # since it was read
        content = list_over(desk.house, lists.again)
    await turned(tx, chat_id, content, PURPOSE, message)
