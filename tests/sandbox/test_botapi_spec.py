"""The validator itself can say no."""

from typing import Any

import pytest

from tests import botapi_spec
from tests.rows import each_row

pytestmark = pytest.mark.skipif(not botapi_spec.present(), reason=botapi_spec.MISSING)

USER = {"id": 1, "is_bot": False, "first_name": "王芳"}
CHAT = {"id": 1, "type": "private"}
MESSAGE: dict[str, Any] = {"message_id": 1, "date": 1, "chat": CHAT}


@each_row(
    ("kind", "value", "count"),
    [
        ("User", USER, 0),
        ("User", {**USER, "id": "1"}, 1),
        ("User", {**USER, "age": 30}, 1),
        ("User", {"id": 1}, 2),
        (
            "Message",
            {**MESSAGE, "photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]},
            0,
        ),
        ("Message", {**MESSAGE, "photo": [{"file_id": "a"}]}, 3),
        ("Message", {**MESSAGE, "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}}, 0),
        ("Message", {**MESSAGE, "reply_markup": {"inline_keyboard": [{"text": "a"}]}}, 2),
        ("ChatMember", {"status": "left", "user": USER}, 0),
        ("ChatMember", {"status": "gone", "user": USER}, 1),
        ("MaybeInaccessibleMessage", {**MESSAGE, "date": 0}, 0),
        ("Location", {"latitude": 1, "longitude": True}, 1),
    ],
)
def test_objects(kind: str, value: Any, count: int) -> None:
    assert len(botapi_spec.validate(kind, value)) == count


@each_row(
    ("method", "params", "count"),
    [
        ("sendMessage", {"chat_id": 1, "text": "a"}, 0),
        ("sendMessage", {"chat_id": "1", "text": "a", "reply_markup": '{"force_reply": true}'}, 0),
        ("sendMessage", {"chat_id": 1}, 1),
        ("sendMessage", {"chat_id": 1, "text": "a", "colour": "red"}, 1),
        ("sendMessage", {"chat_id": 1, "text": "a", "reply_parameters": {"id": 5}}, 2),
        ("sendDocument", {"chat_id": 1, "document": "attach://x", "x": "<file>"}, 0),
        ("sendNothing", {}, 1),
    ],
)
def test_requests(method: str, params: dict[str, Any], count: int) -> None:
    assert len(botapi_spec.validate_request(method, params)) == count
