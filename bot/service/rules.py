"""What goes where: a text tried out without filing anything, and the overview of who leads what in which place."""

from bot.core import accused, danger, routing
from bot.core.errors import DispatchersOnly, StaleButton
from bot.core.plain import title_of
from bot.core.routing import Suggested
from bot.departments import DOMAINS, TOPICS
from bot.service.desk import Desk
from bot.service.handling import staff
from bot.service.saying import say
from bot.store import slots
from bot.store.db import Tx
from bot.texts import LANGUAGES
from bot.views import rules as view

SLOT = "rules"
MATTERS = (*DOMAINS, *TOPICS)


async def _dispatcher(tx: Tx, person_id: int) -> None:
    """Raises NotInvited, DispatchersOnly."""
    if not (await staff(tx, person_id)).dispatcher:
        raise DispatchersOnly


def matter_named(desk: Desk, words: str) -> str | None:
    """A domain or topic by what it is called in any of our languages."""
    wanted = words.strip().casefold()
    called = {desk.voice(language).domain(m).casefold(): m for m in MATTERS for language in LANGUAGES}
    return called.get(wanted, wanted if wanted in MATTERS else None)


async def judged(desk: Desk, text: str) -> Suggested:
    """What the classifier says of a text; while preparing."""
    return await desk.brain.suggest(*title_of(text))


async def try_out(tx: Tx, desk: Desk, person_id: int, chat_id: int, text: str, guess: Suggested) -> None:
    """Where a text would go if a citizen wrote it now, and why; nothing is filed."""
    await _dispatcher(tx, person_id)
    offices = desk.offices
    where = routing.route(guess, None, offices.tree, offices.where(text))
    likely = accused.likely(text, offices.all)
    end = accused.apart(where, likely, offices.all)
    certain, asks = danger.judged(danger.sign(text), guess.alarm, None)
    urgent = "sure" if certain else "asked" if asks else "no"
    content = view.tried(desk.house, text, guess, where, end, likely if end != where else (), urgent)
    await say(tx, chat_id, content, "route-tried")


async def show(tx: Tx, desk: Desk, person_id: int, chat_id: int, *, anew: bool) -> None:
    """Every domain and topic, a line each."""
    await _dispatcher(tx, person_id)
    if anew:
        await slots.forget(tx, chat_id, SLOT)
    await say(tx, chat_id, view.overview(desk.house, DOMAINS, TOPICS), "rules", slot=SLOT)


async def show_matter(tx: Tx, desk: Desk, person_id: int, chat_id: int, matter: str, page: int) -> None:
    """Who has one domain or topic, place by place. Raises StaleButton."""
    await _dispatcher(tx, person_id)
    if matter not in MATTERS:
        raise StaleButton
    await say(tx, chat_id, view.matter(desk.house, matter, page), "rules", slot=SLOT)
