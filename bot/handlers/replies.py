"""Buttons around a clerk's answer that stand under 更多…"""

from bot.handlers.verbs import Presses
from bot.service import writing
from bot.service.desk import Desk
from bot.store.db import Tx


async def on_correct(tx: Tx, desk: Desk, person_id: int, chat_id: int, case_id: int, _args: list[str]) -> str:
    await writing.ask_for_correction(tx, desk, person_id, chat_id, case_id)
    return "toast-opened"


PRESSES: Presses = {"correct": on_correct}
