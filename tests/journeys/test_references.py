"""Answers to like cases as a start: own office's with numbers, others' without; never of secret cases."""

from bot.store import tables
from bot.store.db import Tx
from tests.city import City, Player
from tests.journeys.acts import card_of, case_of, forged, labels
from tests.journeys.test_templates import block

FIRST = "幸福小区三号楼电梯坏了半个月，物业一直不修，老人下不了楼，请派人看看"
AGAIN = "平安小区五号楼电梯坏了半个月，物业一直不修，老人下不了楼，请派人看看"
ANSWER = "住建局工作人员11月18日到幸福小区查看，主板损坏；物业已于11月19日更换主板，恢复运行。咨询王师傅13812345678。"


async def answered(city: City, clerk: Player, name: str, text: str, answer: str = ANSWER) -> str:
    number = await city.file(await city.citizen(name), text)
    await clerk.say(answer, reply_to=card_of(clerk, number))
    await clerk.press("改为办结·已解决")
    await clerk.press("发给市民")
    return number


async def asks(clerk: Player, number: str) -> str:
    await clerk.press("更多…", on=card_of(clerk, number))
    await clerk.press("参考答复")
    return str(clerk.last["text"])


async def set_of(city: City, number: str, **values: object) -> None:
    """As if it had been said so at filing."""
    case = await case_of(city, number)

    async def work(tx: Tx) -> None:
        await tx.conn.execute(tables.cases.update().where(tables.cases.c.id == case.id).values(**values))

    await city.service.db.write(work)


async def test_a_like_answer_is_a_start(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    first = await answered(city, clerk, "王先生", FIRST)
    citizen = await city.citizen("陈女士")
    number = await city.file(citizen, AGAIN)
    text = await asks(clerk, number)
    assert f"望江市住房和城乡建设局 · 11月20日 · 已解决 · {first}" in text
    assert "主板损坏" in text
    assert "13812345678" not in text, "numbers of people are masked"
    assert "王先生" not in text
    assert labels(clerk.last) == ["从第 1 条写起"]
    await clerk.press("从第 1 条写起")
    start = block(clerk.last)
    assert "主板损坏" in start and "13812345678" not in start
    await clerk.say(start.replace("幸福小区", "平安小区"), reply_to=clerk.last)
    assert "发出后办结（已解决）" in clerk.last["text"]
    await clerk.press("发给市民")
    assert "平安小区" in citizen.last["text"]


async def test_what_is_never_shown(city: City) -> None:
    clerk = await city.clerk("zhujian", "李明")
    schools = await city.clerk("jiaoyu", "周强")
    first = await answered(city, clerk, "王先生", FIRST)
    number = await city.file(await city.citizen("陈女士"), AGAIN)
    other, mine = (await case_of(city, first)).id, (await case_of(city, number)).id
    # of another office: no number, no title
    await set_of(city, first, department="qinghe")
    text = await asks(clerk, number)
    assert "清河县民声受理中心" in text
    assert first not in text and "王先生" not in text
    await set_of(city, first, department="zhujian")
    # a complaint about the reader's own office
    await set_of(city, first, accused=["zhujian"])
    assert "还没有" in await asks(clerk, number)
    assert "过时" in await forged(clerk, f"c:reference:{mine}:{other}")
    await set_of(city, first, accused=[])
    # in confidence, or a report: on neither side
    for secret in ({"confidential": True}, {"type": "举报"}):
        for which in (first, number):
            await set_of(city, which, **secret)
            assert "还没有" in await asks(clerk, number), secret
            assert "过时" in await forged(clerk, f"c:reference:{mine}:{other}")
            await set_of(city, which, confidential=False, type="投诉")
    assert "主板损坏" in await asks(clerk, number)
    # forged, by strangers, of a case that is not like it
    unlike = await answered(city, clerk, "赵先生", "物业不公开维修资金账目", "住建局11月19日已督促公开。")
    for data in (f"c:reference:{mine}:{(await case_of(city, unlike)).id}", f"c:reference:{mine}:999"):
        assert "过时" in await forged(clerk, data)
    for data in (f"c:references:{mine}", f"c:reference:{mine}:{other}"):
        assert "没有这一步的权限" in await forged(schools, data)
