"""Whatever a message can hold, by the Bot API itself: kept, or named with what to do instead. Nothing is ignored."""

import re
from typing import Any

import pytest

from bot.core import smalltalk
from tests import botapi_spec
from tests.city import PICTURE, City, Player
from tests.journeys.acts import card_of, events_of, labels
from tests.journeys.transcript import Transcript

# What a message says about itself, and no content.
FRAME = [
    "message_id",
    "message_thread_id",
    "direct_messages_topic",
    "from",
    "sender_chat",
    "sender_boost_count",
    "sender_business_bot",
    "sender_tag",
    "date",
    "guest_query_id",
    "business_connection_id",
    "chat",
    "forward_origin",
    "is_topic_message",
    "is_automatic_forward",
    "reply_to_message",
    "external_reply",
    "quote",
    "reply_to_story",
    "reply_to_checklist_task_id",
    "reply_to_poll_option_id",
    "via_bot",
    "guest_bot_caller_user",
    "guest_bot_caller_chat",
    "edit_date",
    "has_protected_content",
    "is_from_offline",
    "is_paid_post",
    "media_group_id",
    "author_signature",
    "paid_star_count",
    "entities",
    "link_preview_options",
    "suggested_post_info",
    "effect_id",
    "caption",
    "caption_entities",
    "show_caption_above_media",
    "has_media_spoiler",
    "reply_markup",
]
# What Telegram itself reports about the chat: nobody sent it, and nobody waits for an answer.
REPORTS = re.compile(
    "new_chat_|left_chat_|delete_chat_|chat_owner_|group_chat_|supergroup_|channel_chat_|message_auto_delete|migrate_|"
    "pinned_|forum_|general_forum|video_chat_|chat_background|suggested_post_|paid_message_price|"
    "direct_message_price|proximity_|connected_website|write_access|managed_bot|poll_option_|checklist_tasks_|"
    "giveaway_c|refunded_|gift_upgrade"
)
KEPT = [
    "text",
    "animation",
    "audio",
    "document",
    "live_photo",
    "photo",
    "video",
    "video_note",
    "voice",
    "contact",
    "venue",
    "location",
]


def example(types: list[str]) -> Any:
    """The least that is valid of a type."""
    name = types[0]
    if name.startswith("Array of "):
        return [example([name.removeprefix("Array of ")])]
    if name in ("Integer", "Float", "String", "Boolean", "True"):
        return {"Integer": 7, "Float": 0.5, "String": "路灯坏了", "Boolean": True, "True": True}[name]
    described = botapi_spec.spec()["types"][name]
    if described.get("subtypes"):
        return example(described["subtypes"])
    made = {}
    for field in described.get("fields") or []:
        if field["required"]:
            always = re.search(r'(?:always|must be) ["“*]?(\w+)', field["description"])
            fixed = always and field["types"] == ["String"] and field["name"] in ("type", "status", "source")
            made[field["name"]] = always[1] if fixed and always else example(field["types"])
    return made


async def receive(city: City, who: Player, **content: Any) -> None:
    chat = city.server.world.chat(who.chat)
    city.server.world.post(chat, content, sender=city.server.world.person(who.user).user())
    await city.settle()


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@pytest.mark.skipif(not botapi_spec.present(), reason=botapi_spec.MISSING)
async def test_nothing_that_is_sent_is_ignored(city: City) -> None:
    fields = {f["name"]: f for f in botapi_spec.spec()["types"]["Message"]["fields"]}
    assert set(FRAME) <= set(fields)
    citizen = await city.citizen("陈女士")
    for name, field in fields.items():
        if name in FRAME:
            continue
        heard = len(citizen.heard)
        content = {name: example(field["types"])}
        if name == "live_photo":  # comes with the still one
            content["photo"] = example(fields["photo"]["types"])
        await receive(city, citizen, **content)
        if REPORTS.match(name):
            assert len(citizen.heard) == heard, name
        elif name in KEPT:
            assert "我记下了" in citizen.last["text"], name
            await citizen.press("取消")
        else:
            assert len(citizen.heard) == heard + 1, name
            assert "请用文字写下是什么事" in citizen.last["text"], name


async def test_in_any_order(city: City) -> None:
    """Each kind begins a draft or adds to it; the late parts of an album find the case that has the first ones."""
    clerk = await city.clerk("zhujian", "李明")
    told = Transcript(city)
    citizen = await city.citizen("陈女士")
    told.name(citizen, clerk, 住建局群=clerk.chat)
    world = city.server.world
    for kind in ("sticker", "poll", "dice"):
        await citizen.send_other(kind)
        assert "请用文字写下是什么事" in citizen.last["text"]
    await citizen.say("👍")
    assert "不客气" in citizen.last["text"]
    await citizen.send_other("contact", phone_number="+8613812345678")
    assert "记下了您的手机号：" in citizen.last["text"]
    assert "13812345678" not in citizen.last["text"]
    await citizen.send_other("location")
    assert labels(citizen.last)[0] == "✅ 提交"
    await citizen.send_other("contact", own=False, first_name="王经理", phone_number="+8613987654321")
    await citizen.say("小区电梯坏了，找这个物业经理也没用")
    world.send_photo(citizen.user, PICTURE, media_group_id="9")
    await city.settle()
    await citizen.press("提交")
    number = "261120-0001"
    card = card_of(clerk, number)["text"]
    assert "电话 +861********78" in card
    assert "王经理" in card
    assert "13812345678" not in card
    assert "13987654321" not in card
    world.send_photo(citizen.user, PICTURE, media_group_id="9")
    world.send_photo(citizen.user, PICTURE, media_group_id="9")
    await city.settle()
    assert f"补充到了 {number}" in citizen.last["text"]
    assert [kind for kind, _ in await events_of(city, number)] == ["filed", "added", "added"]
    await clerk.press("签收")
    await clerk.say(f"/ask {number} 能拍张照片吗？")
    await clerk.press("发给市民")
    for _ in range(3):  # an answer in pictures
        world.send_photo(citizen.user, PICTURE, media_group_id="10")
    await city.settle()
    assert [kind for kind, _ in await events_of(city, number)][-3:] == ["supplied", "added", "added"]
    assert not any("还没有文字" in words for words in citizen.heard), "no draft of the rest"
    told.check("any-order.zh-Hans")


def test_gestures_are_no_requests() -> None:
    meant = {"👍": "thanks", "🙏🙏": "thanks", "？？？": "hello", "……": "hello", "🚧" * 40: None, "0": None}
    assert {text: smalltalk.meaning(text) for text in meant} == meant
