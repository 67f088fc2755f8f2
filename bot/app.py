"""The composition root: how the parts are put together, started and stopped."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from telegram.ext import ApplicationBuilder, ContextTypes

from bot import jobs
from bot.brain import Brain
from bot.clocks import BusinessClock, MachineClock, SystemClock, SystemMachineClock
from bot.config import Settings
from bot.core.menus import CITIZEN_COMMANDS, GROUP_COMMANDS
from bot.gateway import webhook
from bot.gateway.budget import Budget, Rates
from bot.gateway.deliver import Deliverer
from bot.gateway.dispatch import DeskApplication, Dispatcher
from bot.gateway.receive import Poller, Store, WrongToken
from bot.gateway.transport import AiohttpRequest, ApiFault, BadToken, BotApi
from bot.handlers.common import Context, case_number
from bot.handlers.fates import Fates
from bot.handlers.order import ANSWERS, SLOW_ANSWERS, add_handlers
from bot.secrets import Token
from bot.service import inviting, menus
from bot.service.desk import Desk
from bot.similar import Likes
from bot.store import migrate
from bot.store.db import Database
from bot.store.outbox import OUTBOX
from bot.store.sending import Waiting
from bot.texts import FALLBACK, plain
from bot.training import Trainer
from bot.views import staff as staff_view
from classifier.labels import LABELS
from classifier.predict import Classifier, ModelError

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Service:
    """The running desk."""

    settings: Settings
    desk: Desk
    db: Database
    application: DeskApplication
    dispatcher: Dispatcher
    deliverer: Deliverer
    clock: BusinessClock
    admin_code: str | None
    tasks: list[asyncio.Task[None]]
    likes: Likes

    async def wait(self) -> None:
        """Until a part ends, which it does only by failing: its exception is raised. Or until cancelled."""
        done, _ = await asyncio.wait(self.tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()


@asynccontextmanager
async def serve(
    settings: Settings,
    token: Token,
    *,
    clock: BusinessClock | None = None,
    machine: MachineClock | None = None,
    classifier: Classifier | None = None,
    webhook_secret: str | None = None,
    receive: bool = True,
    retrain_options: Sequence[str] = (),
) -> AsyncIterator[Service]:
    """Start the desk and stop it again in order.

    Raises AlreadyServed, MigrationError, WrongToken. Without a network it waits for one.
    """
    clock = clock or SystemClock()
    machine = machine or SystemMachineClock()
    db = Database(settings.store.path, clock)
    settings.store.path.parent.mkdir(parents=True, exist_ok=True)
    db.claim_service()
    request = AiohttpRequest()
    brain: Brain | None = None
    likes: Likes | None = None
    try:
        await asyncio.to_thread(migrate.upgrade, settings.store.path)
        await db.open()
        await request.initialize()
        api = BotApi(request, settings.telegram.base_url, token)
        me = await _introduce(api, machine)
        if classifier is None:
            about = settings.classifier
            classifier = await asyncio.to_thread(Classifier.load, about.model, precision=about.precision)
            if classifier.labels != LABELS:
                raise ModelError(
                    f"{about.model}: it tells {' '.join(classifier.labels)} apart, and the desk's labels are "
                    f"{' '.join(LABELS)}"
                )
        brain = Brain(classifier, settings.store.path.parent / "models", settings.classifier.precision)
        likes = Likes(db, machine, classifier.likeness)
        desk = Desk(settings, brain, me["username"], likes)
        await jobs.follow_model(db, desk, clock)
        await jobs.follow_calendar(db, desk, clock)
        await jobs.follow_departments(db, desk)
        await brain.suggest(None, "热身")
        application = _application(settings, token, request, desk, db)
        await application.initialize()
        fates = Fates(desk)
        budget = Budget(
            Rates(
                settings.budget.enabled,
                settings.budget.per_second,
                settings.budget.private_per_second,
                group_per_minute=settings.budget.group_per_minute,
            )
        )
        deliverer = Deliverer(
            db,
            api,
            budget,
            fates,
            machine,
            bundle=lambda cards: _bundle(desk, cards),
            bundle_size=settings.budget.bundle_size,
        )
        dispatcher = Dispatcher(
            db,
            application,
            fates,
            business=clock,
            machine=machine,
            attempts=settings.desk.attempts,
            workers=settings.desk.workers,
        )
        db.on_commit(deliverer.wake, OUTBOX)
        code = await db.write(lambda tx: inviting.first_admin_code(tx, desk), cause="start")
        await db.write(lambda tx: menus.follow(tx, desk), cause="start")
        store = Store(db, token.bot_id, dispatcher.wake)
        service = Service(settings, desk, db, application, dispatcher, deliverer, clock, code, [], likes)
        ticks = jobs.Ticks(db, desk, clock)
        ticks.start()
        if receive:
            await _set_commands(api, settings.city.language)
        trainer = Trainer(db, desk, clock, machine, retrain_options)
        parts: list[Any] = [deliverer.run(), dispatcher.run(), trainer.run(), likes.run()]
        if receive and settings.telegram.mode == "polling":
            await _until_done(machine, lambda: api.call("deleteWebhook"))
            parts.append(Poller(api, store, machine, settings.telegram.poll_timeout_seconds).run())
        elif receive:
            assert settings.telegram.webhook is not None
            assert webhook_secret is not None
            parts.append(webhook.serve(api, store, settings.telegram.webhook, webhook_secret, machine))
        service.tasks = [asyncio.create_task(part) for part in parts]
        try:
            yield service
        finally:
            await ticks.stop()
            # Receiving stops first, then handling, then sending. What is not sent yet waits in the outbox.
            for task in reversed(service.tasks):
                task.cancel()
                with suppress(asyncio.CancelledError, Exception):
                    await task
            await application.shutdown()
    finally:
        await db.close()
        await request.shutdown()
        if brain is not None:
            brain.close()
        if likes is not None:
            likes.close()


def _application(
    settings: Settings, token: Token, request: AiohttpRequest, desk: Desk, db: Database
) -> DeskApplication:
    builder = (
        ApplicationBuilder()
        .application_class(DeskApplication)
        .context_types(ContextTypes(context=Context))
        .token(token.reveal())
        .base_url(settings.telegram.base_url)
        .base_file_url(settings.telegram.base_file_url)
        .request(request)
        .get_updates_request(request)
        .updater(None)
        .job_queue(None)
    )
    application: DeskApplication = builder.build()  # type: ignore[assignment]
    application.bot_data.update(desk=desk, db=db, answers=ANSWERS, slow_answers=SLOW_ANSWERS)
    add_handlers(application)
    return application


async def _introduce(api: BotApi, machine: MachineClock) -> dict[str, Any]:
    """getMe, tried until there is a network. Raises WrongToken."""
    me: dict[str, Any] = await _until_done(machine, lambda: api.call("getMe"))
    return me


async def _until_done(machine: MachineClock, call: Any) -> Any:
    pause = 1.0
    while True:
        try:
            return await call()
        except BadToken as error:
            raise WrongToken("Telegram does not know this token") from error
        except ApiFault as error:
            if "404" in str(error):
                raise WrongToken(
                    "Telegram does not know this token, or telegram.base_url is wrong"
                ) from error
            log.warning("Telegram can't be reached, next try in %.0f s: %s", pause, error)
            await machine.sleep(pause)
            pause = min(60.0, pause * 2)


async def _set_commands(api: BotApi, house: str) -> None:
    """The command menus, by place and language. Nice to have: a failure is only logged."""
    places = (("all_private_chats", CITIZEN_COMMANDS), ("all_group_chats", GROUP_COMMANDS))
    # Telegram knows one Chinese: the house's. Whoever chooses a language gets a menu of their own.
    codes = {"zh": house if house.startswith("zh") else FALLBACK, "en": "en"}
    for scope, names in places:
        for code, spoken in codes.items():
            commands = [{"command": n, "description": plain(spoken, f"command-{n}")} for n in names]
            params = {"commands": commands, "scope": {"type": scope}}
            try:
                await api.call("setMyCommands", {**params, "language_code": code})
                if spoken == house:
                    await api.call("setMyCommands", params)
            except ApiFault as error:
                log.warning("the command menu could not be set: %s", error)


def _bundle(desk: Desk, cards: Sequence[Waiting]) -> dict[str, Any]:
    lines = [(c.case_id or 0, case_number(c.brief or "") or "", c.brief or "") for c in cards]
    return staff_view.bundle(desk.house, lines).params()
