"""What people type, made plain: invisible characters out, lengths in UTF-16 units, a title from a letter."""

import re
import unicodedata

from bot.core.script import simplified

_BIDI = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_INVISIBLE = re.compile(r"[\u200b\u2060\ufeff\u00ad\u180e\u2800\u3164\u115f\u1160\uffa0]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_REGIONAL = re.compile("[\U0001f1e6-\U0001f1ff]")
_REGIONALS = re.compile("[\U0001f1e6-\U0001f1ff]+$")
_ADDRESS = re.compile(
    r"^(?:(?:尊敬的|敬[爱愛]的|[亲親][爱愛]的)[^：:，,。！!；;\n]{1,20}[：:，,！!]|(?:各位)?[领領][导導][：:，,！!]|"
    r"Dear [^,:\n]{1,40}[,:]|[您你]们?們?好[：:，,！!。])\s*",
    re.IGNORECASE,
)
# Two letters of one word; a word that has only begun, after at least one that is whole.
_LATIN = re.compile(r"[^\W\d_\u3040-\u9fff\uac00-\ud7af]{2}")
_WORD_BEGUN = re.compile(r"(?<=[^\s,;:–-])[\s,;:–-]+[^\s\u3040-\u9fff]{1,20}\Z")
_SENTENCE_END = re.compile(r"[。！？!?；;\n]")


def clean(text: str) -> str:
    """`text` without controls, direction marks and invisible fillers; line ends are \\n; ends trimmed.

    Zero-width joiners stay: emoji and some scripts are written with them.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    text = _CONTROL.sub("", _INVISIBLE.sub("", _BIDI.sub("", text)))
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def says_something(text: str) -> bool:
    """Whether anything readable is left: a letter, a number, a symbol; joiners and marks alone say nothing."""
    return any(unicodedata.category(ch)[0] in "LNSP" for ch in clean(text))


def units(text: str) -> int:
    """Length in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def clip(text: str, limit: int) -> str:
    """`text` cut to at most `limit` UTF-16 units, ending in … when something was cut; not within a Latin word."""
    if units(text) <= limit:
        return text
    used, end = 1, 0
    for ch in text:
        used += 2 if ord(ch) > 0xFFFF else 1
        if used > limit:
            break
        end += 1
    whole = next((i for i in range(end, max(end - 40, 0), -1) if not _within(text, i)), end)
    if _LATIN.fullmatch(text[max(whole - 1, 0) : whole + 1]) and (word := _WORD_BEGUN.search(text, 0, whole)):
        whole = word.start()
    return text[:whole].rstrip(" ") + "…" if limit > 0 else ""


def _within(text: str, i: int) -> bool:
    """Whether a cut before text[i] would go through something that is drawn as one: an emoji, a flag, an accent."""
    before, after = text[i - 1], text[i]
    if before == "\u200d" or after in "\u200d\u20e3" or "\U0001f3fb" <= after <= "\U0001f3ff":
        return True
    if _REGIONAL.fullmatch(after):
        flags = _REGIONALS.search(text[:i])
        return flags is not None and len(flags.group()) % 2 == 1
    return unicodedata.category(after)[0] == "M"


def title_of(text: str, limit: int = 40) -> tuple[str | None, str]:
    """The title a citizen may have written, and the rest.

    A short first line above more text is a title; otherwise there is none and the text stays whole.
    """
    first, _, rest = text.partition("\n")
    if rest.strip() and 0 < len(first.strip()) <= limit:
        return first.strip(), rest.strip()
    return None, text


def headline(text: str, limit: int = 30) -> str:
    """A line to recognise a message by: its title, or its first sentence, cut to `limit` characters.

    A letter's address and greeting tell nothing, unless there is nothing else.
    """
    told = text.strip()
    while address := _ADDRESS.match(told):
        told = told[address.end() :].strip()
    title, body = title_of(told or text)
    sentences = [title] if title else _SENTENCE_END.split(body)
    line = next((s for s in sentences if s.strip()), body)
    return clip(" ".join(line.split()), limit)


_BIGRAM_SKIP = re.compile(r"\W+")


def _bigrams(text: str) -> set[str]:
    letters = simplified(_BIGRAM_SKIP.sub("", text))
    return {letters[i : i + 2] for i in range(len(letters) - 1)}


def covered(question: str, text: str) -> float:
    """How much of a question's character bigrams stand in a text, 0 to 1: does the text ask this?"""
    asked = _bigrams(question)
    return len(asked & _bigrams(text)) / len(asked) if asked else 0.0


def likeness(a: str, b: str) -> float:
    """Jaccard similarity of two texts' character bigrams, 0 to 1: is it the same matter told again?"""
    left, right = _bigrams(a), _bigrams(b)
    return len(left & right) / len(left | right) if left and right else 0.0
