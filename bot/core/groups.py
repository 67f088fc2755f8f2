"""What the bot may do in a group, and what that means for an office's group. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rights:
    """`files`: photos and documents, too. `public`: anybody can find the group and read in it."""

    write: bool = True
    files: bool = True
    public: bool = False


ALL = Rights()


def muted(why: str) -> bool:
    """Whether the bot is in the group and may not write there, by what Telegram says of it."""
    words = why.lower()
    return "restricted" in words or "rights" in words or "write_forbidden" in words
