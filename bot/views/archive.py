"""The file of one case: everything on record in one page that can be kept, printed and searched."""

from collections.abc import Mapping, Sequence

from bot.core.case import Case, Event, EventKind
from bot.core.masking import mask
from bot.texts import Safe
from bot.views import history as history_view
from bot.views.content import Voice

_STYLE = (
    "body{font:16px/1.7 sans-serif;max-width:46em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse}th{text-align:left;padding-right:1.5em;vertical-align:top;white-space:nowrap}"
    ".letter{white-space:pre-wrap;border-left:3px solid #999;padding-left:1em}li{white-space:pre-wrap}"
)


def page(
    voice: Voice, case: Case, history: Sequence[Event], staff: Mapping[int, int], file_kinds: Sequence[str]
) -> str:
    """HTML of its own, without links. Phone numbers and the like are masked."""
    handler = staff.get(case.handler_id) if case.handler_id is not None else None
    answer = next((e for e in reversed(history) if e.kind is EventKind.RESOLVED), None)
    rows = (
        ("status", voice.plain(f"status-{case.status.value}")),
        ("domain", voice.domain(case.domain) if case.domain else voice.plain("other-domain")),
        ("office", voice.office(case.department)),
        ("support", voice.listed([voice.office(d) for d in case.supporting])),
        ("handler", str(handler) if handler else ""),
        ("filed", voice.moment(case.filed_at)),
        ("answered", voice.moment(answer.at) if answer else ""),
        ("outcome", voice.plain(f"outcome-{case.outcome.value}") if case.outcome else ""),
        ("leader", case.leader or ""),
        ("files", voice.files(file_kinds)),
    )
    cells = "".join(
        f"<tr><th>{voice.say(f'archive-{key}')}</th><td>{voice.say('plain-text', text=value)}</td></tr>"
        for key, value in rows
        if value
    )
    course = "".join(f"<li>{line}</li>" for line in history_view.whole(voice, history, staff))
    letter = (
        voice.say("plain-text", text=mask(case.text)) if case.text else voice.say("card-citizen-photo-only")
    )
    title = voice.say("archive-title", number=case.number)
    return Safe(
        f'<!doctype html><html lang="{voice.language}"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style><h1>{title}</h1><table>{cells}</table>"
        f"<h2>{voice.say('archive-letter')}</h2><p class=letter>{letter}</p>"
        f"<h2>{voice.say('archive-course')}</h2><ol>{course}</ol>"
        f"<p><small>{voice.say('archive-foot')}</small></p></html>\n"
    )
