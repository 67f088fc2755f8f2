"""Citizens and staff, their roles and invitations, and the chats that they are reached in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.case import CALLERS, Case
from bot.store.asking import Question
from bot.store.db import Tx, upsert
from bot.store.tables import audit, chats, department_chats, people, roles, state

ROLES = ("clerk", "lead", "checker", "dispatcher", "supervisor", "admin")
OF_AN_OFFICE = ("clerk", "lead", "checker")  # roles that need a department


@dataclass(frozen=True, slots=True)
class Person:
    """`grants`: (role, department) pairs in force; department None for roles that span the city."""

    id: int
    language: str
    name: str | None
    staff_no: int | None
    phone: str | None = None
    grants: tuple[tuple[str, str | None], ...] = ()

    @property
    def staff(self) -> bool:
        return bool(self.grants)

    @property
    def admin(self) -> bool:
        return any(role == "admin" for role, _ in self.grants)

    @property
    def supervisor(self) -> bool:
        return self.admin or any(role == "supervisor" for role, _ in self.grants)

    @property
    def dispatcher(self) -> bool:
        return self.supervisor or any(role == "dispatcher" for role, _ in self.grants)

    def leads(self, department: str) -> bool:
        return ("lead", department) in self.grants

    def checks_for(self, department: str) -> bool:
        return ("checker", department) in self.grants

    @property
    def departments(self) -> tuple[str, ...]:
        """The departments this person works in; a checker only looks on the spot for one."""
        return tuple(dict.fromkeys(d for role, d in self.grants if d and role != "checker"))

    @property
    def ties(self) -> frozenset[str]:
        """All that this person belongs to, as `Case.accused` has it: offices in any role, and roles of the city."""
        return frozenset(_tie(role, department) for role, department in self.grants)

    def barred(self, case: Case) -> bool:
        """Whether they belong to an office that the case complains about."""
        return bool(self.ties & set(case.accused))

    def sees(self, case: Case) -> bool:
        """Whether a case may be shown to them: nobody of an office complained about sees it, whatever their role."""
        if self.barred(case):
            return False
        offices = {case.department, *case.supporting}
        return self.dispatcher or bool(offices & set(self.departments))

    def works_for(self, department: str) -> bool:
        return self.dispatcher or department in self.departments


def _tie(role: str, department: str | None) -> str:
    return department or f"@{role}"


async def meet(tx: Tx, person_id: int, language: str) -> None:
    """Note somebody's existence; the first language stays until they choose another."""
    await tx.conn.execute(
        upsert(tx, people)
        .values(id=person_id, language=language, first_seen=tx.now)
        .on_conflict_do_nothing(index_elements=["id"])
    )


# Asked several times with every act: to build it costs more than to ask it.
_PERSON = Question(
    select(people, roles.c.role, roles.c.department)
    .outerjoin(roles, and_(roles.c.person_id == people.c.id, roles.c.revoked_at.is_(None)))
    .where(people.c.id == bindparam("person"))
    .order_by(roles.c.id)
)


async def get(conn: AsyncConnection, person_id: int) -> Person | None:
    found = await _PERSON.ask(conn, person=person_id)
    if not found:
        return None
    first = found[0]
    grants = tuple((row.role, row.department) for row in found if row.role is not None)
    return Person(first.id, first.language, first.name, first.staff_no, first.phone, grants)


async def tongue_of_staff(conn: AsyncConnection, person_id: int) -> str | None:
    """The language of a member of staff; None for everybody else."""
    wanted = select(people.c.language).where(people.c.id == person_id, people.c.staff_no.is_not(None))
    return (await conn.execute(wanted)).scalar_one_or_none()


async def language_of(conn: AsyncConnection, person_id: int) -> str | None:
    return (
        await conn.execute(select(people.c.language).where(people.c.id == person_id))
    ).scalar_one_or_none()


async def choose_language(tx: Tx, person_id: int, language: str) -> None:
    await tx.conn.execute(update(people).where(people.c.id == person_id).values(language=language))


