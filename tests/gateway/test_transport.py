"""HTTP to the Bot API: PTB's request on aiohttp, raw calls whose errors say what to do, and a token never shown."""

import asyncio
import io
import logging
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import BadRequest, Forbidden, NetworkError, TimedOut

from bot.gateway.transport import (
    AiohttpRequest,
    ApiFault,
    BadToken,
    BotApi,
    Conflict,
    Gone,
    Migrated,
    NoAnswer,
    NotModified,
    Refused,
    SlowDown,
    Vanished,
)
from bot.sandbox.server import SandboxServer
from bot.sandbox.world import World
from bot.secrets import RedactingFilter, Token
from tests.factories import TOKEN
from tests.sandbox.pictures import png

SECRET_PART = TOKEN.partition(":")[2]


@pytest.fixture
async def bot(server: SandboxServer, request_: AiohttpRequest) -> Any:
    async with Bot(
        TOKEN,
        base_url=server.base_url,
        base_file_url=server.base_file_url,
        request=request_,
        get_updates_request=AiohttpRequest(),
    ) as made:
        yield made
    await request_.initialize()


@pytest.fixture
def nowhere(unused_tcp_port: int) -> str:
    """An address where nobody listens."""
    return f"http://127.0.0.1:{unused_tcp_port}/bot"


# --- under PTB


async def test_a_call_and_its_answer(bot: Bot, wang: int) -> None:
    assert (await bot.get_me()).id == 123456789
    sent = await bot.send_message(wang, "您好 <b>王芳</b> & 🚨", parse_mode="HTML")
    assert sent.text == "您好 王芳 & 🚨"


async def test_a_picture_goes_up(bot: Bot, world: World, wang: int) -> None:
    sent = await bot.send_photo(wang, png(300, 200), caption="现场")
    assert sent.caption == "现场"
    assert (sent.photo[-1].width, sent.photo[-1].height) == (300, 200)


async def test_a_file_goes_up_under_its_name_and_comes_down_again(bot: Bot, wang: int) -> None:
    content = bytes(range(256)) * 300
    sent = await bot.send_document(wang, InputFile(io.BytesIO(content), filename="台账 11月.xlsx"))
    assert sent.document is not None
    assert sent.document.file_name == "台账 11月.xlsx"
    file = await bot.get_file(sent.document.file_id)
    assert bytes(await file.download_as_bytearray()) == content


async def test_telegrams_errors_are_ptbs_errors(bot: Bot, world: World, wang: int) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(404, "x")
    world.block(wang, True)
    with pytest.raises(Forbidden):
        await bot.send_message(wang, "x")


async def test_no_answer_in_time(bot: Bot, world: World, wang: int) -> None:
    world.add_fault(method="getMe", kind="delay", seconds=0.5)
    with pytest.raises(TimedOut):
        await bot.get_me(read_timeout=0.05)


@pytest.mark.parametrize("kind", ["drop_before", "drop_after"])
async def test_a_connection_that_is_lost(bot: Bot, world: World, wang: int, kind: str) -> None:
    world.add_fault(method="sendMessage", kind=kind)
    with pytest.raises(NetworkError) as raised:
        await bot.send_message(wang, "x")
    assert not isinstance(raised.value, BadRequest)


async def test_nobody_listens(nowhere: str) -> None:
    request = AiohttpRequest()
    bot = Bot(TOKEN, base_url=nowhere, request=request, get_updates_request=AiohttpRequest())
    with pytest.raises(NetworkError):
        await bot.initialize()
    await bot.shutdown()
    await request.shutdown()


async def test_a_transport_that_is_not_open_says_so() -> None:
    with pytest.raises(NetworkError, match="not open"):
        await AiohttpRequest().do_request("http://127.0.0.1:9/", "POST")


async def test_opening_and_closing_twice_does_no_harm() -> None:
    request = AiohttpRequest()
    await request.initialize()
    session = request.session
    await request.initialize()
    assert request.session is session
    await request.shutdown()
    await request.shutdown()
    await request.initialize()
    assert request.session is not session
    await request.shutdown()


# --- raw calls


@pytest.mark.parametrize(
    ("code", "description", "parameters", "fault"),
    [
        (400, "Bad Request: message is not modified: specified new message content …", None, NotModified),
        (400, "Bad Request: message to edit not found", None, Vanished),
        (400, "Bad Request: message can't be edited", None, Vanished),
        (400, "Bad Request: MESSAGE_ID_INVALID", None, Vanished),
        (400, "Bad Request: chat not found", None, Gone),
        (400, "Bad Request: PEER_ID_INVALID", None, Gone),
        (400, "Bad Request: not enough rights to send text messages to the chat", None, Gone),
        (400, "Bad Request: group chat was deleted", None, Gone),
        (403, "Forbidden: bot was blocked by the user", None, Gone),
        (403, "Forbidden: user is deactivated", None, Gone),
        (403, "Forbidden: bot was kicked from the supergroup chat", None, Gone),
        (403, "Forbidden: bot can't initiate conversation with a user", None, Gone),
        (
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            {"migrate_to_chat_id": -1001},
            Migrated,
        ),
        (400, "Bad Request: can't parse entities: unclosed tag", None, Refused),
        (400, "Bad Request: message is too long", None, Refused),
        (413, "Request Entity Too Large", None, Refused),
        (404, "Not Found: method not found", None, Refused),
        (404, "Not Found", None, BadToken),
        (401, "Unauthorized", None, BadToken),
        (409, "Conflict: terminated by other getUpdates request", None, Conflict),
        (429, "Too Many Requests: retry after 9", {"retry_after": 9}, SlowDown),
        (429, "Too Many Requests", None, SlowDown),
        (500, "Internal Server Error", None, NoAnswer),
        (502, "Bad Gateway", None, NoAnswer),
        (504, "Gateway Timeout", None, NoAnswer),
    ],
)
async def test_every_no_says_what_to_do(
    api: BotApi,
    world: World,
    wang: int,
    code: int,
    description: str,
    parameters: dict[str, Any] | None,
    fault: type[ApiFault],
) -> None:
    world.add_fault(method="sendMessage", error_code=code, description=description, parameters=parameters)
    with pytest.raises(fault) as raised:
        await api.call("sendMessage", {"chat_id": wang, "text": "x"})
    assert type(raised.value) is fault
    if isinstance(raised.value, SlowDown):
        assert raised.value.seconds == (parameters or {"retry_after": 1})["retry_after"]
    if isinstance(raised.value, Migrated):
        assert raised.value.new_chat_id == -1001


