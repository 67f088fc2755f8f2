"""A message before it is sent: HTML text, buttons, and the Bot API parameters they become."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from bot.config import Settings
from bot.core.plain import clip, headline
from bot.departments import Directory
from bot.texts import Safe, plain, say
from bot.texts.script import in_script_of

TEXT_LIMIT = 4096
# Not strftime: what it says depends on the machine.
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_DOMAINS = {
    "就业": "employment",
    "教育": "education",
    "社保": "social-security",
    "医疗": "medical",
    "住房": "housing",
    "养老": "elderly",
    "食品安全": "food-safety",
    "社会治安": "public-safety",
}
_TOPICS = {
    "城管": "streets",
    "交通": "transport",
    "生态环境": "environment",
    "公用事业": "utilities",
    "市场监管": "market",
    "医保": "medical-insurance",
    "公安户籍": "registration",
    "农业农村": "countryside",
    "自然资源": "land",
    "文化旅游": "culture",
    "通信": "telecoms",
    "税务": "taxes",
    "法院司法": "justice",
    "干部作风": "conduct",
}


# What a desk's own name ends in, 清河县; any other is a city's.
_UNITS = {
    "县": "county", "区": "district", "旗": "banner", "州": "prefecture", "镇": "town", "乡": "township",
}  # fmt: skip


@cache
def _unit(language: str, kind: str) -> str:
    return plain(language, "unit", kind=kind)


def domain_key(name: str | None) -> str | None:
    """What one of the eight domains is called in the keys of texts; None for any other label."""
    return _DOMAINS.get(name or "")


@dataclass(frozen=True, slots=True)
class Button:
    """`data` is what comes back when pressed (at most 64 bytes), or `url` a link to open."""

    text: str
    data: str | None = None
    url: str | None = None

    def as_json(self) -> dict[str, str]:
        if self.url is not None:
            return {"text": self.text, "url": self.url}
        assert self.data is not None and len(self.data.encode()) <= 64, self.data
        return {"text": self.text, "callback_data": self.data}


@dataclass(frozen=True, slots=True)
class Listed:
    """The cases that a message names beside the one it is about; `again`: the button's data that shows it anew."""

    cases: tuple[int, ...]
    again: str | None = None


@dataclass(frozen=True, slots=True)
class Content:
    text: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    force_reply: str | None = None
    reply_to: int | None = None
    lists: Listed | None = None

    def params(self) -> dict[str, Any]:
        """As parameters of sendMessage, without the chat."""
        params: dict[str, Any] = {
            "text": self.text,
            "parse_mode": "HTML",
            "link_preview_options": {"is_disabled": True},
        }
        if self.buttons:
            params["reply_markup"] = {"inline_keyboard": [[b.as_json() for b in row] for row in self.buttons]}
        elif self.force_reply is not None:
            params["reply_markup"] = {
                "force_reply": True,
                "selective": True,
                "input_field_placeholder": clip(self.force_reply, 64),
            }
        if self.reply_to is not None:
            params["reply_parameters"] = {"message_id": self.reply_to, "allow_sending_without_reply": True}
        return params


