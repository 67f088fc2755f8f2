"""The index of like cases: built beside the desk, true to the record, and no way to what was said in confidence."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import opencc
import pytest

from bot import similar
from bot.brain import Brain
from bot.clocks import SystemMachineClock
from bot.core.case import Case, Event, EventKind, Outcome, Status
from bot.core.likes import Standing, Use
from bot.core.routing import Suggested
from bot.service import likes as service
from bot.service.desk import Desk, NoLikes
from bot.similar import Likes
from bot.store import cases, people
from bot.store import likes as stored
from bot.store.db import Database, Tx
from classifier.similar import Gathered, Likeness
from tests.by_word import ByWord
from tests.city import running_city
from tests.factories import (
    CITIZEN,
    CLERK,
    NOON,
    PATIENCE,
    HandClock,
    HandMachineClock,
    case,
    eventually,
    open_database,
    settings,
)
from tests.factories import event as filed

LIFT = "海棠湾小区三栋的电梯又坏了，老人上不去八楼，物业说维修基金没批，业主群里吵了一个月"
LIFT_AGAIN = "海棠湾小区三栋电梯还是坏的，老人上不去八楼，物业说维修基金没批下来"
LIFT_OTHER = LIFT.replace("海棠湾", "龙山苑")
WAGES = "城北工地的包工头拖欠我们十二个人的工资，从春节拖到现在，电话不接"
NOISE = "晚上十一点楼下烧烤店还在放音响，油烟全飘进屋里，孩子没法睡觉"
GUESS = Suggested("住房", 0.9, (("住房", 0.9),), 0.01, "住房", "m", kind="投诉")


@pytest.fixture
async def db(tmp_path: Path) -> AsyncIterator[Database]:
    async with open_database(tmp_path / "desk.db") as database:
        yield database


@pytest.fixture
async def likes(db: Database) -> AsyncIterator[Likes]:
    made = Likes(db, SystemMachineClock(), Likeness)
    yield made
    made.close()


async def put(db: Database, number: int, text: str, kind: str | None = "投诉", **changes: Any) -> Case:
    made = case(id=number, number=f"261120-{number:04d}", text=text, type=kind or None, **changes)

    async def work(tx: Tx) -> None:
        await people.meet(tx, made.citizen_id, "zh-Hans")
        await cases.insert_case(tx, made, filed(made))
        if kind is not None:
            await cases.record_prediction(tx, made.id, replace(GUESS, kind=kind), None)

    await db.write(work)
    return made


async def happen(db: Database, before: Case, kind: EventKind = EventKind.NOTED, **changes: Any) -> Case:
    """Any change of a case: its row, and the event that made it."""
    data = changes.pop("data", {"text": "…"})
    after = replace(before, version=before.version + 1, **changes)
    await db.write(
        lambda tx: cases.save(tx, after, Event(after.id, after.version, kind, after.updated_at, CLERK, data))
    )
    return after


async def answer(db: Database, before: Case, words: str, outcome: str = "solved", hours: int = 1) -> Case:
    return await happen(
        db,
        before,
        EventKind.RESOLVED,
        status=Status.RESOLVED,
        outcome=Outcome(outcome),
        updated_at=NOON + timedelta(hours=hours),
        data={"text": words, "outcome": outcome},
    )


async def ids(likes: Likes, text: str, among: Standing = Standing.OPEN, **more: Any) -> list[int]:
    return [case_id for case_id, _ in await likes.find(text, among, 0.3, **more)]


# --- building and following


async def test_until_it_is_built_nothing_is_alike(db: Database, likes: Likes) -> None:
    await put(db, 1, LIFT)
    assert not likes.ready
    assert await ids(likes, LIFT) == []
    await likes.follow()
    assert likes.ready
    assert await ids(likes, LIFT) == [1]


async def test_all_portions_are_read_and_the_newest_too(
    db: Database, likes: Likes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar, "BATCH", 3)
    for number in range(1, 9):
        await put(db, number, f"{LIFT}{number}号楼{chr(0x5000 + number) * 4}")
    await likes.follow()
    assert len(likes) == 8
    for number in range(1, 9):
        assert (await ids(likes, f"{LIFT}{number}号楼{chr(0x5000 + number) * 4}"))[0] == number
    for number in range(9, 17):
        await put(db, number, f"{WAGES}{chr(0x5000 + number) * 4}")
    await likes.follow()
    assert len(likes) == 16
    assert set(await ids(likes, WAGES, limit=20)) == set(range(9, 17))


async def test_a_case_of_the_time_of_building_is_not_lost(
    db: Database, likes: Likes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One case is filed, and one answered that was read already, while the index is settled."""
    first = await put(db, 1, LIFT)
    reached, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()
    settle = Likeness.settle

    def slowly(self: Likeness, parts: list[Gathered]) -> None:
        loop.call_soon_threadsafe(reached.set)
        assert go_on.wait(PATIENCE)
        settle(self, parts)

    monkeypatch.setattr(Likeness, "settle", slowly)
    following = asyncio.create_task(likes.follow())
    await reached.wait()
    await put(db, 2, WAGES)
    await answer(db, first, "修好了")
    assert await ids(likes, LIFT) == []  # asked while it is built: an answer at once, and nothing
    go_on.set()
    await following
    assert await ids(likes, WAGES) == [2]
    assert await ids(likes, LIFT) == []
    assert await ids(likes, LIFT, Standing.ANSWERED) == [1]


