"""The simulated year, in small: three weeks with a holiday and an outage; and each of its checks finds what it is for."""

import asyncio
import contextlib
import dataclasses
import html
import re
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from benchmarks.year import checks, count, days, habits, sentences
from benchmarks.year.checks import CHECKS, Evidence, gather, report
from benchmarks.year.count import UNSEEN, Sight
from benchmarks.year.distributions import Measured
from benchmarks.year.habits import Habit
from benchmarks.year.play import Plan, play
from benchmarks.year.sentences import understood
from benchmarks.year.witness import Heard, Witness
from bot.core.case import Status
from bot.core.notices import TABLE, Audience
from bot.texts import say
from classifier.predict import Classifier
from tests.fluent import samples
from tests.rows import each_row

PLAN = Plan(
    first=date(2025, 4, 24),  # the first of May is a holiday of five days, and two Sundays are worked for it
    days=21,
    cases=25,
    seed=1,
    down=(datetime(2025, 4, 27, 10, 30), datetime(2025, 4, 29, 15, 40)),  # noqa: DTZ001  the city's time
    # what comes first is too old for Telegram when the desk is up again; what comes last waits
    also=(datetime(2025, 4, 27, 10, 45), datetime(2025, 4, 29, 11, 0)),  # noqa: DTZ001
)

KINDS = ["filed", "dispatched", "claimed", "replied", "resolved", "missed", "supervised", "rated", "closed"]
KINDS += ["detached"]


@pytest.fixture(scope="module")
def lived(classifier: Classifier, tmp_path_factory: pytest.TempPathFactory) -> Evidence:
    async def live(folder: Path) -> Evidence:
        played = await play(PLAN, folder, classifier)
        try:
            return await gather(played)
        finally:
            await played.town.close()

    # in three weeks nobody might; here every third whose case is taken writes of something else in reply, and says so
    another = (Habit(0.35, 60, 1.0, "another_in_reply"),)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(habits.HABITS, "claimed", another)
        patch.setattr(habits, "TAKES_OUT", 1.0)
        return asyncio.run(live(tmp_path_factory.mktemp("year")))


def test_what_citizens_are_told_is_understood_in_both_languages_that_are_played() -> None:
    told = {n.text for each in TABLE.values() for n in each if n.audience is Audience.CITIZEN and n.text}
    for key in sorted(told):
        for args in samples(key, "甲"):
            if args.get("gone", "none") != "none":
                continue  # no office is closed in the year
            known = {**args, "number": "250101-0001"}
            as_read = (
                html.unescape(re.sub("<[^>]+>", "", say(each, key, **known))) for each in ("zh-Hans", "en")
            )
            chinese, english = (understood(text, group=False).key for text in as_read)
            assert chinese == english != "other", (key, args)


# What staff recognise under a name that no text has: said in several texts, or made of parts.
OF_PARTS = {
    "proposal",
    "proposal-over",
    "raised",
    "watch",
    "reveal",
    "page",
    "page-answered",
    "page-claimed",
    "page-over",
    "decided",
    "digest",
    "bundle",
    "preview",
    "preview-note",
    "recorded",
    "offices",
    "moved",
    "support-over",
    "group-graded",
    "card",
}
# Texts of staff by what people recognise them as: as a message, or as a line of a card.
STAFFS = {
    **dict.fromkeys(("card-moved", "card-moved-locked"), "moved"),
    **{key: key for key in sentences.STAFF if key not in OF_PARTS},
}
LINES = {
    "accused-likely": count.SUSPECTED,
    "accused-card": count.ACCUSED,
    "card-returned": count.RETURNED.pattern,
    "card-proposal": count.WAITS,
    "card-supporting": count.SUPPORTED,
    "card-opinion": count.OPINION,
    "card-split": count.SPLIT,
    "card-joined": count.JOINED.pattern,
    "card-into": count.INTO.pattern,
}