def rows(buttons: Sequence[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """Buttons in rows of `width`."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))


def pager(voice: "Voice", data: Callable[[int], str], page: int, last: int) -> tuple[tuple[Button, ...], ...]:
    """The row that turns the pages of a list, numbered from 0; none where there is nothing to turn."""
    ways = (("button-page-before", page - 1), ("button-page-next", page + 1))
    turns = tuple(Button(voice.plain(key), data(to)) for key, to in ways if 0 <= to <= last)
    return (turns,) if turns else ()


MOST_BUTTONS = 90  # offices in one message; Telegram takes a hundred buttons
A_PAGE = 40


def offices_to_choose(
    voice: "Voice",
    text: str,
    buttons: Sequence[Button],
    *last: tuple[Button, ...],
    turn: str,
    page: int = 0,
) -> Content:
    """Offices as buttons, two in a row; more than fit in pages, turned by `turn` and the page's number.

    A number is no office's id, so `turn` may be what stands before the ids.
    """
    if len(buttons) <= MOST_BUTTONS:
        return Content(lines(text), (*rows(buttons, 2), *last))
    final = (len(buttons) - 1) // A_PAGE
    page = min(page, final)
    turns = pager(voice, lambda to: f"{turn}{to}", page, final)
    where = voice.say("queue-page", page=page + 1, pages=final + 1)
    shown = rows(buttons[page * A_PAGE : (page + 1) * A_PAGE], 2)
    return Content(lines(text, where, voice.say("offices-more")), (*shown, *turns, *last))


def page_in(argument: str) -> int | None:
    """The page that a button turns to, where an office may stand too."""
    return int(argument) if argument.isascii() and argument.isdigit() and len(argument) < 4 else None


def page_with(ids: Sequence[str], office: str) -> int:
    """Where an office stands among all."""
    return ids.index(office) // A_PAGE if office in ids else 0


def lines(*parts: str | None) -> Safe:
    """Parts that are there, one below the other; an empty one is a blank line."""
    return Safe("\n".join(part for part in parts if part is not None))


@dataclass(frozen=True, slots=True)
class Voice:
    """One language's words for what every view needs."""

    settings: Settings
    language: str
    directory: Directory | None = None  # without one: the departments of the settings

    @property
    def offices(self) -> Directory:
        return self.directory or Directory(self.settings.opening)

    def say(self, key: str, **args: Any) -> Safe:
        return say(self.language, key, **{"unit": self.unit, **args})

    def plain(self, key: str, **args: Any) -> str:
        return plain(self.language, key, **{"unit": self.unit, **args})

    @property
    def kind(self) -> str:
        """What the desk is for, as its name says: a city, a county, a district."""
        name = self.settings.city.name.zh_hans
        return "region" if name.endswith(("行政区", "自治区")) else _UNITS.get(name[-1], "city")

    @property
    def small(self) -> bool:
        """Whether it is for a county, or for less."""
        return self.kind not in ("city", "prefecture", "region")

    @property
    def unit(self) -> str:
        """The word for that: 全{ $unit } is 全市 or 全县."""
        return _unit(self.language, self.kind)

    def office(self, department: str) -> str:
        """A department's full name; one that nobody knows any more keeps its id."""
        known = self.offices.known(department)
        return known.name.get(self.language) if known else department

    def short(self, department: str) -> str:
        known = self.offices.known(department)
        return known.label(self.language) if known else department

    def domain(self, name: str) -> str:
        """One of the eight domains, or a topic, in this language; another label in the reader's characters."""
        if key := _DOMAINS.get(name):
            return self.plain(f"domain-{key}")
        return self.plain(f"topic-{_TOPICS[name]}") if name in _TOPICS else self.written(name)

    def written(self, text: str) -> str:
        """What is kept in simplified characters, in the reader's."""
        return in_script_of(self.language, text)

    def place(self, full: str) -> str:
        """A district as a case keeps it, in this language if the tree has a word for it."""
        if self.language != "en":
            return self.written(full)
        places = self.offices.tree.map
        place = places.all.get(full)
        names = dict.fromkeys((full, place.county)) if place and place.county else (full,)
        return ", ".join(places.words[n].get("en") if n in places.words else n for n in names)

    def phone(self, department: str) -> str:
        """The office's phone, or "none": the texts choose by it."""
        known = self.offices.known(department)
        return (known.phone if known else None) or "none"

    def about(self, title: str, limit: int = 30) -> str:
        """What a case is about, in a line; of one that came without words, that it did."""
        return headline(title, limit) or self.plain("about-nothing")

    def who(self, department: str) -> str:
        """Which words fit: "triage" for the general desk, "office" for a department."""
        return "triage" if department == self.offices.triage.id else "office"

    def when(self, moment: datetime) -> str:
        """A moment in the city's time, short: 12-02 17:00, in English 2 Dec 17:00."""
        local = moment.astimezone(self.settings.city.tz)
        if self.language == "en":
            return f"{local.day} {_MONTHS[local.month - 1]} {local:%H:%M}"
        return f"{local.month}-{local.day:02d} {local:%H:%M}"

    def on(self, moment: datetime) -> str:
        """A day near enough to have a weekday: 12月1日（星期二）, in English Tue 1 Dec."""
        day = moment.astimezone(self.settings.city.tz).weekday()
        if self.language == "en":
            return f"{_WEEKDAYS[day]} {self.date(moment)}"
        return f"{self.date(moment)}（星期{'一二三四五六日'[day]}）"

    def due(self, moment: datetime) -> str:
        """When something is to be: 12月1日（星期二）17:00, in English Tue 1 Dec 17:00."""
        space = " " if self.language == "en" else ""
        return f"{self.on(moment)}{space}{moment.astimezone(self.settings.city.tz):%H:%M}"

    def day(self, moment: datetime) -> str:
        """The day of a moment that may be a year away: 2027年3月1日, in English 1 Mar 2027."""
        local = moment.astimezone(self.settings.city.tz)
        if self.language == "en":
            return f"{local.day} {_MONTHS[local.month - 1]} {local.year}"
        return f"{local.year}年{local.month}月{local.day}日"

    def short_day(self, moment: datetime) -> str:
        """A day in the city's time, short: 12-02, in English 2 Dec."""
        return self.when(moment).rsplit(" ", 1)[0]

    def moment(self, moment: datetime) -> str:
        """Date, year and time: for what is kept."""
        return f"{self.day(moment)} {moment.astimezone(self.settings.city.tz):%H:%M}"

    def date(self, moment: datetime) -> str:
        """A date in the city's time, as it stands in a sentence: 12月5日."""
        local = moment.astimezone(self.settings.city.tz)
        if self.language == "en":
            return f"{local.day} {_MONTHS[local.month - 1]}"
        return f"{local.month}月{local.day}日"

    def emergency(self) -> str:
        """The numbers to call, each with what it is for."""
        return self.listed([f"{n.what.get(self.language)} {n.number}" for n in self.settings.city.emergency])

    def files(self, kinds: Sequence[str]) -> str:
        """“照片 2 张、语音 1 条” from the kinds of attachments."""
        order = ("photo", "video", "voice", "audio", "document")
        plainly = ["video" if kind in ("animation", "video_note") else kind for kind in kinds]
        counted = [(kind, plainly.count(kind)) for kind in order]
        return self.listed([self.plain(f"file-{kind}", count=count) for kind, count in counted if count])

    def listed(self, names: Sequence[str]) -> str:
        return ("、" if self.language.startswith("zh") else ", ").join(names)
