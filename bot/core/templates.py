"""Which reply templates fit a case: by domain and by what the reply is to do."""

from bot.core.case import Outcome

OTHER = "other"
REPLY = "reply"
PURPOSES: tuple[str, ...] = (REPLY, *Outcome)


def fitting(domain: str | None, outcome: str | None) -> tuple[tuple[str, str], ...]:
    """(domain, purpose) of the templates to offer, the best first; `domain` by its key in the texts.

    The general one is always offered too: the domain may be wrong, or the matter unlike its fellows.
    """
    purpose = REPLY if outcome is None else str(Outcome(outcome))
    domains = dict.fromkeys((domain or OTHER, OTHER))
    return tuple((each, purpose) for each in domains)
