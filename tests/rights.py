"""Who may read of which case, told from the record alone: an oracle beside the code that decides it.

It reads what was filed, moved, lent, merged, sealed and complained about out of the raw events, and judges every
message of the bot that stands in a chat of staff. What somebody once had a right to may stay with them when the case
moves on; what was sealed, or complains about them, may not, whenever it was posted.
"""

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

NUMBER = re.compile(r"(?<!\d)\d{6}-\d{4,6}(?!\d)")
ECHO = re.compile(r"没有编号 \d{6}-\d{4,6}。$")  # said of any number, whether there is such a case or not
DELETABLE = timedelta(hours=47)  # an older file can neither be deleted nor changed into words
CITY_WIDE = {"dispatcher", "supervisor", "admin"}


@dataclass(slots=True)
class Told:
    """What the record says of one case. `offices`: all that ever had it; `words`: all that was ever written in it."""

    number: str
    citizen: int
    offices: set[str] = field(default_factory=set)
    handlers: set[int] = field(default_factory=set)  # and whoever answered a call to it
    proposed: bool = False  # somebody was asked to agree to something
    leads: set[int] = field(default_factory=set)
    lead: int | None = None
    accused: frozenset[str] = frozenset()
    confidential: bool = False
    since: str = ""  # when it was sealed or complained about last
    words: str = ""


@dataclass(slots=True)
class Reader:
    """Who reads in a chat: the offices whose cases they may see, and all that they belong to."""

    offices: set[str]
    ties: set[str]
    person: int | None = None
    everything: bool = False
    agrees: set[str] = field(default_factory=set)  # the offices whose answers they may be asked to agree to


class Rights:
    """Remembers when each message was first seen, and which of them were there before a case became secret."""

    def __init__(self, groups: Mapping[int, str], triage: str) -> None:
        self._groups = groups  # chat: office
        self._triage = triage
        self._first: dict[tuple[int, int, str], int] = {}
        self._secret: dict[tuple[int, str], int] = {}
        self._step = 0

    def offences(self, path: Path, chats: Mapping[int, list[dict[str, Any]]], marks: set[str]) -> list[str]:
        """What stands in `chats` and should not; `marks`: words that only a citizen wrote."""
        self._step += 1
        with closing(sqlite3.connect(path)) as db:
            db.row_factory = sqlite3.Row
            known = _told(db)
            roles = db.execute("SELECT person_id, role, department, revoked_at FROM roles").fetchall()
            said = {
                (r["chat_id"], r["message_id"]): r
                for r in db.execute(
                    "SELECT chat_id, message_id, min(settled_at) AS at FROM outbox"
                    " WHERE message_id IS NOT NULL GROUP BY chat_id, message_id"
                )
            }
        by_number = {case.number: case_id for case_id, case in known.items()}
        for case_id, case in known.items():
            if case.since:
                self._secret.setdefault((case_id, case.since), self._step)
        found = []
        for chat, messages in chats.items():
            reader = self._reader(chat, roles)
            for message in messages:
                text = "\n".join(_texts(message))
                first = self._first.setdefault((chat, message["message_id"], text), self._step)
                row = said.get((chat, message["message_id"]))
                for about, words in _about(text, known, by_number, marks):
                    if any(self._may(reader, known, each, words) for each in about):
                        continue
                    if any(self._earlier(known[each], each, message, first, row) for each in about):
                        continue
                    which = " or ".join(known[each].number for each in about) or "a draft"
                    found.append(f"{chat}: {'the words' if words else 'the number'} of {which} in {text!r}")
        return found

    def _reader(self, chat: int, roles: list[sqlite3.Row]) -> Reader:
        if chat in self._groups:
            office = self._groups[chat]
            here = {
                r["person_id"]
                for r in roles
                if r["revoked_at"] is None
                and (
                    r["department"] == office
                    or (office == self._triage and r["role"] in ("dispatcher", "supervisor"))
                )
            }
            ties = {office} | {_tie(r) for r in roles if r["revoked_at"] is None and r["person_id"] in here}
            return Reader({office}, ties, None, office == self._triage)
        mine = [r for r in roles if r["person_id"] == chat]
        offices = {r["department"] for r in mine if r["department"]}
        everything = self._triage in offices or any(r["role"] in CITY_WIDE for r in mine)
        agrees = {r["department"] for r in mine if r["role"] in ("lead", "checker")}
        return Reader(offices, {_tie(r) for r in mine if r["revoked_at"] is None}, chat, everything, agrees)

    def _may(self, reader: Reader, known: Mapping[int, Told], case_id: int, words: bool) -> bool:
        case = known[case_id]
        if reader.person == case.citizen:
            return True
        lead = known.get(case.lead) if case.lead is not None else None
        accused = case.accused | (lead.accused if lead else frozenset())
        if reader.ties & accused:
            return False
        if words and (case.confidential or (lead is not None and lead.confidential)):
            handlers = case.handlers | (lead.handlers if lead else set())
            asked = case.proposed and bool(reader.agrees & case.offices)
            return reader.person is not None and (reader.person in handlers or reader.everything or asked)
        if reader.everything:
            return True
        # A merged case is where its lead is; whoever had one of two merged cases may know the other's number.
        theirs = case.offices.union(*(known[i].offices for i in case.leads))
        if not words:
            theirs = theirs.union(*(each.offices for each in known.values() if case_id in each.leads))
        return bool(reader.offices & theirs)

    def _earlier(
        self, case: Told, case_id: int, message: dict[str, Any], first: int, row: sqlite3.Row | None
    ) -> bool:
        """Whether it stood there before the case became secret, and can't be taken back."""
        if not case.since or row is None or first >= self._secret[case_id, case.since]:
            return False
        told = datetime.fromisoformat(row["at"])
        return "text" not in message and _moment(case.since) - told >= DELETABLE


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _tie(role: sqlite3.Row) -> str:
    return role["department"] or f"@{role['role']}"


