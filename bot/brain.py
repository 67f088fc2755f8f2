"""The classifier in force, in a thread of its own: the loop never waits on it, and it can be exchanged."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from bot.core.learning import OFFICES_WORD
from bot.core.routing import Suggested
from bot.core.script import reads_chinese
from classifier.calm import calm, faint
from classifier.errors import ModelError
from classifier.explain import explain
from classifier.labels import GUIDE
from classifier.predict import Classifier

T = TypeVar("T")

MOST_WORDS = 4


class Brain:
    """What the desk asks for a guess. Models trained in service live in folders of `home`, named by version."""

    def __init__(self, shipped: Classifier, home: Path, precision: float | None = None) -> None:
        """Raises ModelError for a model with other labels than the guide's."""
        self.home = home
        self.shipped = _fit_for_service(shipped).version
        self._shipped = shipped
        self._precision = precision
        self._now = shipped
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="classify")

    @property
    def version(self) -> str:
        return self._now.version

    async def suggest(self, title: str | None, text: str) -> Suggested:
        return await self._apart(lambda: suggested(self._now, title, text))

    async def ask(self, question: Callable[[Classifier], T]) -> T:
        """Anything else that needs the classifier, in its thread."""
        return await self._apart(lambda: question(self._now))

    async def use(self, version: str | None) -> None:
        """Exchange the model, None for the shipped one; guesses in work end with the old one. Raises ModelError."""
        if version is None:
            self._now = self._shipped
        elif version != self._now.version:
            found = await asyncio.to_thread(Classifier.load, self.home / version, precision=self._precision)
            self._now = _fit_for_service(found)

    def close(self) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def _apart(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _fit_for_service(classifier: Classifier) -> Classifier:
    if classifier.scheme != GUIDE:
        few = " ".join(classifier.labels[:5])
        raise ModelError(
            f"{classifier.version} has labels of its own ({few} …); the desk needs the guide's nine and their topics"
        )
    return classifier


def suggested(classifier: Classifier, title: str | None, text: str) -> Suggested:
    s = classifier.suggest(title, text)
    alarm = s.urgent >= classifier.urgent_threshold and not calm(title, text)
    slight = faint(title, text, s.urgent)
    if not reads_chinese(f"{title or ''}{text}"):
        # What it makes of a few Latin letters is chance: the citizen is asked, or the triage desk reads it.
        return Suggested(
            s.domain,
            s.confidence,
            (),
            s.none,
            "triage",
            s.model,
            urgent=s.urgent,
            alarm=alarm,
            faint=slight,
        )
    topics = tuple((OFFICES_WORD.get(name, name), probability) for name, probability in s.topics)
    drivers = explain(classifier, title, text, most=MOST_WORDS)
    words = tuple((driver.word, round(driver.weight, 2)) for driver in drivers)
    return Suggested(
        s.domain,
        s.confidence,
        s.alternatives,
        s.none,
        s.queue,
        s.model,
        topics,
        s.kind,
        s.urgent,
        words,
        alarm,
        slight,
    )