async def grant(
    tx: Tx, person_id: int, role: str, department: str | None, *, by: int | None, name: str
) -> Person:
    """Give a role; a person's first one gives them a staff number too."""
    await meet(tx, person_id, "zh-Hans")
    person = await get(tx.conn, person_id)
    assert person is not None
    number = person.staff_no
    if number is None:
        number = int(
            (await tx.conn.execute(select(func.coalesce(func.max(people.c.staff_no), 100) + 1))).scalar_one()
        )
    await tx.conn.execute(update(people).where(people.c.id == person_id).values(name=name, staff_no=number))
    if (role, department) not in person.grants:
        await tx.conn.execute(
            insert(roles).values(
                person_id=person_id, role=role, department=department, granted_by=by, granted_at=tx.now
            )
        )
        await note(tx, by, "grant", person=person_id, role=role, department=department)
    result = await get(tx.conn, person_id)
    assert result is not None
    return result


async def rename(tx: Tx, person_id: int, name: str) -> None:
    await tx.conn.execute(update(people).where(people.c.id == person_id).values(name=name))


async def meet_caller(tx: Tx, phone: str, name: str | None, language: str) -> int:
    """Somebody without Telegram, known by their telephone: the same caller as before, or a new one."""
    known = (
        await tx.conn.execute(
            select(people.c.id).where(people.c.phone == phone, people.c.id >= CALLERS).order_by(people.c.id)
        )
    ).scalar()
    if known is not None:
        return int(known)
    last = (await tx.conn.execute(select(func.max(people.c.id)).where(people.c.id >= CALLERS))).scalar()
    fresh = CALLERS if last is None else int(last) + 1
    await tx.conn.execute(
        insert(people).values(id=fresh, language=language, name=name, phone=phone, first_seen=tx.now)
    )
    return fresh


async def keep_phone(tx: Tx, person_id: int, phone: str | None) -> None:
    """The number that somebody shared of themselves; None when they take it back."""
    await tx.conn.execute(update(people).where(people.c.id == person_id).values(phone=phone))
    await note(tx, person_id, "phone", shared=phone is not None)


async def staff_numbers(conn: AsyncConnection, ids: Collection[int]) -> dict[int, int]:
    """The staff numbers of those who have one."""
    rows = await conn.execute(
        select(people.c.id, people.c.staff_no).where(people.c.id.in_(ids), people.c.staff_no.is_not(None))
    )
    return {row.id: row.staff_no for row in rows}


async def admins(conn: AsyncConnection) -> list[int]:
    return await with_role(conn, "admin")


async def with_role(conn: AsyncConnection, role: str, department: str | None = None) -> list[int]:
    """Who has a role, of one department if named."""
    query = select(roles.c.person_id).where(roles.c.role == role, roles.c.revoked_at.is_(None))
    if department is not None:
        query = query.where(roles.c.department == department)
    return list((await conn.execute(query.distinct().order_by(roles.c.person_id))).scalars())


async def bind(tx: Tx, department: str, chat_id: int, kind: str, *, by: int | None) -> None:
    """Tie a group to a department; a department has one group, a group may serve several."""
    await know_chat(tx, chat_id, kind)
    values = {"chat_id": chat_id, "bound_by": by, "bound_at": tx.now}
    await tx.conn.execute(
        upsert(tx, department_chats)
        .values(department=department, **values)
        .on_conflict_do_update(index_elements=["department"], set_=values)
    )
    await note(tx, by, "bind", department=department, chat=chat_id)


async def unbind(tx: Tx, department: str, chat_id: int, *, by: int | None) -> bool:
    """Untie a department from this group; False when it is not tied to it."""
    gone = await tx.conn.execute(
        delete(department_chats).where(
            department_chats.c.department == department, department_chats.c.chat_id == chat_id
        )
    )
    if gone.rowcount:
        await note(tx, by, "unbind", department=department, chat=chat_id)
    return bool(gone.rowcount)


_GROUP = Question(
    select(department_chats.c.chat_id)
    .join(chats, chats.c.id == department_chats.c.chat_id)
    .where(department_chats.c.department == bindparam("department"), chats.c.gone_at.is_(None))
)