async def test_a_lost_connection_is_no_answer(api: BotApi, world: World, wang: int) -> None:
    for kind in ("drop_before", "drop_after"):
        world.add_fault(method="sendMessage", kind=kind)
        with pytest.raises(NoAnswer):
            await api.call("sendMessage", {"chat_id": wang, "text": "x"})


async def test_an_answer_that_takes_too_long_is_none(api: BotApi, world: World) -> None:
    world.add_fault(method="getMe", kind="delay", seconds=0.5)
    with pytest.raises(NoAnswer, match="in time"):
        await api.call("getMe", answer_seconds=0.05)


async def test_nobody_listening_is_no_answer(request_: AiohttpRequest, nowhere: str) -> None:
    with pytest.raises(NoAnswer):
        await BotApi(request_, nowhere, Token(TOKEN)).call("getMe")


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (200, "<html>a portal's log-in page</html>"),
        (502, "Bad Gateway"),
        (200, "[1, 2]"),
        (200, '"x"'),
        (200, ""),
        (404, "<html>no such page</html>"),
        (502, '{"ok": false, "error_code": "bad gateway"}'),
        (429, '{"ok": false, "error_code": 429, "parameters": {"retry_after": "soon"}}'),
        (400, '{"ok": false, "error_code": 400, "parameters": {"migrate_to_chat_id": null}}'),
    ],
)
async def test_something_else_in_telegrams_place_is_no_answer(
    request_: AiohttpRequest, status: int, body: str
) -> None:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, text=body)

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    api = BotApi(request_, f"http://127.0.0.1:{runner.addresses[0][1]}/bot", Token(TOKEN))
    try:
        with pytest.raises(NoAnswer):
            await api.call("getMe")
    finally:
        await runner.cleanup()


async def test_a_wrong_token_is_told_apart(server: SandboxServer, request_: AiohttpRequest) -> None:
    with pytest.raises(BadToken):
        await BotApi(request_, server.base_url, Token("987654321:" + "w" * 35)).call("getMe")


# --- the token


async def failures(api: BotApi, request: AiohttpRequest, world: World, nowhere: str) -> list[str]:
    """What every kind of failure says of itself."""
    words = []

    async def note(call: Any) -> None:
        try:
            await call
        except Exception as error:  # noqa: BLE001 - all of them
            words.append(
                f"{error} {error!r} {error.__cause__!r} {error.__context__ if not error.__suppress_context__ else ''}"
            )

    for kind in ("drop_before", "drop_after", "error"):
        world.add_fault(method="getMe", kind=kind)
        await note(api.call("getMe"))
    world.add_fault(method="getMe", kind="delay", seconds=0.3)
    await note(api.call("getMe", answer_seconds=0.02))
    await note(BotApi(request, nowhere, Token(TOKEN)).call("getMe"))
    await note(BotApi(request, "http://host.invalid/bot", Token(TOKEN)).call("getMe"))
    await note(BotApi(request, "http://[::bad/bot", Token(TOKEN)).call("getMe"))
    for url in (nowhere, "http://host.invalid/bot", "http://[::bad/bot"):
        await note(request.do_request(f"{url}{TOKEN}/getMe", "POST"))
        bot = Bot(TOKEN, base_url=url, request=request, get_updates_request=request)
        await note(bot.get_me())
    return words


async def test_no_error_and_no_log_shows_the_token(
    api: BotApi, request_: AiohttpRequest, world: World, nowhere: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    words = await failures(api, request_, world, nowhere)
    assert len(words) == 13
    ours = [r.getMessage() for r in caplog.records if not r.name.startswith("telegram")]
    for text in (*words, *ours):
        assert SECRET_PART not in text
    # PTB writes its whole address at DEBUG: the filter on our handler takes that out.
    assert SECRET_PART in caplog.text
    assert SECRET_PART not in RedactingFilter(Token(TOKEN)).redact(caplog.text)


async def test_one_session_keeps_its_connections(api: BotApi, request_: AiohttpRequest) -> None:
    session = request_.session
    await asyncio.gather(*(api.call("getMe") for _ in range(20)))
    assert request_.session is session
    assert isinstance(session.connector, aiohttp.TCPConnector)
    assert session.connector.limit == 64