async def test_it_follows_a_case_through_its_life(db: Database, likes: Likes) -> None:
    await likes.follow()
    now = await put(db, 1, LIFT)
    await likes.follow()
    assert await ids(likes, LIFT_AGAIN) == [1]
    now = await happen(db, now)
    now = await answer(db, now, "修好了")
    await likes.follow()
    assert await ids(likes, LIFT_AGAIN) == []
    assert await ids(likes, LIFT_AGAIN, Standing.ANSWERED) == [1]
    now = await happen(db, now, EventKind.REOPENED, status=Status.IN_PROGRESS, outcome=None)
    await likes.follow()
    assert await ids(likes, LIFT_AGAIN) == [1]
    now = await happen(db, now, EventKind.WITHDRAWN, status=Status.WITHDRAWN)
    await likes.follow()
    assert await ids(likes, LIFT_AGAIN) == await ids(likes, LIFT_AGAIN, Standing.ANSWERED) == []
    assert len(likes) == 1


async def test_other_words_of_a_case_replace_the_first(db: Database, likes: Likes) -> None:
    now = await put(db, 1, LIFT)
    await likes.follow()
    await happen(db, now, text=WAGES)
    await likes.follow()
    assert await ids(likes, LIFT) == []
    assert await ids(likes, WAGES) == [1]
    assert len(likes) == 1