def _told(db: sqlite3.Connection) -> dict[int, Told]:
    known: dict[int, Told] = {}
    for row in db.execute("SELECT case_id, kind, at, actor_id, data FROM events ORDER BY case_id, version"):
        data = json.loads(row["data"])
        if row["kind"] == "filed":
            known[row["case_id"]] = Told(data["number"], data["citizen_id"])
        case = known[row["case_id"]]
        case.words += row["data"] if "\\u" not in row["data"] else json.dumps(data, ensure_ascii=False)
        case.offices |= {data["department"]} if data.get("department") else set()
        case.offices |= set(data.get("supporting") or ())
        case.handlers |= {data["handler_id"]} if data.get("handler_id") else set()
        case.handlers |= {row["actor_id"]} if row["kind"] == "page_answered" else set()
        case.proposed |= row["kind"] == "proposed"
        if "lead_id" in data:
            case.lead = data["lead_id"]
            case.leads |= {data["lead_id"]} if data["lead_id"] else set()
        if row["kind"] == "unmerged":
            case.lead = None
        if "accused" in data:
            case.accused = frozenset(data["accused"])
        if "confidential" in data:
            case.confidential = data["confidential"]
        if data.get("accused") or data.get("confidential"):
            case.since = row["at"]
    return known


def _texts(message: dict[str, Any]) -> Iterator[str]:
    """All that can be read on a message."""
    for name in ("text", "caption"):
        if name in message:
            yield message[name]
    if "document" in message:
        yield message["document"].get("file_name", "")
    for row in message.get("reply_markup", {}).get("inline_keyboard", []):
        for button in row:
            yield button["text"]


def _about(
    text: str, known: Mapping[int, Told], by_number: Mapping[str, int], marks: set[str]
) -> Iterator[tuple[list[int], bool]]:
    """What a text tells of: the cases that it may be about, and whether it is their words."""
    for number in set(NUMBER.findall("" if ECHO.search(text) else text)):
        if number in by_number:
            yield [by_number[number]], False
    for mark in marks:
        if mark in text:
            yield [case_id for case_id, case in known.items() if mark in case.words], True
