"""The desk learns: what people decide becomes labels, an admin retrains, models come and go."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot import training
from bot.clocks import SystemMachineClock
from bot.sandbox.server import SandboxServer
from bot.service import learning as verbs
from bot.store import cases, learning
from bot.store.tables import audit
from classifier import corpus
from tests.by_word import ByWord
from tests.city import City, Player, running_city
from tests.factories import PATIENCE, TOKEN, eventually
from tests.journeys.acts import case_of, forged, labels
from tests.journeys.transcript import Transcript
from tests.soundness import Expected, sound_city


@pytest.fixture(scope="session")
def small_corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first sixteen messages of every label: a retraining of seconds."""
    folder = tmp_path_factory.mktemp("corpus")
    for path in corpus.DIRECTORY.glob("*.jsonl"):
        lines = path.read_text(encoding="utf-8").splitlines()[:16]
        (folder / path.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
async def city(tmp_path: Path, small_corpus: Path, expected: Expected) -> AsyncIterator[City]:
    options = ("--corpus", str(small_corpus))
    async with sound_city(tmp_path, ByWord(), expected, retrain_options=options) as running:
        yield running


async def labels_of(city: City, number: str) -> list[tuple[str | None, str]]:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        found = [each for each in await learning.labelled(conn) if each.case_id == case.id]
    return [(each.label.domain, each.label.source.value) for each in found]


async def switches_of(city: City) -> list[dict[str, Any]]:
    """Every exchange of the model on the record: old, new and why."""
    query = select(audit.c.data).where(audit.c.action == learning.SWITCH).order_by(audit.c.id)
    async with city.service.db.read() as conn:
        return list((await conn.execute(query)).scalars())


async def until(city: City, player: Player, words: str) -> None:
    """Until the bot has said `words` to this player."""
    loop = asyncio.get_running_loop()
    end = loop.time() + 10 * PATIENCE  # a retraining gives way to whatever else runs
    while loop.time() < end:
        await city.settle()
        if any(words in said for said in player.heard):
            return
        await asyncio.sleep(0.05)
    raise AssertionError(f"{player.name} has not heard {words!r}; heard: {player.heard[-4:]}")


async def finished(city: City, admin: Player) -> None:
    """Until a new model can be chosen, and nothing of the work on it is left: citizens' words are in it."""
    await until(city, admin, "新模型做好了")
    await eventually(lambda: not list(city.service.desk.brain.home.glob("work-*")))


async def teach(city: City, texts: Sequence[str]) -> Player:
    """A dispatcher sends cases of no domain to the streets' office; the dispatcher."""
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen("陈女士")
    for text in texts:
        await city.file(citizen, text)
        await desk.press("城管")
    return desk


async def test_what_people_decide_becomes_labels(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    school = await city.clerk("jiaoyu", "周强")
    citizen = await city.citizen("陈女士")
    # the model was not sure; a dispatcher sends it to the streets' office
    sent = await city.file(citizen, "楼下烧烤摊占道")
    assert await labels_of(city, sent) == [], "the model's own guess is no label"
    await desk.press("城管")
    assert await labels_of(city, sent) == [("其他", "dispatched")]
    # the office takes what the model sent
    taken = await city.file(citizen, "小区电梯坏了")
    assert await labels_of(city, taken) == []
    await clerk.press("签收")
    assert await labels_of(city, taken) == [("住房", "claimed")]
    # passed on, but not taken yet: still the old one; then the other office takes it
    await clerk.say(f"/transfer {taken} 教育局")
    assert await labels_of(city, taken) == [("住房", "claimed")]
    await school.press("签收")
    assert await labels_of(city, taken) == [("教育", "transferred")]
    # the citizen knows better than the guess
    other = await city.citizen("王先生")
    await other.say("物业不管事，孩子没处去")
    await other.press("其他领域")
    await other.press("教育")
    await other.press("提交")
    number = "261120-0003"
    assert await labels_of(city, number) == [("教育", "citizen")]


async def test_labels_by_hand(city: City) -> None:
    told = Transcript(city)
    desk = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen("陈女士")
    told.name(desk, citizen)
    one = await city.file(citizen, "楼下有人夜里唱歌")
    two = await city.file(citizen, "小区电梯坏了，电话 13812345678")
    private = await city.private(desk)
    await private.say("/label")
    shown = private.find("该由哪个领域牵头")
    assert one in shown["text"], "the guess on this one was the least sure"
    assert labels(shown)[-2:] == ["说不准，跳过", "先到这里"]
    await private.press("八类以外", on=shown)
    assert await labels_of(city, one) == [("其他", "labelled")]
    shown = private.find("该由哪个领域牵头")
    assert two in shown["text"]
    assert "13812345678" not in shown["text"]
    await private.press("跳过", on=shown)
    assert await labels_of(city, two) == []
    assert "没有要标注的件" in private.last["text"]
    told.check("label.zh-Hans")
    # those who don't dispatch, don't label; and a forged or old press does nothing
    his = await city.private(clerk)
    await his.say("/label")
    assert "没有这一步的权限" in his.last["text"]
    await citizen.say("/label")
    assert "这是给工作人员用的" in citizen.last["text"]


async def test_retrain_adopt_and_roll_back(city: City) -> None:
    await teach(city, ("楼下烧烤摊占道", "公园门口有人摆摊占道卖水果", "夜市占道，车都过不去"))
    admin = await city.admin("郑主任")
    before = city.service.desk.brain.version
    await admin.say("/retrain")
    assert "正在重新训练" in admin.last["text"]
    await admin.say("/retrain")
    assert "已有一次训练在做" in admin.last["text"]
    await finished(city, admin)
    ready = admin.find("新模型做好了")
    assert "学了 3 件人工标注" in ready["text"]
    assert "保留的考题" in ready["text"]
    assert "最近一个月的人工标注</b> 3 件" in ready["text"] or "最近一个月的人工标注 3 件" in ready["text"]
    assert any(m.get("photo") for m in admin.messages), "the confusion matrix is a picture"
    assert city.service.desk.brain.version == before, "nothing changes before the admin says so"
    assert await admin.press("换用新模型", on=ready) == "已换用"
    assert "已换用" in admin.find("已换用")["text"]
    await city.sweep()
    version = city.service.desk.brain.version
    assert version != before
    assert await forged(admin, "t:adopt:1") == "这个按钮已经过时，请看最新的消息。", "pressed twice"
    # the next case is guessed by it
    citizen = await city.citizen("陈女士")
    await citizen.say("小区电梯坏了没人修")
    if "有人有危险吗" in citizen.last["text"]:  # a model of its own sees its own dangers
        await citizen.press("没有")
    await citizen.press("提交")
    case = await case_of(city, "261120-0004")
    async with city.service.db.read() as conn:
        guess = await cases.prediction(conn, case.id)
    assert guess is not None
    assert guess["model"] == version
    assert guess["words"], "what drove the guess is on record"
    await admin.say("/model")
    assert version in admin.last["text"]
    await admin.say("/retrain")
    assert "还没有新的人工标注" in admin.last["text"]
    await admin.say("/rollback")
    assert f"已从 {version} 换成 {before}" in admin.last["text"]
    await city.sweep()
    assert city.service.desk.brain.version == before
    await admin.say("/rollback")
    assert "没有更早的模型" in admin.last["text"]
    await admin.say("/model")
    await admin.press(f"换用 {version}")
    await city.sweep()
    assert city.service.desk.brain.version == version
    switches = await switches_of(city)
    assert [(s["old"], s["new"]) for s in switches] == [(None, version), (version, None), (None, version)]


async def test_stop_and_discard(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await teach(city, ("楼下烧烤摊占道",))
    admin = await city.admin("郑主任")
    before = city.service.desk.brain.version
    monkeypatch.setattr(training, "_write_privately", _endless)
    await admin.say("/retrain")
    await until(city, admin, "读取标注")
    assert await admin.press("停下") == "已停下"
    assert "训练已停下" in admin.last["text"]
    monkeypatch.undo()
    await admin.say("/retrain")
    await finished(city, admin)
    models = city.service.desk.brain.home
    assert len(list(models.iterdir())) == 1
    (models / "of-our-own").mkdir()
    assert await admin.press("不换") == "没有换"
    await city.sweep()
    assert city.service.desk.brain.version == before
    trainer = training.Trainer(city.service.db, city.service.desk, city.clock, SystemMachineClock())
    await trainer.clear_up()
    assert [path.name for path in models.iterdir()] == ["of-our-own"], "only what was discarded goes"


async def test_only_admins_retrain(city: City) -> None:
    desk = await teach(city, ("楼下烧烤摊占道",))
    private = await city.private(desk)
    for command in ("/retrain", "/model", "/rollback"):
        await private.say(command)
        assert "这一步只有管理员能做" in private.last["text"], command
    admin = await city.admin("郑主任")
    await admin.say("/rollback 2020.01-none")
    assert "没有叫" in admin.last["text"]


async def test_no_room_on_the_disk(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    await teach(city, ("楼下烧烤摊占道",))
    admin = await city.admin("郑主任")
    before = city.service.desk.brain.version
    monkeypatch.setattr(training, "ROOM_NEEDED", 1 << 62)
    await admin.say("/retrain")
    await until(city, admin, "磁盘空间不够")
    assert city.service.desk.brain.version == before
    monkeypatch.undo()
    monkeypatch.setattr(training, "_write_privately", _full)
    await admin.say("/retrain")
    await until(city, admin, "No space left")


async def test_a_fault_of_ours_ends_a_retraining(city: City, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said to have failed, and the next one begins."""
    await teach(city, ("楼下烧烤摊占道",))
    admin = await city.admin("郑主任")
    monkeypatch.setattr(training, "_write_privately", _broken)
    await admin.say("/retrain")
    await until(city, admin, "训练没有做成，原因记在日志里")
    monkeypatch.undo()
    await admin.say("/retrain")
    await finished(city, admin)


def _broken(_path: Path, _text: str) -> None:
    raise RuntimeError("nobody thought of this")


def _endless(path: Path, _text: str) -> None:
    """Who reads this waits until they are stopped."""
    os.mkfifo(path)


def _full(_path: Path, _text: str) -> None:
    raise OSError(28, "No space left on device")


async def test_a_retraining_that_was_cut_short(
    tmp_path: Path, small_corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The program is stopped in the middle of it: the next start says so, and the champion stays."""
    options = ("--corpus", str(small_corpus))
    server = SandboxServer(token=TOKEN)
    await server.start()
    try:
        async with running_city(tmp_path, ByWord(), retrain_options=options, server=server) as city:
            await teach(city, ("楼下烧烤摊占道",))
            before = await city.admin("郑主任")
            monkeypatch.setattr(training, "_write_privately", _endless)
            await before.say("/retrain")
            await until(city, before, "读取标注")
            monkeypatch.undo()
        async with running_city(tmp_path, ByWord(), retrain_options=options, server=server) as city:
            admin = Player(city, before.user, before.chat, before.name)
            await until(city, admin, "训练中断了")
            assert city.service.desk.brain.version == city.service.desk.brain.shipped
            assert not list((tmp_path / "models").glob("work-*"))
            await admin.say("/retrain")
            await finished(city, admin)
    finally:
        await server.stop()


async def test_a_model_that_can_not_be_read(city: City, tmp_path: Path) -> None:
    await teach(city, ("楼下烧烤摊占道",))
    admin = await city.admin("郑主任")
    await admin.say("/retrain")
    await finished(city, admin)
    shutil.rmtree(next(path for path in (tmp_path / "models").iterdir() if path.is_dir()))
    await admin.press("换用新模型")
    await city.sweep()
    assert "读不出来，已改用随程序附带的" in admin.last["text"]
    assert city.service.desk.brain.version == city.service.desk.brain.shipped
    await city.sweep()
    assert sum("读不出来" in said for said in admin.heard) == 1, "said once"
    await admin.say("/rollback")
    await city.sweep()
    assert sum("读不出来" in said for said in admin.heard) == 1, "nor does anybody go back to it"


async def test_a_challenger_that_is_worse_needs_a_second_press(
    city: City, monkeypatch: pytest.MonkeyPatch
) -> None:
    await teach(city, ("楼下烧烤摊占道",))
    admin = await city.admin("郑主任")
    finish = verbs.finish

    async def worse(tx, desk, job, challenger, result, picture):  # type: ignore[no-untyped-def]
        table = [{**line, "worse": line["label"] == "住房"} for line in result["domains"]]
        return await finish(
            tx, desk, job, challenger, {**result, "domains": table, "worse": ["住房"]}, picture
        )

    monkeypatch.setattr(verbs, "finish", worse)
    await admin.say("/retrain")
    await finished(city, admin)
    assert "⚠️ 住房比现在差" in admin.find("新模型做好了")["text"]
    assert await admin.press("换用新模型") == "请再确认一次"
    await city.sweep()
    assert city.service.desk.brain.version == city.service.desk.brain.shipped
    assert await admin.press("仍然换用") == "已换用"
    await city.sweep()
    assert city.service.desk.brain.version != city.service.desk.brain.shipped
    assert (await switches_of(city))[-1]["anyway"] is True
