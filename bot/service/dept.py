"""/dept: an admin puts a change together, sees what it would be, and saves it. Nothing is changed before that."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.core.errors import BadOffice, StaleButton
from bot.core.notices import Priority
from bot.departments import DOMAINS, SWITCHES, TOPICS, Department, Directory
from bot.service import departments, describing, menus, oversight
from bot.service.describing import FIELDS, PICKED, WORDS
from bot.service.desk import Desk
from bot.service.naming import ONE_LANGUAGE, renamed
from bot.service.retract import take_back_all
from bot.service.saying import say
from bot.store import departments as store
from bot.store import dialogues, people, slots, spoken, staffing
from bot.store.db import Reader, Tx
from bot.store.dialogues import Dialogue
from bot.views import dept as view
from bot.views.content import Content, Voice

KIND = "dept"
SLOT = "dept"
ASKED = "dept-ask"  # the purpose of a question that is answered with words
# So long, what is said of a department adds to what was changed and is not saved yet.
GOES_ON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Staged:
    """A change in the making. `before` {}: a new department. `closing`: it is to be closed; `heir`: who takes over."""

    before: dict[str, Any]
    after: dict[str, Any]
    closing: bool = False
    heir: str | None = None
    asks: str | None = None

    @property
    def id(self) -> str:
        found: str = self.after["id"]
        return found

    @property
    def department(self) -> Department:
        return Department.model_validate(self.after)

    @property
    def changed(self) -> bool:
        return self.closing or self.before != self.after


async def show_list(tx: Tx, desk: Desk, person_id: int, chat_id: int, page: int = 0, *, anew: bool) -> None:
    await oversight.admin(tx, person_id)
    await dialogues.end(tx, chat_id, person_id, KIND)
    await _show(tx, chat_id, view.listed(desk.house, page), anew=anew)


async def begin(tx: Tx, desk: Desk, person_id: int, chat_id: int, department_id: str, *, anew: bool) -> None:
    """The page of a department, nothing changed yet. Raises StaleButton for one that is closed."""
    await oversight.admin(tx, person_id)
    if department_id not in desk.offices:
        raise StaleButton
    data = departments.as_data(desk.offices[department_id])
    await _keep(tx, desk, person_id, chat_id, Staged(data, data), anew=anew)


async def begin_new(tx: Tx, desk: Desk, person_id: int, chat_id: int, name: str, *, anew: bool) -> None:
    """A new department, as far as its name says what it is; nothing is saved yet. Raises BadOffice."""
    await oversight.admin(tx, person_id)
    data = await describing.guessed(tx, desk, renamed(name, {}))
    describing.sound(desk, {}, data)
    await _keep(tx, desk, person_id, chat_id, Staged({}, data), anew=anew)


async def ask(tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str, field: str) -> None:
    """Words are asked for with a question; what can be picked is shown to pick from."""
    dialogue, staged = await _mine(tx, person_id, chat_id, dialogue_id)
    if field in PICKED:
        await _show(tx, chat_id, view.pick(desk.house, dialogue.id, staged, field, 0))
    elif field in WORDS:
        await _wait_for(tx, desk, chat_id, dialogue, staged, field)
    else:
        raise StaleButton


async def ask_for(tx: Tx, desk: Desk, person_id: int, chat_id: int, department_id: str, field: str) -> None:
    """A field was named and nothing said of it. Raises BadOffice for what there is no question about."""
    if field not in FIELDS:
        raise BadOffice("dept-bad")
    await begin(tx, desk, person_id, chat_id, department_id, anew=True)
    dialogue = await dialogues.get(tx.conn, chat_id, person_id, KIND)
    assert dialogue is not None
    await ask(tx, desk, person_id, chat_id, dialogue.id, field)


async def waits(conn: Reader, person_id: int, chat_id: int, now: datetime) -> bool:
    """Whether a question for words is the last thing that was said here, not long ago."""
    last = await spoken.last_purpose(conn, chat_id)
    if last is None or last[0] != ASKED or now - last[1] > GOES_ON:
        return False
    dialogue = await dialogues.get(conn, chat_id, person_id, KIND)
    return dialogue is not None and dialogue.data["asks"] is not None


async def ask_name(tx: Tx, desk: Desk, person_id: int, chat_id: int) -> None:
    await oversight.admin(tx, person_id)
    dialogue = await dialogues.begin(tx, chat_id, person_id, KIND, _data(Staged({}, {})))
    await _wait_for(tx, desk, chat_id, dialogue, Staged({}, {}), "new")


async def _wait_for(tx: Tx, desk: Desk, chat_id: int, dialogue: Dialogue, staged: Staged, field: str) -> None:
    waiting = Staged(staged.before, staged.after, asks=field)
    await dialogues.save(tx, dialogue, _data(waiting))
    offered = None
    if field == "short" and "short" not in staged.after:
        offered = describing.short_of(desk, staged.after)
    content = view.offered(desk.house, dialogue.id, offered) if offered else view.question(desk.house, field)
    await say(tx, chat_id, content, ASKED)


async def take_short(tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str) -> None:
    """The short name that was offered. Raises StaleButton when there is none to be had any more."""
    _, staged = await _mine(tx, person_id, chat_id, dialogue_id)
    if (short := describing.short_of(desk, staged.after)) is None:
        raise StaleButton
    await _change(tx, desk, person_id, chat_id, staged, "short", short, anew=True)


async def hear(tx: Tx, desk: Desk, person_id: int, chat_id: int, words: str) -> None:
    """The answer to a question. Raises StaleButton when nothing is asked any more, BadOffice."""
    dialogue = await dialogues.get(tx.conn, chat_id, person_id, KIND)
    staged = _staged(dialogue) if dialogue is not None else None
    if staged is None or staged.asks is None:
        raise StaleButton
    if staged.asks == "new":
        await begin_new(tx, desk, person_id, chat_id, words, anew=True)
    else:
        await _change(tx, desk, person_id, chat_id, staged, staged.asks, words, anew=True)


async def say_change(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, department_id: str, field: str, words: str
) -> None:
    """A change told in words: its preview. Raises BadOffice, NoSuchDepartment."""
    await oversight.admin(tx, person_id)
    data = departments.as_data(desk.offices[department_id])
    staged = Staged(data, data)
    dialogue = await dialogues.get(tx.conn, chat_id, person_id, KIND)
    if dialogue is not None and tx.now - dialogue.began_at < GOES_ON:
        before = _staged(dialogue)
        if before.before == data and not before.closing:
            staged = Staged(data, before.after)
    await _change(tx, desk, person_id, chat_id, staged, field, words, anew=True)


async def _change(
    tx: Tx,
    desk: Desk,
    person_id: int,
    chat_id: int,
    staged: Staged,
    field: str,
    words: str,
    *,
    anew: bool = False,
) -> None:
    value = describing.understood(desk, field, words, staged.after)
    field = "name" if field in ONE_LANGUAGE else field
    after = {key: old for key, old in staged.after.items() if key != field}
    if value not in (None, [], ""):
        after[field] = value
    describing.sound(desk, staged.before, after)
    await _keep(tx, desk, person_id, chat_id, Staged(staged.before, after), anew=anew)


async def pick(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str, field: str, value: str
) -> None:
    """A value by its button: of several that can be chosen it is added or taken out again."""
    _, staged = await _mine(tx, person_id, chat_id, dialogue_id)
    if field in ("domains", "topics"):
        known = DOMAINS if field == "domains" else TOPICS
        if value not in known:
            raise StaleButton
        has = set(staged.after.get(field, ())) ^ {value}
        value = " ".join(each for each in known if each in has) or "-"
    elif field not in PICKED or (field in SWITCHES and value not in ("on", "off")):
        raise StaleButton
    await _change(tx, desk, person_id, chat_id, staged, field, value)


async def turn(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str, field: str, page: int
) -> None:
    dialogue, staged = await _mine(tx, person_id, chat_id, dialogue_id)
    if field not in ("parent", "heir"):
        raise StaleButton
    await _show(tx, chat_id, view.pick(desk.house, dialogue.id, staged, field, page))


async def back(tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str) -> None:
    _, staged = await _mine(tx, person_id, chat_id, dialogue_id)
    await _keep(
        tx, desk, person_id, chat_id, Staged(staged.before, staged.after, staged.closing, staged.heir)
    )


async def close(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, department_id: str, heir: str | None, *, anew: bool
) -> None:
    """The preview of a closing: who takes over (None: the general desk), and what else it means. Raises BadOffice."""
    await oversight.admin(tx, person_id)
    if department_id not in desk.offices or (heir is not None and heir not in desk.offices):
        raise StaleButton
    if heir == department_id:
        raise BadOffice("dept-bad-heir", office=desk.house.office(department_id))
    data = departments.as_data(desk.offices[department_id])
    staged = Staged(data, data, closing=True, heir=None if heir == desk.offices.triage.id else heir)
    describing.fits(desk, desk.offices.without(department_id), desk.offices[department_id])
    await _keep(tx, desk, person_id, chat_id, staged, anew=anew)


async def choose_heir(tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str, heir: str) -> None:
    _, staged = await _mine(tx, person_id, chat_id, dialogue_id)
    await close(tx, desk, person_id, chat_id, staged.id, heir, anew=False)


async def save(tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str) -> None:
    """What was shown is done, if it still fits. Raises BadOffice when somebody was faster, StaleButton."""
    _, staged = await _mine(tx, person_id, chat_id, dialogue_id)
    now = {row.id: row for row in await store.rows(tx.conn)}
    row = now.get(staged.id)
    if staged.before and (row is None or row.closed or row.data != staged.before):
        raise BadOffice("dept-changed-meanwhile", office=desk.house.office(staged.id))
    if not staged.changed:
        raise StaleButton
    present = await departments.directory(tx.conn)
    if not staged.before and row is not None:  # two new ones at once: each gets an id of its own
        fresh = await describing.guessed(tx, desk, staged.after["name"])
        staged = Staged({}, {**staged.after, "id": fresh["id"]})
    open_cases = (await store.open_cases(tx.conn, [staged.id])).get(staged.id, 0)
    if staged.closing:
        await _close(tx, desk, person_id, staged, present)
    else:
        describing.sound(desk, staged.before, staged.after, present)
        await store.save(tx, staged.id, staged.after, by=person_id)
    await departments.changed(tx)
    await dialogues.end(tx, chat_id, person_id, KIND)
    new = await departments.directory(tx.conn)
    voice = Voice(desk.settings, desk.house.language, new)
    content = view.saved(
        voice, staged.id, new=not staged.before, closed=staged.closing, open_cases=open_cases
    )
    await _show(tx, chat_id, content)
    for other in await people.admins(tx.conn):
        if other != person_id:
            person = await people.get(tx.conn, person_id)
            name = (person.name if person else None) or "–"
            text = view.told_admins(voice, staged, name)
            await say(tx, other, Content(text), "dept-told", Priority.NOTICE)


async def drop(tx: Tx, desk: Desk, person_id: int, chat_id: int, dialogue_id: str) -> None:
    """Nothing is changed: back to the page as it is, or to the list."""
    _, staged = await _mine(tx, person_id, chat_id, dialogue_id)
    if staged.before and staged.id in desk.offices:
        await begin(tx, desk, person_id, chat_id, staged.id, anew=False)
    else:
        await show_list(tx, desk, person_id, chat_id, anew=False)


# --- closing


async def _close(tx: Tx, desk: Desk, person_id: int, staged: Staged, present: Directory) -> None:
    """Its people are told and have no role there any more, its group is told and let go; cases follow by themselves."""
    office, heir = staged.id, staged.heir
    if heir is not None and heir not in present:
        raise BadOffice("dept-changed-meanwhile", office=desk.house.office(heir))
    describing.fits(desk, present.without(office), present[office])
    for child in present.below(office):
        moved = {**departments.as_data(child)}
        moved.pop("parent")
        if present[office].parent:
            moved["parent"] = present[office].parent
        await store.save(tx, child.id, moved, by=person_id)
    voice = desk.house
    group = await people.group_of(tx.conn, office)
    to = heir or desk.offices.triage.id
    for member in await store.staff_of(tx.conn, office):
        for grant in await staffing.grants(tx.conn, member):
            if grant.department == office:
                await staffing.revoke(tx, grant, by=person_id)
        await say(tx, member, Content(view.told_staff(voice, office, to)), "dept-closed", Priority.NOTICE)
        await menus.set_menu(tx, desk, member)
    await store.close(tx, office, heir, by=person_id)
    if group is not None:
        await say(tx, group, Content(view.told_group(voice, office, to)), "dept-closed", Priority.NOTICE)
    count = (await store.open_cases(tx.conn, [office])).get(office, 0)
    heirs_group = await people.group_of(tx.conn, to)
    if heirs_group is not None and count:
        text = voice.say("dept-closed-heir", office=voice.office(office), count=count)
        await say(tx, heirs_group, Content(text), "dept-closed", Priority.NOTICE)
    await take_back_all(tx, desk)


# --- the change in the making


def _data(staged: Staged) -> dict[str, Any]:
    return {
        "before": staged.before,
        "after": staged.after,
        "closing": staged.closing,
        "heir": staged.heir,
        "asks": staged.asks,
    }


def _staged(dialogue: Dialogue) -> Staged:
    return Staged(**dialogue.data)


async def _mine(tx: Tx, person_id: int, chat_id: int, dialogue_id: str) -> tuple[Dialogue, Staged]:
    await oversight.admin(tx, person_id)
    dialogue = await dialogues.get(tx.conn, chat_id, person_id, KIND)
    if dialogue is None or dialogue.id != dialogue_id or not dialogue.data["after"]:
        raise StaleButton
    return dialogue, _staged(dialogue)


async def _keep(
    tx: Tx, desk: Desk, person_id: int, chat_id: int, staged: Staged, *, anew: bool = False
) -> None:
    """Keep the change as it is now and show it."""
    before = None if anew else await dialogues.get(tx.conn, chat_id, person_id, KIND)
    if before is None:
        dialogue = await dialogues.begin(tx, chat_id, person_id, KIND, _data(staged))
    else:
        dialogue = await dialogues.save(tx, before, _data(staged))
    counts = await _counts(tx, staged)
    await _show(tx, chat_id, view.page(desk.house, dialogue.id, staged, counts), anew=anew)


async def _counts(tx: Tx, staged: Staged) -> view.Counts:
    open_cases = (await store.open_cases(tx.conn, [staged.id])).get(staged.id, 0)
    group = await people.group_of(tx.conn, staged.id) is not None
    return view.Counts(
        open_cases,
        len(await store.staff_of(tx.conn, staged.id)),
        group,
        lead=bool(await people.with_role(tx.conn, "lead", staged.id)),
        checker=bool(await people.with_role(tx.conn, "checker", staged.id)),
    )


async def _show(tx: Tx, chat_id: int, content: Content, *, anew: bool = False) -> None:
    if anew:
        await slots.forget(tx, chat_id, SLOT)
    await say(tx, chat_id, content, "dept", slot=SLOT)