def as_read(key: str, words: dict[str, Any]) -> str:
    return html.unescape(re.sub("<[^>]+>", "", say("zh-Hans", key, **words)))


def test_what_staff_are_told_is_understood() -> None:
    """A text that is said otherwise changes a line of the second count with it."""
    known = {
        "number": "250101-0001",
        "what": "延期",
        "lead": "250101-0002",
        "numbers": "250101-0003",
        "count": 1,
    }
    for key, meant in STAFFS.items():
        for args in samples(key, "7"):
            text = as_read(key, {**args, **known})
            assert meant in {understood(text, group=group).key for group in (True, False)}, text
    for key, line in LINES.items():
        for args in samples(key, "7"):
            text = as_read(key, {**args, **known})
            assert re.search(line, text, re.MULTILINE), text


def test_the_buttons_about_danger_are_pressed_as_they_are_called() -> None:
    """Who finds no such button says nothing, and silence is yes."""
    keys = ("button-danger-yes", "button-danger-no")
    assert tuple(tuple(say(each, key) for key in keys) for each in ("zh-Hans", "en")) == habits.DANGER


def broken(name: str, e: Evidence) -> list[str]:
    return list(CHECKS[name](e))


def test_three_weeks_hold(lived: Evidence) -> None:
    found = report(lived)
    assert found.problems == []
    assert found.line["ok"]
    assert PLAN.cases - 2 <= found.line["cases"] <= PLAN.cases + 6, (
        "second matters of the last days come on top"
    )
    for kind in KINDS:
        assert found.line["events"][kind] > 0, kind
    unseen = {kind.value for kind in UNSEEN}
    assert {k: n for k, n in found.line["events"].items() if k not in unseen} == found.line["seen"]
    assert found.line["outage"]["updates_lost"] > 0
    assert found.line["outage"]["updates_that_waited"] > 0
    assert found.line["messages"] > 100
    assert len(lived.town.refused) <= 2, "people hardly ever try what Telegram's app would not let them"


def test_a_sees_a_case_without_owner_or_clock(lived: Evidence) -> None:
    open_case = next(c for c in lived.cases if c.open)

    def with_case(**changes: object) -> Evidence:
        changed = dataclasses.replace(open_case, **changes)  # type: ignore[arg-type]
        return dataclasses.replace(lived, cases=[changed])

    stopped = dataclasses.replace(lived, running={**lived.running, open_case.id: 0})
    assert any("no clock runs" in p for p in broken("a_owner", stopped))
    assert any("nobody of the staff" in p for p in broken("a_owner", with_case(handler_id=4711)))
    assert any("is no office" in p for p in broken("a_owner", with_case(department="nobody")))
    unseen = dataclasses.replace(lived, heard=[h for h in lived.heard if h.told.key != "card"])
    assert any("nobody ever saw it" in p for p in broken("a_owner", unseen))
    for status in (Status.CLOSED, Status.WITHDRAWN, Status.MERGED, Status.DECLINED):
        over = dataclasses.replace(with_case(status=status), running={open_case.id: 0})
        assert broken("a_owner", over) == [], "what is struck off needs no clock"
    answered = dataclasses.replace(with_case(status=Status.RESOLVED), running={open_case.id: 0})
    assert any("no clock runs" in p for p in broken("a_owner", answered)), "the citizen is still to be asked"
    asked = dataclasses.replace(answered, running={open_case.id: 1})
    assert broken("a_owner", asked) == [], "an answer was given: nobody needs to have it"


def test_b_sees_a_row_that_its_events_do_not_tell_of(lived: Evidence) -> None:
    case = dataclasses.replace(lived.cases[0], handler_id=4711)
    assert len(broken("b_replay", dataclasses.replace(lived, cases=[case]))) == 1


