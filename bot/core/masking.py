"""Hides phone and identity numbers in what a citizen wrote. All of them, not only the first."""

import re

_ZERO_WIDTH = "\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_DIGIT = "[0-9０-９]"
# Between two digits people put spaces, dashes, dots, and pasted text brings invisible characters.
_GAP = rf"[\s\-－—–.·・_*{_ZERO_WIDTH}]{{0,2}}"
_RUN = re.compile(
    rf"(?<![0-9０-９A-Za-z])\+?{_DIGIT}(?:{_GAP}{_DIGIT}){{6,}}(?:{_GAP}[xXｘＸ])?(?![0-9０-９])"
)
_CASE_NUMBER = re.compile(r"^\d{6}-\d{4,}$")
_DATE = re.compile(r"^(?:19|20)\d{2}[-./年 ]?(?:0?[1-9]|1[0-2])[-./月 ]?(?:0?[1-9]|[12]\d|3[01])$")
_DECIMAL = re.compile(r"^(?!\d{6,}\.)(?=[\d.]{3,11}$)\d+\.\d+$")
_SPOKEN = re.compile(r"[零〇幺一二两三四五六七八九]{7,}")
_HAN_PHONE = re.compile(r"^[幺一][三四五六七八九]")


def _mask_run(match: re.Match[str]) -> str:
    raw = match.group()
    tail_trimmed = raw.rstrip()
    space = raw[len(tail_trimmed) :]
    plain = tail_trimmed.translate({ord(c): str(i) for i, c in enumerate("０１２３４５６７８９")})
    visible = re.sub(f"[{_ZERO_WIDTH}]", "", plain)
    if _CASE_NUMBER.match(visible) or _DATE.match(visible) or _DECIMAL.match(visible):
        return raw
    digits = re.sub(r"[^0-9xXｘＸ]", "", plain)
    if len(digits) < 7:
        return raw
    if len(digits) >= 15:
        return digits[:3] + "*" * (len(digits) - 3) + space
    keep = 3 if len(digits) >= 10 else 2
    return digits[:keep] + "*" * (len(digits) - keep - 2) + digits[-2:] + space


def _mask_spoken(match: re.Match[str]) -> str:
    run = match.group()
    if len(run) < 11 and not _HAN_PHONE.match(run):
        return run
    return run[:3] + "*" * (len(run) - 5) + run[-2:]


def mask(text: str) -> str:
    """`text` with every run of digits that can be a phone, identity or bank number masked.

    Case numbers, dates and amounts stay readable. Numbers written in Chinese numerals are masked from
    eleven on, or from seven when they begin like a mobile number.
    """
    return _SPOKEN.sub(_mask_spoken, _RUN.sub(_mask_run, text))
