"""Signs of danger, and words that are no request: as tables."""

import json
from pathlib import Path

import pytest

from bot.core.confiding import asked
from bot.core.danger import raised, sign
from bot.core.smalltalk import (
    aside,
    asks_about_number,
    begins_anew,
    impatient,
    may_answer,
    meaning,
    pressed_in_words,
    scolds,
)
from tests.rows import each_row
from tests.scripts import written

REAL = Path(__file__).parents[3] / "shared" / "data"


@each_row(
    ("text", "found"),
    [
        ("楼上着火了！！快来人啊", "now"),
        ("家里一股煤气味，老人晕倒了", "now"),
        ("there is a gas leak in our hallway", "now"),
        ("The gas is leaking in my kitchen", "now"),
        ("不想活了，药我都攒好了", "care"),
        ("欠薪半年，再不给我就跳楼", "care"),
        ("I want to end my life", "care"),
        ("I don't want to live any more", "care"),
        ("樓下瓦斯漏氣，味道很重", "now"),
        ("有人持刀斬人", "now"),
        ("唔想做人，想燒炭", "care"),
        ("The corridor smells of gas", "now"),
        ("瓦斯費怎麼繳", None),
        ("急死了，房产证什么时候能办", None),
        ("电梯坏了半个月", None),
        ("", None),
    ],
)
def test_signs_of_danger(text: str, found: str | None) -> None:
    for each in written(text):
        assert sign(each) == found, each


def test_danger_that_was_named_before_is_not_named_anew() -> None:
    for before, after in (
        ("老人昏倒了，没人官", "老人昏倒了，没人管"),
        ("家里一股煤氣味", "家里一股煤气味，三楼"),
    ):
        assert not raised(after, before), after
    assert raised("老人昏倒了，还有煤气味", "老人昏倒了")
    assert raised("电梯里冒烟，有人被困", "电梯坏了")


@each_row(
    ("text", "found"),
    [
        ("举报张局长收沙场老板的钱，我怕报复", True),
        ("希望能对我的信息保密", True),
        ("请不要公开我的姓名", True),
        ("别让他知道是我说的", True),
        ("唔好俾人知係我講", True),
        ("局長收錢，想匿名檢舉", True),
        ("Please keep my name confidential", True),
        ("I am afraid of retaliation by my boss", True),
        ("公司让我签保密协议", False),
        ("医院不给我保密，病情泄露了", False),
        ("总有匿名电话骚扰", False),
        ("怕停电，冰箱里的菜坏了", False),
        ("The council keeps its meetings secret", False),
    ],
)
def test_words_that_ask_for_confidence(text: str, found: bool) -> None:
    for each in written(text):
        assert asked(each) == found, each


@each_row(
    ("text", "found"),
    [
        ("我那个事怎么样啦？有没有人管", "progress"),
        ("办到哪一步了", "progress"),
        ("查进度", "progress"),
        ("谢谢小同志", "thanks"),
        ("好的，谢谢！", "thanks"),
        ("Thank you", "thanks"),
        ("在吗", "hello"),
        ("您好！", "hello"),
        ("我要撤回", "withdraw"),
        ("我的案子進度如何？", "progress"),
        ("我的陳情處理得如何了", "progress"),
        ("Any updates?", "progress"),
        ("唔該晒", "thanks"),
        ("Thanks a lot!", "thanks"),
        ("早安", "hello"),
        ("Good morning", "hello"),
        ("請問有人在嗎？", "hello"),
        ("取消陳情", "withdraw"),
        ("我晚上回去看看再告诉您", "later"),
        ("等一下发给你", "later"),
        ("回家拍给您", "later"),
        ("I'll check tonight", "later"),
        ("算了，不反映了", "withdraw"),
        ("晚上太吵，说了没用", None),
        ("明天再不修我就发到网上", None),
        ("早上垃圾車沒來", None),
        ("你好，电梯坏了", None),
        ("谢谢，可是昨晚又停了一回", None),
        ("你们管不管啊", None),
        ("没有人管垃圾", None),
        ("行道树倒了", None),
        ("好多垃圾", None),
        ("在小区门口", None),
        ("👍", "thanks"),
        ("？？？", "hello"),
        ("", None),
    ],
)
def test_words_that_are_no_request(text: str, found: str | None) -> None:
    for each in written(text):
        assert meaning(each) == found, each


