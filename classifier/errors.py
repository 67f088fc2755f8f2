"""What can be wrong with a corpus or a model, said so that the reader knows what to mend."""

from __future__ import annotations


class CorpusError(ValueError):
    """Rows of a corpus that break its rules; the message has one `file:line: problem` a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class ModelError(ValueError):
    """A model directory that can't be used; the message names the file and the reason."""
