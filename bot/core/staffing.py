"""What a change of somebody's roles leaves them with, and what may not be changed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.errors import Refusal

Role = tuple[str, str | None]  # a role, and its office; None where it spans the city


class Themself(Refusal):
    """An admin would take their own role: another admin has to."""

    key = "refused-staff-self"


class LastAdmin(Refusal):
    """Without this one nobody could invite or bind any more."""

    key = "refused-last-admin"


class ConfiguredAdmin(Refusal):
    """The settings name this admin: after the next start they would be one again."""

    key = "refused-configured-admin"


class NoLongerStaff(Refusal):
    """Another admin was faster: the person, or the role that was to change, is gone."""

    key = "refused-staff-gone"


class HasThatRole(Refusal):
    """The change would give what they have already."""

    key = "refused-staff-same"


@dataclass(frozen=True, slots=True)
class Change:
    """The grants (by id) that end, and the role that begins; ends without a beginning: they leave."""

    ends: frozenset[int]
    begins: Role | None = None

    def result(self, held: Sequence[tuple[int, Role]]) -> tuple[Role, ...]:
        """The roles after it. Raises NoLongerStaff, HasThatRole."""
        if not held or not self.ends <= {grant for grant, _ in held}:
            raise NoLongerStaff
        if self.begins is not None and self.begins in (role for _, role in held):
            raise HasThatRole
        kept = tuple(role for grant, role in held if grant not in self.ends)
        return (*kept, self.begins) if self.begins is not None else kept


def is_admin(roles: Sequence[Role]) -> bool:
    return any(role == "admin" for role, _ in roles)
