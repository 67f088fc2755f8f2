"""Citizens: a draft grows and is filed, is forgotten and filed by itself, is withdrawn; cases are looked at."""

import pytest

from tests.city import PICTURE, City
from tests.journeys.acts import card_of, case_of, events_of, labels
from tests.journeys.transcript import Transcript


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
async def test_the_main_story(city: City, language: str) -> None:
    """Write, look, change the domain, write more, submit, hear of every step."""
    english = language == "en"
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("Ann" if english else "陈女士", "en" if english else "zh-hans")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    words = (
        (
            "The lift in our building has been out of order for two weeks.",
            "My mother is 80 and lives on floor 12.",
        )
        if english
        else ("我们楼的电梯坏了两个星期没人修", "我母亲八十岁，住十二楼")
    )
    say = {
        "all": "Other subjects" if english else "其他领域",
        "care": "Elderly care" if english else "养老",
        "more": "Write more" if english else "接着写",
        "submit": "Submit" if english else "提交",
    }
    await citizen.say(words[0])
    if english:
        # The model reads Chinese: nothing is guessed, all eight are offered.
        assert labels(citizen.last)[1:10] == [
            "Employment", "Education", "Social security", "Medical care", "Housing", "Elderly care",
            "Food safety", "Public safety", "None of these",
        ]  # fmt: skip
        await citizen.press(say["care"])
    else:
        assert sum("改为" in label for label in labels(citizen.last)) == 2
    await citizen.press(say["all"])
    assert len(labels(citizen.last)) == 8 + 2
    if english:
        await citizen.press("Housing")
    else:
        await citizen.press(say["care"])
        await citizen.press("改为住房")
    await citizen.press(say["more"])
    await citizen.say(words[1])
    assert all(word in citizen.last["text"] for word in words)
    await citizen.press(say["submit"])
    number = "261120-0001"
    assert number in citizen.last["text"]
    card = card_of(clerk, number)
    assert all(word in card["text"] for word in words)
    await citizen.say("/mycases")
    await citizen.say(f"/case {number}")
    await clerk.press("签收")
    await clerk.say("物业今天下午派人检修，修好后我们给您打电话。", reply_to=card)
    await clerk.press("发给市民")
    await clerk.press("请市民补充", on=card_of(clerk, number))
    await clerk.say("请问是几号楼、几单元？", reply_to=clerk.last)
    await clerk.press("发给市民")
    answer = "Building 3, entrance 2" if english else "3号楼2单元"
    await citizen.say(answer, reply_to=citizen.last)
    assert ("supplied", answer) in await events_of(city, number)
    await clerk.say("电梯已经修好，今天上午恢复运行。", reply_to=card)
    await clerk.press("办结·已解决")
    await clerk.press("发给市民")
    await citizen.say("Thank you, it runs." if english else "谢谢，可以用了", reply_to=citizen.last)
    assert (await events_of(city, number))[-1][0] == "added"
    await citizen.say(f"/case {number}")
    told.check(f"citizen.{language}")


async def test_a_subject_is_not_guessed_of_what_is_not_chinese(city: City) -> None:
    """Asked for by eight buttons; who skips them gets the general desk, which reads that nothing was guessed."""
    desk = await city.clerk("triage", "赵静", "dispatcher")
    citizen = await city.citizen("Ann", "en")
    await citizen.say("My boss has not paid my wages for three months. His name is 王强.")
    assert "What is this about? Choose one" in citizen.last["text"]
    assert "Medical care" in labels(citizen.last) and "It’s about" not in str(labels(citizen.last))
    await citizen.press("Submit")
    number = "261120-0001"
    case = await case_of(city, number)
    assert (case.department, case.domain) == ("triage", None)
    card = card_of(desk, number)
    assert "不是中文，机器没有判断" in card["text"] and "%" not in card["text"]
    # in danger there is no time to choose
    await citizen.say("Smoke everywhere, help me now, the building is on fire")
    assert "What is this about?" not in citizen.last["text"] and "Housing" not in labels(citizen.last)
    await citizen.press("Cancel")
    # Chinese with some Latin stays Chinese
    await citizen.say("电梯坏了 The lift is broken")
    assert "This looks like Housing" in citizen.last["text"]


