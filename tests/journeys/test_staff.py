"""Clerks: claim, answer, ask, note, pass on, close, reopen; by buttons and by commands; two at once."""

import re

from bot.core.plain import units
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, events_of, labels
from tests.journeys.transcript import Transcript

LIFT = "幸福小区三号楼电梯坏了半个月，物业不修。电话13812345678，身份证110101199003071234"


def quoted(preview: str, head: str = "\n", tail: str = "\n发") -> str:
    """What stands in a preview between its first line and what it says about sending."""
    return preview.split("\n发出前请看一眼", 1)[0].split(head, 1)[1].rsplit(tail, 1)[0]


async def test_two_clerks_at_once(city: City) -> None:
    li = await city.clerk("zhujian", "李明")
    wang = await city.clerk("zhujian", "王芳")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    world = city.server.world
    card = card_of(li, number)
    data = card["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    since = world.seq
    queries = [world.press(p.user, p.chat, card["message_id"], data) for p in (li, wang, li)]
    said = [await city.toast(query, since) for query in queries]
    assert said.count("已签收") == 1
    handler = (await case_of(city, number)).handler_id
    winner, loser = ("李明", 1) if handler == li.user else ("王芳", 0)
    assert said[loser] == f"{winner} 已经签收了这一件。"
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "claimed"]
    assert sum("已由" in text for text in citizen.heard) == 1
    # by command, too late
    await wang.say(f"/claim {number}")
    assert wang.last["text"] == ("这一件您已经签收了。" if winner == "王芳" else "李明 已经签收了这一件。")


async def test_by_buttons_and_by_commands(city: City) -> None:
    """The preview is word for word what the citizen then reads; a note never leaves the office."""
    clerk = await city.clerk("zhujian", "李明")
    schools = await city.clerk("jiaoyu", "周强")
    boss = await city.admin()
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, schools, boss, 住建局群=clerk.chat, 教育局群=schools.chat)
    number = await city.file(citizen, LIFT)
    # nothing that names the citizen stands in the group
    assert not re.search("13812345678|110101199003071234|陈女士", "".join(clerk.heard))
    assert "138" in card_of(clerk, number)["text"]

    await clerk.say(f"/claim {number}")
    assert "办理中" in card_of(clerk, number)["text"]
    assert f"{number} 已由李明签收" in clerk.last["text"], "a command is answered where it was given"
    await clerk.say(f"/claim {number}")
    assert "您已经签收" in clerk.last["text"]

    async def sends(words: str) -> None:
        """The preview that stands last, sent, is what the citizen reads."""
        shown = quoted(clerk.last["text"])
        assert words in shown
        heard = len(citizen.heard)
        await clerk.press("发给市民")
        assert citizen.heard[heard:] == [shown]

    # reply to the card
    await clerk.say("已通知物业 <b>三天内</b> 修好 & 回电 *谢谢*", reply_to=card_of(clerk, number))
    assert clerk.last["reply_to_message"]["text"].startswith("已通知")
    await sends("<b>三天内</b> 修好 & 回电 *谢谢*")
    # pressed a second time before the first was seen: nothing goes out twice
    await clerk.say("物业已回电", reply_to=card_of(clerk, number))
    send = clerk.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    heard = len(citizen.heard)
    for _ in range(2):
        city.server.world.press(clerk.user, clerk.chat, clerk.last["message_id"], send)
    await city.settle()
    assert sum("物业已回电" in words for words in citizen.heard[heard:]) == 1
    # the button's prompt
    await clerk.press("答复", on=card_of(clerk, number))
    prompt = clerk.last
    assert city.server.world.keyboards(clerk.chat, [prompt["message_id"]]), "a forced reply"
    await clerk.say("物业明天到场", reply_to=prompt)
    await sends("物业明天到场")
    # the command
    await clerk.say(f"/reply {number}：\n配件已到，\n周一安装")
    await sends("配件已到，\n周一安装")
    # a question, by button and by command
    await clerk.press("请市民补充", on=card_of(clerk, number))
    await clerk.say("请问几单元？", reply_to=clerk.last)
    await sends("请问几单元？")
    await clerk.say(f"/ask {number} 请问几点方便？")
    await sends("请问几点方便？")
    await citizen.say("下午", reply_to=citizen.last)
    assert "市民回答了：下午" in clerk.last["text"]
    # a note stays inside
    so_far = list(citizen.heard)
    await clerk.say("这家物业第三次了，下周约谈", reply_to=card_of(clerk, number))
    await clerk.press("内部备注")
    assert citizen.heard == so_far
    assert "约谈" in card_of(clerk, number)["text"]
    await citizen.say(f"/case {number}")
    assert "约谈" not in "".join(citizen.heard)
    # thrown away
    await clerk.say("写错了", reply_to=card_of(clerk, number))
    await clerk.press("取消")
    assert "没有收到" in clerk.last["text"]
    # to another office and back
    await clerk.press("转办", on=card_of(clerk, number))
    assert "住建" not in "".join(labels(clerk.last))
    assert await clerk.press("教育", on=clerk.last) == "已转出"
    assert "转给望江市教育局" in clerk.find(f"{number} 已转给")["text"]
    assert "待签收" in card_of(schools, number)["text"]
    # a dispatcher's word: offices pass a case on once
    await boss.say(f"/transfer {number} 住建局")
    assert "待签收" in card_of(clerk, number)["text"]
    assert "已转给" in schools.last["text"]
    # closed, three ways; reopened in between
    for outcome, word in (("已解决", "已办结"), ("解释到位", "已作说明"), ("列入计划", "已列入计划")):
        await clerk.say(f"/reply {number} 结果：{outcome}", reply_to=None)
        await clerk.press(f"改为办结·{outcome}")
        shown = quoted(clerk.last["text"])
        assert word in shown
        await clerk.press("发给市民")
        assert citizen.heard[-1] == shown
        assert labels(card_of(clerk, number)) == ["重新办理", "更多…"]
        await clerk.say("再答一次", reply_to=card_of(clerk, number))
        assert "不能直接答复" in clerk.last["text"]
        assert labels(clerk.last) == ["内部备注", "取消"]
        await clerk.press("取消")
        assert await clerk.press("重新办理") == "已重新办理"
        assert "重新办理" in citizen.heard[-1]
    told.check("staff.zh-Hans")


