"""All tables. Plain SQL types only, so that PostgreSQL can follow; times are stored in UTC."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    DDL,
    JSON,
    BigInteger,
    Boolean,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts up only an INTEGER key.
BigKey = BigInteger().with_variant(Integer, "sqlite")


class Moment(TypeDecorator[datetime]):
    """An aware datetime. A naive one is refused: it would be somebody's guess."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value!r}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        moment: datetime = value
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


state = Table(
    "state",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", JSON, nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16), nullable=False),
    Column("name", Text),  # staff only: colleagues are told who was faster
    Column("staff_no", Integer, unique=True),
    Column("phone", Text),  # of a caller without Telegram, or shared by a citizen
    Column("first_seen", Moment, nullable=False),
)

roles = Table(
    "roles",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("person_id", BigInteger, ForeignKey("people.id"), nullable=False),
    Column("role", String(16), nullable=False),
    Column("department", String(64)),
    Column("granted_by", BigInteger),
    Column("granted_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Index("ix_roles_person", "person_id"),
)

invites = Table(
    "invites",
    metadata,
    Column("code_hash", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("department", String(64)),
    Column("created_by", BigInteger),
    Column("created_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    Column("used_by", BigInteger),
    Column("used_at", Moment),
)

chats = Table(
    "chats",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("gone_at", Moment),
    Column("gone_why", Text),
)

# The city's offices. What one is stands in bot/departments.py; the settings set them up once, /dept changes them.
departments = Table(
    "departments",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("data", JSON, nullable=False),
    Column("closed_at", Moment),
    Column("heir", String(64)),  # who took over what was open; None: the triage desk
)

department_chats = Table(
    "department_chats",
    metadata,
    Column("department", String(64), primary_key=True),
    Column("chat_id", BigInteger, ForeignKey("chats.id", onupdate="CASCADE"), nullable=False),
    Column("bound_by", BigInteger),
    Column("bound_at", Moment, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("seq", BigKey, primary_key=True),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("lane", BigInteger, nullable=False),
    Column("raw", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("status", String(8), nullable=False),  # pending, done, dead
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("failures", Integer, nullable=False, server_default="0"),
    Column("error", Text),
    Column("handled_at", Moment),
    Column("reference", String(16)),  # of the dead letter that it was before it was handed in again
    UniqueConstraint("bot_id", "update_id"),
    Index(
        "ix_inbox_pending",
        "lane",
        "seq",
        sqlite_where=text("status = 'pending'"),
        postgresql_where=text("status = 'pending'"),
    ),
    sqlite_autoincrement=True,
)

places = Table(
    "places",
    metadata,
    Column("code", String(16), primary_key=True),
    Column("name", Text, nullable=False),
    Column("created_by", BigInteger, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)

dead_letters = Table(
    "dead_letters",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("reference", String(16), nullable=False, unique=True),
    Column("update_id", BigInteger),
    Column("lane", BigInteger, nullable=False),
    Column("raw", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("again_at", Moment),  # when it was handed in again
)

dialogues = Table(
    "dialogues",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", String(16), primary_key=True),
    Column("id", String(16), nullable=False, unique=True),
    Column("data", JSON, nullable=False),
    Column("version", Integer, nullable=False),
    Column("began_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
)

serials = Table(
    "serials",
    metadata,
    Column("day", String(6), primary_key=True),
    Column("last", Integer, nullable=False),
)

cases = Table(
    "cases",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("number", String(16), nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("status", String(20), nullable=False),
    Column("citizen_id", BigInteger, ForeignKey("people.id"), nullable=False),
    Column("language", String(16), nullable=False),
    Column("domain", String(32)),
    Column("department", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("filed_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("handler_id", BigInteger, ForeignKey("people.id")),
    Column("outcome", String(16)),
    Column("question", Text),
    Column("citizen_reachable", Boolean, nullable=False),
    Column("type", String(8)),
    Column("lead_id", BigKey),  # of cases. No foreign key: SQLite would rebuild the table for it
    Column("bounces", Integer, nullable=False, server_default="0"),
    Column("locked", Boolean, nullable=False, server_default="0"),
    Column("supporting", JSON, nullable=False, server_default="[]"),
    Column("accused", JSON, nullable=False, server_default="[]"),
    Column("confidential", Boolean, nullable=False, server_default="0"),
    Column("proposal", JSON(none_as_null=True)),
    Column("supervision", String(12)),
    Column("leader", Text),
    Column("upheld", Integer, nullable=False, server_default="0"),
    Column("ended", String(16)),
    Column("district", Text),
    Index("ix_cases_lead", "lead_id"),
    Index("ix_cases_citizen", "citizen_id", "id"),
    Index("ix_cases_queue", "department", "status", "id"),
    Index("ix_cases_filed", "status", "filed_at", "department"),
)

# What is not over, a row a case; it only repeats what cases and clocks say, so that a queue is found at once.
queue = Table(
    "queue",
    metadata,
    Column("case_id", BigKey, ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    Column("department", String(64), nullable=False),
    Column("status", String(20), nullable=False),
    Column("stage", String(8), nullable=False),  # open, answered, reopen
    Column("rank", Integer, nullable=False),  # 0 supervised, 1 all others
    Column("late_at", Moment, nullable=False),  # when the first thing owed is or was missed; far away: never
    Column("answer_at", Moment, nullable=False),  # when news or the answer is due
    Column("handler_id", BigInteger),
    Column("accused", Text),  # offices complained about, as JSON; None without any
    Index(
        "ix_queue_office",
        "department",
        "stage",
        "rank",
        "late_at",
        "case_id",
        "answer_at",
        "status",
        "accused",
    ),
    Index("ix_queue_status", "department", "stage", "status", "accused"),
    Index("ix_queue_answer", "department", "stage", "answer_at", "late_at", "accused"),
    Index("ix_queue_handler", "handler_id", "stage", "rank", "late_at", "case_id", "accused"),
    Index("ix_queue_late", "stage", "late_at", "department", "case_id", "accused"),
)

events = Table(
    "events",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("case_id", BigKey, ForeignKey("cases.id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Column("actor_kind", String(8), nullable=False),
    Column("actor_id", BigInteger),
    Column("data", JSON, nullable=False),
    Column("cause", String(40)),
    UniqueConstraint("case_id", "version"),
    Index(
        "ix_events_staff",
        "actor_id",
        "id",
        sqlite_where=text("actor_kind = 'staff'"),
        postgresql_where=text("actor_kind = 'staff'"),
    ),
)

clocks = Table(
    "clocks",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("subject", String(40), nullable=False),  # draft:ID, case:ID, page:ID or digest
    Column("kind", String(20), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("end", String(16)),  # rang, stopped
    Column("data", JSON, nullable=False),
    Column(
        "case_id", BigKey
    ),  # of cases; None for a draft's. No foreign key: SQLite would rebuild the table for it
    Column("rings_at", Moment),  # when it is looked at next; a case's clock runs on after it was missed
    Column("paused_at", Moment),
    Index(
        "ix_clocks_rings",
        "rings_at",
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
    Index("ix_clocks_case", "case_id"),
    Index(
        "ix_clocks_due",
        "due_at",
        sqlite_where=text("ended_at IS NULL"),
        postgresql_where=text("ended_at IS NULL"),
    ),
    Index("ix_clocks_subject", "subject"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("seq", BigKey, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("case_id", BigKey, ForeignKey("cases.id")),
    Column("lane", BigInteger, nullable=False),  # the case's id, 0 without one
    Column("method", String(32), nullable=False),
    Column("params", JSON, nullable=False),
    Column("purpose", String(40), nullable=False),
    Column("priority", Integer, nullable=False),
    Column("slot", String(40)),
    Column("brief", Text),
    Column("status", String(10), nullable=False),  # pending, sending, sent, bundled, dropped, failed, gone
    Column("attempts", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("cause", String(40)),
    Column("settled_at", Moment),
    Column("message_id", BigInteger),
    Column("error", Text),
    Index(
        "ix_outbox_waiting",
        "chat_id",
        "lane",
        "seq",
        sqlite_where=text("status IN ('pending', 'sending')"),
        postgresql_where=text("status IN ('pending', 'sending')"),
    ),
    Index("ix_outbox_chat", "chat_id", "seq"),
    Index("ix_outbox_message", "chat_id", "message_id"),
    Index(
        "ix_outbox_slot",
        "slot",
        sqlite_where=text("status IN ('pending', 'sending')"),
        postgresql_where=text("status IN ('pending', 'sending')"),
    ),
    Index("ix_outbox_case", "case_id"),
    sqlite_autoincrement=True,
)

# In the words of the indexes: with bound values SQLite would read the whole table, which keeps all ever said.
WAITS = text("outbox.status IN ('pending', 'sending')")

# Cases that a row of the outbox names beside the one it is about: lists are taken back when one becomes secret.
listed = Table(
    "listed",
    metadata,
    Column("seq", BigKey, ForeignKey("outbox.seq"), primary_key=True, autoincrement=False),
    Column("case_id", BigKey, ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    Column("at", Moment, nullable=False),
    Column("again", String(64)),  # the data of a button that shows the list anew
    Index("ix_listed_case", "case_id", "seq"),
)

messages = Table(
    "messages",
    metadata,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("slot", String(40), primary_key=True),
    Column("message_id", BigInteger),  # None: stands only as a line of a bundle
    Column("case_id", BigKey, ForeignKey("cases.id")),
    Column("updated_at", Moment, nullable=False),
    Index("ix_messages_slot", "slot"),
)

attachments = Table(
    "attachments",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("case_id", BigKey, ForeignKey("cases.id"), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("file_id", Text, nullable=False),
    Column("file_unique_id", Text, nullable=False),
    Column("name", Text),
    Column("size", BigInteger),
    Column("added_at", Moment, nullable=False),
    Index("ix_attachments_case", "case_id"),
)

files = Table(
    "files",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
)

predictions = Table(
    "predictions",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("case_id", BigKey, ForeignKey("cases.id"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("model", String(40), nullable=False),
    Column("domain", String(32), nullable=False),
    Column("queue", String(32), nullable=False),
    Column("none", Float, nullable=False),  # the probability that no domain leads
    Column("probabilities", JSON, nullable=False),
    Column("chosen", String(32)),  # what the citizen picked instead, if they did
    Column("kind", String(8)),
    Column("urgent", Float),  # the probability that somebody is in danger now
    Column("topics", JSON),  # likeliest first, with their probabilities
    Column("words", JSON),  # what drove the guess: words of the citizen's own text, with weights
    Index("ix_predictions_case", "case_id"),
)

# What people say a case is about, apart from what the model thinks. Only these teach a model.
labels = Table(
    "labels",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("case_id", BigKey, ForeignKey("cases.id"), nullable=False),
    Column("domain", String(32)),  # one of the nine; None: looked at and passed over
    Column("topic", String(32)),
    Column("source", String(12), nullable=False),  # labelled, dispatched, transferred, claimed, citizen
    Column("person_id", BigInteger),
    Column("at", Moment, nullable=False),
    Index("ix_labels_case", "case_id"),
)

trainings = Table(
    "trainings",
    metadata,
    Column("id", BigKey, primary_key=True),
    # waiting, running, ready, adopted, discarded, stopped, failed
    Column("status", String(12), nullable=False),
    Column("asked_by", BigInteger, nullable=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("began_at", Moment, nullable=False),
    Column("ended_at", Moment),
    Column("champion", String(40), nullable=False),
    Column("challenger", String(40)),
    Column("result", JSON),  # the comparison, or why it failed
)

# What a citizen says of an answered case. A row a citizen: those whose cases were merged speak for themselves.
followups = Table(
    "followups",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("case_id", BigKey, ForeignKey("cases.id"), nullable=False),  # the one that was answered
    Column("own_case_id", BigKey, ForeignKey("cases.id"), nullable=False),  # the citizen's own
    Column("citizen_id", BigInteger, ForeignKey("people.id"), nullable=False),
    Column("round", Integer, nullable=False),  # the how-manieth answer of the case
    Column("opened_at", Moment, nullable=False),
    Column("asked_at", Moment),
    Column("contacted", Boolean),
    Column("solved", Boolean),  # for explained and planned answers: explained clearly
    Column("satisfaction", String(8)),  # yes, mostly, no
    Column("words", Text),
    Column("by", BigInteger),  # who of the centre asked by telephone
    Column("calls", Integer, nullable=False, server_default="0"),  # how often nobody picked up
    Column("call_at", Moment),  # of somebody whom only a telephone reaches: not to be called before
    Column("ended_at", Moment),
    Column("end", String(12)),  # rated, silent, reopened
    UniqueConstraint("case_id", "citizen_id", "round"),
    Index("ix_followups_citizen", "citizen_id"),
    Index("ix_followups_calls", "ended_at", "call_at"),
)

# What `rated` events say, side by side for each office: the one whose answer it was, wherever the case goes later.
ratings = Table(
    "ratings",
    metadata,
    Column("department", String(64), primary_key=True),
    Column("at", Moment, primary_key=True),
    Column("case_id", BigKey, ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True),  # of the case: the event's
    Column("contacted", Boolean, nullable=False),
    Column("solved", Boolean, nullable=False),
    Column("satisfaction", String(8), nullable=False),
    Column("explained", Boolean, nullable=False),
    sqlite_with_rowid=False,  # the rows lie in the order in which they are read
)

# What a case is found by. The words are masked; a confidential case has no row here.
found = Table(
    "found",
    metadata,
    Column("case_id", BigKey, ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    Column("offices", Text, nullable=False),
    Column("words", Text, nullable=False),
)

# The last four digits of the telephones that a citizen left, and no more of them.
phone_tails = Table(
    "phone_tails",
    metadata,
    Column("tail", String(4), primary_key=True),
    Column("case_id", BigKey, ForeignKey("cases.id"), primary_key=True, autoincrement=False),
    Index("ix_phone_tails_case", "case_id"),
)

# SQLite's full-text index over `found`; it keeps terms and no text.
INDEX = "search"
event.listen(
    metadata,
    "after_create",
    DDL(  # type: ignore[no-untyped-call]
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5(offices, words, content='')"
    ).execute_if(dialect="sqlite"),
)

duty = Table(
    "duty",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("department", String(64), nullable=False),
    Column("shift", String(1), nullable=False),  # A, B
    Column("person_id", BigInteger, ForeignKey("people.id"), nullable=False),
    UniqueConstraint("department", "shift", "person_id"),
)

absences = Table(
    "absences",
    metadata,
    Column("person_id", BigInteger, ForeignKey("people.id"), primary_key=True, autoincrement=False),
    Column("until", Moment, nullable=False),
    Column("deputy_id", BigInteger, ForeignKey("people.id")),
    Column("since", Moment, nullable=False),
)

knowledge = Table(
    "knowledge",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("question", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("owner", String(64), nullable=False),  # a department
    Column("valid_until", Moment),
    Column("created_by", BigInteger, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("retired_at", Moment),
)

templates = Table(
    "templates",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("department", String(64)),  # None: for all
    Column("domain", String(32)),
    Column("kind", String(16), nullable=False),  # reply, or an outcome
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("created_by", BigInteger, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("retired_at", Moment),
)

audit = Table(
    "audit",
    metadata,
    Column("id", BigKey, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("actor_id", BigInteger),
    Column("action", String(32), nullable=False),
    Column("data", JSON, nullable=False),
)
