"""A citizen's draft as a record, kept in a dialogue row; pure but for its name."""

import dataclasses
import html
from dataclasses import dataclass
from typing import Any

from bot.core import danger
from bot.core.places import Place
from bot.core.plain import clip, title_of
from bot.core.routing import Suggested
from bot.departments import Directory
from bot.store.cases import Attachment
from bot.store.dialogues import Dialogue
from bot.texts import Safe

KIND = "draft"
TEXT_LIMIT = 20_000
FILE_LIMIT = 20
EXCERPT = 400


@dataclass(frozen=True, slots=True)
class Part:
    """One message's words. `spot`: a position on the map, which has words only to be read."""

    message_id: int
    text: str
    spot: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """What a citizen has said so far, and what the desk makes of it.

    `chosen`: a domain, or "none"; `target` and `guess` ("answer", "same"): the open case it seems to belong
    to; `like`: another citizen's open case on what seems the same matter; `shown` counts the previews: each
    stands in a slot of its own. `said`: "yes" or "no", the citizen's own word on whether somebody is in danger.
    `place`: where it is, in words, when somebody else than the citizen's own sentences says so (a code that hangs
    there); `district`: the place that the citizen picked, as `Place.full` has it, "" for none of those offered;
    `where_done`: they were asked where and would rather not say more. `other`: they said that it is another matter
    than the case it had gone into.
    """

    id: str = ""
    parts: tuple[Part, ...] = ()
    files: tuple[Attachment, ...] = ()
    suggested: Suggested | None = None
    chosen: str | None = None
    target: int | None = None
    guess: str | None = None
    shown: int = 0
    album: str | None = None
    messages: tuple[int, ...] = ()
    like: int | None = None
    said: str | None = None
    confidential: bool = False
    place: str | None = None
    district: str | None = None
    where_done: bool = False
    other: bool = False

    @property
    def text(self) -> str:
        return "\n".join(part.text for part in self.parts)

    @property
    def titled(self) -> tuple[str | None, str]:
        return title_of(self.text)

    def at(self, offices: Directory) -> Place | None:
        """Where it is: as the citizen picked, else where the code hangs, else by their words."""
        if self.district is not None:
            return offices.tree.map.all.get(self.district)
        return offices.where(self.place, self.text)

    @property
    def matter(self) -> str | None:
        """The domain that it would be filed under now."""
        guess = self.suggested.queue if self.suggested else "triage"
        domain = self.chosen or guess
        return None if domain in ("none", "triage") else domain

    @property
    def danger(self) -> str | None:
        """Danger that is certain enough: "care" for talk of self-harm, "now" for danger to life, or None."""
        return danger.judged(danger.sign(self.text), self._alarm, self.said)[0]

    @property
    def asks(self) -> bool:
        """Whether the citizen is to be asked if somebody is in danger."""
        return danger.judged(danger.sign(self.text), self._alarm, self.said)[1]

    @property
    def emergency(self) -> str | None:
        """What it is filed as when nobody says otherwise: no answer to the question counts as yes."""
        return self.danger or ("now" if self.asks else None)

    @property
    def _alarm(self) -> bool:
        return self.suggested is not None and self.suggested.alarm

    @property
    def slot(self) -> str:
        return f"draft:{self.id}:{self.shown}"

    def excerpt(self, limit: int = EXCERPT) -> Safe | None:
        """The words as HTML, cut for a preview; None without words."""
        text = clip(self.text, limit)
        return Safe(f"<blockquote>{html.escape(text, quote=False)}</blockquote>") if text else None

    @property
    def longer(self) -> int:
        """How many characters there are in all when the excerpt shows only a part; else 0."""
        return len(self.text) if clip(self.text, EXCERPT) != self.text else 0

    def data(self) -> dict[str, Any]:
        data = dataclasses.asdict(self)
        del data["id"]
        return data


def draft_of(dialogue: Dialogue) -> Draft:
    d = dialogue.data
    s = d["suggested"]
    return Draft(
        id=dialogue.id,
        parts=tuple(Part(**p) for p in d["parts"]),
        files=tuple(Attachment(**f) for f in d["files"]),
        suggested=None
        if s is None
        else Suggested(
            s["domain"],
            s["confidence"],
            tuple((n, p) for n, p in s["alternatives"]),
            s["none"],
            s["queue"],
            s["model"],
            tuple((n, p) for n, p in s["topics"]),
            s.get("kind", ""),
            s.get("urgent", 0.0),
            tuple((w, p) for w, p in s.get("words", ())),
            s.get("alarm", False),
            s.get("faint", False),
        ),
        chosen=d["chosen"],
        target=d["target"],
        guess=d["guess"],
        shown=d["shown"],
        album=d["album"],
        messages=tuple(d["messages"]),
        like=d.get("like"),
        said=d.get("said"),
        confidential=d.get("confidential", False),
        place=d.get("place"),
        district=d.get("district"),
        where_done=d.get("where_done", False),
        other=d.get("other", False),
    )
