"""What journeys look at besides the chats: buttons, cards, the record."""

from bot.core.case import Case
from bot.store import cases
from tests.city import City, Message, Player


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


async def forged(player: Player, data: str) -> str:
    """Press a button that the client made up; the toast."""
    world = player.city.server.world
    since = world.seq
    query = world.press(player.user, player.chat, player.messages[-1]["message_id"], data, forged=True)
    event = await world.wait_for(
        lambda e: e["type"] == "callback_answer" and e["query_id"] == query, 10, since=since
    )
    await player.city.settle()
    return str(event.get("text") or "")
