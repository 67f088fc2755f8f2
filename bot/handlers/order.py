"""Every handler in order, and the tables of the verbs on a case: what is typed or pressed finds its function here."""

from collections.abc import Sequence
from typing import Any

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.core.errors import StaleButton
from bot.core.menus import ONLY_PRIVATE
from bot.gateway.dispatch import DeskApplication
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
from bot.handlers.common import Context, know_tongue, natural, pressed, settle_quietly
from bot.handlers.verbs import Answers, Presses, SlowAnswers, SlowPresses

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
