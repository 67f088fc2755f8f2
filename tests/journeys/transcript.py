"""A story as plain text, reviewed like code: who said what where, the buttons in brackets, edits as they ended.

Between two acts of people the bot's messages stand in the order of the chats, not of the network.
"""

import difflib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tests import retelling
from tests.city import City, Player

HOME = Path(__file__).parents[2] / "docs" / "transcripts"  # a folder a language
ENGLISH = ("citizen", "follow-up-explained", "forgotten")  # have a test in English of their own
UPDATE = "MINSHENG_UPDATE_TRANSCRIPTS"
typed = retelling.typed
_CHANGING = (
    (re.compile(r"start=[\w-]{8,}"), "start=CODE"),
    (re.compile(r"/start [\w-]{8,}"), "/start CODE"),
    (re.compile(r"(/place |编码 |代碼 |（)[2-9A-Z]{8}(?=[ ）])"), r"\1CODE"),
    (re.compile(r"\bD(\d{6})-[0-9A-F]{4}\b"), r"D\1-XXXX"),
)
_KINDS = ("photo", "video", "voice", "audio", "document", "animation", "video_note")
_KIND_NAMES = {
    "photo": "照片",
    "video": "视频",
    "voice": "语音",
    "audio": "音频",
    "document": "文件",
    "animation": "动图",
    "video_note": "视频消息",
    "sticker": "贴纸",
    "location": "位置",
    "contact": "名片",
    "poll": "投票",
    "dice": "骰子",
    "venue": "地点",
}
_IN_TAIWAN = {
    "video": "影片",
    "video_note": "圓形影片",
    "document": "檔案",
    "sticker": "貼圖",
    "audio": "音訊",
}


class _Scaffold(NamedTuple):
    """The words around what is said."""

    bot: str
    presses: str
    edits: str
    changed: str
    replies: str
    colon: str = "："
    dash: str = "——"
    quotes: str = "“”"
    english: bool = False

    def aside(self, words: str) -> str:
        return f" ({words})" if self.english else f"（{words}）"

    def said(self, words: str) -> str:
        return f"{self.quotes[0]}{words}{self.quotes[1]}"

    def kind(self, kind: str) -> str:
        if self.english:
            return self.aside(kind.replace("_", " ")).strip()
        taiwan = _IN_TAIWAN.get(kind) if retelling.LANGUAGE == "zh-Hant" else None
        return self.aside(taiwan or typed(_KIND_NAMES[kind]))


SCAFFOLDS = {
    "zh-Hans": _Scaffold("民声", "按", "改为", "改了先前的一条", "回复"),
    "zh-Hant": _Scaffold("民聲", "按", "改為", "改了先前的一則", "回覆", quotes="「」"),
    "en": _Scaffold(
        "Minsheng",
        "presses",
        "changes it to",
        "changed an earlier one",
        "in reply to ",
        ":",
        "--",
        english=True,
    ),
}
Event = dict[str, Any]