async def test_what_changes_nothing_to_be_found_by_reads_no_text(
    db: Database, likes: Likes, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = await put(db, 1, LIFT)
    await likes.follow()
    monkeypatch.setattr(Likeness, "add", lambda *_: pytest.fail("read again"))
    for _ in range(5):
        now = await happen(db, now)
    await likes.follow()
    assert await ids(likes, LIFT) == [1]


async def test_a_grown_index_is_counted_anew(
    db: Database, likes: Likes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(similar, "SMALL", 2)
    settled: list[int] = []
    settle = Likeness.settle

    def counted(self: Likeness, parts: list[Gathered]) -> None:
        settled.append(sum(len(part.numbers) for part in parts))
        settle(self, parts)

    monkeypatch.setattr(Likeness, "settle", counted)
    await put(db, 1, LIFT)
    await likes.follow()
    for number in range(2, 6):
        await put(db, number, WAGES + str(number))
        await likes.follow()
    await likes.follow()
    assert settled == [1, 5]
    assert set(await ids(likes, WAGES, limit=9)) == {2, 3, 4, 5}


async def test_a_failed_look_is_made_good_by_the_next(
    db: Database, likes: Likes, monkeypatch: pytest.MonkeyPatch
) -> None:
    await likes.follow()
    await put(db, 1, LIFT)
    broken = stored.entries

    async def fails(*_: Any) -> Any:
        raise RuntimeError("a page is broken")

    monkeypatch.setattr(stored, "entries", fails)
    with pytest.raises(RuntimeError):
        await likes.follow()
    monkeypatch.setattr(stored, "entries", broken)
    await likes.follow()
    assert await ids(likes, LIFT) == [1]


async def test_it_runs_by_the_machine_clock_and_outlives_failures(
    db: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    machine = HandMachineClock()
    likes = Likes(db, machine, Likeness)
    running = asyncio.create_task(likes.run())
    await eventually(lambda: machine.pauses)
    assert likes.ready
    await put(db, 1, LIFT)
    assert await ids(likes, LIFT) == []
    broken = stored.changed

    async def fails(*_: Any) -> Any:
        raise RuntimeError("a page is broken")

    monkeypatch.setattr(stored, "changed", fails)
    machine.move(similar.EVERY)
    await eventually(lambda: "could not follow" in caplog.text)
    monkeypatch.setattr(stored, "changed", broken)
    await eventually(lambda: machine.pauses)
    machine.move(similar.EVERY)
    await eventually(lambda: len(likes) == 1)
    assert await ids(likes, LIFT) == [1]
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    likes.close()
    assert await ids(likes, LIFT) == []


async def test_the_loop_is_free_while_the_index_is_asked(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    likes = Likes(db, SystemMachineClock(), Likeness)
    await put(db, 1, LIFT)
    await likes.follow()
    asked, go_on = threading.Event(), threading.Event()
    search = Likeness.similar

    def slowly(self: Likeness, *args: Any, **more: Any) -> Any:
        assert threading.current_thread() is not threading.main_thread()
        asked.set()
        assert go_on.wait(PATIENCE)
        return search(self, *args, **more)

    monkeypatch.setattr(Likeness, "similar", slowly)
    finding = asyncio.create_task(likes.find(LIFT, Standing.OPEN, 0.3))
    await eventually(asked.is_set)
    assert not finding.done()
    go_on.set()
    assert [case_id for case_id, _ in await finding] == [1]
    likes.close()


async def test_many_ask_while_it_follows(db: Database, likes: Likes) -> None:
    await put(db, 1, LIFT)
    await likes.follow()

    async def grow() -> None:
        for number in range(2, 40):
            await put(db, number, WAGES + chr(0x5000 + number) * 3)
            await likes.follow()

    async def ask() -> None:
        for _ in range(40):
            assert await ids(likes, LIFT_AGAIN) == [1]

    await asyncio.gather(grow(), *(ask() for _ in range(8)), *(likes.follow() for _ in range(20)))
    assert len(likes) == 39
    assert len(await ids(likes, WAGES, limit=50)) == 38


# --- texts


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        (opencc.OpenCC("s2t").convert(LIFT), LIFT),
        (LIFT, opencc.OpenCC("s2t").convert(LIFT)),
        ("电梯\n" + LIFT, LIFT),
        (LIFT * 500, LIFT),
        (LIFT, LIFT * 500),
        (WAGES + "，" + "天地玄黄宇宙洪荒" * 2_500, WAGES + "，" + "天地玄黄宇宙洪荒" * 2_500),
    ],
    ids=[
        "traditional stored",
        "traditional asked",
        "title",
        "long stored",
        "long asked",
        "20,000 characters",
    ],
)
async def test_texts(db: Database, likes: Likes, written: str, asked: str) -> None:
    await put(db, 1, written)
    await put(db, 2, NOISE)
    await likes.follow()
    assert await ids(likes, asked) == [1]


@pytest.mark.parametrize("text", ["", "  \n ", "？！", "。"])
async def test_a_case_without_words(db: Database, likes: Likes, text: str) -> None:
    await put(db, 1, text)
    await put(db, 2, LIFT)
    await likes.follow()
    assert await ids(likes, text) == []
    assert await ids(likes, LIFT) == [2]


async def test_limit_and_exclude(db: Database, likes: Likes) -> None:
    for number in range(1, 6):
        await put(db, number, LIFT, status=Status.RESOLVED if number == 5 else Status.DISPATCHED)
    await likes.follow()
    assert await ids(likes, LIFT) == [1, 2, 3]
    assert await ids(likes, LIFT, exclude={1, 3}) == [2, 4]
    assert await ids(likes, LIFT, limit=0) == []


# --- secrecy


@pytest.mark.parametrize("kind", ["举报", "", None])
async def test_reports_and_cases_of_no_known_kind_never_enter(
    db: Database, likes: Likes, kind: str | None
) -> None:
    await put(db, 1, LIFT, kind)
    await put(db, 2, LIFT_AGAIN)
    await likes.follow()
    await put(db, 3, LIFT, kind)
    await likes.follow()
    assert await ids(likes, LIFT) == [2]
    assert len(likes) == 1


async def test_a_case_that_becomes_a_secret_leaves(db: Database, likes: Likes) -> None:
    now = await put(db, 1, LIFT)
    await likes.follow()
    assert await ids(likes, LIFT) == [1]
    now = await happen(db, now, type="举报")
    await likes.follow()
    assert await ids(likes, LIFT) == []
    assert len(likes) == 0
    await happen(db, now, type="投诉")
    await likes.follow()
    assert await ids(likes, LIFT) == [1]


async def test_a_confidential_case_leaves(db: Database, likes: Likes) -> None:
    now = await put(db, 1, LIFT)
    await put(db, 2, LIFT_AGAIN)
    await likes.follow()
    found = await likes.find(LIFT, Standing.OPEN, 0.3)
    assert [case_id for case_id, _ in found] == [1, 2]
    await happen(db, now, EventKind.SEALED, confidential=True, data={"confidential": True})
    async with db.read() as conn:  # the index does not know yet, the reader does
        assert [each.case.id for each in await service.open_like(conn, LIFT, found, Use.MERGE)] == [2]
    await likes.follow()
    assert await ids(likes, LIFT) == [2]


async def test_nothing_is_like_a_report_either(db: Database, likes: Likes, tmp_path: Path) -> None:
    desk = desk_with(likes, tmp_path)
    await put(db, 1, LIFT)
    report = await put(db, 2, LIFT_AGAIN, "举报")
    await likes.follow()
    assert await service.seek(desk, LIFT, Use.JOIN, kind="举报") == ()
    assert await service.seek(desk, LIFT, Use.JOIN, kind="投诉", confidential=True) == ()
    assert await service.seek(desk, LIFT, Use.JOIN, kind=None) == ()
    async with db.read() as conn:
        assert await service.seek_for(conn, desk, report, Use.MERGE) == ()
        assert await service.answered_like(conn, desk, report, [(1, 0.9)]) == []


# --- what is made of it


def desk_with(likes: Likes | NoLikes, folder: Path) -> Desk:
    return Desk(settings(folder / "desk.db"), Brain(ByWord(), folder), "bot", likes)


async def test_a_citizen_is_offered_open_cases_of_others_at_the_same_place(
    db: Database, likes: Likes, tmp_path: Path
) -> None:
    desk = desk_with(likes, tmp_path)
    await put(db, 1, LIFT)
    await put(db, 2, LIFT_OTHER)
    await put(db, 3, LIFT + "，急", citizen_id=1002)
    await put(db, 4, NOISE)
    await answer(db, await put(db, 5, LIFT + "，老人"), "修好了")
    await likes.follow()
    found = await service.seek(desk, LIFT_AGAIN, Use.JOIN, kind="投诉")
    async with db.read() as conn:
        joins = await service.open_like(conn, LIFT_AGAIN, found, Use.JOIN)
        assert [each.case.id for each in joins] == [1, 3]
        assert all(each.likeness >= Use.JOIN.least for each in joins)
        others = await service.open_like(conn, LIFT_AGAIN, found, Use.JOIN, but_of=1002)
        assert [each.case.id for each in others] == [1]


async def test_what_was_found_and_closed_meanwhile_is_not_offered(
    db: Database, likes: Likes, tmp_path: Path
) -> None:
    desk = desk_with(likes, tmp_path)
    first = await put(db, 1, LIFT)
    second = await put(db, 2, LIFT)
    await put(db, 3, LIFT)
    await likes.follow()
    found = await service.seek(desk, LIFT, Use.JOIN, kind="投诉")
    await happen(db, first, EventKind.WITHDRAWN, status=Status.WITHDRAWN)
    await answer(db, second, "修好了")
    async with db.read() as conn:
        assert [each.case.id for each in await service.open_like(conn, LIFT, found, Use.JOIN)] == [3]
        gone = await service.open_like(conn, LIFT, [*found, (99, 0.9)], Use.JOIN)
        assert [each.case.id for each in gone] == [3]
        assert await service.open_like(conn, LIFT, [(3, 0.5)], Use.JOIN) == []


async def test_a_dispatcher_sees_more_and_not_the_case_itself(
    db: Database, likes: Likes, tmp_path: Path
) -> None:
    desk = desk_with(likes, tmp_path)
    subject = await put(db, 1, LIFT)
    await put(db, 2, "海棠湾小区三栋电梯坏了，老人下不了楼")
    await put(db, 3, WAGES)
    await likes.follow()
    async with db.read() as conn:
        for use, expected in ((Use.MERGE, [2]), (Use.JOIN, [])):
            found = await service.seek_for(conn, desk, subject, use)
            assert [e.case.id for e in await service.open_like(conn, LIFT, found, use)] == expected
        assert await service.seek_for(conn, desk, replace(subject, id=77), Use.MERGE) == ()


async def test_answers_for_a_clerk(db: Database, likes: Likes, tmp_path: Path) -> None:
    desk = desk_with(likes, tmp_path)
    subject = await put(db, 1, LIFT)
    phone = "13812345678"
    again = await answer(db, await put(db, 2, LIFT), "旧的答复")
    again = await happen(db, again, EventKind.REOPENED, status=Status.IN_PROGRESS, outcome=None)
    again = await happen(db, again, EventKind.REPLIED, data={"text": "还在修"})
    await answer(db, again, f"已修好，有问题找张工{phone}", hours=2)
    await answer(db, await put(db, 3, LIFT, title=f"电梯 {phone}"), "列入明年计划", "planned", hours=5)
    await answer(db, await put(db, 4, LIFT_OTHER), "解释过了", "explained", hours=9)
    await put(db, 5, LIFT)  # open
    await happen(db, await put(db, 6, LIFT), EventKind.WITHDRAWN, status=Status.WITHDRAWN)
    await answer(db, await put(db, 7, LIFT, "举报"), "查过了")
    await answer(db, await put(db, 8, LIFT, domain="就业", department="jiuye"), "别的部门")
    await answer(db, await put(db, 9, LIFT), "  ")
    await likes.follow()
    async with db.read() as conn:
        found = await service.seek_for(conn, desk, subject, Use.ANSWER)
        made = await service.answered_like(conn, desk, subject, found)
    assert [each.case_id for each in made] == [3, 2, 4]  # alike: the newest first; then what is less alike
    assert [each.outcome.value for each in made] == ["planned", "solved", "explained"]
    assert "已修好" in made[1].answer
    assert "旧的答复" not in made[1].answer
    assert not any(phone in each.answer + each.title for each in made)
    assert made[0].answered_at == NOON + timedelta(hours=5)
    async with db.read() as conn:
        assert len(await service.answered_like(conn, desk, subject, found, limit=1)) == 1


async def test_an_answer_that_no_office_gave_is_none(db: Database, likes: Likes, tmp_path: Path) -> None:
    desk = desk_with(likes, tmp_path)
    subject, other = await put(db, 1, LIFT), await put(db, 2, LIFT)
    after = replace(other, version=2, status=Status.RESOLVED, outcome=Outcome.SOLVED)
    await db.write(
        lambda tx: cases.save(tx, after, Event(2, 2, EventKind.RESOLVED, NOON, CITIZEN, {"text": "好了"}))
    )
    await likes.follow()
    async with db.read() as conn:
        found = await service.seek_for(conn, desk, subject, Use.ANSWER)
        assert [case_id for case_id, _ in found] == [2]
        assert await service.answered_like(conn, desk, subject, found) == []


async def test_a_desk_without_an_index_finds_nothing(tmp_path: Path) -> None:
    assert await service.seek(desk_with(NoLikes(), tmp_path), LIFT, Use.JOIN, kind="投诉") == []


# --- in the running desk


async def test_a_restarted_desk_knows_its_cases(tmp_path: Path) -> None:
    clock = HandClock()
    async with running_city(tmp_path, ByWord(), clock=clock) as city:
        citizen = await city.citizen()
        number = await city.file(citizen, LIFT)
        desk = city.service.desk
        [(case_id, like)] = await service.seek(desk, LIFT_AGAIN, Use.JOIN, kind="投诉")
        async with city.service.db.read() as conn:
            [offered] = await service.open_like(conn, LIFT_AGAIN, [(case_id, like)], Use.JOIN)
        assert offered.case.number == number
        assert threads("likes")
    assert not threads("likes-build")
    async with running_city(tmp_path, ByWord(), clock=clock) as city:
        await city.settle()
        assert [n for n, _ in await service.seek(city.service.desk, LIFT, Use.JOIN, kind="投诉")] == [case_id]


def threads(name: str) -> list[str]:
    return [t.name for t in threading.enumerate() if t.name.startswith(name)]


async def test_a_desk_that_stops_while_the_index_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, go_on = threading.Event(), threading.Event()
    settle = Likeness.settle

    def slowly(self: Likeness, parts: list[Gathered]) -> None:
        reached.set()
        assert go_on.wait(2 * PATIENCE)
        settle(self, parts)

    monkeypatch.setattr(Likeness, "settle", slowly)
    waited: Callable[[], bool] = reached.is_set
    async with asyncio.timeout(PATIENCE):
        async with running_city(tmp_path, ByWord()) as city:
            await eventually(waited)
            assert await service.seek(city.service.desk, LIFT, Use.JOIN, kind="投诉") == []
    go_on.set()
    await eventually(lambda: not threads("likes"))
