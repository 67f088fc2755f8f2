"""One message about several matters: how it is taken apart. Pure."""

import re

from bot.core.errors import Refusal

MOST = 6


class PartsMissing(Refusal):
    """Fewer than two paragraphs, or more than a citizen can keep apart."""

    key = "refused-split-parts"


def parts_of(text: str) -> list[str]:
    """The paragraphs that blank lines set apart. Raises PartsMissing."""
    parts = [part.strip() for part in re.split(r"\n[^\S\n]*\n", text)]
    parts = [part for part in parts if part]
    if not 2 <= len(parts) <= MOST:
        raise PartsMissing(limit=MOST, count=len(parts))
    return parts
