"""The composition root: every part, every handler in order, every sweep."""

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from telegram import Update
from telegram.ext import (
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot import jobs
from bot.brain import Brain
from bot.clocks import BusinessClock, MachineClock, SystemClock, SystemMachineClock
from bot.config import Settings
from bot.core.errors import Refusal, StaleButton
from bot.core.menus import CITIZEN_COMMANDS, GROUP_COMMANDS, ONLY_PRIVATE
from bot.gateway import webhook
from bot.gateway.budget import Budget, Rates
from bot.gateway.deliver import Deliverer
from bot.gateway.dispatch import DeskApplication, Dispatcher
from bot.gateway.receive import Poller, Store, WrongToken
from bot.gateway.transport import AiohttpRequest, ApiFault, BadToken, BotApi
from bot.handlers import (
    admin,
    archive,
    callers,
    calls,
    citizen,
    commands,
    dept,
    duty,
    fairness,
    finding,
    followup,
    knowledge,
    language,
    learning,
    merging,
    moves,
    own,
    parting,
    places,
    queues,
    redirect,
    replies,
    rules,
    splitting,
    staff,
    staffing,
    summaries,
    supervision,
)
from bot.handlers import groups as group_handlers
from bot.handlers import help as help_handlers
from bot.handlers import oversight as oversight_handlers
from bot.handlers.common import Context, case_number, know_tongue, natural, pressed, settle_quietly
from bot.handlers.verbs import Answers, Presses, SlowAnswers, SlowPresses
from bot.secrets import Token
from bot.service import groups, inviting, menus, oversight, refusals, retract
from bot.service.desk import Desk
from bot.similar import Likes
from bot.store import migrate
from bot.store.db import Database, Tx
from bot.store.inbox import Claimed
from bot.store.outbox import OUTBOX
from bot.store.sending import Waiting
from bot.texts import FALLBACK, plain
from bot.training import Trainer
from bot.views import staff as staff_view
from classifier.labels import LABELS
from classifier.predict import Classifier, ModelError

log = logging.getLogger(__name__)

SUPERVISOR_COMMANDS = ("supervise", "escalate", "takeover")

ALBUMS = filters.PHOTO | filters.VIDEO | filters.Document.ALL | filters.AUDIO  # what comes in parts

# What Telegram calls service messages though somebody sends them: they get an answer like all else.
SENT_BY_HAND = (
    filters.StatusUpdate.GIFT
    | filters.StatusUpdate.UNIQUE_GIFT
    | filters.StatusUpdate.USERS_SHARED
    | filters.StatusUpdate.CHAT_SHARED
    | filters.StatusUpdate.WEB_APP_DATA
)
# The staff's verbs on a case that have modules of their own: buttons c:VERB:CASE, and replies to questions.
PRESSES: Presses = {
    **commands.PRESSES,
    **archive.PRESSES,
    **duty.PRESSES,
    **fairness.PRESSES,
    **followup.PRESSES,
    **knowledge.PRESSES,
    **language.PRESSES,
    **merging.PRESSES,
    **moves.PRESSES,
    **redirect.PRESSES,
    **replies.PRESSES,
    **splitting.PRESSES,
    **summaries.PRESSES,
    **supervision.PRESSES,
}
ANSWERS: Answers = {
    **calls.ANSWERS,
    **commands.ANSWERS,
    **merging.ANSWERS,
    **moves.ANSWERS,
}
# The same, where something is prepared before the transaction.
SLOW_PRESSES: SlowPresses = {
    **merging.SLOW_PRESSES,
    **parting.SLOW_PRESSES,
}
SLOW_ANSWERS: SlowAnswers = {
    **splitting.SLOW_ANSWERS,
    **summaries.SLOW_ANSWERS,
}


async def on_case_button(update: Update, ctx: Context) -> None:
    """c:VERB:CASE[:ARG]: citizens and staff press buttons of the same kind; the verb tells them apart."""
    parts = pressed(update)
    if len(parts) < 3:
        raise StaleButton
    verb, case_id = parts[1], natural(parts[2])
    if verb in citizen.CASE_VERBS or verb == "withdraw_yes":
        await citizen.on_case_button(update, ctx, verb, case_id)
    elif verb in ("references", "reference"):
        await replies.on_references(update, ctx, case_id, parts[3:])
    elif verb in SLOW_PRESSES:
        await SLOW_PRESSES[verb](update, ctx, case_id)
    else:
        await staff.on_case_button(update, ctx, verb, case_id, parts[3:], PRESSES)


async def on_strange_button(_update: Update, _ctx: Context) -> None:
    raise StaleButton


def add_handlers(app: DeskApplication) -> None:
    """Every handler in order; the first that fits an update has it."""
    new = filters.UpdateType.MESSAGE
    private = filters.ChatType.PRIVATE & new
    group = filters.ChatType.GROUPS & new
    from_people = ~filters.SenderChat.ALL

    def command(name: str | Sequence[str], where: filters.BaseFilter, callback: Any) -> None:
        app.add_handler(CommandHandler(name, callback, where))

    app.add_handler(TypeHandler(Update, know_tongue), group=-1)
    # in private
    command("start", private, citizen.on_start)
    command("mycases", private, own.on_mycases)
    command("add", private, own.on_add)
    command("withdraw", private, own.on_withdraw)
    command("privacy", private, own.on_privacy)
    command("remind", private, own.on_remind)
    command("summary", private, queues.on_summary)
    command("calls", private, calls.on_calls)
    command("help", private, help_handlers.on_help)
    command("language", private, language.on_language)
    # anywhere
    command("case", private | group, own.on_case)
    command("queue", private | group, queues.on_queue)
    command("my", private | group, finding.on_my)
    command("find", private | group, finding.on_find)
    command("claim", private | group, staff.on_claim)
    written = rf"(?i)^/(?:{'|'.join(staff.WRITTEN)})(?:@\w+)?\s"
    command(staff.WRITTEN, private | group, staff.on_write)
    app.add_handler(MessageHandler((private | group) & filters.CaptionRegex(written), staff.on_write))
    command("transfer", private | group, staff.on_transfer)
    command("complex", private | group, commands.on_complex)
    command("record", private | group, callers.on_record)
    command("knowledge", private | group, knowledge.on_knowledge)
    command("export", private | group, archive.on_export)
    command("template", private | group, replies.on_template)
    command("return", private | group, moves.on_return)
    command("extend", private | group, moves.on_extend)
    command("defer", private | group, moves.on_defer)
    command("support", private | group, moves.on_support)
    command("merge", private | group, merging.on_merge)
    command("duty", private | group, duty.on_duty)
    command("away", private | group, duty.on_away)
    for name in commands.OF_BUTTONS:
        command(name, private | group, commands.on(name, PRESSES))
    for verb in SUPERVISOR_COMMANDS:
        command(verb, private | group, supervision.on(verb))
    command("accuse", private | group, fairness.on_accuse)
    command("reveals", private, fairness.on_reveals)
    command("invite", private, admin.on_invite)
    command("place", private, places.on_place)
    command("staff", private, staffing.on_staff)
    command("dept", private, dept.on_dept)
    command("rules", private | group, rules.on_rules)
    command("route", private | group, rules.on_route)
    command("audit", private, oversight_handlers.on_audit)
    command("broadcast", private, oversight_handlers.on_broadcast)
    command("bind", private | group, group_handlers.on_bind)
    command("status", private, admin.on_status)
    command("retrain", private, learning.on_retrain)
    command("model", private, learning.on_model)
    command("rollback", private, learning.on_rollback)
    command("label", private, learning.on_label)
    # in groups
    command(ONLY_PRIVATE, group, group_handlers.on_group_start)
    command("help", group, help_handlers.on_help)
    app.add_handler(MessageHandler(group & filters.StatusUpdate.MIGRATE, group_handlers.on_migration))
    app.add_handler(MessageHandler(group & filters.StatusUpdate.NEW_CHAT_TITLE, group_handlers.on_renamed))
    app.add_handler(
        MessageHandler(group & filters.REPLY & ~filters.COMMAND & ~filters.StatusUpdate.ALL, staff.on_reply)
    )
    app.add_handler(MessageHandler(group & ALBUMS, staff.on_group_album))
    app.add_handler(
        MessageHandler(filters.ChatType.GROUPS & filters.UpdateType.EDITED_MESSAGE, staff.on_group_edited)
    )
    # in private, what is left
    app.add_handler(MessageHandler(private & filters.COMMAND, citizen.on_unknown_command))
    app.add_handler(
        MessageHandler(private & from_people & (~filters.StatusUpdate.ALL | SENT_BY_HAND), citizen.on_message)
    )
    app.add_handler(
        MessageHandler(filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE, citizen.on_edited)
    )
    # buttons
    app.add_handler(CallbackQueryHandler(citizen.on_draft_button, pattern=r"^d:"))
    app.add_handler(CallbackQueryHandler(own.on_menu_button, pattern=r"^m:"))
    app.add_handler(CallbackQueryHandler(help_handlers.on_help_button, pattern=r"^h:"))
    app.add_handler(CallbackQueryHandler(places.on_place_button, pattern=r"^pl:"))
    app.add_handler(CallbackQueryHandler(language.on_button, pattern=r"^l:[\w-]+$"))
    app.add_handler(CallbackQueryHandler(on_case_button, pattern=r"^c:"))
    app.add_handler(CallbackQueryHandler(followup.on_tap, pattern=r"^f:"))
    app.add_handler(CallbackQueryHandler(calls.on_call_button, pattern=r"^call:"))
    app.add_handler(CallbackQueryHandler(staff.on_reply_button, pattern=r"^r:"))
    app.add_handler(CallbackQueryHandler(commands.on_decision_button, pattern=r"^w:"))
    app.add_handler(CallbackQueryHandler(queues.on_queue_button, pattern=r"^q:"))
    app.add_handler(CallbackQueryHandler(finding.on_my_button, pattern=r"^my:"))
    app.add_handler(CallbackQueryHandler(finding.on_find_button, pattern=r"^find:"))
    app.add_handler(CallbackQueryHandler(queues.on_summary_button, pattern=r"^s:"))
    app.add_handler(CallbackQueryHandler(replies.on_template_button, pattern=r"^tpl:"))
    app.add_handler(CallbackQueryHandler(admin.on_invite_button, pattern=r"^i:"))
    app.add_handler(CallbackQueryHandler(rules.on_rules_button, pattern=r"^ru:"))
    app.add_handler(CallbackQueryHandler(dept.on_dept_button, pattern=r"^dp:"))
    app.add_handler(CallbackQueryHandler(oversight_handlers.on_audit_button, pattern=r"^au:"))
    app.add_handler(CallbackQueryHandler(oversight_handlers.on_broadcast_button, pattern=r"^bc:"))
    app.add_handler(CallbackQueryHandler(staffing.on_staff_button, pattern=r"^sf:"))
    app.add_handler(CallbackQueryHandler(group_handlers.on_bind_button, pattern=r"^b:"))
    app.add_handler(CallbackQueryHandler(knowledge.on_knowledge_button, pattern=r"^k:"))
    app.add_handler(CallbackQueryHandler(learning.on_training_button, pattern=r"^t:"))
    app.add_handler(CallbackQueryHandler(learning.on_label_button, pattern=r"^l:"))
    app.add_handler(CallbackQueryHandler(duty.on_duty_button, pattern=r"^duty:"))
    app.add_handler(CallbackQueryHandler(duty.on_away_button, pattern=r"^away:"))
    app.add_handler(CallbackQueryHandler(on_strange_button))
    # the bot's own standing
    app.add_handler(ChatMemberHandler(group_handlers.on_my_membership, ChatMemberHandler.MY_CHAT_MEMBER))
    # everything else
    app.add_handler(TypeHandler(Update, settle_quietly))


class Fates:
    """What the gateway asks of the desk when something fails."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def refuse(self, tx: Tx, update: Update, refusal: Refusal) -> str | None:
        message, query = update.effective_message, update.callback_query
        return await refusals.explain(
            tx,
            self._desk,
            refusal,
            person_id=update.effective_user.id if update.effective_user else 0,
            chat_id=update.effective_chat.id if update.effective_chat else 0,
            message_id=message.message_id if message is not None and query is None else None,
            pressed=query is not None,
            data=(query.data or "") if query is not None else "",
        )

    async def apologise(self, tx: Tx, lane: int, update_id: int, reference: str, *, again: bool) -> None:
        await oversight.apologise(tx, self._desk, lane, reference, again=again)

    async def take_up(self, tx: Tx, update: Update, letter: Claimed) -> None:
        by_hand = update.message or update.edited_message or update.callback_query
        if by_hand is not None and letter.lane > 0 and letter.reference is not None:
            pressed = update.callback_query is not None
            when, reference = letter.received_at, letter.reference
            await oversight.taken_up(tx, self._desk, letter.lane, reference, when, pressed=pressed)

    async def chat_gone(self, tx: Tx, chat_id: int, why: str) -> None:
        await groups.chat_gone(tx, self._desk, chat_id, why)

    async def chat_alive(self, tx: Tx, chat_id: int) -> None:
        await groups.group_alive(tx, self._desk, chat_id)

    async def not_sent(self, tx: Tx, row: Waiting, why: str) -> None:
        await oversight.not_sent(tx, self._desk, row, why)

    async def sent_too_late(self, tx: Tx, row: Waiting, message_id: int) -> None:
        await retract.take_back_late(tx, self._desk, row.case_id, row.chat_id, message_id)

    async def chat_moved(self, tx: Tx, old: int, new: int) -> None:
        await groups.chat_moved(tx, self._desk, old, new)


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
