"""A desk that worked before departments lay in the database, before /find and calls: it goes on after the upgrade."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic import command

from bot.core.case import CALLERS
from bot.sandbox.server import SandboxServer
from bot.store import cases, migrate
from tests.by_word import ByWord
from tests.city import City, Player, running_city
from tests.factories import TOKEN
from tests.journeys.acts import case_of, labels
from tests.soundness import Expected, check_sound
from tests.test_anything import replayed

DAY, DUE, NEVER = "2026-11-20 03:00:00.000000", "2026-12-01 09:00:00.000000", "9999-01-01 00:00:00.000000"
ADMIN, CLERK, DISPATCHER, CHEN, CALLER = 11, 12, 13, 21, CALLERS
PHONE = "13812345678"
Said = tuple[str, int | None, dict[str, Any]]  # kind, who, data


def _insert(db: sqlite3.Connection, table: str, **values: Any) -> None:
    row = {k: json.dumps(v) if isinstance(v, dict | list) else v for k, v in values.items()}
    names = ", ".join(f'"{name}"' for name in row)
    db.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def _case(db: sqlite3.Connection, case_id: int, text: str, *said: Said, **row: Any) -> None:
    """A case as it was kept then: its row, the event that filed it, what came after, its clock, its place in the queue."""
    citizen: int = row.pop("citizen_id", CHEN)
    row = {"status": "dispatched", "citizen_id": citizen, "department": "zhujian", "domain": "住房"} | row
    row |= {"number": f"261120-{case_id:04d}", "language": "zh-Hans", "title": text[:20], "text": text}
    row |= {"citizen_reachable": citizen < CALLERS}
    _insert(db, "cases", id=case_id, version=1 + len(said), filed_at=DAY, updated_at=DAY, **row)
    late = {name for _, _, data in said for name in data} - {"text"}
    filed = {k: v for k, v in row.items() if k not in late} | {"messages": []}
    filed |= {"status": "dispatched", "department": filed.get("department", "zhujian")}
    for version, (kind, actor, data) in enumerate([("filed", row["citizen_id"], filed), *said], 1):
        kinds = {None: "system", row["citizen_id"]: "citizen"}
        _insert(db, "events", case_id=case_id, version=version, kind=kind, at=DAY,
                actor_kind=kinds.get(actor, "staff"), actor_id=actor, data=data)  # fmt: skip
    if row["status"] == "closed":
        return
    due = DUE if row["status"] != "resolved" else NEVER
    if due == DUE:
        _insert(db, "clocks", subject=f"case:{case_id}", kind="resolve", started_at=DAY, due_at=DUE, rings_at=DUE,
                case_id=case_id, data={"unit": "working_days", "count": 7, "stage": "warn", "pauses": []})  # fmt: skip
    _insert(db, "queue", case_id=case_id, department=row["department"], status=row["status"], rank=1, late_at=due,
            stage="open" if due == DUE else "answered", answer_at=due, handler_id=row.get("handler_id"),
            accused=json.dumps(row["accused"]) if "accused" in row else None)  # fmt: skip


def _as_it_was(path: Path, group: int) -> None:
    """A database of revision 0005 with people, cases in several states, and something under way."""
    engine = migrate._engine(path)
    command.upgrade(migrate._config(engine), "0005")
    engine.dispose()
    with closing(sqlite3.connect(path)) as db, db:
        for who, name, number, language, phone in (
            (ADMIN, "管理员", 101, "zh-Hans", None), (CLERK, "李明", 102, "zh-Hans", None),
            (DISPATCHER, "赵静", 103, "zh-Hant", None), (CHEN, None, None, "zh-Hant", None),
            (CALLER, "周大爷", None, "zh-Hans", PHONE),
        ):  # fmt: skip
            _insert(
                db,
                "people",
                id=who,
                language=language,
                name=name,
                staff_no=number,
                first_seen=DAY,
                phone=phone,
            )
        for who, role, office in (
            (ADMIN, "admin", None),
            (CLERK, "clerk", "zhujian"),
            (DISPATCHER, "dispatcher", None),
        ):
            _insert(db, "roles", person_id=who, role=role, department=office, granted_at=DAY)
        _insert(db, "chats", id=group, kind="supergroup")
        _insert(db, "department_chats", department="zhujian", chat_id=group, bound_at=DAY)
        _insert(db, "serials", day="261120", last=7)
        claimed: Said = ("claimed", CLERK, {"status": "in_progress", "handler_id": CLERK})
        _case(db, 1, "幸福小区电梯坏了", claimed, ("added", CHEN, {"text": f"我的电话{PHONE}", "messages": [5]}),
              ("replied", CLERK, {"text": "配件梧桐牌，周五到货"}), status="in_progress", handler_id=CLERK)  # fmt: skip
        _case(db, 2, "物业经理骂人", ("sealed", CHEN, {"confidential": True}), confidential=True)
        _case(db, 3, "学校门口堵车", ("supported", DISPATCHER, {"supporting": ["zhujian"]}), department="jiaoyu",
              domain="教育", supporting=["zhujian"])  # fmt: skip
        done = {"status": "resolved", "text": "路灯已修好", "outcome": "solved", "handler_id": CLERK}
        _case(db, 4, "路灯不亮", ("resolved", CLERK, done), citizen_id=CALLER, status="resolved", outcome="solved",
              handler_id=CLERK)  # fmt: skip
        rating = {"contacted": True, "solved": True, "satisfaction": "mostly", "round": 1, "case": "261120-0005",
                  "explained": False}  # fmt: skip
        closed = {"status": "closed", "ended": "rated"}
        _case(db, 5, "楼道漏水", ("resolved", CLERK, done), ("rated", CHEN, {"rating": rating}), ("closed", CHEN, closed),
              status="closed", outcome="solved", handler_id=CLERK, ended="rated")  # fmt: skip
        _case(db, 6, "举报住建局乱收费", ("accused", DISPATCHER, {"accused": ["zhujian"]}), accused=["zhujian"],
              department="jiaoyu")  # fmt: skip
        _case(
            db, 7, "酒类专卖店卖假酒", department="jiuzhuan", domain=None
        )  # an office that is in no settings any more
        _insert(
            db, "followups", case_id=4, own_case_id=4, citizen_id=CALLER, round=1, opened_at=DAY, asked_at=DAY
        )
        draft: dict[str, Any] = {
            "parts": [{"message_id": 9, "text": "车位被占"}],
            "files": [],
            "suggested": None,
        }
        draft |= {"chosen": None, "target": None, "guess": None, "shown": 1, "album": None, "messages": [9]}
        _insert(db, "dialogues", chat_id=CHEN, person_id=CHEN, kind="draft", id="abcd1234", data=draft, version=1,
                began_at=DAY, updated_at=DAY)  # fmt: skip
        _insert(db, "clocks", subject="draft:abcd1234", kind="draft-file", started_at=DAY, rings_at="2026-11-20 04:30:00.000000",
                due_at="2026-11-20 04:30:00.000000", data={"dialogue": "abcd1234"})  # fmt: skip
        _insert(db, "outbox", chat_id=CHEN, case_id=1, lane=1, method="sendMessage", params={"text": "还没有送到的话"},
                purpose="citizen-replied", priority=1, status="sending", attempts=1, created_at=DAY)  # fmt: skip
        update = {"update_id": 1, "message": {"message_id": 77, "date": 1_795_000_000, "text": "/mycases",
                  "entities": [{"type": "bot_command", "offset": 0, "length": 8}],
                  "chat": {"id": CHEN, "type": "private"}, "from": {"id": CHEN, "is_bot": False, "first_name": "陈"}}}  # fmt: skip
        _insert(db, "inbox", bot_id=int(TOKEN.partition(":")[0]), update_id=1, lane=CHEN, raw=update, received_at=DAY,
                status="pending", attempts=0, failures=0)  # fmt: skip


async def test_an_old_desk_goes_on(tmp_path: Path) -> None:
    server = SandboxServer(token=TOKEN)
    await server.start()
    try:
        for who, name in ((ADMIN, "管理员"), (CLERK, "李明"), (DISPATCHER, "赵静"), (CHEN, "陈女士")):
            server.world.add_user(name, user_id=who)
            server.world.start(who)
        group = server.world.add_group("住建局群", [ADMIN, CLERK])["id"]
        server.world.updates.clear()
        _as_it_was(tmp_path / "desk.db", group)
        async with running_city(tmp_path, ByWord(), server=server) as city:
            await city.settle()
            await _goes_on(city, group)
            await check_sound(city, Expected())
    finally:
        await server.stop()


async def _goes_on(city: City, group: int) -> None:
    clerk, desk = Player(city, CLERK, group, "李明"), Player(city, DISPATCHER, DISPATCHER, "赵静")
    admin, chen = Player(city, ADMIN, ADMIN, "管理员"), Player(city, CHEN, CHEN, "陈女士")
    assert any("还没有送到的话" in heard for heard in chen.heard)
    assert any("261120-0001" in f"{heard}" for heard in map(str, chen.messages)), (
        "what waited in the inbox is answered"
    )
    # found by what the citizen wrote, by the answer, by the telephone; not what is confidential or not theirs
    for words, number in (("幸福小区", 1), ("梧桐牌", 1), (PHONE[-4:], 1), ("漏水", 5), ("堵车", 3)):
        await clerk.say(f"/find {words}")
        assert f"261120-{number:04d}" in f"{clerk.last['text']} {labels(clerk.last)}", words
    for words in ("物业经理", "乱收费"):
        await clerk.say(f"/find {words}")
        assert "261120-" not in f"{clerk.last['text']} {labels(clerk.last)}", words
    await clerk.say("/queue")
    shown = labels(clerk.last)
    assert all(any(f"261120-000{n}" in label for label in shown) for n in (1, 2)), shown
    # the office that is no more: its case is with the triage desk
    assert (await case_of(city, "261120-0007")).department == "triage"
    await admin.say("/dept")
    assert "住建" in f"{admin.last['text']} {labels(admin.last)}"
    await desk.say("/calls")
    assert "261120-0004" in f"{desk.last['text']} {labels(desk.last)}"
    await city.pass_time(hours=1)
    assert (await case_of(city, "261120-0008")).text == "车位被占"
    await clerk.say("/reply 261120-0001 电梯 12 月 1 日修好")
    await clerk.press("发给市民")
    assert "12 月 1 日修好" in chen.last["text"]
    await city.pass_time(days=20)
    async with city.service.db.read() as conn:
        for number in range(1, 9):
            case = await case_of(city, f"261120-{number:04d}")
            assert replayed(await cases.history(conn, case.id)) == case
