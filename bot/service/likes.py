"""Cases like this one: for a citizen to join, a dispatcher to merge, a clerk to start an answer from.

Two steps, since nothing but the database is awaited in a transaction: `seek` asks the index at leisure, `open_like` and
`answered_like` load what it found and apply the rules to the cases as they are now.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.case import Case, Outcome
from bot.core.likes import Use, may_enter, same_family
from bot.core.masking import mask
from bot.service.desk import Desk
from bot.store import cases, likes
from bot.store.db import Reader
from classifier.places import places

SHOWN = 3
SOUGHT = 20  # more than are shown: rules drop some
Found = Sequence[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class LikeCase:
    """An open case and how like it is. Its text is another citizen's: show a citizen its number and title at most."""

    case: Case
    likeness: float


@dataclass(frozen=True, slots=True)
class LikeAnswer:
    """An answered case with what may be shown of it: numbers of people masked, nothing of who filed it."""

    case_id: int
    number: str
    department: str
    title: str
    answer: str
    outcome: Outcome
    answered_at: datetime
    likeness: float


async def seek(
    desk: Desk,
    text: str,
    use: Use,
    *,
    kind: str | None,
    confidential: bool = False,
    exclude: Collection[int] = (),
) -> Found:
    """What the index has for `text`; nothing for what may not be like others, or while the index is built."""
    if not may_enter(kind, confidential=confidential):
        return ()
    return await desk.likes.find(text, use.among, use.least, limit=SOUGHT, exclude=exclude)


async def seek_for(conn: Reader, desk: Desk, case: Case, use: Use) -> Found:
    """The same for a case. Not on the writer's connection: it waits for the index."""
    entry = (await likes.entries(conn, [case.id])).get(case.id)
    if entry is None:
        return ()
    return await seek(
        desk, case.text, use, kind=entry.kind, confidential=entry.confidential, exclude={case.id}
    )


async def open_like(
    conn: Reader, text: str, found: Found, use: Use, *, but_of: int | None = None, limit: int = SHOWN
) -> list[LikeCase]:
    """Open cases on the matter of `text`, the likest first, none of another place and none of the citizen `but_of`."""
    kept = await _still(conn, found, use)
    loaded = await cases.by_ids(conn, [case_id for case_id, _ in kept])
    here, made = places(text), list[LikeCase]()
    for case_id, like in kept:
        if len(made) >= limit:
            break
        case = loaded[case_id]
        if case.citizen_id != but_of and not here.elsewhere(places(case.text)):
            made.append(LikeCase(case, like))
    return made


async def answered_like(
    conn: Reader, desk: Desk, case: Case, found: Found, limit: int = SHOWN
) -> list[LikeAnswer]:
    """Answers that offices gave to cases like this one, the likest first, of equally like ones the newest."""
    subject = (await likes.entries(conn, [case.id])).get(case.id)
    if subject is None or not may_enter(subject.kind, confidential=subject.confidential):
        return []
    kept = await _still(conn, [each for each in found if each[0] != case.id], Use.ANSWER)
    ids = [case_id for case_id, _ in kept]
    loaded, answers = await cases.by_ids(conn, ids), await likes.answers(conn, ids)
    made = [
        LikeAnswer(
            case_id,
            other.number,
            other.department,
            mask(other.title),
            mask(answers[case_id].text),
            other.outcome,
            answers[case_id].at,
            like,
        )
        for case_id, like in kept
        if case_id in answers
        and answers[case_id].text.strip()
        and (other := loaded[case_id]).outcome is not None
        and same_family(case, other, desk.offices.all)
    ]
    return sorted(made, key=lambda a: (round(a.likeness, 1), a.answered_at), reverse=True)[:limit]


async def _still(conn: Reader, found: Found, use: Use) -> list[tuple[int, float]]:
    """Those of `found` that may be shown as they are now: the index may be a moment behind."""
    entries = await likes.entries(conn, [case_id for case_id, _ in found])
    return [
        (case_id, like)
        for case_id, like in found
        if like >= use.least
        and (entry := entries.get(case_id)) is not None
        and entry.standing is use.among
        and may_enter(entry.kind, confidential=entry.confidential)
    ]
