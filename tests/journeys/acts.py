"""What journeys do and look at besides the chats: time, buttons, cards, clocks, the record."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.case import Case
from bot.core.deadlines import Clock, Kind
from bot.store import cases, clocks
from tests.city import City, Message, Player

LIFT = "我们楼的电梯坏了两个星期没人修"
ZONE = ZoneInfo("Asia/Shanghai")


async def until(city: City, text: str) -> None:
    """Let time pass to a moment of the city, in the year of the clock: 11-25 17:00."""
    year = city.clock.now().astimezone(ZONE).year
    moment = datetime.fromisoformat(f"{year}-{text}").replace(tzinfo=ZONE)
    await city.pass_time(seconds=(moment - city.clock.now()).total_seconds())


def said(player: Player, words: str) -> int:
    """How often the bot has said `words` here."""
    return sum(words in text for text in player.heard)


async def ask(clerk: Player, number: str, question: str = "请问是几号楼？") -> None:
    await clerk.say(f"/ask {number} {question}")
    await clerk.press("发给市民")


async def answer(
    clerk: Player, number: str, text: str = "维保单位已修好，今天恢复运行", outcome: str | None = "已解决"
) -> None:
    """An answer that ends the case, or only says how it stands."""
    await clerk.say(f"/reply {number} {text}")
    if outcome:
        await clerk.press(f"改为办结·{outcome}")
    await clerk.press("发给市民")


def labels(message: Message) -> list[str]:
    """The buttons under a message."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["text"] for row in rows for button in row]


def card_of(player: Player, number: str) -> Message:
    """The card of a case in this chat, as it stands now."""
    return next(m for m in reversed(player.messages) if m.get("text", "").startswith(f"{number} · "))


async def case_of(city: City, number: str) -> Case:
    async with city.service.db.read() as conn:
        case = await cases.by_number(conn, number)
    assert case is not None, number
    return case


async def events_of(city: City, number: str) -> list[tuple[str, str]]:
    """What the record says of a case: kinds and words."""
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        history = await cases.history(conn, case.id)
    return [(e.kind.value, str(e.data.get("text") or e.data.get("question") or "")) for e in history]


async def kinds_of(city: City, number: str) -> list[str]:
    return [kind for kind, _ in await events_of(city, number)]


async def clocks_of(city: City, number: str) -> dict[Kind, Clock]:
    case = await case_of(city, number)
    async with city.service.db.read() as conn:
        return {c.kind: c for c in await clocks.running(conn, case.id)}


async def due(city: City, number: str, kind: Kind = Kind.RESOLVE) -> str:
    return f"{(await clocks_of(city, number))[kind].due.astimezone(ZONE):%m-%d %H:%M}"


async def forged(player: Player, data: str) -> str:
    """Press a button that the client made up; the toast."""
    world = player.city.server.world
    since = world.seq
    query = world.press(player.user, player.chat, player.messages[-1]["message_id"], data, forged=True)
    return await player.city.toast(query, since) or ""
