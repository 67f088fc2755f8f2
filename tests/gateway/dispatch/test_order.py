"""One in flight a chat, the oldest first, and different chats at once."""

import asyncio

from tests.factories import eventually
from tests.gateway.conftest import Bench, depth, message, reaches, running
from tests.gateway.dispatch.conftest import Work


async def test_a_chat_is_handled_one_by_one_in_order(bench: Bench, work: Work) -> None:
    await bench.put(*(message(i, chat=7, text=str(i)) for i in range(1, 31)))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.done == [str(i) for i in range(1, 31)]
    assert not work.overlap


async def test_different_chats_are_handled_at_once(bench: Bench, work: Work) -> None:
    slow = work.hold("slow")
    await bench.put(message(1, 7, "slow"), message(2, 7, "behind"), message(3, 8, "a"), message(4, 9, "b"))
    async with running(bench.dispatcher.run()):
        await eventually(lambda: set(work.done) == {"a", "b"})
        assert work.begun == ["slow", "a", "b"]
        slow.set()
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.done[-2:] == ["slow", "behind"]
    assert not work.overlap


async def test_no_more_chats_at_once_than_there_are_workers(bench: Bench, work: Work) -> None:
    gates = [work.hold(f"t{i}") for i in range(20)]
    await bench.put(*(message(i + 1, chat=i + 1, text=f"t{i}") for i in range(20)))
    async with running(bench.fresh(workers=3).run()):
        await eventually(lambda: len(work.begun) == 3)
        await asyncio.sleep(0.02)
        assert len(work.begun) == 3
        for gate in gates:
            gate.set()
        await reaches(lambda: depth(bench.db), (0, 0))
    assert work.most == 3


async def test_what_comes_while_it_rests_is_taken_at_once(bench: Bench, work: Work) -> None:
    async with running(bench.dispatcher.run()):
        for i in range(1, 4):
            await bench.put(message(i, text=str(i)))
            await eventually(lambda n=i: len(work.done) == n)  # type: ignore[misc]


async def test_many_chats_with_many_updates_each_keep_their_orders(bench: Bench, work: Work) -> None:
    await bench.put(*(message(i, chat=1 + i % 11, text=f"{i % 11}:{i}") for i in range(1, 120)))
    async with running(bench.dispatcher.run()):
        await reaches(lambda: depth(bench.db), (0, 0))
    assert not work.overlap
    for chat in range(11):
        numbers = [int(t.partition(":")[2]) for t in work.done if t.startswith(f"{chat}:")]
        assert numbers == sorted(numbers)
    assert len(work.done) == 119


async def test_what_is_in_work_when_service_stops_is_finished(bench: Bench, work: Work) -> None:
    gate = work.hold("x")
    await bench.put(message(1, text="x"), message(2, text="behind"))
    async with running(bench.dispatcher.run()) as task:
        await eventually(lambda: work.begun)
        task.cancel()
        await asyncio.sleep(0.01)
        gate.set()
        await eventually(task.done)
    assert work.done == ["x"]
    assert await depth(bench.db) == (1, 0)