async def test_what_the_buttons_say_can_be_typed(city: City) -> None:
    """Done as if pressed, and no part of the complaint; a clerk who writes in private is told what that is."""
    group = await city.clerk("zhujian", "李明")
    clerk = await city.private(group)
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=group.chat)
    await citizen.say("小区消防通道被占，电梯也坏了，万一起火怎么办")
    await citizen.say("提交")  # the question about danger comes first
    assert "现在有人有危险吗" in citizen.last["text"]
    await citizen.say("没有")
    assert "转给望江市住房和城乡建设局" in citizen.last["text"]
    await citizen.say("保密")
    await citizen.say("没有了，就这些")
    number = "261120-0001"
    case = await case_of(city, number)
    assert case.text == "小区消防通道被占，电梯也坏了，万一起火怎么办"
    assert case.confidential
    assert not any(kind == "paged" for kind, _ in await events_of(city, number))
    await citizen.say("提交")  # nothing is being written: how does it stand?
    assert number in citizen.last["text"]
    await citizen.say("学校门口没有路灯")
    await citizen.say("取消")
    assert "什么都没有提交" in citizen.last["text"]
    await citizen.say("取消")  # nothing is being written: which one then?
    assert "确定撤回" in citizen.last["text"]
    await clerk.say("已经约好物业明天去看")
    assert "回复那一件的卡片" in clerk.last["text"]
    await clerk.say("取消")
    await clerk.say(number)  # a number alone is what they want to open
    assert f"{number} · 住房" in clerk.last["text"]
    other = await city.file(await city.citizen("王先生"), "物业一直不来修电梯")
    await group.press("更多…", on=card_of(group, other))
    await group.press("内部备注")
    await group.say("取消", reply_to=group.last)
    assert "什么都没有做" in group.last["text"]
    assert [kind for kind, _ in await events_of(city, other)] == ["filed"]
    told.check("typed-buttons.zh-Hans")


async def test_short_words_to_a_draft_are_no_part_of_it(city: City) -> None:
    """Thanks and a greeting are answered, “never mind” is asked about; where somebody may be in danger all is kept."""
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen)
    await citizen.say("三号楼电梯坏了半个月，物业不修")
    await citizen.say("谢谢")
    assert citizen.last["text"].startswith("不客气。您写的还没有提交，就在下面。")
    assert "提交" in labels(citizen.last)[0]
    thumb = await citizen.say("👍", reply_to=citizen.last)
    await citizen.say("在吗")
    await citizen.say("算了")
    assert (
        labels(citizen.last) == ["取消，不提交", "留着"]
        and "13:00 我会照原样替您提交" in citizen.last["text"]
    )
    await citizen.press("留着")
    assert "都留着" in citizen.last["text"] and "物业不修" in citizen.last["text"]
    await citizen.edit(thumb, "三单元的")
    await citizen.press("提交")
    assert (await case_of(city, "261120-0001")).text == "三号楼电梯坏了半个月，物业不修\n三单元的"
    await citizen.say("楼道的灯也不亮")
    await citizen.say("不用了，谢谢")
    asked = citizen.last["message_id"]
    await citizen.press("取消，不提交")
    assert (citizen.last["message_id"], citizen.last["text"][:3]) == (asked, "已取消")
    told.check("short-words.zh-Hans")
    # asked in which district it is, that is what is not needed
    await citizen.say("敬老院的饭菜总是凉的，换了几次厨师也没用")
    await citizen.press("其他领域")
    await citizen.press("养老")
    await citizen.say("不用了")
    assert "在哪个" not in citizen.last["text"]
    await citizen.press("取消")
    await citizen.say("不想活了，药都攒好了")
    await citizen.say("算了")
    await citizen.press("提交")
    assert (await case_of(city, "261120-0002")).text == "不想活了，药都攒好了\n算了"


