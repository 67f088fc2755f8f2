"""Replays a file of messages through the sandboxed bot: each citizen from first word to receipt, and the count."""

import asyncio
import json
import random
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.config import Settings
from bot.core.plain import says_something, units
from bot.sandbox.cast import Cast
from bot.sandbox.desk import SandboxDesk, sandbox
from bot.sandbox.server import SandboxServer
from bot.store import cases, sending

AT_ONCE = 8  # citizens writing at the same time
PATIENCE = 120.0  # seconds until a missing answer counts as lost
TEXT_LIMIT = 4096
_RECEIPT = re.compile(r"\b(\d{6}-\d{4,})\b")


class BadReplayFile(Exception):
    """A line that is not a message."""


@dataclass(frozen=True, slots=True)
class Letter:
    user: str
    text: str


@dataclass(slots=True)
class Tally:
    filed: int = 0
    joined: int = 0
    lost: int = 0
    asked: int = 0
    receipts: set[str] = field(default_factory=set)
    latency: list[float] = field(default_factory=list)


def read_letters(file: Path, limit: int = 0) -> list[Letter]:
    """The messages of a JSON Lines file with `text` and perhaps `title` and `user`. Raises BadReplayFile."""
    letters = []
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                words = "\n".join(part for part in (row.get("title"), row["text"]) if part)
                if not says_something(words):
                    raise ValueError
                letters.append(Letter(str(row.get("user") or number), words))
            except (ValueError, KeyError, TypeError, AttributeError):
                raise BadReplayFile(
                    f'{file} line {number}: needs an object such as {{"text": "…"}}'
                ) from None
            if limit and len(letters) == limit:
                break
    return letters


def pieces(text: str) -> Iterator[str]:
    """A long text as Telegram's apps send it: at most 4,096 units each, cut at a line or a space if one is near."""
    while units(text) > TEXT_LIMIT:
        end = TEXT_LIMIT
        while units(text[:end]) > TEXT_LIMIT:
            end -= max(1, (units(text[:end]) - TEXT_LIMIT) // 2)
        for mark in ("\n", " ", "。"):
            found = text.rfind(mark, end // 2, end)
            if found > 0:
                end = found + 1
                break
        yield text[:end]
        text = text[end:]
    if text.strip():
        yield text


_SUBMIT, _SAFE = ("d:new:", "d:submit:"), "d:safe:"


class _Player:
    """One citizen at the phone: writes, presses what the bot offers, waits for the receipt."""

    def __init__(self, server: SandboxServer, user: int, tally: Tally) -> None:
        self._world = server.world
        self._user = user
        self._tally = tally

    async def file(self, text: str) -> None:
        started = time.monotonic()
        offer: dict[str, Any] = {}
        try:
            for piece in pieces(text):
                since = self._world.seq
                self._world.send_text(self._user, piece)
                offer = await self._offer(since)
            data = _button(offer, *_SUBMIT)
            assert data is not None
            since = self._world.seq
            self._world.press(self._user, self._user, offer["message_id"], data)
            # The receipt is the message whose buttons belong to a case.
            receipt = await self._wait(lambda m: _button(m, "c:show:") is not None, since)
        except TimeoutError:
            self._tally.lost += 1
            return
        self._tally.latency.append(time.monotonic() - started)
        self._tally.filed += 1
        found = _RECEIPT.search(receipt["text"])
        if found:
            self._tally.receipts.add(found[1])

    async def _offer(self, since: int) -> dict[str, Any]:
        """The preview to submit. Asked whether somebody is in danger, whoever writes a letter says no."""
        offer = await self._wait(lambda m: _button(m, *_SUBMIT, _SAFE) is not None, since)
        if _button(offer, *_SUBMIT) is not None:
            return offer
        self._tally.asked += 1
        since = self._world.seq
        self._world.press(self._user, self._user, offer["message_id"], _button(offer, _SAFE) or "")
        return await self._wait(lambda m: _button(m, *_SUBMIT) is not None, since)

    async def _wait(self, fits: Any, since: int) -> dict[str, Any]:
        def seen(event: dict[str, Any]) -> bool:
            message = event.get("message")
            return (
                event["type"] in ("message", "edited")
                and event["chat_id"] == self._user
                and message is not None
                and bool(message["from"]["is_bot"])
                and fits(message)
            )

        event: dict[str, Any] = await self._world.wait_for(seen, PATIENCE, since=since, chat_id=self._user)
        message: dict[str, Any] = event["message"]
        return message


def _button(message: dict[str, Any], *prefixes: str) -> str | None:
    for prefix in prefixes:
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            for button in row:
                if button.get("callback_data", "").startswith(prefix):
                    return str(button["callback_data"])
    return None


async def replay_file(
    file: Path, settings: Settings, db: Path, budget: bool, limit: int, screen: Console
) -> None:
    """Replay and print one JSON line of counts. Raises BadReplayFile."""
    letters = read_letters(file, limit)
    async with sandbox(settings, db, budget=budget) as (server, desk, people):
        typer.echo(
            json.dumps(await _replay(letters, server, desk, people, budget, screen), ensure_ascii=False)
        )


async def _replay(
    letters: list[Letter],
    server: SandboxServer,
    desk: SandboxDesk,
    people: Cast,
    budget: bool,
    screen: Console,
) -> dict[str, Any]:
    tally = Tally()
    # One citizen's messages one after another, different citizens at once.
    by_user: dict[str, list[Letter]] = {}
    for letter in letters:
        by_user.setdefault(letter.user, []).append(letter)
    waiting = list(by_user.items())
    random.Random(0).shuffle(waiting)
    progress = Progress(
        TextColumn("replaying"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=screen
    )
    started = time.monotonic()

    async def work() -> None:
        while waiting:
            name, mine = waiting.pop()
            user = server.world.add_user(name)["id"]
            server.world.start(user)
            for letter in mine:
                await _Player(server, user, tally).file(letter.text)
                progress.advance(bar)

    with progress:
        bar = progress.add_task("replay", total=len(letters))
        await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    seconds = time.monotonic() - started
    if not budget:
        await desk.drain()
    async with desk.service.db.read() as conn:
        counts = await cases.counts(conn)
        backlog = await sending.group_backlog(conn)
        numbers = await cases.numbers(conn)
    latency = sorted(tally.latency)
    return {
        "filed": tally.filed,
        "cases": len(numbers),
        "joined": tally.joined,
        "receipts": len(tally.receipts & numbers),
        "lost": tally.lost,
        "asked_about_danger": tally.asked,
        "by_queue": {name: sum(by.values()) for name, by in sorted(counts.items())},
        "group_backlog": backlog,
        "budget": "telegram" if budget else "off",
        "seconds": round(seconds, 1),
        "latency_ms": {"p50": _percentile(latency, 50), "p99": _percentile(latency, 99)},
    }


def _percentile(values: list[float], percent: int) -> float | None:
    return round(1000 * values[min(len(values) - 1, len(values) * percent // 100)], 1) if values else None