@each_row(
    ("text", "button", "in_danger"),
    [
        ("提交", "submit", "submit"),
        ("没有了，就这些。", "submit", "submit"),
        ("好的", "submit", "submit"),
        ("是的", "submit", "danger"),
        ("有", None, "danger"),
        ("没有", None, "safe"),
        ("没有人有危险", None, "safe"),
        ("没有，可以等", None, "safe"),
        ("没有人受伤", None, None),  # they may still be in danger
        ("取消", "cancel", "cancel"),
        ("请帮我保密", "seal", "seal"),
        ("算了", None, None),  # may be anger: it is asked about
        ("哦", None, None),
        ("交了没有？", None, None),
        ("对吗？", None, None),
        ("没有电", None, None),
        ("That’s all", "submit", "submit"),
        ("Nobody", None, "safe"),
        ("Don't submit it", "cancel", "cancel"),
    ],
)
def test_a_button_that_is_typed(text: str, button: str | None, in_danger: str | None) -> None:
    for each in written(text):
        assert pressed_in_words(each, in_danger=False) == button, each
        assert pressed_in_words(each, in_danger=True) == in_danger, each


@each_row(
    ("text", "said"),
    [
        ("谢谢，哈哈", "thanks"),
        ("好的，收到，谢谢您！", "thanks"),
        ("知道了", "thanks"),
        ("麻烦你们了", "thanks"),
        ("ok, got it", "thanks"),
        ("在吗？", "hello"),
        ("晚上拍给您", "later"),
        ("有消息吗", "progress"),
        ("唉，算了", "over"),
        ("算了算了，不投诉了", "over"),
        ("不用了，谢谢", "over"),
        ("還是不檢舉了", "over"),
        ("唔使喇", "over"),
        ("没事了", "over"),
        ("取消陳情", "over"),
        ("Never mind, thanks.", "over"),
        ("forget it", "over"),
        ("没水", None),
        ("说了也没用", None),
        ("算了一笔账，多收了三百", None),
        ("不用水也收水费", None),
        ("不让说", None),
        ("没人管", None),
        ("好的，我住3号楼", None),
        ("谢谢，可是昨晚又停了一回", None),
        ("回复", None),
    ],
)
def test_what_is_no_part_of_a_draft(text: str, said: str | None) -> None:
    for each in written(text):
        assert aside(each) == said, each


def test_only_who_is_asked_where_can_skip_that() -> None:
    for text in ("不用了", "我不知道", "跳过", "skip", "no thanks", "不用了，谢谢"):
        assert pressed_in_words(text, in_danger=False, asked_where=True) == "skip", text
        assert pressed_in_words(text, in_danger=False) is None, text
    assert pressed_in_words("算了", in_danger=False, asked_where=True) is None


@pytest.mark.skipif(not REAL.is_dir(), reason="real-message set not present")
def test_no_real_message_is_an_aside() -> None:
    files = (REAL / f"{name}.jsonl" for name in ("dev_gold", "taidi7_train", "messages", "replies"))
    rows = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    texts = {text for row in rows for text in (row["text"], f"{row['title']}\n{row['text']}")}
    assert [t for t in texts if aside(t) or pressed_in_words(t, in_danger=True, asked_where=True)] == []


@each_row(
    ("text", "asks"),
    [
        ("261122-0001", True),
        ("261122-0001 怎么样了？", True),
        ("261122-0001 我的事办到哪一步了", True),
        ("关于261122-0001我补充一下：水还在漏", False),
    ],
)
def test_a_number_alone_asks_how_it_stands(text: str, asks: bool) -> None:
    assert asks_about_number(text, "261122-0001") is asks


@each_row(
    ("question", "text", "answers"),
    [
        ("请问是几单元？", "好的谢谢", False),
        ("请问是几单元？", "二单元", True),
        ("请问是几单元？", "办到哪一步了", False),
        ("请问是几单元？", "晚点告诉您", False),
        ("能发一张照片吗？请拍电梯的门牌", "好的", True),
        ("明天上午上门检修，可以吗？", "好的", True),
        ("請您明天上午在家等候", "好的", True),
        ("Which entrance is it?", "ok thanks", False),
        ("Would Friday suit you?", "ok", True),
    ],
)
def test_kind_words_are_an_answer_where_they_agree_to_something(
    question: str, text: str, answers: bool
) -> None:
    assert may_answer(question, text) is answers


def test_who_only_says_that_it_takes_too_long() -> None:
    short = (
        "你们到底管不管？都半个月了",
        "怎么還沒人來",
        "什么时候能修好",
        "Still not done!",
        "等了三个星期了",
    )
    assert all(impatient(t) for t in short)
    assert not any(impatient(t) for t in ("楼下的路灯不亮", "学校门口没有斑马线", "我晚上在家"))


def test_anger_is_no_answer_to_which_house() -> None:
    anger = "你们到底管不管！半个月了还问这问那"
    assert scolds("请问是几单元？", anger)
    assert not scolds("可以上门吗？", anger)
    assert not scolds("请问是几单元？", "二单元，怎么还没人来修")


def test_who_comes_to_something_else_says_so() -> None:
    assert [begins_anew(t) for t in ("另外，路灯不亮", "還有一件事", "也停了", "Also the lamp")] == [
        True, True, False, True,
    ]  # fmt: skip
