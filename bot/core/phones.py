"""Telephone numbers in what a citizen wrote: found however they were typed, shown masked."""

import re

from bot.core.masking import digits_of, mask, numbers_in

_MOBILE = re.compile(r"1[3-9]\d{9}")
# With 0: fixed numbers of the mainland and Taiwan, Taiwan's mobile ones. Without: local numbers, all of Hong Kong's.
_OTHER = re.compile(r"0[1-9]\d{7,10}|[48]00\d{7}|[2-9]\d{6,7}")


def phones(text: str) -> list[str]:
    """The telephone numbers in a text as bare digits, each once, in order; identity and bank numbers are none."""
    found = (phone for raw in numbers_in(text) for phone in _phones_of(raw))
    return list(dict.fromkeys(found))


def _phones_of(raw: str) -> list[str]:
    whole = _plain(digits_of(raw))
    if _MOBILE.fullmatch(whole) or _OTHER.fullmatch(whole):
        return [whole] if mask(raw) != raw else []
    parts = [_plain(digits_of(part)) for part in raw.split() if mask(part) != part]
    return [part for part in parts if _MOBILE.fullmatch(part) or _OTHER.fullmatch(part)]


def _plain(digits: str) -> str:
    """As it is dialled at home, without the code of the country or region."""
    digits = re.sub(r"^(?:00)?(?:86(?=1[3-9]\d{9}$)|85[23](?=[2-9]\d{7}$))", "", digits)
    return re.sub(r"^(?:00)?8860?(?=[2-9]\d{7,8}$)", "0", digits)


def tail(phone: str) -> str:
    return phone[-4:]
