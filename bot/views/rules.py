"""/route and /rules: where a text would go and why, and who leads what in which place."""

from collections.abc import Sequence

from bot.core.plain import clip
from bot.core.routing import Route, Suggested
from bot.views.content import Button, Content, Voice, lines, pager, rows

EXCERPT = 200
A_PAGE = 15
WORDS = 6
SAID_DOMAIN = 0.05  # a domain less likely than this is no guess
SAID_TOPIC = 0.3  # a topic less likely than this says nothing


def tried(
    voice: Voice,
    text: str,
    guess: Suggested,
    where: Route,
    end: Route,
    accused: Sequence[str],
    urgent: str,
) -> Content:
    """`end`: where it goes once those whom it complains about are left out. `urgent`: sure, asked or no."""
    foreign = where.rule == "unsure" and guess.unread
    best = [voice.say("route-guess", domain=voice.domain(d), percent=_percent(p)) for d, p in _best(guess)]
    nothing = voice.plain("route-no-domain")
    words = voice.listed([voice.written(word) for word, _ in guess.words[:WORDS]])
    topic = next(iter(guess.topics), None)
    likely = [voice.short(office) for office in end.likely]
    return Content(
        lines(
            voice.say("route-head"),
            voice.say("route-text", text=clip(text, EXCERPT)),
            voice.say("route-to", office=voice.office(end.department)),
            voice.say("route-apart", offices=voice.listed([voice.office(o) for o in accused]))
            if accused
            else voice.say("route-not-chinese" if foreign else f"rule-{where.rule}"),
            "",
            None if foreign else voice.say("route-domain", guesses=voice.listed(best) or nothing),
            voice.say("route-words", words=words) if words and not foreign else None,
            voice.say("route-topic", topic=voice.domain(topic[0]), percent=_percent(topic[1]))
            if topic and topic[1] >= SAID_TOPIC
            else None,
            voice.say("route-place", place=voice.place(where.place) if where.place else "none"),
            voice.say("route-likely", offices=voice.listed(likely)) if end.triage and likely else None,
            voice.say(f"route-urgent-{urgent}") if urgent != "no" else None,
        )
    )


def _best(guess: Suggested) -> Sequence[tuple[str, float]]:
    likely = [(domain, share) for domain, share in guess.alternatives if share >= SAID_DOMAIN]
    return likely[: 1 if guess.queue != "triage" else 3]


def _percent(share: float) -> int:
    return round(share * 100)


def overview(voice: Voice, domains: Sequence[str], topics: Sequence[str]) -> Content:
    """A line for each domain and topic; those that differ from place to place have a button."""
    tree = voice.offices.tree
    buttons = [Button(voice.domain(m), f"ru:m:{m}:0") for m in (*domains, *topics) if tree.below(m)]
    taken = [topic for topic in topics if tree.lead(topic) is not None or tree.below(topic)]
    nobody = voice.listed([voice.domain(topic) for topic in topics if topic not in taken])
    return Content(
        lines(
            voice.say("rules-head"),
            *(_line(voice, domain) for domain in domains),
            "",
            voice.say("rules-topics"),
            *(_line(voice, topic) for topic in taken),
            voice.say("rules-nobody", topics=nobody) if nobody else None,
            "",
            voice.say("rules-rest"),
        ),
        rows(buttons, 3),
    )


def _line(voice: Voice, matter: str) -> str:
    lead = voice.offices.tree.lead(matter)
    name = voice.office(lead.id if lead is not None else voice.offices.triage.id)
    below = len(voice.offices.tree.below(matter))
    return voice.say("rules-line", matter=voice.domain(matter), office=name, below=below)


def matter(voice: Voice, name: str, page: int) -> Content:
    """Who leads one matter in the city, and in each place that has an office of its own for it."""
    tree = voice.offices.tree
    order = {office.id: number for number, office in enumerate(tree.offices)}
    below = sorted(tree.below(name), key=lambda office: order[office.id])
    last = max(0, (len(below) - 1) // A_PAGE)
    page = min(page, last)
    shown = below[page * A_PAGE : (page + 1) * A_PAGE]
    lead = tree.lead(name)
    city = voice.office(lead.id if lead is not None else voice.offices.triage.id)
    out = [voice.say("rules-at", places=_places(voice, o.id), office=voice.office(o.id)) for o in shown]
    turns = pager(voice, lambda to: f"ru:m:{name}:{to}", page, last)
    back = Button(voice.plain("button-rules-back"), "ru:l")
    head = voice.say("rules-matter", matter=voice.domain(name), office=city)
    return Content(lines(head, *out), (*turns, (back,)))


def _places(voice: Voice, office: str) -> str:
    """The counties that an office serves, or its places where it serves only some of a county."""
    area = voice.offices.tree.map.area[office] or frozenset()
    order = voice.offices.tree.map.order
    whole = [place for place in area if place.name == place.county]
    shown = sorted(whole or area, key=lambda place: order.get(place.full, 0))
    named = voice.listed([voice.place(place.full) for place in shown[:3]])
    return voice.plain("rules-places", places=named, more=max(0, len(shown) - 3))