async def group_of(conn: AsyncConnection, department: str) -> int | None:
    """The chat of a department, unless the bot is no longer in it."""
    return next((row.chat_id for row in await _GROUP.ask(conn, department=department)), None)


async def ties_of_staff(conn: AsyncConnection, departments: Sequence[str], city: Sequence[str]) -> set[str]:
    """All that those who work in `departments`, or have one of the `city` roles, belong to."""
    here = select(roles.c.person_id).where(
        roles.c.revoked_at.is_(None),
        or_(roles.c.department.in_(departments), and_(roles.c.department.is_(None), roles.c.role.in_(city))),
    )
    rows = await conn.execute(
        select(roles.c.role, roles.c.department)
        .where(roles.c.revoked_at.is_(None), roles.c.person_id.in_(here))
        .distinct()
    )
    return {_tie(row.role, row.department) for row in rows}


async def departments_of_chat(conn: AsyncConnection, chat_id: int) -> list[str]:
    rows = await conn.execute(
        select(department_chats.c.department).where(department_chats.c.chat_id == chat_id)
    )
    return [row.department for row in rows]


async def bound(conn: AsyncConnection) -> set[str]:
    """Departments with a group, whether it can be reached or not."""
    return set((await conn.execute(select(department_chats.c.department))).scalars())


async def bindings(conn: AsyncConnection) -> dict[str, int]:
    """Departments with a group that can be reached."""
    rows = await conn.execute(
        select(department_chats.c.department, department_chats.c.chat_id)
        .join(chats, chats.c.id == department_chats.c.chat_id)
        .where(chats.c.gone_at.is_(None))
    )
    return {row.department: row.chat_id for row in rows}


async def know_chat(tx: Tx, chat_id: int, kind: str) -> None:
    """Note a chat as reachable."""
    values = {"kind": kind, "gone_at": None, "gone_why": None}
    await tx.conn.execute(
        upsert(tx, chats)
        .values(id=chat_id, **values)
        .on_conflict_do_update(index_elements=["id"], set_=values)
    )


_GONE = select(chats.c.gone_at).where(chats.c.id == bindparam("chat"))


async def is_gone(conn: AsyncConnection, chat_id: int) -> bool:
    found = await conn.execute(_GONE, {"chat": chat_id})
    return found.scalar_one_or_none() is not None


async def lose_chat(tx: Tx, chat_id: int, why: str) -> None:
    """Note that a chat can't be reached: blocked, deleted, or the bot was removed."""
    values = {"gone_at": tx.now, "gone_why": why[:500]}
    kind = "private" if chat_id > 0 else "group"
    await tx.conn.execute(
        upsert(tx, chats)
        .values(id=chat_id, kind=kind, **values)
        .on_conflict_do_update(index_elements=["id"], set_=values)
    )


async def move_chat(tx: Tx, old: int, new: int) -> list[str]:
    """A group became a supergroup: its bindings follow; the departments that moved."""
    moved = await departments_of_chat(tx.conn, old)
    await know_chat(tx, new, "supergroup")
    await tx.conn.execute(
        update(department_chats).where(department_chats.c.chat_id == old).values(chat_id=new)
    )
    await lose_chat(tx, old, f"became {new}")
    return moved


async def note(tx: Tx, actor: int | None, action: str, **data: Any) -> None:
    """One line of the desk's own record: who changed what about people and groups."""
    await tx.conn.execute(insert(audit).values(at=tx.now, actor_id=actor, action=action, data=data))


async def recall(conn: AsyncConnection, key: str) -> Any:
    """A value of the desk's own small memory, or None."""
    return (await conn.execute(select(state.c.value).where(state.c.key == key))).scalar_one_or_none()


async def remember(tx: Tx, key: str, value: Any) -> None:
    await tx.conn.execute(
        upsert(tx, state)
        .values(key=key, value=value)
        .on_conflict_do_update(index_elements=["key"], set_={"value": value})
    )
