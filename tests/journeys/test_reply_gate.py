"""The gate in the preview: it warns, never blocks, and what stood is on record. The preview follows its message."""

from bot.store import cases
from tests.city import City
from tests.journeys.acts import card_of, case_of, events_of, labels
from tests.journeys.transcript import Transcript

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修，老人下不了楼"
EMPTY = "您反映的问题我局高度重视，将尽快处理。"
GOOD = "住建局工作人员11月18日到幸福小区三号楼查看了电梯，原因是主板损坏。物业已于11月19日更换主板，电梯恢复运行。"
HEAD = "发出前请看一眼"


async def gates(city: City, number: str) -> list[list[str] | None]:
    """What warnings the record has of each answer; None where there were none."""
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        history = await cases.history(conn, case.id)
    return [e.data.get("gate") for e in history if e.kind.value in ("replied", "resolved", "corrected")]


async def test_warns_and_lets_the_clerk_decide(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    # empty words: warned, and sent all the same
    await clerk.say(EMPTY, reply_to=card_of(clerk, number))
    assert HEAD in clerk.last["text"]
    assert "写了“尽快”，没有日期" in clerk.last["text"]
    assert labels(clerk.last)[0] == "仍然发给市民"
    assert await clerk.press("仍然发给市民") == "已发出"
    assert EMPTY in citizen.last["text"]
    assert HEAD not in "".join(citizen.heard)
    # a blank that is left is the first thing said; the kind of answer changes what is asked of it
    await clerk.say("住建局工作人员〔哪天〕到现场，12月5日前再答复您。", reply_to=card_of(clerk, number))
    preview = clerk.last
    assert "还有空没有填：〔哪天〕" in preview["text"]
    # the clerk mends the message, and the preview follows
    mended = next(m for m in reversed(clerk.messages) if m["from"]["id"] == clerk.user)
    await clerk.edit(mended, GOOD)
    assert clerk.last["message_id"] == preview["message_id"]
    assert "主板损坏" in clerk.last["text"] and "〔哪天〕" not in clerk.last["text"]
    assert HEAD in clerk.last["text"], "news without a next date"
    await clerk.press("改为办结·已解决")
    assert HEAD not in clerk.last["text"]
    assert labels(clerk.last)[0] == "发给市民"
    await clerk.press("发给市民")
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "claimed", "replied", "resolved"]
    assert await gates(city, number) == [["vague"], None]
    told.check("gate.zh-Hans")


async def test_a_reply_to_the_wrong_case_stands_out(city: City) -> None:
    """Measured against the complaint and what the citizen added, by whatever way the words come."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    other = (
        "民政局已核实低保待遇发放情况，申请人本月起每月领取补助六百元，发放记录可在社区窗口查询，"
        "需要携带身份证件和银行卡，另请于12月5日前到街道补交家庭收入证明材料原件及复印件。"
    )
    strange = "几乎没有相同的词"
    await clerk.say(other, reply_to=card_of(clerk, number))
    assert strange in clerk.last["text"]
    await clerk.press("取消")
    await clerk.say(f"/reply {number} {other}")
    assert strange in clerk.last["text"]
    command = next(m for m in reversed(clerk.messages) if m["from"]["id"] == clerk.user)
    await clerk.edit(command, f"/reply {number} {GOOD}")
    assert strange not in clerk.last["text"]
    assert "主板损坏" in clerk.last["text"] and "/reply" not in clerk.last["text"]
    await clerk.press("取消")
    # the citizen asked about the allowance too: then the answer is no stranger
    await citizen.say("另外低保待遇、家庭收入证明材料的事，请在社区窗口答复", reply_to=citizen.find("收到了"))
    await clerk.say(other, reply_to=card_of(clerk, number))
    assert "市民将看到" in clerk.last["text"]
    assert strange not in clerk.last["text"]


async def test_questions_and_notes_are_not_weighed(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say(f"/claim {number}")
    await clerk.say(f"/ask {number} 请问几单元？我们尽快来看。")
    assert HEAD not in clerk.last["text"]
    await clerk.press("发给市民")
    second = await city.file(await city.citizen("王先生"), "楼下烧烤摊占道，夜里扰民")
    await desk.say("尽快派单", reply_to=card_of(desk, second))
    assert labels(desk.last) == ["内部备注", "取消"]
    assert HEAD not in desk.last["text"]


async def test_what_an_edit_may_not_do(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    other = await city.clerk("zhujian", "王芳")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    # no preview came from it: nothing happens
    idle = await clerk.say("今天天气不错", reply_to=None)
    before = clerk.heard
    await clerk.edit(idle, "今天天气很好")
    assert clerk.heard == before
    # sent is sent: editing the message afterwards changes nothing
    mine = await clerk.say(GOOD, reply_to=card_of(clerk, number))
    await clerk.press("发给市民")
    before, heard = clerk.heard, citizen.heard
    await clerk.edit(mine, "别的话")
    assert (clerk.heard, citizen.heard) == (before, heard)
    # made as long as a message can be: the preview follows in parts
    mine = await clerk.say("配件12月5日前到", reply_to=card_of(clerk, number))
    preview = clerk.last
    await clerk.edit(mine, "长" * 4096)
    assert "长" * 50 in clerk.last["text"] and "（2/2）" in "".join(clerk.heard)
    assert "配件12月5日前到" not in "".join(
        m.get("text", "") for m in clerk.messages if m["message_id"] >= preview["message_id"]
    )
    # another clerk's message with the same preview open is theirs alone
    await other.say("我来答：12月6日前到", reply_to=card_of(other, number))
    assert "我来答" in other.last["text"]
    # in private the same
    private = await city.private(clerk)
    await private.say(f"/case {number}")
    mine = await private.say("门禁12月7日前修好", reply_to=private.last)
    await private.edit(mine, "门禁12月8日前修好")
    assert "12月8日" in private.last["text"]
    assert "12月7日" not in private.last["text"]
