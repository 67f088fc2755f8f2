"""What is seen of a message that is taken apart: the dispatcher's preview, the citizen's list of numbers."""

from collections.abc import Sequence

from bot.core.case import Case, Event
from bot.core.masking import mask
from bot.core.plain import clip
from bot.texts import Safe
from bot.views.content import Button, Content, Voice, lines

SHOWN = 500  # of each part


def preview(
    voice: Voice, case: Case, dialogue: str, parts: Sequence[str], departments: Sequence[str]
) -> Content:
    """Each part and the office that it would go to; `departments`: of the second part and those after it."""
    body = [voice.say("split-first", number=case.number, text=clip(mask(parts[0]), SHOWN))]
    body += [
        voice.say(
            "split-new",
            n=str(n),
            who=voice.who(department),
            office=voice.office(department),
            text=clip(mask(part), SHOWN),
        )
        for n, (part, department) in enumerate(zip(parts[1:], departments, strict=True), 2)
    ]
    buttons = (
        Button(voice.plain("button-split-yes"), f"c:split_yes:{case.id}:{dialogue}"),
        Button(voice.plain("button-discard"), f"c:split_no:{case.id}:{dialogue}"),
    )
    head = voice.say("split-head", number=case.number, count=len(parts))
    return Content(lines(head, *body, "", voice.say("split-after")), (buttons,))


def parts_of(voice: Voice, case: Case, event: Event) -> Safe:
    """Every number that a citizen's message has become, what it is about, and who has it."""
    all_of_them = [(case.number, case.title, case.department), *event.data["parts"]]
    return lines(
        *(
            voice.say(
                "split-line",
                number=number,
                headline=title,
                who=voice.who(department),
                office=voice.office(department),
            )
            for number, title, department in all_of_them
        )
    )