def test_c_sees_a_word_at_night(lived: Evidence) -> None:
    told = next(h for h in lived.heard if h.told.key == "claimed" and not h.edit)
    zone = lived.town.zone()

    def at(moment: datetime, **changes: object) -> list[str]:
        one = dataclasses.replace(told, at=moment.replace(tzinfo=zone), **changes)  # type: ignore[arg-type]
        return broken("c_night", dataclasses.replace(lived, heard=[one]))

    unasked = {"since": timedelta(hours=5)}
    assert len(at(datetime(2025, 5, 7, 3, 0), **unasked)) == 1  # noqa: DTZ001
    assert len(at(datetime(2025, 5, 2, 11, 0), **unasked)) == 1, "a holiday"  # noqa: DTZ001
    assert len(at(datetime(2025, 5, 3, 11, 0), since=None)) == 1, "to somebody who never did a thing"  # noqa: DTZ001
    assert at(datetime(2025, 4, 27, 11, 0), **unasked) == [], "a Sunday that is worked"  # noqa: DTZ001
    at_once = {"since": timedelta()}
    assert len(at(datetime(2025, 5, 7, 3, 0), **at_once)) == 1, "others' doing answers nobody"  # noqa: DTZ001
    answer = next(h for h in lived.heard if h.told.key == "receipt").told
    assert at(datetime(2025, 5, 7, 3, 0), **at_once, told=answer) == [], "an answer"  # noqa: DTZ001
    urgent = dataclasses.replace(lived, urgent={told.told.about})
    one = dataclasses.replace(told, at=datetime(2025, 5, 7, 3, 0, tzinfo=zone), since=None)
    assert broken("c_night", dataclasses.replace(urgent, heard=[one])) == [], "an emergency"
    page = understood("🚨 紧急：250507-0001，第 1 次呼叫", group=False)
    for chat in (told.chat, -1):
        call = dataclasses.replace(one, chat=chat, told=page)
        called = dataclasses.replace(lived, heard=[call], urgent={page.about})
        assert broken("c_night", called) == [], "an emergency calls at night"
    for words in (
        "250507-0001 已列入督办：除了教育局，督办员也在盯着。",
        "250507-0001（停水），水务局已经答复您了。办得怎么样",
    ):
        late = dataclasses.replace(one, told=understood(words, group=False))
        assert len(broken("c_night", dataclasses.replace(lived, heard=[late]))) == 1, words
        urgent = dataclasses.replace(lived, heard=[late], urgent={late.told.about})
        asks = late.told.key == "follow-up"
        assert len(broken("c_night", urgent)) == asks, "nobody is woken to say how an emergency went"
    reminder = dataclasses.replace(
        one, chat=-1, told=understood("⏰ 250507-0001：签收快到期了，", group=True)
    )
    assert len(broken("c_night", dataclasses.replace(lived, heard=[reminder]))) == 1, "clerks sleep as well"


def test_c_goes_by_days_and_marks_of_its_own(lived: Evidence) -> None:
    zone, moment = lived.town.zone(), datetime(2025, 1, 1, 0, 15, tzinfo=lived.town.zone())
    while moment.year == 2025:  # at other moments than those at which the office opens and closes
        assert days.awake(moment, zone) is lived.town.calendar.awake(moment), moment
        moment += timedelta(minutes=30)
    card = "250507-0001 · 住房 98% · 投诉 · 待签收\n主办：住建\n{}5-07 12:00 收到\n{}\n{}"
    for head, below, words, marked in (
        ("", "", "电线裸露，可能有危险，🚨🔴 紧急件", False),
        ("🔴 紧急件：可能有危险，请先看这一件。\n", "", "电线裸露", True),
        ("", "🚨 5-07 12:01 第 1 次呼叫值班，还没有人应答。\n", "电线裸露", True),
    ):
        told = next(h for h in lived.heard if h.told.key == "card")
        text = card.format(head, below, words)
        one = dataclasses.replace(told, text=text, told=understood(text, group=True))
        assert checks.urgent([one]) == ({"250507-0001"} if marked else set()), text


