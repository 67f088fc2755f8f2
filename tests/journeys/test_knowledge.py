"""Knowledge cards: kept by offices, used by triage to answer at once."""

from tests.city import City
from tests.journeys.acts import card_of, case_of, events_of, forged, labels
from tests.journeys.transcript import Transcript

CARD = """/knowledge 残疾证怎么办理
带身份证和两张照片，到户籍所在的街道办事处申请，二十个工作日内发证。
来源：残疾人证管理办法
有效期：2026-12-31"""
QUESTION = "您好，想问一下残疾证怎么办理，要带什么"


async def test_a_question_is_answered_at_once(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, desk, 综合受理群=desk.chat)
    await desk.say("/knowledge")
    assert "还没有知识卡" in desk.last["text"]
    await desk.say(CARD)
    assert "有效期到 2026年12月31日" in desk.last["text"]
    assert labels(desk.last) == ["撤下"]
    number = await city.file(citizen, QUESTION)
    await desk.press("更多…", on=card_of(desk, number))
    await desk.press("用知识卡答复")
    await desk.press("残疾证")
    shown = desk.last["text"].split("\n", 1)[1].rsplit("\n", 1)[0]
    assert "（依据：残疾人证管理办法）" in shown
    preview = desk.last
    assert await desk.press("发给市民") == "已发出"
    assert citizen.heard[-1] == shown
    case = await case_of(city, number)
    assert (case.status.value, case.outcome) == ("resolved", "explained")
    assert "不能直接答复" in (await desk.press("发给市民", on=preview) or "")
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "resolved"]
    told.check("knowledge.zh-Hans")


async def test_a_card_past_its_time_answers_nothing(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    await desk.say(CARD.replace("2026-12-31", "2026-11-20"))
    citizen = await city.citizen()
    number = await city.file(citizen, QUESTION)
    await desk.press("更多…", on=card_of(desk, number))
    more = desk.last
    await desk.press("用知识卡答复")
    offered = desk.last
    city.clock.pass_(hours=13)
    assert "过时" in (await desk.press("残疾证", on=offered) or "")
    await desk.press("用知识卡答复", on=more)
    assert "没有对得上的知识卡" in desk.last["text"]
    await desk.say("/knowledge")
    assert labels(desk.last)[0].startswith("⚠️ 残疾证")


async def test_who_keeps_cards(city: City) -> None:
    lead = await city.clerk("minzheng", "孙立", "lead")
    clerk = await city.clerk("minzheng", "李明")
    citizen = await city.citizen()
    await clerk.say(CARD)
    assert "没有这一步的权限" in clerk.last["text"]
    await citizen.say("/knowledge")
    assert "给工作人员用的" in citizen.last["text"]
    for broken, why in (
        (CARD.replace("来源：残疾人证管理办法\n", ""), "请这样写"),
        ("/knowledge 只有问题", "请这样写"),
        (CARD.replace("2026-12-31", "2026-01-31"), "要写将来的一天"),
        (CARD.replace("2026-12-31", "2026-02-31"), "要写将来的一天"),
        (CARD.replace("2026-12-31", "明年"), "要写将来的一天"),
    ):
        await lead.say(broken)
        assert why in lead.last["text"], broken
    await lead.say(CARD)
    assert "望江市民政局（养老服务）维护" in lead.last["text"]
    card = lead.last
    assert "没有这一步的权限" in (await clerk.press("撤下", on=card) or "")
    for data in ("k:show:99", "k:retire:99", "k:show:x", "k:page:99999999999", "k:what:1"):
        assert "过时" in await forged(lead, data), data
    await lead.press("撤下", on=card)
    assert "已撤下" in lead.find("知识卡“残疾证")["text"]
    await lead.say("/knowledge")
    assert "还没有知识卡" in lead.last["text"]


async def test_a_long_list_has_pages(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    for n in range(10):
        await desk.say(f"/knowledge 第{n}个问题\n答案{n}\n来源：文件")
    await desk.say("/knowledge")
    assert len(labels(desk.last)) == 9
    await desk.press("下一页")
    assert labels(desk.find("知识卡，过期"))[-1] == "上一页"
