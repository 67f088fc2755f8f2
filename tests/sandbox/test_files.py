"""Files in both directions."""

import json

import aiohttp
import pytest

from bot.sandbox.errors import SandboxError
from bot.sandbox.files import picture_size
from bot.sandbox.world import World
from tests.sandbox.conftest import PlainBot
from tests.sandbox.pictures import jpeg, png


async def download(bot: PlainBot, file_id: str) -> bytes:
    file = await bot.ok("getFile", file_id=file_id)
    async with bot.session.get(
        f"{bot.server.base_file_url}{bot.server.token}/{file['file_path']}"
    ) as response:
        assert response.status == 200
        return await response.read()


def test_sizes_are_read_from_the_header() -> None:
    assert picture_size(png(640, 480)) == (640, 480)
    assert picture_size(jpeg(800, 600)) == (800, 600)
    assert picture_size(b"GIF89a\x20\x03\x58\x02xx") == (800, 600)
    assert picture_size(b"<html>") is None
    assert picture_size(b"\xff\xd8\xff\xe0") is None


async def test_a_citizen_sends_a_photo(bot: PlainBot, world: World, wang: int) -> None:
    data = png(1920, 1080)
    world.send_photo(wang, data, caption="路灯 /x")
    [update] = await bot.updates()
    sizes = update["message"]["photo"]
    assert [(s["width"], s["height"]) for s in sizes] == [(90, 51), (320, 180), (800, 450), (1280, 720)]
    assert len({s["file_unique_id"] for s in sizes}) == 4
    assert update["message"]["caption_entities"][0]["type"] == "bot_command"
    assert await download(bot, sizes[-1]["file_id"]) == data
    again = world.send_photo(wang, data)["photo"]
    assert [s["file_unique_id"] for s in again] == [s["file_unique_id"] for s in sizes]
    assert again[0]["file_id"] != sizes[0]["file_id"]
    with pytest.raises(SandboxError, match="not a picture"):
        world.send_photo(wang, b"text")


async def test_albums_are_several_messages(bot: PlainBot, world: World, wang: int) -> None:
    for width in (100, 200):
        world.upload(wang, "photo", png(width, 100), media_group_id="7")
    updates = await bot.updates()
    assert [u["message"]["media_group_id"] for u in updates] == ["7", "7"]


async def test_the_bot_uploads_and_sends_again(bot: PlainBot, wang: int) -> None:
    url = f"{bot.server.base_url}{bot.server.token}/sendDocument"
    form = aiohttp.FormData(quote_fields=False)
    for name, value in {"chat_id": str(wang), "document": "attach://part", "caption": "台账"}.items():
        form.add_field(name, value)
    form.add_field("part", b"PK...", filename="台账.xlsx")
    async with bot.session.post(url, data=form) as response:
        message = (await response.json())["result"]
    document = message["document"]
    assert (document["file_name"], document["file_size"], message["caption"]) == ("台账.xlsx", 5, "台账")
    assert await download(bot, document["file_id"]) == b"PK..."
    again = await bot.ok("sendDocument", chat_id=wang, document=document["file_id"])
    assert again["document"] == document
    where = {"chat_id": wang, "message_id": message["message_id"]}
    edited = await bot.ok("editMessageCaption", **where, caption="新台账")
    assert edited["caption"] == "新台账"
    assert await bot.error("editMessageText", **where, text="x") == (
        "Bad Request: there is no text in the message to edit"
    )
    assert await bot.error("editMessageCaption", **where, caption="长" * 1025) == (
        "Bad Request: message caption is too long"
    )
    assert await bot.error("sendPhoto", chat_id=wang, photo=document["file_id"]) == (
        "Bad Request: can't use file of type Document as Photo"
    )
    assert bot.server.unknown_params == set()


async def test_a_group_of_media(bot: PlainBot, wang: int) -> None:
    url = f"{bot.server.base_url}{bot.server.token}/sendMediaGroup"
    media = [{"type": "photo", "media": f"attach://p{i}", "caption": f"图{i}"} for i in range(2)]
    form = aiohttp.FormData({"chat_id": str(wang), "media": json.dumps(media)})
    for i in range(2):
        form.add_field(f"p{i}", jpeg(100 + i, 100), filename=f"{i}.jpg")
    async with bot.session.post(url, data=form) as response:
        messages = (await response.json())["result"]
    assert [m["caption"] for m in messages] == ["图0", "图1"]
    assert len({m["media_group_id"] for m in messages}) == 1
    too_many = [{"type": "photo", "media": "x"}] * 11
    assert await bot.error("sendMediaGroup", chat_id=wang, media=too_many) == (
        "Bad Request: too many messages to send as an album"
    )


async def test_file_refusals(bot: PlainBot, world: World, wang: int) -> None:
    big = world.upload(wang, "document", bytes(20 * 1024 * 1024 + 1), "big.bin")["document"]
    assert await bot.error("getFile", file_id=big["file_id"]) == "Bad Request: file is too big"
    assert await bot.error("getFile", file_id="nonsense") == "Bad Request: invalid file_id"
    assert (await bot.error("sendPhoto", chat_id=wang, photo="nonsense")).startswith(
        "Bad Request: wrong remote file identifier specified"
    )
    assert (await bot.error("sendPhoto", chat_id=wang)).startswith("Bad Request: there is no photo")
    async with bot.session.get(f"{bot.server.base_file_url}{bot.server.token}/photos/none.jpg") as response:
        assert response.status == 404
