"""What a press of a case's button, or a reply to one of the bot's questions about a case, leads to."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.service.desk import Desk
from bot.store.db import Tx

# (transaction, desk, person, chat, case, the rest of the button's data) -> the toast's text key
Press = Callable[[Tx, Desk, int, int, int, list[str]], Awaitable[str]]
# (transaction, desk, person, chat, case, what stood behind the purpose's colon, text, message) of a clerk's reply
Answer = Callable[[Tx, Desk, int, int, int, str, str, int], Awaitable[None]]
# What has to prepare before its transaction, a press or a reply: (update, context, case); it commits by itself.
Slow = Callable[[Any, Any, int], Awaitable[None]]
Presses = Mapping[str, Press]
SlowPresses = Mapping[str, Slow]
SlowAnswers = Mapping[str, Slow]
Answers = Mapping[str, Answer]
