"""Hides phone and identity numbers in what a citizen wrote. All of them, not only the first."""

import re

# What shows nothing between two digits; the last two draw keys around them: 1️⃣.
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe0f\u20e3"
_DIGIT = "[0-9０-９]"
_HAN = "零〇幺一二两三四五六七八九"
# Between two digits people put spaces, dashes, dots, and pasted text brings invisible characters.
_GAP = rf"[{_UNSEEN}]*(?:(?:[^\S\n]|[-－—–‐‑−.·・_*])[{_UNSEEN}]*){{0,3}}"
_RUN = re.compile(
    rf"(?<![0-9０-９]){_DIGIT}(?:{_GAP}{_DIGIT}){{6,}}(?:{_GAP}[xXｘＸ](?![A-Za-z]))?(?![0-9０-９])"
)
# A mobile number in its usual groups, or digit by digit, whatever stands between: commas, slashes, line ends.
_LOOSE = rf"[{_UNSEEN}\s,，、/／~～+()（）.．·・_*\-－—–‐‑−]"
_MOBILE = re.compile(
    rf"(?<![0-9０-９])[1１][3-9３-９]{_DIGIT}{_LOOSE}{{1,3}}{_DIGIT}{{4}}{_LOOSE}{{0,3}}{_DIGIT}{{4}}(?![0-9０-９])"
    rf"|(?<![0-9０-９])[1１](?:{_LOOSE}{{1,3}}{_DIGIT}){{10}}(?!{_LOOSE}{{0,3}}[0-9０-９])"
)
# A Hong Kong identity card: six digits and a sign in brackets. Taiwan's has digits enough to be found by itself.
_CARD = re.compile(r"(?<![A-Za-zＡ-Ｚ])([A-Za-zＡ-Ｚ]{1,2})[0-9０-９]{6}\s?[(（][0-9０-９AaＡ][)）]")
_SPOKEN = re.compile(rf"[{_HAN}](?:{_GAP}[{_HAN}]){{6,}}")
_MIXED = re.compile(rf"(?:[0-9０-９{_HAN}][{_UNSEEN}]*){{11,}}")
_HAN_PHONE = re.compile(r"[幺一][三四五六七八九]")

_MONTH, _DAY = "(?:0?[1-9]|1[0-2])", "(?:0?[1-9]|[12][0-9]|3[01])"
_DATE = rf"(?:19|20)\d\d(?:(?P<sep>[-./ ]){_MONTH}(?P=sep){_DAY}|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
_PLAIN_DATE = _DATE.replace("<sep>", "<sep2>").replace("=sep", "=sep2")
_CASE_NUMBER = r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-(?:\d{4}|[1-9]\d{4})"
_WHOLE = re.compile(rf"{_CASE_NUMBER}|{_DATE}(?:[-—–]+{_PLAIN_DATE})?|(?:19|20)\d\d[-—–]+(?:19|20)\d\d")
_IDENTITY = re.compile(r"\d{6}\s\d{8}\s\d{3}[\dxXｘＸ]")  # a date of birth in its middle
_ROOM = re.compile(r"\d{1,2}-\d{1,2}-\d{3,4}")
_DECIMAL = re.compile(r"(?=[\d.]{3,11}$)\d{1,5}\.\d+")
_AMOUNT_BEHIND = re.compile(r"[^\S\n]?[多余]?[元块万亿]")
_TO_ASCII = str.maketrans("０１２３４５６７８９", "0123456789")
_HAN_TO_ASCII = str.maketrans(_HAN, "0011223456789")


def _seen(raw: str) -> str:
    return re.sub(f"[{_UNSEEN}]", "", raw).translate(_TO_ASCII)


def _digits(raw: str) -> str:
    return re.sub(r"[^0-9xXｘＸ]", "", raw.translate(_TO_ASCII))


def _hide(raw: str) -> str:
    core = raw.strip()
    digits, seen = _digits(core), _seen(core)
    if len(digits) < 7 or any(kept.fullmatch(seen) for kept in (_WHOLE, _ROOM, _DECIMAL)):
        return raw
    if len(digits) >= 15:
        masked = digits[:3] + "*" * (len(digits) - 3)
    else:
        keep = 3 if len(digits) >= 10 else 2
        masked = digits[:keep] + "*" * (len(digits) - keep - 2) + digits[-2:]
    return raw.replace(core, masked)


def _mask_run(match: re.Match[str]) -> str:
    if len(_digits(match.group())) <= 9 and _AMOUNT_BEHIND.match(match.string, match.end()):
        return match.group()
    run, behind = match.group(), ""
    if run[-1] in "xXｘＸ" and len(_digits(run)) != 18:
        run, behind = run[:-1], run[-1]
    if _IDENTITY.fullmatch(_seen(run)):
        return _hide(run)
    # A date, a case number or a whole phone number beside another number is a number of its own.
    out, loose = "", ""
    for part in re.split(r"(\s+)", run):
        if _WHOLE.fullmatch(_seen(part)) or len(_digits(part)) >= 11:
            out, loose = out + _hide(loose) + _hide(part), ""
        else:
            loose += part
    return out + _hide(loose) + behind


def _mask_spoken(match: re.Match[str]) -> str:
    run = re.sub(rf"[^{_HAN}]", "", match.group())
    if len(run) < 11 and not _HAN_PHONE.match(run):
        return match.group()
    return run[:3] + "*" * (len(run) - 5) + run[-2:]


def _mask_mixed(match: re.Match[str]) -> str:
    run = _seen(match.group())
    return run[:3] + "*" * (len(run) - 5) + run[-2:]


def mask(text: str) -> str:
    """`text` with every run of digits that can be a phone, identity or bank number masked.

    Case numbers, dates, rooms and amounts stay readable. Numbers written in Chinese numerals are masked from
    eleven on, or from seven when they begin like a mobile number.
    """
    text = _CARD.sub(lambda match: match[1] + "******(*)", text)
    text = _MOBILE.sub(lambda match: _hide(_digits(match.group())), text)
    return _MIXED.sub(_mask_mixed, _SPOKEN.sub(_mask_spoken, _RUN.sub(_mask_run, text)))


def digits_of(raw: str) -> str:
    """The digits of a number however it was written: full width, in Chinese numerals, with gaps."""
    return re.sub(r"[^0-9xX]", "", raw.translate(_TO_ASCII).translate(_HAN_TO_ASCII))


def numbers_in(text: str) -> list[str]:
    """What of a text `mask` looks at, as it was written."""
    found: list[str] = []

    def take(match: re.Match[str]) -> str:
        found.append(match.group())
        return "\n"

    text = _CARD.sub(lambda match: match[1] + "******(*)", text)
    text = _MOBILE.sub(take, text)
    for kind in (_RUN, _SPOKEN, _MIXED):
        text = kind.sub(take, text)
    return found


_SENTENCE = re.compile(r"(?<=[。！？!?；;\n])")


def telling(text: str) -> list[str]:
    """The sentences of `text` that hold a number which `mask` hides, as they were written.

    All of it when a number runs on from one sentence to the next.
    """
    if mask(text) == text:
        return []
    sentences = _SENTENCE.split(text)
    if "".join(mask(each) for each in sentences) != mask(text):
        return [text.strip()]
    return [each.strip() for each in sentences if mask(each) != each]