async def test_cancel_and_change_one_s_mind(city: City) -> None:
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen)
    await citizen.say("电梯坏了")
    await citizen.press("取消")
    assert "什么都没有提交" in citizen.last["text"]
    await citizen.say("/mycases")
    await citizen.say("学校门口没有路灯")
    first = citizen.last
    await citizen.press("其他领域")
    await citizen.press("返回")
    assert citizen.last["text"] == first["text"]
    await citizen.press("其他领域")
    await citizen.press("都不是")
    await citizen.press("提交")
    assert "综合受理" in citizen.last["text"]
    assert not await citizen.press("撤回")
    await citizen.press("不撤回")
    await citizen.press("撤回", on=citizen.find("收到了"))
    await citizen.press("确认撤回")
    assert "已撤回" in citizen.last["text"]
    assert "不能撤回" in (await citizen.press("确认撤回") or "")
    await citizen.say("/withdraw 261120-0001")
    assert "不能撤回" in citizen.last["text"]
    await citizen.say("/case 261120-0001")
    assert labels(citizen.last) == []
    await citizen.say("/help")
    told.check("change-of-mind.zh-Hans")


async def test_photos_voice_and_places(city: City) -> None:
    """A photo first, without words; an album makes one preview; everything else that says something."""
    triage = await city.clerk("triage", "赵静", "dispatcher")
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, triage, clerk, 综合受理群=triage.chat, 住建局群=clerk.chat)
    picture = await citizen.photo()
    assert "还没有文字" in citizen.last["text"]
    previews = len(citizen.heard)
    for _ in range(3):  # all at once, as the apps send an album
        city.server.world.send_photo(citizen.user, PICTURE, media_group_id="77")
    await city.settle()
    assert len(citizen.heard) == previews + 1, "one preview for an album"
    assert "照片 4 张" in citizen.last["text"]
    await citizen.edit(picture, "小区电梯坏了")
    assert "小区电梯坏了" in citizen.last["text"]
    assert "住房" in citizen.last["text"]
    await citizen.upload("voice")
    await citizen.upload("document", "物业的通知")
    await citizen.upload("video")
    await citizen.send_other("location")
    await citizen.send_other("venue", title="幸福小区", address="人民路3号")
    await citizen.send_other("contact", phone_number="+8613812345678")
    await citizen.send_other("animation")
    await citizen.send_other("video_note")
    await citizen.press("提交")
    card = card_of(clerk, "261120-0001")
    assert "人民路3号" in card["text"]
    assert "13812345678" not in card["text"]
    below = [
        m for m in clerk.messages if m.get("reply_to_message", {}).get("message_id") == card["message_id"]
    ]
    assert [bool(m.get("photo")) for m in below] == [True] * 3
    await clerk.press("附件 9")
    sent = [m for m in clerk.messages if m["from"]["id"] == city.bot and m.get("caption") == "261120-0001"]
    assert len(sent) >= 3 + 8  # a video note carries no caption
    assert any("video_note" in m for m in clerk.messages)
    # No words at all: the general desk looks at it.
    other = await city.citizen("王先生")
    told.name(other)
    await other.photo()
    await other.press("提交")
    assert "没有文字" in card_of(triage, "261120-0002")["text"]
    told.check("attachments.zh-Hans")


