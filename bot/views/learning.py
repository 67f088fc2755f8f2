"""What admins and dispatchers see of the classifier's learning: progress, comparison, models, cases to label."""

from collections.abc import Sequence
from typing import Any, Protocol

from bot.core.case import Case
from bot.core.learning import NONE
from bot.core.masking import mask
from bot.core.plain import clip
from bot.departments import DOMAINS
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines, rows

STAGES = ("wait", "read", "fold", "fit", "compare")
FIGURES = ("strict", "acceptable", "nine_way", "queue_precision", "queue_share")
WORDS = 900
BAR = 10


class Made(Protocol):
    """A training with what came of it."""

    @property
    def id(self) -> int: ...
    @property
    def challenger(self) -> str | None: ...
    @property
    def result(self) -> dict[str, Any]: ...


def progress(voice: Voice, training: int, stage: str, share: float, count: int) -> Content:
    known = stage if stage in STAGES else "fit"
    full = round(share * BAR)
    bar = "▓" * full + "░" * (BAR - full)
    text = voice.say("training-progress", bar=bar, stage=voice.plain(f"training-stage-{known}"), count=count)
    return Content(text, ((Button(voice.plain("button-training-stop"), f"t:stop:{training}"),),))


def ended(voice: Voice, key: str, args: dict[str, Any]) -> Content:
    return Content(voice.say(key, **args))


def comparison(voice: Voice, training: int, challenger: str, result: dict[str, Any]) -> Content:
    """Both models on the same messages, by figure and by domain, and the choice."""
    parts: list[str] = [
        voice.say("training-ready", model=challenger, learnt=result["learnt"], left=result["left_out"]),
        "",
        _side_by_side(voice, "training-frozen", result["frozen"]),
    ]
    if result["recent"]:
        parts += ["", _side_by_side(voice, "training-recent", result["recent"])]
    parts += ["", voice.say("training-domains")]
    parts += [
        voice.say(
            "training-domain",
            domain=domain(voice, line["label"]),
            before=_percent(line["champion"]),
            after=_percent(line["challenger"]),
            rows=line["rows"],
            mark="worse" if line["worse"] else "same",
        )
        for line in result["domains"]
    ]
    if result["worse"]:
        parts += ["", voice.say("training-worse", domains=_listed(voice, result["worse"]))]
    choice = (
        Button(voice.plain("button-adopt"), f"t:adopt:{training}"),
        Button(voice.plain("button-keep"), f"t:discard:{training}"),
    )
    return Content(lines(*parts), (choice,))


def sure(voice: Voice, training: Made) -> Content:
    """The second, explicit press before a model that is worse somewhere takes over."""
    text = voice.say(
        "training-sure", model=training.challenger or "", domains=_listed(voice, training.result["worse"])
    )
    keep = Button(voice.plain("button-keep"), f"t:discard:{training.id}")
    anyway = Button(voice.plain("button-adopt-anyway"), f"t:adopt-anyway:{training.id}")
    return Content(text, ((keep,), (anyway,)))


def _side_by_side(voice: Voice, key: str, found: dict[str, Any]) -> Safe:
    told = [voice.say(key, rows=found["rows"])]
    told += [
        voice.say(
            "training-figure",
            name=voice.plain(f"figure-{name.replace('_', '-')}"),
            before=_range(found["champion"][name]),
            after=_range(found["challenger"][name]),
        )
        for name in FIGURES
        if name in found["champion"] and name in found["challenger"]
    ]
    return lines(*told)


def _percent(share: float) -> str:
    return f"{share:.0%}"


def _range(value: Sequence[float]) -> str:
    middle, low, high = value
    return f"{middle:.0%} ({low:.0%}–{high:.0%})"


def domain(voice: Voice, label: str) -> str:
    return voice.plain("other-domain") if label == NONE else voice.domain(label)


def _listed(voice: Voice, labels: Sequence[str]) -> str:
    return voice.listed([domain(voice, label) for label in labels])


def models(
    voice: Voice, *, shipped: str, now: str, loaded: str, past: Sequence[Made], labels: int, new: int
) -> Content:
    """Every version that can be returned to, with its figures; a button for each that is not in force."""
    parts: list[str] = [voice.say("models", model=now, labels=labels, new=new)]
    if loaded != now:
        parts.append(voice.say("model-loading", loaded=loaded))
    parts += ["", _line(voice, shipped, now, None)]
    buttons = [] if shipped == now else [_back(voice, shipped)]
    for each in past:
        version = each.challenger or ""
        parts.append(_line(voice, version, now, each.result["frozen"]["challenger"]))
        if version != now:
            buttons.append(_back(voice, version))
    return Content(lines(*parts), rows(buttons, 1))


def _line(voice: Voice, version: str, now: str, figures: dict[str, Any] | None) -> Safe:
    right = _percent(figures["strict"][0]) if figures and "strict" in figures else "none"
    return voice.say("model-line", model=version, now="yes" if version == now else "no", right=right)


def _back(voice: Voice, version: str) -> Button:
    return Button(voice.plain("button-use-model", model=version), f"t:use:{version}")


def to_label(voice: Voice, case: Case, done: int) -> Content:
    """One case and a button for each label."""
    text = lines(
        voice.say("label-head", number=case.number, done=done),
        Safe("<blockquote>")
        + voice.say("plain-text", text=clip(mask(case.text), WORDS))
        + Safe("</blockquote>"),
        voice.say("label-ask"),
    )
    names = [*(voice.domain(name) for name in DOMAINS), voice.plain("other-domain")]
    buttons = [Button(name, f"l:{case.id}:{number}") for number, name in enumerate(names)]
    last = (
        Button(voice.plain("button-label-skip"), f"l:{case.id}:skip"),
        Button(voice.plain("button-label-stop"), f"l:{case.id}:stop"),
    )
    return Content(Safe(text), (*rows(buttons, 3), last))


def nothing_to_label(voice: Voice, done: int) -> Content:
    return Content(voice.say("label-none", done=done))
