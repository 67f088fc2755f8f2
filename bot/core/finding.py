"""Words made findable: what of a text becomes terms of the index, what a query asks for, what a hit shows.

Chinese is written without blanks and its words are mostly two characters long: every pair of neighbours is a term.
What stands in the index was made by these rules; another rule needs a migration that makes it anew.
"""

import re
import unicodedata

from bot.core.script import simplified

_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(f"[{_HAN}]+|[^\\W_{_HAN}]+")
SHORTEST = 2  # characters in a word that can be asked for
TERMS = 24  # more of a query says nothing more
AROUND = 14  # characters shown on each side of what matched


def _plain(text: str) -> str:
    return simplified(unicodedata.normalize("NFKC", text).lower())


def _is_han(run: str) -> bool:
    return re.match(f"[{_HAN}]", run) is not None


def terms(text: str) -> str:
    """A text as the index keeps it: pairs of Chinese characters, other words and numbers whole."""
    out: list[str] = []
    for run in _RUN.findall(_plain(text)):
        if _is_han(run):
            out += [run[i : i + 2] for i in range(max(len(run) - 1, 1))]
        else:
            out.append(run)
    return " ".join(out)


def words_of(query: str) -> list[str]:
    """The words asked for; one character alone is none."""
    found = [word for word in query.split() if len(re.sub(r"\W", "", word)) >= SHORTEST]
    return list(dict.fromkeys(found))[:TERMS]


def matching(query: str) -> str | None:
    """A query in the index's language: all words, each as it stands; None when there is nothing to ask for."""
    phrases = []
    for word in words_of(query):
        runs = _RUN.findall(_plain(word))
        # A single character beside others is no term of the index.
        kept = [run for run in runs if len(run) > 1 or not _is_han(run)]
        phrases += [f'"{terms(run)}"' + ("" if _is_han(run) else "*") for run in kept]
    return " AND ".join(phrases[:TERMS]) or None


def excerpt(text: str, query: str) -> tuple[str, str, str] | None:
    """Where the first of the words stands: what is before, the words, what is after; None when none does."""
    flat = " ".join(text.split())
    folded = _plain(flat)
    if len(folded) != len(flat):
        flat = unicodedata.normalize("NFKC", flat)  # what changes its length is shown as it was compared
        folded = _plain(flat)
    for word in words_of(query):
        at = folded.find(_plain(word))
        if at >= 0:
            end = at + len(_plain(word))
            before, after = flat[max(0, at - AROUND) : at], flat[end : end + AROUND]
            return (
                ("…" if at > AROUND else "") + before,
                flat[at:end],
                after + ("…" if end + AROUND < len(flat) else ""),
            )
    return None
