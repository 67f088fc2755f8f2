"""Which commands stand in whose menu: short lists, the most used first. Pure."""

from collections.abc import Iterable

CITIZEN_COMMANDS = ("start", "mycases", "case", "add", "remind", "withdraw", "privacy", "language", "help")
GROUP_COMMANDS = (
    "queue", "my", "find", "case", "claim", "reply", "ask", "transfer", "return", "extend", "defer", "support", "handover",
    "complex", "decline", "merge", "split", "template", "export", "knowledge", "record", "duty", "away",
    "bind", "help",
)  # fmt: skip
# What a group answers with a word about the private chat.
ONLY_PRIVATE = (
    "summary", "calls", "remind", "start", "mycases", "add", "withdraw", "privacy", "invite", "place", "staff", "dept", "audit", "broadcast",
    "status", "retrain", "model", "rollback", "label", "language",
)  # fmt: skip
_CLERK = (
    "my",
    "find",
    "queue",
    "case",
    "reply",
    "ask",
    "transfer",
    "return",
    "extend",
    "defer",
    "template",
    "duty",
    "away",
)
_LEAD = (
    "my",
    "find",
    "queue",
    "case",
    "handover",
    "reply",
    "transfer",
    "support",
    "template",
    "knowledge",
    "duty",
    "away",
)
_DISPATCHER = (
    "queue", "find", "case", "transfer", "decline", "merge", "split", "complex", "record", "route", "calls", "knowledge", "label", "duty",
    "away",
)  # fmt: skip
_SUPERVISOR = (
    "summary",
    "find",
    "calls",
    "supervise",
    "escalate",
    "takeover",
    "queue",
    "case",
    "duty",
    "away",
)
_ADMIN = (
    "staff", "dept", "rules", "invite", "status", "broadcast", "audit", "summary", "queue", "case", "supervise", "escalate",
    "takeover", "duty", "away", "place", "label", "model", "retrain", "rollback",
)  # fmt: skip
STAFF_COMMANDS = {
    "admin": _ADMIN,
    "supervisor": _SUPERVISOR,
    "dispatcher": _DISPATCHER,
    "lead": _LEAD,
    "clerk": _CLERK,
    "checker": ("case", "duty", "away"),
}
_OWN = ("mycases", "language", "help")  # they live here, too
EVERY_COMMAND = tuple(
    dict.fromkeys((*CITIZEN_COMMANDS, *GROUP_COMMANDS, *(c for own in STAFF_COMMANDS.values() for c in own)))
)


IN_GROUPS = {"admin": ("bind",), "lead": ("claim",), "clerk": ("claim",)}  # beside those of the private menu


def in_group(roles: Iterable[str]) -> tuple[str, ...]:
    """The menu of somebody with these roles in a group of theirs; nothing without any."""
    held = [role for role in STAFF_COMMANDS if role in set(roles)]
    names = [name for role in held for name in (*STAFF_COMMANDS[role], *IN_GROUPS.get(role, ()))]
    return tuple(dict.fromkeys(name for name in (*names, "help") if name not in ONLY_PRIVATE)) if held else ()


def of_staff(roles: Iterable[str]) -> tuple[str, ...]:
    """The private menu of somebody with these roles, the highest first; a citizen's without any."""
    held = set(roles)
    lists = [names for role, names in STAFF_COMMANDS.items() if role in held]
    if not lists:
        return CITIZEN_COMMANDS
    return tuple(dict.fromkeys(name for names in (*lists, _OWN) for name in names))
