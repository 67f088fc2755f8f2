"""Anybody does anything at any time, with restarts in between; after each step the desk keeps its promises.

`make chaos` plays it at length; here a few short lives.
"""

import asyncio
import json
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from bot.config import example_path, load_settings
from bot.core.case import Case, Event, Status, evolve
from bot.core.workflow import Action, allowed
from bot.sandbox.server import SandboxServer
from bot.store import cases, inbox, people
from bot.store.tables import cases as case_table
from bot.store.tables import clocks, dead_letters
from tests.by_word import ByWord
from tests.city import City, Message, Player, running_city
from tests.factories import TOKEN, HandClock
from tests.journeys.acts import forged
from tests.journeys.test_urgent import on_duty
from tests.rights import Rights
from tests.test_strange_updates import Errors

LIVES = int(os.environ.get("MINSHENG_CHAOS_LIVES", "3"))
STEPS = int(os.environ.get("MINSHENG_CHAOS_STEPS", "30"))

WORRIES = (
    "小区电梯坏了没人修", "物业乱收费", "学校食堂的饭菜馊了", "老板拖欠工资", "医院不给退费", "路灯坏了",
    "楼道冒烟了", "电梯困住人了，救命", "怎么办居住证？", "我要举报住建局的人收钱", "请保密，我怕被报复",
)  # fmt: skip
CITIZEN_COMMANDS = (
    "/start",
    "/mycases",
    "/help",
    "/remind",
    "/withdraw",
    "/case {n}",
    "/case 1",
    "/queue 住建局",
)
STAFF_COMMANDS = (
    "/queue", "/queue {o}", "/claim {n}", "/case {n}", "/reply {n} 已派人到现场，明天修好，电话 0000-8880105",
    "/ask {n} 请问是几号楼？", "/transfer {n} {o}", "/return {n}", "/extend {n} 5 等配件", "/defer {n}", "/complex {n} 牵涉多家",
    "/support {n} {o}", "/merge {n} {m}", "/split {n}", "/decline {n}", "/export {n}", "/accuse {n} {o}",
    "/supervise {n}", "/escalate {n}", "/takeover {n} 王市长", "/summary", "/status", "/duty", "/away", "/invite",
    "/knowledge", "/template", "/handover {n}", "/my", "/find 电梯", "/staff", "/audit", "/rules", "/route 电梯坏了", "/dept",
)  # fmt: skip
LOOKING = ("/case {n}", "/find 标记", "/find {n}", "/queue", "/my", "/export {n}")
SHOWING = (
    "/export {n}",
    "/find 标记",
    "/split {n}",
    "/reply {n} 配件下周一到",
    "/ask {n} 请问是几号楼？",
    "/case {n}",
)
DECIDING = ("/transfer {n} {o}", "/accuse {n} {o}", "/merge {n} {m}", "/support {n} {o}", "/accuse {n} none")
OFFICES = ("住建局", "教育局", "综合受理", "没有的局")
OWN_WORDS = (
    "好的",
    "是的，三号楼",
    "已经处理，配件 12 月 1 日到货，电话 0000-8880105",
    "跟这事无关",
    "🙏",
    "长" * 4000,
)