def test_d_hears_the_same_news_of_another_moment() -> None:
    """The witness alone: what differs in nothing but a date or a time has been said before; another number is other news."""
    queue: asyncio.Queue[dict[str, Any] | None] = asyncio.Queue()
    events = SimpleNamespace(stream=lambda: contextlib.nullcontext(queue))
    moment = datetime(2025, 5, 7, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    server: Any = SimpleNamespace(world=SimpleNamespace(events=events, bot=SimpleNamespace(id=1)))
    witness = Witness(server, lambda: moment)
    witness.did(7)
    for n, text in enumerate(
        (
            "250507-0001 应在 5月6日（星期二）17:00 前答复您，没有做到，很抱歉。",
            "250507-0001 应在 5月7日（星期三）9:30 前答复您，没有做到，很抱歉。",
            "250507-0002 应在 5月7日（星期三）9:30 前答复您，没有做到，很抱歉。",
            "250507-0001 has to be answered by Tue 6 May 17:00.",
            "250507-0001 has to be answered by Wed 7 May 17:30.",
        )
    ):
        event = {
            "type": "message",
            "chat_id": 7,
            "message": {"message_id": n, "text": text, "from": {"id": 1}},
        }
        queue.put_nowait(event)
    assert witness.listen() == 5
    assert [h.again.message_id if h.again else None for h in witness.heard] == [None, 0, None, None, 3]
    assert [h.copies for h in witness.heard] == [1, 2, 1, 1, 2]
    assert {h.at_once for h in witness.heard} == {1}
    witness.close()


def test_d_sees_what_is_said_twice(lived: Evidence) -> None:
    told = next(h for h in lived.heard if h.told.key == "missed")

    def again(**changes: object) -> list[str]:
        one = dataclasses.replace(told, again=told, since=timedelta(hours=2), **changes)  # type: ignore[arg-type]
        return broken("d_twice", dataclasses.replace(lived, heard=[told, one]))

    assert len(again()) == 1
    assert again(moved_since=True) == []
    asked = dataclasses.replace(told, again=told, since=timedelta(), at=told.at + timedelta(hours=1))
    assert broken("d_twice", dataclasses.replace(lived, heard=[told, asked])) == [], "they asked"
    text = told.text.replace("应在", "应在 5月30日 9:30 前，原来是")  # the same news, but for a time
    moved = dataclasses.replace(told, told=understood(f"{told.told.about} 已交回", group=False))
    for since, problems in ((0, 1), (1, 0), (3, 1)):
        one = dataclasses.replace(
            told, text=text, again=told, since=timedelta(hours=2), at=told.at + timedelta(hours=2)
        )
        other = dataclasses.replace(moved, again=None, at=told.at + timedelta(hours=since))
        found = broken("d_twice", dataclasses.replace(lived, heard=[told, one, other]))
        assert len(found) == problems, "news again after the case has moved, not before"
    for acts, problems in ((1, 1), (2, 0)):  # at one moment
        doubled = dataclasses.replace(asked, at=told.at, copies=2, at_once=acts)
        found = broken("d_twice", dataclasses.replace(lived, heard=[told, doubled]))
        assert len(found) == problems, "two who ask hear it twice; one who asks, once"
    for words, problems in (("250507-0001 还等着您。", 1), ("请写得清楚一些。", 0)):
        other = dataclasses.replace(
            told, text=words, told=understood(words, group=False), since=timedelta(hours=2)
        )
        assert other.told.key == "other"
        later = dataclasses.replace(other, again=other, act=other.act + 1, at=other.at + timedelta(days=1))
        found = broken("d_twice", dataclasses.replace(lived, heard=[later]))
        assert len(found) == problems, "what names a case is about that, however the sentence goes"
    page = dataclasses.replace(
        told, told=understood("🚨 紧急：250507-0001，第 1 次呼叫", group=False), since=None
    )
    for minutes, problems in ((0, 1), (5, 0)):
        once_more = dataclasses.replace(page, again=page, at=page.at + timedelta(minutes=minutes))
        found = broken("d_twice", dataclasses.replace(lived, heard=[once_more]))
        assert len(found) == problems, "it is called again until somebody answers"
    words = f"{told.told.about}：市民补充：🔒 保密件"
    first = dataclasses.replace(told, chat=-1, text=words, told=understood(words, group=True), since=None)
    assert first.told.key == "group-added"
    second = dataclasses.replace(first, again=first, at=first.at + timedelta(hours=8))
    thanks = dataclasses.replace(
        told,
        told=understood(f"已补充到 {told.told.about}，教育局看得到了。", group=False),
        again=None,
        at=second.at,
    )
    for heard, problems in (([first, second], 1), ([first, second, thanks], 0)):
        found = broken("d_twice", dataclasses.replace(lived, heard=heard))
        assert len(found) == problems, (
            "two additions to a confidential case are two, though it says no words of them"
        )
    digest = next(h for h in lived.heard if h.told.key == "digest")
    for later_by, problems in ((0, 1), (1, 0)):
        at = digest.at + timedelta(days=later_by)
        one = dataclasses.replace(digest, again=digest, at=at, since=None)
        assert len(broken("d_twice", dataclasses.replace(lived, heard=[one]))) == problems


@each_row("kind", KINDS)
def test_e_sees_an_event_too_many_and_one_too_few(lived: Evidence, kind: str) -> None:
    number = next(iter(lived.record[kind]))
    for change in (1, -1):
        other = (
            lived.record[kind] + Counter({number: 1})
            if change > 0
            else lived.record[kind] - Counter([number])
        )
        found = broken("e_counts", dataclasses.replace(lived, record={**lived.record, kind: other}))
        assert any(p.startswith(f"{kind} events") and number in p for p in found), (kind, change)


def test_e_sees_a_kind_of_event_that_nobody_counts(lived: Evidence) -> None:
    record = {**lived.record, "invented": Counter({"250424-0001": 1})}
    assert any("invented" in p for p in broken("e_counts", dataclasses.replace(lived, record=record)))


def test_e_sees_a_message_that_was_not_sent_or_not_recorded(lived: Evidence) -> None:
    last = next(h for h in reversed(lived.heard) if not h.edit and h.told.key == "receipt")
    fewer = dataclasses.replace(lived, heard=[h for h in lived.heard if h is not last])
    found = broken("e_counts", fewer)
    assert any("nobody saw it" in p for p in found)
    assert any("notices “receipt”" in p for p in found)
    sent = dataclasses.replace(lived.sent, messages=lived.sent.messages - {(last.chat, last.message_id)})
    assert any("not recorded" in p for p in broken("e_counts", dataclasses.replace(lived, sent=sent)))
    assert any("given up" in p for p in broken("e_counts", dataclasses.replace(lived, dead_letters=1)))


def test_what_is_told_to_those_who_joined_counts_for_the_lead() -> None:
    """Read off the cards alone; the desk is not asked."""
    triage, office, first, second = -1, -2, 11, 12
    card = "{} · 住房 98% · 投诉 · {}\n主办：住建{}\n{}11-20 12:00 收到\n\n电梯坏了"
    lead, other = "250101-0001", "250101-0002"
    said = [
        (0, first, f"收到了，编号 {lead}。\n已转给望江市住房和城乡建设局。", None),
        (0, office, card.format(lead, "待签收", "", ""), None),
        (
            1,
            second,
            f"收到了，编号 {other}。\n和别人反映的同一件事一起办，由望江市住房和城乡建设局负责。",
            None,
        ),
        (1, office, card.format(lead, "待签收", "", f"🔗 并入 1 件：{other}\n"), 1),
        (2, first, f"{lead} 已由望江市住房和城乡建设局签收，正在办理（工号 101）。", None),
        (2, second, f"{other} 已由望江市住房和城乡建设局签收，正在办理（工号 101）。", None),
        (2, office, card.format(lead, "办理中", " · 李明（101）", f"🔗 并入 1 件：{other}\n"), 3),
        (3, second, f"{other} 现在单独办理，由综合受理派单。派给哪个部门，我会告诉您。", None),
        (3, office, card.format(lead, "办理中", " · 李明（101）", ""), 6),
    ]
    start = datetime(2025, 1, 1, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    heard = [
        Heard(n, start + timedelta(hours=hour), chat, 1, text, text, understood(text, group=chat < 0),
              edit=before is not None, since=None, act=0, before=said[before][2] if before is not None else "")
        for n, (hour, chat, text, before) in enumerate(said)
    ]  # fmt: skip
    seen = {kind: dict(tally) for kind, tally in count.as_seen(Sight(heard, triage)).items() if tally}
    assert seen == {
        "filed": {lead: 1, other: 1},
        "claimed": {lead: 1},
        "merged": {other: 1},
        "joined": {lead: 1},
        "unmerged": {other: 1},
        "left": {lead: 1},
    }


def test_what_was_another_matter_is_counted_by_what_is_read() -> None:
    """The acknowledgement that says otherwise, and the office's group; once when both are seen, also when one isn't."""
    office, citizen, number = -2, 11, "250101-0001"
    start = datetime(2025, 1, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    taken = f"您的回答已交给住房和城乡建设局（{number}）。\n他们接着办理，有消息我会告诉您。"
    said = [
        (citizen, taken, ""),
        (office, f"{number}：市民回答了：学校门口没有斑马线", ""),
        (citizen, f"好，这一条不算 {number} 的了，住房和城乡建设局会知道。我另写了一件，就在下面。", taken),
        (office, f"{number}：市民说，先前的回答“学校门口没有斑马线”是另一件事，不算这一件的。", ""),
    ]
    heard = [
        Heard(n, start + timedelta(minutes=n // 2), chat, 1, text, text, understood(text, group=chat < 0),
              edit=bool(before), since=None, act=0, before=before)
        for n, (chat, text, before) in enumerate(said)
    ]  # fmt: skip
    for gone in (None, 2, 3):
        kept = [h for h in heard if h.order != gone]
        seen = {kind: dict(tally) for kind, tally in count.as_seen(Sight(kept, -1)).items() if tally}
        assert seen == {"supplied": {number: 1}, "detached": {number: 1}}, gone


def test_what_a_caller_is_told_and_a_second_return_stand_on_the_cards() -> None:
    """Nobody hears what a knowledge card answers to a caller; the mark of an earlier return is no return."""
    triage, office, number = -1, -2, "250101-0001"
    card = number + " · 住房 98% · 投诉 · {}\n在{}\n11-20 12:00 收到\n☎️ 电话登记的件\n{}\n电梯坏了{}"
    waits, ready = (
        card.format("待分派", "综合受理", "{}", ""),
        "\n\n办结（11-20 12:30，李明，解释到位）：到窗口补办。",
    )
    mark = "↩️ 住建退回（11-20 12:10，李明）：不属本部门职责\n"
    gone, left = (
        f"{number} 已转给望江市住房和城乡建设局。",
        as_read("card-moved-locked", {"number": number, "office": "综合受理"}),
    )
    there = card.format("待签收", "住建", "{}", "")
    said = [
        (0, triage, waits.format(""), ""),
        (1, triage, gone, waits.format("")),
        (1, office, there.format(""), ""),
        (2, office, left, there.format("")),
        (2, triage, waits.format(mark), gone),
        (3, triage, gone, waits.format(mark)),
        (3, office, there.format(mark), left),
        (4, office, left, there.format(mark)),
        (4, triage, waits.format(mark), gone),
        (5, triage, card.format("已办结", "综合受理 · 李明（103）", mark, ready), waits.format(mark)),
    ]
    start = datetime(2025, 1, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    heard = [
        Heard(n, start + timedelta(hours=hour), chat, 1, text, text, understood(text, group=True),
              edit=bool(before), since=None, act=0, before=before)
        for n, (hour, chat, text, before) in enumerate(said)
    ]  # fmt: skip
    seen = count.as_seen(Sight(heard, triage))
    told = {kind: seen[kind].total() for kind in ("dispatched", "returned", "transferred", "resolved")}
    assert told == {"dispatched": 2, "returned": 1, "transferred": 1, "resolved": 1}
    moments = [at for at, _ in checks.turns_of(heard)[number]]
    assert set(moments) == {start + timedelta(hours=hour) for hour in range(6)}, "each way there and back"


def test_what_becomes_confidential_is_counted_once_and_without_words() -> None:
    """A card that hides its words has the same split and the same contribution on it as before."""
    office, clerk, number = -2, 5, "250101-0001"
    card = number + " · 住房 98% · 投诉 · 办理中\n主办：住建 · 李明（103）\n11-20 12:00 收到\n\n电梯坏了\n\n"
    card += "拆单（11-20 12:10，王芳）：另立 250101-0002。本件办：{}\n协办意见（11-20 12:20，城管 何军）：{}"
    told, sealed = card.format("电梯", "【chengguan复1号】我们去看"), card.format("🔒 保密件", "🔒 保密件")
    preview = (
        f"{number}：30 秒后发给市民。\n望江市住房和城乡建设局关于 {number} 的答复：\n\n【zhujian复2号】修好了"
    )
    said = [
        (0, office, told, ""),
        (1, office, sealed, told),
        (2, office, f"{number}：延期没有通过：钱局长不同意。\n🔒 保密件：意见和原稿已私聊发给申请人。", ""),
        (2, clerk, f"{number}：延期没有通过：钱局长不同意。\n意见：再想想", ""),
        (3, clerk, as_read("preview-unreached", {"number": number, "phone": "no"}), preview),
    ]
    start = datetime(2025, 1, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    heard = [
        Heard(n, start + timedelta(hours=hour), chat, 1, text, text, understood(text, group=chat < 0),
              edit=bool(before), since=None, act=0, before=before)
        for n, (hour, chat, text, before) in enumerate(said)
    ]  # fmt: skip
    seen = {kind: tally.total() for kind, tally in count.as_seen(Sight(heard, -1)).items() if tally}
    assert seen == {"filed": 1, "split": 1, "noted": 1, "sealed": 1, "refused": 1, "replied": 1}


def test_what_goes_its_own_way_again_was_raised_before() -> None:
    """Its card shows the mark again that it had before it was part of another."""
    number, start = "250101-0001", datetime(2025, 1, 2, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    mark, into = "🔴 挂牌督办（11-19 10:00 起）：超期。\n", "🔗 已并入 250101-0002，一起办\n"
    card = number + " · 住房 98% · 投诉 · {}\n{}在综合受理\n11-20 12:00 收到\n\n电梯坏了"
    waits, raised, part = card.format("待分派", ""), card.format("待分派", mark), card.format("已并单", into)
    said = [(waits, ""), (raised, waits), (part, raised), (raised, part)]
    heard = [
        Heard(n, start + timedelta(hours=n), -1, 1, text, text, understood(text, group=True),
              edit=bool(before), since=None, act=0, before=before)
        for n, (text, before) in enumerate(said)
    ]  # fmt: skip
    assert count.as_seen(Sight(heard, -1))["escalated"] == {number: 1}


def test_every_check_is_tried_here() -> None:
    assert set(CHECKS) == {"a_owner", "b_replay", "c_night", "d_twice", "e_counts"}
    assert checks.QUEUE_AT_NIGHT.isdisjoint({"group-due-soon", "group-missed", "digest"})


def test_the_measured_table_is_whole() -> None:
    table = Measured.load().table
    for quantiles in (*table["delay_days"].values(), table["reply_characters"]):
        assert quantiles == sorted(quantiles)
        assert len(quantiles) == len(table["steps_percent"])
    for shares in (table["came_by_hour"], table["came_by_weekday"], list(table["labels"].values())):
        assert sum(shares) == pytest.approx(1, abs=0.01)
