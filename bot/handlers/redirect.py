"""The citizen's change of domain: c:redomain:CASE, then c:redomain:CASE:DOMAIN."""

from bot.handlers.verbs import Presses
from bot.service import redirecting
from bot.service.desk import Desk
from bot.store.db import Tx


async def _redomain(tx: Tx, desk: Desk, person: int, chat: int, case_id: int, args: list[str]) -> str:
    if args:
        await redirecting.redirect(tx, desk, person, chat, case_id, args[0])
        return "toast-done"
    await redirecting.offer(tx, desk, person, chat, case_id)
    return "toast-opened"


PRESSES: Presses = {"redomain": _redomain}
