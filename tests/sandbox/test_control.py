"""The people's side over HTTP, as docs/sandbox.md has it."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from bot.sandbox.server import SandboxServer
from tests.factories import PATIENCE
from tests.sandbox.conftest import PlainBot
from tests.sandbox.fake_desk import FakeDesk
from tests.sandbox.pictures import png


class People:
    def __init__(self, server: SandboxServer, session: aiohttp.ClientSession) -> None:
        self.server = server
        self.session = session

    async def get(self, path: str, status: int = 200, **kwargs: Any) -> Any:
        async with self.session.get(f"{self.server.address}sandbox/{path}", **kwargs) as response:
            assert response.status == status, await response.text()
            return await response.json()

    async def post(self, path: str, body: Any, status: int = 200, **kwargs: Any) -> Any:
        async with self.session.post(f"{self.server.address}sandbox/{path}", json=body, **kwargs) as response:
            assert response.status == status, await response.text()
            return await response.json()


@pytest.fixture
def people(server: SandboxServer, session: aiohttp.ClientSession) -> People:
    return People(server, session)


async def test_a_whole_conversation(people: People, bot: PlainBot) -> None:
    user = await people.post("users", {"first_name": "王芳", "role": "citizen"})
    assert (user["role"], user["blocked"], user["started"]) == ("citizen", False, False)
    wang = user["id"]
    assert (await people.post("start", {"user_id": wang, "payload": "abc"}))["message"][
        "text"
    ] == "/start abc"
    sent = (await people.post("send", {"user_id": wang, "text": "路灯坏了"}))["message"]
    asked = await bot.say(
        wang,
        "交吗？",
        reply_parameters={"message_id": sent["message_id"]},
        reply_markup={"inline_keyboard": [[{"text": "交", "callback_data": "yes"}]]},
    )
    press = {"user_id": wang, "chat_id": wang, "message_id": asked["message_id"], "data": "yes"}
    query = await people.post("press", press)
    await bot.ok("answerCallbackQuery", callback_query_id=query["query_id"])
    await people.post("press", {**press, "data": "no"}, status=409)
    await people.post("press", {**press, "data": "no", "forged": True})
    edit = {"user_id": wang, "chat_id": wang, "message_id": sent["message_id"], "text": "路灯坏了三天"}
    assert (await people.post("edit", edit))["message"]["text"] == "路灯坏了三天"
    listing = await people.get(f"chats/{wang}/messages", params={"limit": 2})
    assert [m["text"] for m in listing["messages"]] == ["路灯坏了三天", "交吗？"]
    await people.post("delete", {k: edit[k] for k in ("user_id", "chat_id", "message_id")})
    listing = await people.get(f"chats/{wang}/messages", params={"before": asked["message_id"]})
    assert [m["text"] for m in listing["messages"]] == ["/start abc"]
    await people.post("block", {"user_id": wang, "blocked": True})
    answer = await people.post("send", {"user_id": wang, "text": "a"}, status=409)
    assert answer["error"] == "this person has blocked the bot and must unblock it first"


async def test_keyboards_are_listed_beside_the_messages(people: People, bot: PlainBot, wang: int) -> None:
    asked = await bot.say(wang, "回复？", reply_markup={"force_reply": True})
    listing = await people.get(f"chats/{wang}/messages")
    assert listing["keyboards"] == {str(asked["message_id"]): {"force_reply": True}}


async def test_groups_members_and_migration(people: People, wang: int) -> None:
    group = await people.post(
        "groups", {"title": "城管", "members": [wang], "type": "group", "label": "dept"}
    )
    assert (group["members"], group["bot_status"], group["label"]) == ([wang], "member", "dept")
    li = (await people.post("users", {"first_name": "李雷"}))["id"]
    act = {"chat_id": group["id"], "user_id": li, "by": wang, "action": "add"}
    assert await people.post("members", act) == {}
    await people.post("members", act, status=409)
    await people.post("members", {**act, "user_id": "bot", "action": "promote"})
    new = (await people.post("migrate", {"chat_id": group["id"]}))["chat_id"]
    state = await people.get("state")
    chats = {chat["id"]: chat for chat in state["chats"]}
    assert group["id"] not in chats
    assert (chats[new]["members"], chats[new]["bot_status"]) == ([wang, li], "administrator")
    assert chats[wang]["type"] == "private"


async def test_the_state(people: People, bot: PlainBot, wang: int) -> None:
    commands = [{"command": "start", "description": "开始"}]
    await bot.ok("setMyCommands", commands=commands, scope={"type": "all_private_chats"}, language_code="zh")
    await people.post("faults", {"method": "sendMessage", "times": 2, "kind": "drop_after"})
    state = await people.get("state")
    assert state["bot"]["username"] == "minsheng_sandbox_bot"
    assert [user["first_name"] for user in state["users"]] == ["王芳"]
    assert state["commands"] == [
        {"scope": {"type": "all_private_chats"}, "language_code": "zh", "commands": commands}
    ]
    assert state["faults"] == [{"id": 1, "method": "sendMessage", "times": 2, "kind": "drop_after"}]
    assert (state["clock"], state["network"]) == (None, "on")
    async with people.session.delete(f"{people.server.address}sandbox/faults") as response:
        assert await response.json() == {}
    await people.post("network", {"state": "off"})
    state = await people.get("state")
    assert (state["faults"], state["network"]) == ([], "off")


async def test_uploads(people: People, bot: PlainBot, wang: int) -> None:
    form = aiohttp.FormData({"user_id": str(wang), "kind": "photo", "caption": "看"})
    form.add_field("file", png(400, 300), filename="a.png", content_type="image/png")
    async with people.session.post(f"{people.server.address}sandbox/upload", data=form) as response:
        message = (await response.json())["message"]
    assert (message["photo"][-1]["width"], message["caption"]) == (400, "看")
    file_id = message["photo"][-1]["file_id"]
    async with people.session.get(f"{people.server.address}sandbox/files/{file_id}") as response:
        assert (response.content_type, await response.read()) == ("image/png", png(400, 300))
    page = bot.server.world.files.add("document", b"<script>", "x.html")["document"]["file_id"]
    async with people.session.get(f"{people.server.address}sandbox/files/{page}") as response:
        assert response.content_type == "application/octet-stream"
    form = aiohttp.FormData({"user_id": str(wang), "kind": "photo"})
    async with people.session.post(f"{people.server.address}sandbox/upload", data=form) as response:
        assert response.status == 400


@pytest.mark.parametrize(
    "kind", ["sticker", "poll", "location", "contact", "dice", "venue", "animation", "video_note"]
)
async def test_other_kinds(people: People, wang: int, kind: str) -> None:
    assert kind in (await people.post("send_other", {"user_id": wang, "kind": kind}))["message"]


@pytest.mark.parametrize(
    ("path", "body", "status", "error"),
    [
        ("send", {"user_id": 1, "text": "a"}, 404, "there is no user 1"),
        ("send", {"user_id": 100001, "text": " "}, 400, "a message can't be empty"),
        ("send", {"user_id": 100001}, 400, "text must be a text"),
        ("send", {"user_id": "x", "text": "a"}, 400, "user_id must be a whole number"),
        ("send", [], 400, "the body must be a JSON object"),
        (
            "send",
            {"user_id": 100001, "text": "a", "reply_to": 77},
            404,
            "there is no message 77 in chat 100001",
        ),
        ("send", {"user_id": 100001, "text": "a", "chat_id": -5}, 404, "there is no chat -5"),
        (
            "send",
            {"user_id": 100001, "text": "好" * 4097},
            400,
            "a message has at most 4096 UTF-16 units; the apps split longer ones",
        ),
        ("users", {"first_name": ""}, 400, "first_name must not be empty"),
        ("groups", {"title": "a", "members": []}, 400, "a group needs a title and at least one member"),
        ("block", {"user_id": 100001}, 400, "blocked must be true or false"),
        ("faults", {"kind": "error", "colour": "red"}, 400, "a fault has no colour"),
        ("network", {"state": "perhaps"}, 400, 'state is "on" or "off"'),
        (
            "clock",
            {"advance_seconds": 5},
            409,
            "no desk is attached to this server, so there is no clock to advance",
        ),
    ],
)
@pytest.mark.usefixtures("wang")
async def test_errors_are_plain_sentences(
    people: People, path: str, body: Any, status: int, error: str
) -> None:
    assert await people.post(path, body, status=status) == {"error": error}


async def test_a_desk_has_a_clock(people: People) -> None:
    desk = FakeDesk()
    desk.go.set()
    assert "error" in await people.get("desk", status=404)
    assert "error" in await people.post("hire", {"first_name": "李", "role": "clerk"}, status=409)
    people.server.desk = desk
    assert (await people.post("clock", {"advance_seconds": 3600}))["now"] == "2026-11-20T10:30:00+08:00"
    assert (await people.post("clock", {"to": "morning"}))["now"] == "2026-11-21T10:30:00+08:00"
    assert (await people.get("state"))["clock"]["now"] == "2026-11-21T10:30:00+08:00"
    assert await people.get("desk") == {}
    await people.get("cases/261120-0001", status=404)
    for wrong in ({"advance_seconds": -1}, {"outage_seconds": -1}, {}):
        await people.post("clock", wrong, status=400)


async def test_a_qr_picture_is_a_drawing(people: People) -> None:
    url = f"{people.server.address}sandbox/qr"
    async with people.session.get(url, params={"text": "https://t.me/minsheng_sandbox_bot?start=x"}) as reply:
        assert reply.content_type == "image/svg+xml"
        assert "<svg" in await reply.text()
    for wrong in ("", "a" * 301):
        async with people.session.get(url, params={"text": wrong}) as reply:
            assert reply.status == 400


async def test_another_site_is_refused(people: People, wang: int) -> None:
    body = {"user_id": wang, "text": "a"}
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}):
        await people.post("send", body, status=403, headers=headers)
    await people.post("send", body, headers={"Origin": people.server.address.rstrip("/")})


async def test_raw_updates(people: People, bot: PlainBot) -> None:
    for raw in ({"message": 5}, "noise", [1]):
        assert await people.post("raw_update", raw) == {}
    updates = await bot.ok("getUpdates")
    assert updates[0]["message"] == 5
    assert updates[1:] == ["noise", [1]]


async def test_the_page_and_only_the_page(people: People) -> None:
    for path in ("static/none.js", "static/%2e%2e/server.py"):
        async with people.session.get(people.server.address + path) as response:
            assert response.status == 404


async def read_events(response: aiohttp.ClientResponse, count: int) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = []
    async with asyncio.timeout(PATIENCE):
        async for line in response.content:
            if line.startswith(b"data: "):
                events.append(json.loads(line[6:]))
                if len(events) == count:
                    break
    return events


async def test_events_stream_from_where_one_left_off(people: People, bot: PlainBot, wang: int) -> None:
    seq = (await people.get("state"))["seq"]
    await bot.say(wang, "一")
    url = f"{people.server.address}sandbox/events"
    async with people.session.get(url, params={"after": seq}) as response:
        assert response.content_type == "text/event-stream"
        await bot.ok("sendChatAction", chat_id=wang, action="typing")
        await people.post("block", {"user_id": wang, "blocked": True})
        events = await read_events(response, 4)
    assert [event["type"] for event in events] == ["message", "chat_action", "user", "chat"]
    assert [event["seq"] for event in events] == [seq + 1, seq + 2, seq + 3, seq + 4]
    async with people.session.get(url, params={"after": seq + 1000}) as response:
        assert await read_events(response, 1) == [{"type": "reset", "seq": seq + 4}]


async def test_waiting_for_an_event(people: People, bot: PlainBot, wang: int) -> None:
    world = people.server.world
    waiting = asyncio.create_task(world.wait_for(lambda e: e["type"] == "message", chat_id=wang))
    await asyncio.sleep(0)
    await bot.say(wang, "来了")
    assert (await waiting)["message"]["text"] == "来了"
    with pytest.raises(TimeoutError):
        await world.wait_for(lambda e: e["type"] == "message", 0.01)
    assert world.events._waiters == {}
