"""An answer that was wrong is corrected openly: the citizen reads that it is a correction, and of what."""

from tests.city import City
from tests.journeys.acts import card_of, events_of, forged, labels
from tests.journeys.transcript import Transcript

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修"
WRONG = "住建局工作人员11月18日到现场，物业已于11月19日修好。咨询电话0000-8880155。"
RIGHT = "电话写错了，应为0000-8880105。"


async def test_corrected_openly(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, LIFT)
    await clerk.say(WRONG, reply_to=card_of(clerk, number))
    await clerk.press("改为办结·已解决")
    await clerk.press("发给市民")
    told.note("第二天")
    await city.pass_time(hours=21)
    await clerk.press("更多…", on=card_of(clerk, number))
    assert await clerk.press("更正答复") == "见下方"
    assert "11-20 12:00 的答复" in clerk.last["text"]
    await clerk.say(RIGHT, reply_to=clerk.last)
    assert "市民将看到" in clerk.last["text"]
    assert labels(clerk.last) == ["发给市民", "内部备注", "取消"], (
        "no other kind of answer, nothing to warn of"
    )
    await clerk.press("发给市民")
    assert citizen.last["text"].startswith("更正：望江市住房和城乡建设局在 11-20 12:00 关于")
    assert RIGHT in citizen.last["text"]
    assert "已更正（11-21 09:00，李明）" in card_of(clerk, number)["text"]
    assert "已办结" in card_of(clerk, number)["text"], "the case stays as it was"
    assert [kind for kind, _ in await events_of(city, number)][-2:] == ["resolved", "corrected"]
    # what the citizen looks up is the answer with its correction
    await citizen.say(f"/case {number}")
    assert citizen.last["text"].index(WRONG) < citizen.last["text"].index(RIGHT)
    # a correction can be corrected, and empty words count there too
    await clerk.press("更正答复", on=clerk.find("还可以"))
    assert "11-21 09:00 的答复" in clerk.last["text"]
    await clerk.say("我们会尽快核对电话。", reply_to=clerk.last)
    assert "写了“尽快”" in clerk.last["text"]
    told.check("correct.zh-Hans")


async def test_what_cannot_be_corrected(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    schools = await city.clerk("jiaoyu", "周强")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.say(f"/claim {number}")
    await clerk.press("更多…", on=card_of(clerk, number))
    menu = clerk.last
    assert "还没有答复过市民" in (await clerk.press("更正答复", on=menu) or "")
    await clerk.say("配件12月1日前到", reply_to=card_of(clerk, number))
    await clerk.press("发给市民")
    assert await clerk.press("更正答复", on=menu) == "见下方"
    prompt = clerk.last
    for stranger in (schools, citizen):
        assert await forged(stranger, "c:correct:1:") != "见下方"
    await citizen.press("撤回")
    await citizen.press("确认撤回")
    assert "不能更正" in (await clerk.press("更正答复", on=menu) or "")
    await clerk.say("应为12月2日", reply_to=prompt)
    assert labels(clerk.last) == ["内部备注", "取消"]
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "claimed", "replied", "withdrawn"]
    # an intent that no button has can't be forged into the preview
    dialogue = clerk.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"].rsplit(":", 1)[1]
    assert "过时" in await forged(clerk, f"r:as-solved:{dialogue}")