async def test_queue_pages_and_long_letters(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    told.name(clerk, 住建局群=clerk.chat)
    await clerk.say("/queue")
    assert "没有待办" in clerk.last["text"]
    citizens = [await city.citizen(f"市民{i}") for i in range(3)]
    told.note("三位市民提交十件")
    for i in range(10):
        await city.file(
            citizens[i % 3], f"{'一二三四五六七八九十'[i]}号楼的电梯有问题{'甲乙丙丁戊己庚辛壬癸'[i] * 30}"
        )
    await clerk.say("/queue")
    assert "待签收 10" in labels(clerk.last)
    assert "下一页" in labels(clerk.last)
    assert sum(label.startswith("261120-") for label in labels(clerk.last)) == 8
    await clerk.press("下一页")
    assert sum(label.startswith("261120-") for label in labels(clerk.last)) == 2
    await clerk.press("261120-0010")
    assert clerk.last["text"].startswith("261120-0010 · ")
    # the same by command, in private, for the person's own office
    private = await city.private(clerk)
    await private.say("/queue")
    assert "待签收 10" in labels(private.last)
    await private.say("/case 261120-0003")
    assert private.last["text"].startswith("261120-0003 · ")
    await private.say("您好，已安排", reply_to=private.last)
    assert "市民将看到" in private.last["text"]
    await private.press("取消")
    # a letter too long for a card
    writer = await city.citizen("长信先生")
    line = "电梯的事情说来话长，我的电话是13912345678，请一定看完。"
    for _ in range(2):
        await writer.say((line * 140)[:4000])
    await writer.press("提交")
    card = card_of(clerk, "261120-0011")
    assert units(card["text"]) <= 4096
    assert "全文" in labels(card)
    assert await clerk.press("全文", on=card) == "见下方"
    document = clerk.last["document"]
    assert document["file_name"] == "261120-0011 全文.txt"
    letter = city.server.world.files.get(document["file_id"])
    assert letter is not None
    text = letter.data.decode()
    assert len(text) > 7900
    assert "13912345678" not in text
    assert clerk.last["reply_to_message"]["message_id"] == card["message_id"]
    told.check("queue.zh-Hans")


async def test_what_may_not_be(city: City) -> None:
    """Illegal moves say why and change nothing; stale buttons too."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    await clerk.press("转办", on=card_of(clerk, number))
    offices = clerk.last
    await clerk.say(f"/transfer {number} 住建")
    assert "不用再转" in clerk.last["text"]
    await clerk.say(f"/transfer {number} 气象局")
    assert "没有叫“气象局”的部门" in clerk.last["text"]
    await clerk.say("第一稿", reply_to=card_of(clerk, number))
    first = clerk.last
    await clerk.say("第二稿", reply_to=card_of(clerk, number))
    assert "过时" in (await clerk.press("发给市民", on=first) or "")
    await citizen.press("撤回")
    await citizen.press("确认撤回")
    assert "不能" in (await clerk.press("发给市民") or "")
    assert "不能转办" in (await clerk.press("教育", on=offices) or "")
    await clerk.say(f"/claim {number}")
    assert "不能签收" in clerk.last["text"]
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "withdrawn"]


async def test_a_busy_group_gets_bundles(city: City) -> None:
    """A reply to a bundle names no case: the clerk is asked which."""
    clerk = await city.clerk("zhujian", "李明")
    citizen = await city.citizen()
    first, second = await city.file(citizen, LIFT), await city.file(citizen, "工地的电梯夜里很吵，天天如此")
    text = f"新到 2 件\n{first}\n{second}"
    bundle = city.server.world.post(
        city.server.world.chat(clerk.chat), {"text": text}, sender=city.server.world.bot.user(), by_bot=True
    )
    await clerk.say("好的", reply_to=bundle.base)
    assert "请回复某一件" in clerk.last["text"]
    # a card whose id was never recorded still finds its case
    lost = city.server.world.post(
        city.server.world.chat(clerk.chat),
        {"text": f"{first} · 住房 · 待签收"},
        sender=city.server.world.bot.user(),
        by_bot=True,
    )
    await clerk.say("收到，马上去看", reply_to=lost.base)
    assert "市民将看到" in clerk.last["text"]
    assert first in clerk.last["text"]


async def test_triage(city: City) -> None:
    desk = await city.clerk("triage", "赵静", "dispatcher")
    streets = await city.clerk("chengguan", "何军")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, desk, streets, 综合受理群=desk.chat, 城管局群=streets.chat)
    await citizen.say("楼下烧烤摊占道，油烟很大，夜里扰民")
    assert "拿不准" in citizen.last["text"]
    assert sum("是" in label and "的事" in label for label in labels(citizen.last)) == 3
    await citizen.press("提交")
    number = "261120-0001"
    assert "综合受理" in citizen.last["text"]
    card = card_of(desk, number)
    assert len(labels(card)) == 5
    assert labels(card)[-2:] == ["其他部门…", "更多…"]
    assert "城管" in labels(card)[:3]
    assert await desk.press("城管", on=card) == "已转出"
    assert "已派给望江市城市管理局" in citizen.last["text"]
    assert "待签收" in card_of(streets, number)["text"]
    await streets.press("签收")
    # not theirs after all: back to the desk, and on by the long list
    await streets.press("转办")
    await streets.press("综合受理", on=streets.last)
    assert "交回综合受理" in citizen.last["text"]
    assert "待分派" in card_of(desk, number)["text"]
    await desk.press("其他部门")
    await desk.press("生态环境", on=desk.last)
    assert "望江市生态环境局" in citizen.last["text"]
    # no group there: the general desk looks after it
    assert "现在没有可用的群" in card_of(desk, number)["text"]
    assert "签收" in labels(card_of(desk, number))
    told.check("triage.zh-Hans")


async def test_the_public_sees_no_staff_and_staff_no_public(city: City) -> None:
    """Another's number, another office's case, a citizen's staff commands: all the same as unknown."""
    clerk = await city.clerk("zhujian", "李明")
    other = await city.clerk("jiaoyu", "周强")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    nosy = await city.citizen("王先生")
    told.name(citizen, nosy, other, 教育局群=other.chat)
    number = await city.file(citizen, LIFT)
    unknown = "261120-0999"
    answers = set()
    for command in (f"/case {number}", f"/case {unknown}", f"/withdraw {number}", f"/withdraw {unknown}"):
        await nosy.say(command)
        answers.add(nosy.last["text"])
    for command in (
        f"/claim {number}",
        f"/claim {unknown}",
        f"/transfer {number} 教育局",
        f"/case {unknown}",
    ):
        await other.say(command)
        answers.add(other.last["text"])
    await other.say(f"/reply {number} 您好")
    answers.add(other.last["text"])
    assert answers == {"没有找到这个编号。请核对，编号像 261121-0042。"}
    staff_words = set()
    for command in (
        f"/reply {number} x",
        f"/claim {number}",
        f"/claim {unknown}",
        f"/transfer {number}",
        f"/ask {number} x",
        "/queue",
        "/status",
        "/invite",
        "/bind",
    ):
        await nosy.say(command)
        staff_words.add(nosy.last["text"])
    assert len(staff_words) == 1
    assert "给工作人员用的" in staff_words.pop()
    assert "电梯" not in "".join([*nosy.heard, *other.heard])
    # the clerk's own eyes: another office's queue is closed to them
    await other.say("/queue")
    assert "教育局" in other.last["text"]
    private = Player(city, other.user, clerk.chat, other.name)
    city.server.world.members(clerk.chat, other.user, (await city.admin()).user, "add")
    await private.say("/queue")
    assert "没有这一步的权限" in private.last["text"]
    assert "不归您的部门" in (await private.press("签收", on=card_of(clerk, number)) or "")
    assert [kind for kind, _ in await events_of(city, number)] == ["filed"]
    told.check("privacy.zh-Hans")


async def test_an_anonymous_admin_is_nobody(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    boss = await city.admin()
    citizen = await city.citizen()
    number = await city.file(citizen, LIFT)
    world = city.server.world
    world.send_text(boss.user, f"/claim {number}", clerk.chat, anonymous=True)
    await city.settle()
    assert "匿名" in clerk.last["text"]
    world.send_text(boss.user, "好的", clerk.chat, card_of(clerk, number)["message_id"], anonymous=True)
    await city.settle()
    assert "匿名" in clerk.last["text"]
    assert [kind for kind, _ in await events_of(city, number)] == ["filed"]
