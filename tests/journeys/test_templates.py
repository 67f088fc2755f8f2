"""Templates: the desk's own by domain and outcome, an office's own; copied, filled in, sent as a reply."""

from bot.views.templates import filled
from tests.city import City, Message, Player
from tests.journeys.acts import card_of, case_of, events_of, forged, labels
from tests.journeys.transcript import Transcript

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修"
OWN = "关于〔编号〕：〔部门〕工作人员已联系物业，〔日期〕前再答复您。电梯要停用时，物业须安排人员背送老人。"


def block(message: Message) -> str:
    """What one tap copies."""
    entity = next(e for e in message["entities"] if e["type"] == "pre")
    raw = message["text"].encode("utf-16-le")
    part: bytes = raw[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])]
    return part.decode("utf-16-le")


async def lead_of(city: City, department: str, name: str) -> Player:
    return await city.clerk(department, name, "lead")


async def test_from_a_template_to_the_citizen(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await clerk.press("更多…", on=card_of(clerk, number))
    assert await clerk.press("模板") == "见下方"
    assert labels(clerk.last) == [
        "住房 · 继续办理", "住房 · 已解决", "住房 · 解释到位", "住房 · 列入计划",
        "通用 · 继续办理", "通用 · 已解决", "通用 · 解释到位", "通用 · 列入计划",
    ]  # fmt: skip
    offered = clerk.last
    # news: number, office and the promised date are filled in, the rest is the clerk's
    await clerk.press("住房 · 继续办理", on=offered)
    text = block(clerk.last)
    assert number in text and "望江市住房和城乡建设局" in text and "12月1日前再答复" in text
    assert "〔哪天〕" in text
    # solved: the reply to that message is an answer of that kind; a blank that is left is named
    await clerk.press("住房 · 已解决", on=offered)
    text = block(clerk.last)
    await clerk.say(text, reply_to=clerk.last)
    assert "发出后办结（已解决）" in clerk.last["text"]
    assert "还有空没有填：〔" in clerk.last["text"]
    await clerk.press("取消")
    # from the preview: only those of its kind
    await clerk.say("配件到了", reply_to=card_of(clerk, number))
    await clerk.press("改为办结·解释到位")
    await clerk.press("模板")
    assert labels(clerk.last) == ["住房 · 解释到位", "通用 · 解释到位"]
    told.check("templates.zh-Hans")


async def test_in_the_citizen_s_language(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen("Mr Wood", language="en")
    await citizen.say("The lift in my building has been broken for two weeks")
    await citizen.press("Housing")
    await citizen.press("Submit")
    await clerk.say("/template 261120-0001")
    await clerk.press("住房 · 继续办理")
    assert "We will tell you the result by 1 Dec." in block(clerk.last)
    assert "Wangjiang Housing and Construction Bureau" in block(clerk.last)


async def test_an_office_s_own(city: City) -> None:
    lead = await lead_of(city, "zhujian", "周主任")
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, lead, clerk, 住建局群=lead.chat)
    await clerk.say("/template")
    assert "还没有自己的答复模板" in clerk.last["text"]
    # a message of theirs becomes a template
    words = await lead.say(OWN)
    await lead.say("/template 电梯停用", reply_to=words)
    assert block(lead.last) == OWN
    assert labels(lead.last) == ["用于已解决", "用于解释到位", "用于列入计划", "删除"]
    # by the command alone, and another kind
    await lead.say("/template 已修好\n电梯已于〔哪天〕修好。")
    await lead.press("用于已解决", on=lead.last)
    assert "用于“已解决”" in lead.last["text"]
    await clerk.say("/template")
    assert labels(clerk.last) == ["已修好", "电梯停用"]
    await clerk.press("电梯停用")
    assert labels(clerk.last) == [], "a clerk may read it and no more"
    # it is offered first, of its kind
    number = await city.file(citizen, LIFT)
    await clerk.say("/template", reply_to=card_of(clerk, number))
    assert labels(clerk.last)[:3] == ["已修好", "电梯停用", "住房 · 继续办理"]
    await clerk.press("电梯停用", on=clerk.last)
    assert block(clerk.last) == OWN.replace("〔编号〕", number).replace(
        "〔部门〕", "望江市住房和城乡建设局"
    ).replace("〔日期〕", "12月1日")
    case, house = await case_of(city, number), city.service.desk.house
    assert filled(house, "〔編號〕〔單位〕〔部門〕", case, None) == number + 2 * "望江市住房和城乡建设局"
    await clerk.say(block(clerk.last), reply_to=clerk.last)
    assert "发出前请看一眼" not in clerk.last["text"]
    await clerk.press("发给市民")
    assert "背送老人" in citizen.last["text"]
    # the same name again: the newer one holds
    await lead.say("/template 已修好\n电梯已于〔哪天〕修好，请您查看。")
    await clerk.say("/template")
    assert labels(clerk.last) == ["已修好", "电梯停用"]
    await lead.press("已修好")
    assert block(lead.last) == "电梯已于〔哪天〕修好，请您查看。"
    await lead.press("删除")
    assert "已删除" in lead.last["text"]
    await clerk.say("/template")
    assert labels(clerk.last) == ["电梯停用"]
    told.check("own_templates.zh-Hans")


async def test_who_may_and_what_may_not_be(city: City) -> None:
    lead = await lead_of(city, "zhujian", "周主任")
    clerk = await city.clerk("zhujian", "李明")
    schools = await lead_of(city, "jiaoyu", "吴校长")
    admin = await city.admin()
    citizen = await city.citizen()
    await lead.say("/template 电梯停用\n" + OWN)
    # only leads add, and only words of their own
    await clerk.say("/template 我的\n内容")
    assert "没有这一步的权限" in clerk.last["text"]
    await lead.say("/template 别人的", reply_to=await clerk.say("这是李明的话"))
    assert "请先发一条写好的内容" in lead.last["text"]
    await lead.say("/template 只有名称")
    assert "请先发一条写好的内容" in lead.last["text"]
    await lead.say("/template " + "长" * 25 + "\n内容")
    assert "不超过 24 字" in lead.last["text"]
    await lead.say("/template 太长\n" + "长" * 3501)
    assert "太长了" in lead.last["text"]
    await citizen.say("/template")
    assert "给工作人员用的" in citizen.last["text"]
    # others neither see nor change it, by forged buttons either
    await schools.say("/template")
    assert "还没有自己的答复模板" in schools.last["text"]
    for data in ("tpl:show:1", "tpl:remove:1", "tpl:solved:1"):
        assert "没有这一步的权限" in await forged(schools, data)
        assert "给工作人员用的" in await forged(citizen, data)
    for data in ("tpl:remove:1", "tpl:solved:1"):
        assert "没有这一步的权限" in await forged(clerk, data)
    for data in ("tpl:other:1", "tpl:show:99", "tpl:show:x", "tpl:show"):
        assert "过时" in await forged(lead, data)
    number = await city.file(citizen, LIFT)
    for data in (
        "c:template:1:99", "c:template:1:medical:solved", "c:template:1:housing:ask", "c:template:1",
        "c:templates:1:ask",
    ):  # fmt: skip
        assert "过时" in await forged(clerk, data), data
    for data in ("c:template:1:1", "c:templates:1", "c:template:1:housing:solved"):
        assert "没有这一步的权限" in await forged(schools, data), data
    # one for all, by an admin in private
    private = await city.private(admin)
    await private.say("/template 谢谢来信\n感谢您的来信。")
    await schools.say("/template")
    assert labels(schools.last) == ["谢谢来信"]
    await schools.press("谢谢来信")
    assert labels(schools.last) == []
    # once the case is over there is nothing to begin
    await clerk.say(f"/template {number}")
    offered = clerk.last
    await citizen.press("撤回")
    await citizen.press("确认撤回")
    assert "不能答复" in (await clerk.press("通用 · 已解决", on=offered) or "")
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "withdrawn"]
    # pressed twice
    await lead.say("/template")
    await lead.press("电梯停用")
    shown = lead.last
    remove = shown["reply_markup"]["inline_keyboard"][-1][-1]["callback_data"]
    await lead.press("删除")
    assert "过时" in await forged(lead, remove)