@dataclass(slots=True)
class Transcript:
    """Begin it before the story; `check` compares the story with the snapshot."""

    city: City
    names: dict[int, str] = field(default_factory=dict)
    began: int = 0
    _words: _Scaffold = SCAFFOLDS[retelling.LANGUAGE]

    def __post_init__(self) -> None:
        self.began = self.city.server.world.seq
        world = self.city.server.world
        plain_press = world.press

        def press(user_id: int, chat_id: int, message_id: int, data: str, forged: bool = False) -> str:
            label = data
            stored = world.chat(chat_id).messages.get(message_id)
            markup = stored.base.get("reply_markup", {}) if stored else {}
            for button in (b for row in markup.get("inline_keyboard", []) for b in row):
                if button.get("callback_data") == data:
                    label = button["text"]
            event = world.events.emit("pressed", in_chat=chat_id, by=user_id, label=label)
            query = plain_press(user_id, chat_id, message_id, data, forged)
            event["query_id"] = query
            return query

        world.__dict__["press"] = press

    def note(self, words: str) -> None:
        """Something that happens outside the chats."""
        self.city.server.world.events.emit("note", words=words)

    def name(self, *players: Player, **chats: int) -> None:
        """The people and groups of the story; only their chats are shown, in this order."""
        for player in players:
            self.names.setdefault(player.chat, typed(player.name) if player.chat == player.user else "")
            self.names.setdefault(player.user, typed(player.name))
        for title, chat in chats.items():
            self.names[chat] = typed(title)

    def check(self, story: str) -> None:
        """`story`: its name, a point, and its language."""
        name, _, language = story.rpartition(".")
        if language == "en":
            self._words = SCAFFOLDS["en"]
        text = self.render()
        if retelling.NOTES is not None:
            self._keep(name, language, text)
            return
        path = HOME / language / f"{name}.txt"
        if os.environ.get(UPDATE) == "1":
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        assert path.is_file(), f"no snapshot {path.name}; make it with {UPDATE}=1 and read it"
        told = path.read_text(encoding="utf-8")
        diff = "\n".join(difflib.unified_diff(told.splitlines(), text.splitlines(), "snapshot", "now"))
        assert text == told, f"{diff}\nIf this is meant, renew it with {UPDATE}=1 and read it."

    def _keep(self, name: str, language: str, text: str) -> None:
        """One more telling; what has a test in English of its own is told there."""
        if retelling.LANGUAGE == "en" and language != "en" and name in ENGLISH:
            return
        retelling.note("told", name)
        if retelling.AGAIN and language != "en":
            folder = HOME / retelling.LANGUAGE
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")

    # --- rendering

    def render(self) -> str:
        events = self.city.server.world.events.after(self.began)
        toasts = {e["query_id"]: e["text"] for e in events if e["type"] == "callback_answer" and e["text"]}
        out: list[str] = []
        heard: list[Event] = []
        shown: set[tuple[int, int]] = set()
        for event in events:
            if event["type"] in ("pressed", "note") or self._by_people(event):
                out += self._batch(heard, shown)
                heard = []
                out += self._act(event, toasts)
            elif event["type"] in ("message", "edited") and event["chat_id"] in self.names:
                heard.append(event)
        out += self._batch(heard, shown)
        text = "\n".join(out).strip() + "\n"
        for pattern, instead in _CHANGING:
            text = pattern.sub(instead, text)
        return text

    def _by_people(self, event: Event) -> bool:
        return (
            event["type"] in ("message", "edited")
            and event["chat_id"] in self.names
            and not event["message"].get("from", {}).get("is_bot")
        )

    def _act(self, event: Event, toasts: dict[str, str]) -> list[str]:
        if event["type"] == "note":
            return [f"{self._words.dash} {typed(event['words'])} {self._words.dash}", ""]
        if event["type"] == "pressed":
            if event["in_chat"] not in self.names:
                return []
            toast = toasts.get(event["query_id"])
            line = f"{self._where(event['in_chat'], event['by'])} {self._words.presses} [{event['label']}]"
            return [line + (f" → {self._words.said(toast)}" if toast else ""), ""]
        message = event["message"]
        body = self._body(message)
        if body is None:
            return []
        verb = f" {self._words.edits}" if event["type"] == "edited" else ""
        replied = message.get("reply_to_message")
        quote = (
            self._words.aside(f"{self._words.replies}{self._words.said(self._first_line(replied))}")
            if replied
            else ""
        )
        return [
            f"{self._where(event['chat_id'], message['from']['id'])}{quote}{verb}{self._words.colon}",
            *_indent(body),
            "",
        ]

    def _where(self, chat: int, user: int) -> str:
        name = self.names.get(user, str(user))
        return name if chat == user else f"{name}{self._words.aside(self.names[chat])}"

    def _batch(self, events: list[Event], shown: set[tuple[int, int]]) -> list[str]:
        """What the bot said and changed in one go: the final state of each message."""
        last: dict[tuple[int, int], Event] = {}
        for event in events:
            last[(event["chat_id"], event["message"]["message_id"])] = event["message"]
        order = list(self.names)
        out: list[str] = []
        for key in sorted(last, key=lambda k: order.index(k[0])):
            body = self._body(last[key])
            if body is None:
                continue
            chat = self.names[key[0]]
            head = (
                f"{self._words.bot} → {chat}"
                + (self._words.aside(self._words.changed) if key in shown else "")
                + self._words.colon
            )
            shown.add(key)
            out += [head, *_indent(body), ""]
        return out

    def _body(self, message: Event) -> list[str] | None:
        text = message.get("text") or message.get("caption") or ""
        kind = next((k for k in (*_KINDS, *_KIND_NAMES) if k in message), None)
        if not text and kind is None:
            return None  # a service message
        lines = _quoted(text, message.get("entities") or []).split("\n") if text else []
        if kind is not None:
            lines.insert(0, self._words.kind(kind))
        for row in message.get("reply_markup", {}).get("inline_keyboard", []):
            lines.append(" ".join(f"[{button['text']}]" for button in row))
        return lines

    def _first_line(self, message: Event) -> str:
        lines = self._body(message) or [""]
        return lines[0][:24] + ("…" if len(lines[0]) > 24 or len(lines) > 1 else "")


def _indent(lines: list[str]) -> list[str]:
    return [f"    {line}".rstrip() for line in lines]


def _quoted(text: str, entities: list[Event]) -> str:
    """Quoted blocks with a bar before each line."""
    raw = text.encode("utf-16-le")
    for entity in sorted(entities, key=lambda e: -int(e["offset"])):
        if entity["type"] == "blockquote":
            start, end = 2 * entity["offset"], 2 * (entity["offset"] + entity["length"])
            inside = raw[start:end].decode("utf-16-le").replace("\n", "\n│ ")
            raw = raw[:start] + f"│ {inside}".encode("utf-16-le") + raw[end:]
    return raw.decode("utf-16-le")