class Anything(RuleBasedStateMachine):
    """The city's people by name; each citizen's words carry a mark, so that whoever reads them is found out."""

    def __init__(self) -> None:
        super().__init__()
        self.runner = asyncio.Runner()
        self.stack = AsyncExitStack()
        self.errors = Errors()
        self.clock = HandClock()
        self.marks: dict[str, int] = {}

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        logging.getLogger().addHandler(self.errors)
        self.runner.run(self._begin())

    async def _begin(self) -> None:
        self.server = SandboxServer(token=TOKEN)
        await self.server.start()
        self.city = await self._open()
        self.admin = await self.city.admin()
        self.people: list[Player] = [self.admin]
        for office, name, role in (
            ("zhujian", "李明", "clerk"),
            ("zhujian", "孙组长", "lead"),
            ("jiaoyu", "周强", "clerk"),
            ("triage", "赵静", "dispatcher"),
        ):
            in_group = await self.city.clerk(office, name, role)
            self.people += [in_group, await self.city.private(in_group)]
            if role != "lead":
                await on_duty(self.city, in_group, office)
        self.people.append(await self.city.supervisor("何督办"))
        self.citizens = [await self.city.citizen(f"市民{c}不可见", start=c != "丙") for c in "甲乙丙"]
        self.stranger = await self.city.citizen("路过的人")
        self.server.world.members(self.people[1].chat, self.stranger.user, self.admin.user, "add")
        for citizen, worry in zip(
            self.citizens, ("电梯困住人了，救命", "小区电梯坏了没人修", "路灯坏了"), strict=True
        ):
            await self.city.file(citizen, f"{worry}，{self._mark(citizen)}")
        await self.city.settle()
        self.staff_chats = {p.chat for p in self.people}
        self.dispatcher = self.people[-2]
        groups = {chat: office for office, chat in self.city._groups.items()}
        self.rights = Rights(groups, self.city.service.desk.offices.triage.id)

    async def _open(self) -> City:
        """One of the offices wants its lead's word before an answer goes out."""
        departments = tuple(
            d.model_copy(update={"approval": True}) if d.id == "zhujian" else d
            for d in load_settings(example_path()).departments
        )
        return await self.stack.enter_async_context(
            running_city(
                Path(self.folder.name),
                ByWord(),
                clock=self.clock,
                server=self.server,
                desk={"attempts": 1},
                departments=departments,
            )
        )

    # --- what people do

    @rule(who=st.integers(0, 2), worry=st.sampled_from(WORRIES), sent=st.booleans())
    def complain(self, who: int, worry: str, sent: bool) -> None:
        citizen = self._awake(who)
        self._do(citizen.say(f"{worry}，{self._mark(citizen)}"))
        if sent:
            self._press(citizen, 0, 0)

    @rule(
        who=st.integers(0, 2),
        kind=st.sampled_from(("photo", "voice", "location", "contact", "sticker", "document")),
    )
    def show(self, who: int, kind: str) -> None:
        citizen = self._awake(who)
        if kind in ("photo", "voice", "document"):
            self._do(citizen.upload(kind))
        else:
            self._do(citizen.send_other(kind))

    @rule(
        who=st.integers(0, 2), words=st.sampled_from(OWN_WORDS + CITIZEN_COMMANDS), number=st.integers(0, 5)
    )
    def say(self, who: int, words: str, number: int) -> None:
        self._do(self._awake(who).say(self._filled(words, number)))

    @rule(who=st.integers(0, 2), words=st.sampled_from(WORRIES), back=st.integers(0, 3))
    def reword(self, who: int, words: str, back: int) -> None:
        citizen = self._awake(who)
        own = [m for m in citizen.messages if m["from"]["id"] == citizen.user and "text" in m][::-1]
        if len(own) > back:
            mark = next((k for k in self.marks if k in own[back]["text"]), "")
            self._do(citizen.edit(own[back], f"{words}{mark}（改）"))

    @rule(
        who=st.integers(0, 9), words=st.sampled_from(STAFF_COMMANDS), a=st.integers(0, 5), b=st.integers(0, 3)
    )
    def command(self, who: int, words: str, a: int, b: int) -> None:
        self._do(self.people[who % len(self.people)].say(self._filled(words, a, b)))

    @rule(
        who=st.integers(0, 9), words=st.sampled_from(LOOKING), number=st.integers(0, 5), aside=st.booleans()
    )
    def look(self, who: int, words: str, number: int, aside: bool) -> None:
        """Staff look for cases that may not be theirs; an admin also where others read along."""
        player = self.people[who % len(self.people)]
        if aside:
            player = Player(self.city, self.admin.user, self.people[1 + 2 * (who % 4)].chat, self.admin.name)
        self._do(player.say(self._filled(words, number)))

    @rule(words=st.sampled_from(DECIDING), number=st.integers(0, 5), office=st.integers(0, 2))
    def decide(self, words: str, number: int, office: int) -> None:
        self._do(self.dispatcher.say(self._filled(words, number, office)))

    @rule(number=st.integers(0, 5), who=st.integers(0, 9), shown=st.sampled_from(SHOWING))
    def seal(self, number: int, who: int, shown: str) -> None:
        """A citizen makes one of their cases confidential."""
        known = self._sealable()
        for case in known and [known[number % len(known)]]:
            self._confide(case, self.people[who % len(self.people)], shown)

    @rule(who=st.integers(0, 9), words=st.sampled_from(OWN_WORDS), back=st.integers(0, 4))
    def reply(self, who: int, words: str, back: int) -> None:
        player = self.people[who % len(self.people)]
        said = [m for m in player.messages if m["from"]["id"] == self.city.bot][::-1]
        if len(said) > back:
            self._do(player.say(words, reply_to=said[back]))

    @rule(who=st.integers(0, 13), back=st.integers(0, 3), which=st.integers(0, 11))
    def press(self, who: int, back: int, which: int) -> None:
        """A button that is still visible either works or explains itself."""
        everyone = [*self.people, *self.citizens]
        player = everyone[who % len(everyone)]
        if not self.server.world.person(player.user).blocked:
            self._press(player, back, which)

    @rule(back=st.integers(0, 3), which=st.integers(0, 11))
    def intrude(self, back: int, which: int) -> None:
        """Somebody nobody invited sits in the office's group."""
        self._press(Player(self.city, self.stranger.user, self.people[1].chat, "路过的人"), back, which)

    @rule(hours=st.sampled_from((0.01, 0.2, 1.5, 9, 26, 24 * 8)))
    def wait(self, hours: float) -> None:
        self._do(self.city.pass_time(hours=hours))

    @rule(who=st.integers(0, 2))
    def block(self, who: int) -> None:
        user = self.citizens[who].user
        self.server.world.block(user, not self.server.world.person(user).blocked)
        self._do(self.city.settle())

    @rule(now=st.integers(0, 3))
    def restart(self, now: int) -> None:
        if now == 0:
            self.runner.run(self._restart())

    async def _restart(self) -> None:
        await self.stack.aclose()
        self.city = await self._open()
        for player in (*self.people, *self.citizens, self.stranger):
            player.city = self.city
        await self.city.settle()

    # --- what holds after each step

    @invariant()
    def nothing_is_lost_or_failed(self) -> None:
        if not hasattr(self, "city"):
            return
        assert self.errors.found == []
        assert self.server.world.updates.count() == 0
        assert self.runner.run(self._accounted()) == (0, [])

    @invariant()
    def every_case_is_somebodys(self) -> None:
        if hasattr(self, "city"):
            self.runner.run(self._owned())

    @invariant()
    def nobody_reads_what_is_not_theirs(self) -> None:
        if hasattr(self, "city"):
            self._secret()

    async def _accounted(self) -> tuple[int, list[str]]:
        async with self.city.service.db.read() as conn:
            waiting, _ = await inbox.depth(conn)
            return waiting, list((await conn.execute(select(dead_letters.c.error))).scalars())

    async def _owned(self) -> None:
        known = {d.id for d in self.city.service.desk.settings.departments}
        async with self.city.service.db.read() as conn:
            running = set(
                (await conn.execute(select(clocks.c.case_id).where(clocks.c.ended_at.is_(None)))).scalars()
            )
            for case_id in list((await conn.execute(select(case_table.c.id))).scalars()):
                case = await cases.by_id(conn, case_id)
                assert case is not None
                assert replayed(await cases.history(conn, case_id)) == case
                if case.over:
                    continue
                assert case.department in known
                assert case.id in running, f"{case.number} is {case.status} and nothing is due"
                if case.status is Status.IN_PROGRESS:
                    assert case.handler_id is not None
            for player in self.people:
                person = await people.get(conn, player.user)
                assert person is not None
                assert person.staff

    def _secret(self) -> None:
        world = self.server.world
        for citizen in (*self.citizens, self.stranger):
            read = json.dumps(world.messages(citizen.chat), ensure_ascii=False)
            for mark, chat in self.marks.items():
                assert chat == citizen.chat or mark not in read, f"{citizen.name} read {mark}"
        for chat in self.staff_chats:
            said = [m for m in world.messages(chat) if m["from"]["id"] == self.city.bot]
            assert "不可见" not in json.dumps(said, ensure_ascii=False), (
                "staff read a citizen's Telegram name"
            )
        told = {chat: world.messages(chat) for chat in self.staff_chats}
        bots = {chat: [m for m in all_ if m["from"]["id"] == self.city.bot] for chat, all_ in told.items()}
        assert self.rights.offences(self.city.service.db.path, bots, set(self.marks)) == []

    # --- how

    def _sealable(self) -> list[Case]:
        return [
            case
            for case in self.runner.run(self._known())
            if not case.confidential and allowed(case.status, Action.SEAL)
        ]

    def _confide(self, case: Case, reader: Player, shown: str) -> None:
        """A case becomes confidential of which something was added and shown a moment ago."""
        self.server.world.block(case.citizen_id, False)
        citizen = Player(self.city, case.citizen_id, case.citizen_id, "–")
        self._do(citizen.say(f"{case.number} 还有一句要说的，{self._mark(citizen)}"))
        self._do(reader.say(shown.format(n=case.number)))
        if shown.startswith(("/reply", "/ask")):
            self._press(reader, 0, 0)
        self._do(forged(citizen, f"c:seal:{case.id}"))

    def _mark(self, citizen: Player) -> str:
        """A word that nobody else writes."""
        mark = f"标记{len(self.marks):03d}号"
        self.marks[mark] = citizen.chat
        return mark

    def _awake(self, who: int) -> Player:
        """Whoever blocked the bot lets it in again before they write, as Telegram asks them to."""
        citizen = self.citizens[who]
        self.server.world.block(citizen.user, False)
        self._do(self.city.settle())
        return citizen

    def _do(self, act: Any) -> None:
        self.runner.run(act)

    def _filled(self, words: str, number: int, office: int = 0) -> str:
        numbers = self.runner.run(self._numbers()) or ["261120-0001"]
        return words.format(
            n=numbers[number % len(numbers)], m=numbers[(number + 1) % len(numbers)], o=OFFICES[office]
        )

    async def _known(self) -> list[Case]:
        async with self.city.service.db.read() as conn:
            known = [await cases.by_number(conn, n) for n in sorted(await cases.numbers(conn))]
        return [case for case in known if case is not None]

    async def _numbers(self) -> list[str]:
        async with self.city.service.db.read() as conn:
            return sorted(await cases.numbers(conn))

    def _press(self, player: Player, back: int, which: int) -> None:
        shown = [m for m in player.messages if _buttons(m)][::-1]
        if len(shown) <= back:
            return
        buttons = _buttons(shown[back])
        button = buttons[which % len(buttons)]
        since = self.server.world.seq
        toast = self.runner.run(_pressed(player, shown[back], button["callback_data"]))
        seen = [
            e for e in self.server.world.events.after(since) if e["type"] in ("message", "edited", "deleted")
        ]
        assert toast or seen, f"nothing came of [{button['text']}] ({button['callback_data']})"

    def teardown(self) -> None:
        """Whatever state a life ended in: what stands of its cases is taken back when they become confidential."""
        if hasattr(self, "city"):
            try:
                if sys.exc_info()[0] is None:
                    self._all_confided()
            finally:
                self.runner.run(self._end())
        logging.getLogger().removeHandler(self.errors)
        self.runner.close()
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def _all_confided(self) -> None:
        for at, case in enumerate(self._sealable()):
            self._confide(
                case, self.people[(at + len(self.marks)) % len(self.people)], SHOWING[at % len(SHOWING)]
            )
            self._secret()
        self.nothing_is_lost_or_failed()

    async def _end(self) -> None:
        await self.stack.aclose()
        await self.server.stop()


def replayed(history: Sequence[Event]) -> Case | None:
    case: Case | None = None
    for event in history:
        case = evolve(case, event)
    return case


def _buttons(message: Message) -> list[dict[str, str]]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [b for row in rows for b in row if "callback_data" in b] if message["from"]["is_bot"] else []


async def _pressed(player: Player, on: Message, data: str) -> str | None:
    world = player.city.server.world
    since = world.seq
    query = world.press(player.user, player.chat, on["message_id"], data)
    return await player.city.toast(query, since)


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_anybody_does_anything() -> None:
    run_state_machine_as_test(
        Anything,
        settings=settings(
            max_examples=LIVES,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            derandomize=LIVES == 3,
            report_multiple_bugs=False,
            phases=(Phase.generate,),  # to make a failing life shorter takes longer than to read it
            suppress_health_check=list(HealthCheck),
        ),
    )
