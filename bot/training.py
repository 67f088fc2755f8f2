"""The trainer: finds a retraining that was asked for, runs it in a process of its own, and reports to the admin."""

import asyncio
import json
import logging
import os
import shutil
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from bot.clocks import BusinessClock, MachineClock
from bot.core.plain import title_of
from bot.service import learning as verbs
from bot.service.desk import Desk
from bot.store import learning
from bot.store.db import Database, StoreError
from bot.store.learning import Training
from bot.views.learning import BAR

log = logging.getLogger(__name__)

LOOK_EVERY: Final = 1.0  # seconds of the machine
SHOW_EVERY: Final = 3.0
ROOM_NEEDED: Final = 200 * 1024 * 1024  # bytes free on the disk before a retraining begins
STRONG: Final = 1.0  # labels of this weight and more may examine a model
TOLD: Final = frozenset({"data", "disk", "memory"})


class Trainer:
    """One retraining at a time. Whatever goes wrong here, the model in force stays."""

    def __init__(
        self,
        db: Database,
        desk: Desk,
        clock: BusinessClock,
        machine: MachineClock,
        options: Sequence[str] = (),
    ) -> None:
        """`options`: more for the command line of `classifier.retrain`."""
        self._db = db
        self._desk = desk
        self._clock = clock
        self._machine = machine
        self._options = options

    async def run(self) -> None:
        """Until cancelled."""
        await self._each(self.clear_up)
        while True:
            await self._each(self._once)
            await self._machine.sleep(LOOK_EVERY)

    async def _each(self, work: Any) -> None:
        try:
            await work()
        except StoreError as error:
            log.warning("the trainer waits for the database: %s", error)
        except Exception:
            log.exception("the trainer failed")

    async def clear_up(self) -> None:
        """What earlier processes left: citizens' words, models that nobody wanted."""
        async with self._db.read() as conn:
            unwanted = await learning.unwanted(conn)
        await asyncio.to_thread(_remove, self._desk.brain.home, unwanted)

    async def _once(self) -> None:
        async with self._db.read() as conn:
            training = await learning.in_work(conn)
        if training is not None and training.status == "running":
            # One at a time: this one was left in the middle, by an earlier process or by a fault of the database.
            await self._fail(training, "interrupted")
            return
        if training is None or training.status != "waiting":
            return
        if not await self._db.write(
            lambda tx: learning.move_training(tx, training.id, ("waiting",), "running")
        ):
            return
        folder = self._desk.brain.home / f"work-{training.id}"
        try:
            await self._train(training, folder)
        except OSError as error:
            await self._fail(training, "disk", error.strerror or str(error))
        except StoreError:
            raise
        except Exception:
            log.exception("retraining %d failed", training.id)
            await self._fail(training, "unknown")
        finally:
            await asyncio.to_thread(shutil.rmtree, folder, ignore_errors=True)

    async def _fail(self, training: Training, why: str, detail: str = "") -> None:
        await self._db.write(
            lambda tx: verbs.fail(tx, self._desk, training, why, detail), cause=f"training:{training.id}"
        )

    async def _train(self, training: Training, folder: Path) -> None:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True, mode=0o700)
        if shutil.disk_usage(folder).free < ROOM_NEEDED:
            await self._fail(training, "disk")
            return
        last, count = await self._export(folder / "labels.jsonl")
        champion = self._desk.brain.home / training.champion
        known = ("--champion", str(champion)) if training.champion != self._desk.brain.shipped else ()
        if not known and self._desk.settings.classifier.model is not None:
            known = ("--champion", str(self._desk.settings.classifier.model))
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "classifier.retrain",
            *("--labels", str(folder / "labels.jsonl"), "--out", str(folder / "model")),
            *("--precision", str(self._desk.settings.classifier.precision)),
            *("--prior", str(self._desk.settings.classifier.none_share)),
            *known,
            *self._options,
            env={name: value for name, value in os.environ.items() if not name.startswith("MINSHENG_")},
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            limit=1 << 20,
        )
        try:
            said = await self._follow(process, training, count)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if said is None:
            return
        if "result" not in said:
            error = said.get("error", "")
            await self._fail(training, error if error in TOLD else "unknown", said.get("detail", ""))
            return
        await self._finish(training, folder / "model", {**said["result"], "last_label": last})

    async def _export(self, path: Path) -> tuple[int, int]:
        """Write every label that decides for the process to learn from; the newest label's id, and how many."""
        async with self._db.read() as conn:
            last = await learning.last_label(conn)
            found = await learning.labelled(conn)
        month = self._clock.now() - timedelta(days=verbs.RECENT_DAYS)
        lines = []
        for each in found:
            title, text = title_of(each.text)
            label = each.label
            row: dict[str, Any] = {"title": title, "text": text, "domain": label.domain, "topic": label.topic}
            row |= {"weight": label.weight, "strong": label.weight >= STRONG, "recent": label.at >= month}
            lines.append(json.dumps(row, ensure_ascii=False))
        await asyncio.to_thread(_write_privately, path, "\n".join(lines))
        return last, len(found)

    async def _follow(self, process: Process, training: Training, count: int) -> dict[str, Any] | None:
        """Pass on how far the process is; its last word, or None when the admin stopped it."""
        assert process.stdout is not None
        assert process.stderr is not None
        faults = asyncio.create_task(process.stderr.read())
        shown, said = -SHOW_EVERY, dict[str, Any]()
        told: tuple[str, int] | None = None
        while True:
            try:
                line = await asyncio.wait_for(process.stdout.readline(), LOOK_EVERY)
            except TimeoutError:
                line = None
            if await self._stopped(training):
                faults.cancel()
                return None
            if line == b"":
                break
            if line:
                with suppress(ValueError):
                    said = json.loads(line)
            news = (said["stage"], round(BAR * said["share"])) if "stage" in said else None
            if news is not None and news != told and self._machine.monotonic() - shown >= SHOW_EVERY:
                shown, told = self._machine.monotonic(), news
                await self._show(training, said, count)
        await process.wait()
        complaint = (await faults).decode("utf-8", "replace").strip()
        if process.returncode != 0 and "error" not in said:
            log.error("retraining %d ended with %s: %s", training.id, process.returncode, complaint[-2000:])
            return {"error": "memory" if process.returncode == -9 else "unknown"}
        return said

    async def _stopped(self, training: Training) -> bool:
        async with self._db.read() as conn:
            now = await learning.training(conn, training.id)
        return now is None or now.status != "running"

    async def _show(self, training: Training, said: dict[str, Any], count: int) -> None:
        await self._db.write(
            lambda tx: verbs.show_progress(tx, self._desk, training, said["stage"], said["share"], count)
        )

    async def _finish(self, training: Training, made: Path, result: dict[str, Any]) -> None:
        picture = await asyncio.to_thread((made / "confusion.png").read_bytes)
        version: str = result["version"]
        place = self._desk.brain.home / version
        if not place.exists():
            await asyncio.to_thread(made.rename, place)
        await self._db.write(
            lambda tx: verbs.finish(tx, self._desk, training, version, result, picture),
            cause=f"training:{training.id}",
        )


def _write_privately(path: Path, text: str) -> None:
    """Citizens' words: nobody else reads them, and they go with the folder."""
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


def _remove(home: Path, versions: set[str]) -> None:
    """Only what a retraining made: an admin may keep other models there."""
    for folder in home.iterdir() if home.exists() else ():
        if folder.is_dir() and (folder.name in versions or folder.name.startswith("work-")):
            shutil.rmtree(folder, ignore_errors=True)
