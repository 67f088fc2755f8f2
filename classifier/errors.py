"""What can be wrong with a corpus or a model, said so that the reader knows what to mend."""

from __future__ import annotations


class CorpusError(ValueError):
    """Rows of a corpus that break its rules; the message has one `file:line: problem` a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class TableError(CorpusError):
    """A labelled file that can't be learnt from; at most `SHOWN` problems are told, and how many more there are."""

    SHOWN = 20

    def __init__(self, problems: list[str]) -> None:
        more = len(problems) - self.SHOWN
        super().__init__(problems[: self.SHOWN] + ([f"… and {more} more problems"] if more > 0 else []))
        self.problems = problems


class ModelError(ValueError):
    """A model directory that can't be used; the message names the file and the reason."""