async def test_edited_messages(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    message = await citizen.say("医院的电梯")
    assert "住房" in citizen.last["text"]
    heard = len(citizen.heard)
    await citizen.edit(message, "学校拖欠老师工资")
    assert len(citizen.heard) == heard, "the preview changes in place"
    assert "就业" in citizen.last["text"]
    await citizen.edit(message, "小区电梯坏了，物业不管")
    await citizen.press("提交")
    await clerk.press("签收")
    await clerk.press("请市民补充")
    await clerk.say("请问是哪个小区？", reply_to=clerk.last)
    await clerk.press("发给市民")
    await citizen.edit(message, "幸福小区电梯坏了，物业不管")
    assert (await events_of(city, "261120-0001"))[-1] == ("added", "（更正）幸福小区电梯坏了，物业不管")
    assert "待补充" in card_of(clerk, "261120-0001")["text"], "a correction is no answer"
    assert "幸福小区" in clerk.last["text"]
    await citizen.press("撤回")
    await citizen.press("确认撤回")
    await citizen.edit(message, "幸福小区电梯坏了")
    assert "已经结束" in citizen.last["text"]
    told.check("edits.zh-Hans")


async def test_a_draft_left_lying(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    await citizen.say("电梯坏了")
    await city.pass_time(minutes=9)
    heard = citizen.heard
    told.note("过了十分钟")
    await city.pass_time(minutes=1)
    assert citizen.heard[-2:] != heard[-2:]
    assert "还没有提交" in citizen.last["text"]
    assert "再过 50 分钟" in citizen.last["text"]
    assert "提交" in labels(citizen.last)[0]
    told.note("过了一个小时")
    await city.pass_time(minutes=50)
    assert "替您提交" in citizen.last["text"]
    assert "/withdraw 261120-0001" in citizen.last["text"]
    assert "261120-0001" in clerk.last["text"]
    filed = len(citizen.heard)
    await city.pass_time(hours=2)
    assert len(citizen.heard) == filed
    await citizen.say("/withdraw 261120-0001")
    await citizen.press("确认撤回")
    assert "已撤回" in citizen.last["text"]
    assert "市民已撤回" in clerk.last["text"]
    assert "已撤回" in card_of(clerk, "261120-0001")["text"]
    told.check("draft-left-lying.zh-Hans")


async def test_a_second_message_while_a_case_is_open(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, "幸福小区三号楼的电梯坏了半个月，物业一直不来修，老人下不了楼")
    # another matter: a new draft, with the open case on offer
    await citizen.say("学校食堂的饭太贵了")
    assert any(label.startswith(f"➕ 补充到 {number} 幸福小区") for label in labels(citizen.last))
    assert labels(citizen.last)[0] == "✅ 提交"
    await citizen.press(f"补充到 {number}")
    assert (await events_of(city, number))[-1] == ("added", "学校食堂的饭太贵了")
    assert "市民补充" in clerk.last["text"]
    # the same words again are recognised
    await citizen.say("幸福小区三号楼的电梯坏了半个月，物业一直不来修，老人下不了楼！！")
    assert "像是同一件事" in citizen.last["text"]
    assert "提交" not in labels(citizen.last)[0]
    await citizen.press("补充到")
    # the staff's question: what comes next is the answer
    await clerk.press("答复", on=card_of(clerk, number))
    await clerk.say(f"/ask {number} 请问是几单元？")
    await clerk.press("发给市民")
    await citizen.say("二单元")
    assert (await events_of(city, number))[-1] == ("supplied", "二单元")
    # and a new matter can still be one while a question waits
    await clerk.say(f"/ask {number} 物业电话是多少？")
    await clerk.press("发给市民")
    await citizen.say("/mycases")
    await citizen.say("学校门口没有斑马线")
    assert "看起来是在回答" in citizen.last["text"]
    await citizen.press("作为新的事提交")
    assert "261120-0002" in citizen.last["text"]
    await citizen.press("补充", on=citizen.find("收到了，编号 261120-0002"))
    await citizen.say("在西门", reply_to=citizen.last)
    assert (await events_of(city, "261120-0002"))[-1] == ("added", "在西门")
    told.check("second-message.zh-Hans")


async def test_words_after_an_answer_are_about_it(city: City) -> None:
    """Thanks, or a complaint about the answer, belong to the case just answered; a new matter is one press away."""
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen()
    told.name(citizen, clerk, 住建局群=clerk.chat)
    number = await city.file(citizen, "我们楼的电梯坏了两个星期没人修")
    await clerk.say("电梯已经修好，今天上午恢复运行。", reply_to=card_of(clerk, number))
    await clerk.press("办结·已解决")
    await clerk.press("发给市民")
    await citizen.say("谢谢，可是昨晚又停了一回。")
    assert f"补充到 {number}" in labels(citizen.last)[0]
    assert "作为新的事提交" in labels(citizen.last)[1]
    await city.pass_time(hours=1)
    assert ("added", "谢谢，可是昨晚又停了一回。") in await events_of(city, number)
    assert "可是昨晚又停了一回" in clerk.find("市民又来信")["text"]
    await citizen.say("另外，小区门口的路灯也不亮")
    assert labels(citizen.last)[0] == "✅ 提交", "after an addition nothing is guessed"
    assert f"补充到 {number}" in labels(citizen.last)[1]
    await citizen.press("取消")
    told.check("after-an-answer.zh-Hans")
    await clerk.press("重新办理", on=card_of(clerk, number))
    await clerk.say("今天再检一遍。", reply_to=card_of(clerk, number))
    await clerk.press("发给市民")
    await city.pass_time(days=4)
    await citizen.say("楼道灯也坏了")
    assert not any("补充到" in label for label in labels(citizen.last)[:1]), (
        "an answer of last week is not in mind"
    )


async def test_words_that_are_no_request(city: City) -> None:
    """A greeting, thanks, “how is it going”, a bare number: answered at once, and nothing is ever filed of them."""
    told = Transcript(city)
    citizen = await city.citizen()
    told.name(citizen)
    await citizen.say("在吗")
    assert "我在" in citizen.last["text"]
    await citizen.say("我那个事怎么样啦？")
    assert "还没有反映过" in citizen.last["text"]
    number = await city.file(citizen, "我们楼的电梯坏了两个星期没人修")
    await citizen.say("办到哪一步了")
    assert "下一步" in citizen.last["text"], "there is only one that can be meant"
    await citizen.say(f"{number} 怎么样了")
    assert "下一步" in citizen.last["text"]
    await citizen.say("谢谢小同志！")
    assert "不客气" in citizen.last["text"]
    await citizen.say("我要撤回")
    assert "确定撤回" in citizen.last["text"]
    await city.pass_time(hours=2)
    assert len(await events_of(city, number)) == 1
    await citizen.say("你好，门口的路灯坏了")
    assert "路灯坏了" in citizen.last["text"], "a greeting before a request is part of it"
    told.check("small-talk.zh-Hans")


async def test_words_of_danger(city: City) -> None:
    """The numbers to call come first, the case is marked and goes ahead, and nobody waits an hour."""
    triage = await city.clerk("triage", "赵静", "dispatcher")
    told = Transcript(city)
    citizen = await city.citizen()
    told.name(citizen, triage, 综合受理群=triage.chat)
    await citizen.say("楼上着火了！！快来人啊")
    assert citizen.last["text"].startswith("有人有危险，请马上打电话：")
    assert "119" in citizen.last["text"]
    told.note("过了四分钟")
    await city.pass_time(minutes=4)
    assert "已照原样替您提交了" in citizen.last["text"]
    assert "可能有危险" in card_of(triage, "261120-0001")["text"]
    other = await city.citizen("小周")
    await other.say("不想活了，药我都攒好了")
    assert "12356" in other.last["text"]
    assert "没问题就按" not in other.last["text"]
    told.note("她按下提交")
    await other.press("提交")
    assert "可能有危险" in card_of(triage, "261120-0002")["text"]
    told.check("danger.zh-Hans")
