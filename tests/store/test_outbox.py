"""The outbox: what is said, in which order, what replaces what, and where it stands."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import NoResultFound

from bot.core.notices import Priority
from bot.store import cases, outbox, people, sending, slots, spoken
from bot.store.db import Database, Tx
from bot.store.files import file_content, keep_file
from bot.store.outbox import EDIT, Say
from bot.store.sending import Waiting
from bot.store.tables import outbox as table
from tests.factories import CITIZEN, NOON, HandClock, case, event

WANG, LI, GROUP = 1001, 1002, -501
E, A, N = Priority.EMERGENCY, Priority.ANSWER, Priority.NOTICE


@pytest.fixture(autouse=True)
async def three_cases(db: Database) -> None:
    async def work(tx: Tx) -> None:
        await people.meet(tx, CITIZEN.id or 0, "zh-Hans")
        for i in (1, 2, 3):
            c = case(id=i, number=f"261120-000{i}")
            await cases.insert_case(tx, c, event(c))

    await db.write(work)


def text(chat_id: int, words: str, priority: Priority = N, case_id: int | None = None, **more: Any) -> Say:
    return Say(
        chat_id, "sendMessage", {"text": words}, more.pop("purpose", "word"), priority, case_id, **more
    )


def card(words: str, case_id: int = 1, chat_id: int = GROUP, **more: Any) -> Say:
    return text(chat_id, words, case_id=case_id, slot=f"card:{case_id}", brief=f"brief {words}", **more)


def end(words: str, case_id: int = 1, chat_id: int = GROUP) -> Say:
    return text(chat_id, words, case_id=case_id, slot=f"card:{case_id}", edit_only=True)


async def add(db: Database, *says: Say) -> list[int]:
    return [await db.write(lambda tx, s=s: outbox.add(tx, s), cause="update:1") for s in says]  # type: ignore[misc]


async def claim(db: Database, *seqs: int) -> list[Waiting]:
    return await db.write(lambda tx: sending.claim(tx, seqs))


async def settle(db: Database, row: Waiting, status: str, **how: Any) -> None:
    await db.write(lambda tx: sending.settle(tx, row, status, **how))


async def send(db: Database, seq: int, message_id: int | None, status: str = "sent") -> None:
    (row,) = await claim(db, seq)
    await settle(db, row, status, message_id=message_id)


async def heads(db: Database) -> list[tuple[int, int]]:
    async with db.read() as conn:
        return [(lane.chat_id, lane.seq) for lane in await sending.heads(conn)]


async def rows(db: Database) -> dict[int, Any]:
    async with db.read() as conn:
        return {row.seq: row for row in await conn.execute(select(table).order_by(table.c.seq))}


async def waiting_texts(db: Database, chat_id: int = GROUP) -> list[str]:
    found = (await rows(db)).values()
    return [r.params["text"] for r in found if r.chat_id == chat_id and r.status in ("pending", "sending")]


async def standing(db: Database, chat_id: int = GROUP, slot: str = "card:1") -> int | None:
    async with db.read() as conn:
        return await slots.standing(conn, chat_id, slot)


# --- adding and merging


async def test_what_is_said_is_on_record_word_for_word_with_its_cause(db: Database) -> None:
    (seq,) = await add(db, text(WANG, "您好", A, 1, purpose="receipt"))
    row = (await rows(db))[seq]
    assert (row.chat_id, row.case_id, row.method, row.params) == (WANG, 1, "sendMessage", {"text": "您好"})
    assert (row.purpose, row.priority, row.status, row.cause) == ("receipt", 1, "pending", "update:1")
    assert row.created_at == NOON


async def test_a_logical_message_that_waits_is_replaced_in_place(db: Database) -> None:
    first, other, second = await add(
        db, card("旧", priority=N), text(GROUP, "话", case_id=1), card("新", priority=A)
    )
    assert first == second != other
    row = (await rows(db))[first]
    assert (row.params, row.brief, row.priority) == ({"text": "新"}, "brief 新", A)
    await add(db, card("最新", priority=N))
    row = (await rows(db))[first]
    assert (row.params, row.priority) == ({"text": "最新"}, A), "what was urgent stays urgent"
    (page,) = await add(db, text(GROUP, "列表", slot="list:5"))
    await add(db, text(GROUP, "第 2 件", case_id=2, slot="list:5"))
    row = (await rows(db))[page]
    assert (row.case_id, row.lane) == (2, 2), "a list that opens a case is about that case from then on"


async def test_what_was_said_in_one_breath_is_known_though_it_replaced_what_waited(
    db: Database, clock: HandClock
) -> None:
    """The preview in a group with much to say: it still waits to say that it is held when the answer goes out."""

    def preview(purpose: str) -> Say:
        return replace(card(purpose), slot="reply:1", purpose=purpose)

    await db.write(lambda tx: outbox.add(tx, preview("held")), cause="update:1")
    clock.pass_(seconds=30)
    answer = text(WANG, "修好了", case_id=1, purpose="answer")

    async def out(tx: Tx) -> int:
        await outbox.add(tx, text(WANG, "别的件", case_id=2))
        seq = await outbox.add(tx, answer)
        await outbox.add(tx, preview("sent"))
        return seq

    seq = await db.write(out, cause="clock:1")
    later = await db.write(lambda tx: outbox.add(tx, answer), cause="update:2")
    async with db.read() as conn:
        assert await spoken.said_with(conn, WANG, ("sent",), seq) == [(GROUP, "reply:1", 1)]
        assert await spoken.said_with(conn, WANG, ("sent",)) == [(GROUP, "reply:1", 1)]
        assert await spoken.said_with(conn, WANG, ("sent",), later) == []
        assert await spoken.breath(conn, seq) == [(True, False)]


async def test_messages_without_a_slot_or_with_another_are_not_merged(db: Database) -> None:
    await add(
        db, text(GROUP, "一"), text(GROUP, "一"), card("甲", 1), card("乙", 2), card("丙", 1, chat_id=WANG)
    )
    assert await waiting_texts(db) == ["一", "一", "甲", "乙"]
    assert await waiting_texts(db, WANG) == ["丙"]


async def test_what_is_on_its_way_is_followed_by_its_next_version(db: Database) -> None:
    (first,) = await add(db, card("旧"))
    await claim(db, first)
    (second,) = await add(db, card("新"))
    assert second > first
    assert await waiting_texts(db) == ["旧", "新"]


async def test_the_latest_version_wins_even_when_an_older_one_waits_again(db: Database) -> None:
    (first,) = await add(db, card("一"))
    (row,) = await claim(db, first)
    await add(db, card("二"))
    await settle(db, row, "pending", error="retry after 5 s")
    await add(db, card("三"))
    assert (await waiting_texts(db))[-1] == "三"


async def test_an_end_that_nobody_needs_to_hear_is_not_said(db: Database) -> None:
    assert await add(db, end("已转走")) == [0]
    assert await waiting_texts(db) == []


async def test_an_end_before_the_message_was_sent_takes_the_message_back(db: Database) -> None:
    (first,) = await add(db, card("新件"))
    assert await add(db, end("已转走")) == [0]
    assert await waiting_texts(db) == []
    assert (await rows(db))[first].status == "dropped"


async def test_an_end_takes_back_every_version_that_waits(db: Database) -> None:
    (first,) = await add(db, card("一"))
    (row,) = await claim(db, first)
    await add(db, card("二"))
    await settle(db, row, "pending", error="no answer")
    await add(db, end("已转走"))
    assert await waiting_texts(db) == []


async def test_an_end_of_what_is_on_its_way_follows_as_an_edit(db: Database) -> None:
    (first,) = await add(db, card("新件"))
    await claim(db, first)
    (second,) = await add(db, end("已转走"))
    assert (await rows(db))[second].method == EDIT


async def test_an_end_of_what_stands_is_an_edit(db: Database) -> None:
    (first,) = await add(db, card("新件"))
    await send(db, first, 77)
    (second,) = await add(db, end("已转走"))
    assert (await rows(db))[second].method == EDIT


async def test_a_card_that_comes_home_again_may_be_sent_anew(db: Database) -> None:
    """Were it left an edit, a vanished message would swallow it."""
    (first,) = await add(db, card("新件"))
    await send(db, first, 77)
    (second,) = await add(db, end("已转走"))
    assert await add(db, card("又回来了")) == [second]
    row = (await rows(db))[second]
    assert (row.method, row.params) == ("sendMessage", {"text": "又回来了"})


async def test_an_end_that_overtakes_an_edit_says_nothing_anew(db: Database) -> None:
    (first,) = await add(db, card("新件"))
    await send(db, first, 77)
    (second,) = await add(db, card("办理中"))
    assert await add(db, end("已转走")) == [second]
    row = (await rows(db))[second]
    assert (row.method, row.params) == (EDIT, {"text": "已转走"})


# --- order


async def test_chats_in_the_order_of_priority_then_age(db: Database) -> None:
    a, b, c, d = await add(db, text(1, "旧", N), text(2, "答", A), text(3, "急", E), text(4, "答二", A))
    assert await heads(db) == [(3, c), (2, b), (4, d), (1, a)]


async def test_within_a_case_order_holds_whatever_the_priority(db: Database) -> None:
    first, second = await add(db, text(WANG, "一", N, 1), text(WANG, "二", E, 1))
    assert await heads(db) == [(WANG, first)]
    await send(db, first, 1)
    assert await heads(db) == [(WANG, second)]


async def test_between_cases_of_a_chat_the_more_urgent_goes_first(db: Database) -> None:
    slow, urgent = await add(db, text(WANG, "一", N, 1), text(WANG, "二", A, 2))
    assert await heads(db) == [(WANG, urgent)]
    await send(db, urgent, 1)
    assert await heads(db) == [(WANG, slow)]


async def test_what_stands_before_something_urgent_inherits_its_urgency(db: Database) -> None:
    notice, other, urgent = await add(
        db, text(WANG, "一", N, 1), text(LI, "二", A, 2), text(WANG, "三", E, 1)
    )
    assert await heads(db) == [(WANG, notice), (LI, other)]
    assert urgent > notice


async def test_a_lane_in_work_waits_and_the_chats_others_do_not(db: Database) -> None:
    first, _, other = await add(db, text(WANG, "一", A, 1), text(WANG, "二", A, 1), text(WANG, "三", N, 2))
    await claim(db, first)
    assert await heads(db) == [(WANG, other)]


async def test_the_number_of_cards_that_wait(db: Database) -> None:
    await add(db, card("一", 1), card("二", 2), text(GROUP, "话"), card("三", 3))
    async with db.read() as conn:
        (lane,) = await sending.heads(conn)
    assert lane.cards == 3


# --- sending


async def test_a_row_is_claimed_once(db: Database) -> None:
    (seq,) = await add(db, text(WANG, "一"))
    (row,) = await claim(db, seq)
    assert (row.seq, row.attempts, row.params) == (seq, 1, {"text": "一"})
    await settle(db, row, "sent", message_id=5)
    assert await claim(db, seq) == []


async def test_where_a_message_stands_is_known_after_sending(db: Database) -> None:
    (seq,) = await add(db, card("新件"))
    assert await standing(db) is None
    await send(db, seq, 77)
    assert await standing(db) == 77
    row = (await rows(db))[seq]
    assert (row.status, row.message_id, row.settled_at) == ("sent", 77, NOON)


@pytest.mark.parametrize("status", ["pending", "failed", "dropped"])
async def test_what_was_not_sent_stands_nowhere(db: Database, status: str) -> None:
    (seq,) = await add(db, card("新件"))
    (row,) = await claim(db, seq)
    await settle(db, row, status, error="x" * 3000)
    assert await standing(db) is None
    stored = (await rows(db))[seq]
    assert (stored.status, len(stored.error)) == (status, 1000)
    assert (stored.settled_at is None) is (status == "pending")


async def test_after_a_start_what_was_on_its_way_is_sent_again(db: Database) -> None:
    one, two, _ = await add(db, text(WANG, "一"), text(LI, "二"), text(3, "三"))
    await send(db, one, 1)
    await claim(db, two)
    assert await heads(db) == [(3, 3)]
    assert await db.write(sending.resume) == 1
    assert await heads(db) == [(LI, two), (3, 3)]
    (row,) = await claim(db, two)
    assert row.attempts == 2


async def test_candidates_for_a_bundle_are_cards_at_the_head_of_their_lane_never_shown(db: Database) -> None:
    shown, fresh, word, behind, third = await add(
        db,
        card("一", 1),
        card("二", 2),
        text(GROUP, "话", case_id=3),
        card("三", 3),
        card("别处", 3, chat_id=-9),
    )
    await send(db, shown, 77)
    (edit,) = await add(db, card("一改", 1))
    async with db.read() as conn:
        assert await sending.bundle_candidates(conn, GROUP, 10) == [fresh]
    await send(db, word, 78)
    async with db.read() as conn:
        assert await sending.bundle_candidates(conn, GROUP, 10) == [fresh, behind]
        assert await sending.bundle_candidates(conn, GROUP, 1) == [fresh]
    assert edit not in (fresh, behind, third)


# --- what stands where


async def test_a_reply_to_a_message_finds_its_case_and_purpose(db: Database) -> None:
    one, two, three, four = await add(
        db, card("卡", 1), text(GROUP, "无案"), card("捆", 2), text(LI, "别处", case_id=3)
    )
    await send(db, one, 70)
    await send(db, two, 71)
    await send(db, three, 72, "bundled")
    await send(db, four, 70)
    async with db.read() as conn:
        assert await spoken.about(conn, GROUP, 70) == (1, "word")
        assert await spoken.about(conn, GROUP, 71) is None, "about no case"
        assert await spoken.about(conn, GROUP, 72) is None, "about several"
        assert await spoken.about(conn, GROUP, 99) is None
        assert await spoken.about(conn, LI, 70) == (3, "word")


async def test_the_chats_where_a_message_stands_or_is_about_to(db: Database) -> None:
    one, *_ = await add(db, card("甲", chat_id=-1), card("乙", chat_id=-2), card("丙", 2, chat_id=-3))
    await send(db, one, 7)
    async with db.read() as conn:
        assert await slots.chats_with(conn, "card:1") == [-2, -1]


async def test_a_line_of_a_bundle_is_no_message_to_edit(db: Database) -> None:
    (seq,) = await add(db, card("捆"))
    await send(db, seq, 72, "bundled")
    assert await standing(db) is None
    async with db.read() as conn:
        assert await slots.chats_with(conn, "card:1") == [GROUP]


async def test_forgetting_where_it_stood(db: Database) -> None:
    (seq,) = await add(db, card("卡"))
    await send(db, seq, 7)
    await db.write(lambda tx: slots.forget(tx, GROUP, "card:1"))
    assert await standing(db) is None


# --- chats that go and move


async def test_giving_a_chat_up_names_the_cases_that_were_to_be_told(db: Database) -> None:
    one, two, three, done, other = await add(
        db,
        text(WANG, "一", case_id=1),
        text(WANG, "二", case_id=1),
        text(WANG, "三"),
        text(WANG, "四", case_id=3),
        text(LI, "五", case_id=2),
    )
    await send(db, done, 5)
    await claim(db, one)
    assert await db.write(lambda tx: sending.give_up_chat(tx, WANG, "blocked")) == [1]
    found = await rows(db)
    assert [found[s].status for s in (one, two, three, done, other)] == [
        "gone",
        "gone",
        "gone",
        "sent",
        "pending",
    ]
    assert found[one].error == "blocked"


async def test_what_waits_follows_a_group_that_moved(db: Database) -> None:
    sent, going, pending, other = await add(db, card("一"), card("二", 2), text(GROUP, "三"), text(-9, "四"))
    await send(db, sent, 7)
    await claim(db, going)
    await db.write(lambda tx: sending.move_chat(tx, GROUP, -1000501))
    found = await rows(db)
    assert [found[s].chat_id for s in (sent, going, pending, other)] == [GROUP, -1000501, -1000501, -9]
    assert found[going].status == "pending"
    assert await standing(db) is None, "old messages can't be edited from the new chat"


async def test_depths(db: Database) -> None:
    one, two, *_ = await add(db, text(WANG, "一"), text(GROUP, "二"), text(GROUP, "三"))
    await claim(db, two)
    async with db.read() as conn:
        depths = await sending.depth(conn), await sending.group_backlog(conn), await sending.refused(conn)
    assert depths == (3, 2, 0)
    await send(db, one, None, "failed")
    async with db.read() as conn:
        assert (await sending.depth(conn), await sending.refused(conn)) == (2, 1)


# --- files


async def test_a_file_is_kept_once_by_its_content(db: Database) -> None:
    first = await db.write(lambda tx: keep_file(tx, b"ledger"))
    assert await db.write(lambda tx: keep_file(tx, b"ledger")) == first
    async with db.read() as conn:
        assert await file_content(conn, first) == b"ledger"
        with pytest.raises(NoResultFound):
            await file_content(conn, "0" * 64)


async def test_a_message_of_a_case_that_is_not_there_is_refused(db: Database) -> None:
    with pytest.raises(Exception, match="FOREIGN KEY"):
        await add(db, text(WANG, "一", case_id=999))
    assert replace(text(WANG, "一"), case_id=1).case_id == 1
