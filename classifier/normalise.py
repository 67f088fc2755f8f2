"""One spelling for what citizens write in many: the text that features see, never what is shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

import opencc

HEAD: Final = 4_000
TAIL: Final = 1_000

# Numbers that name an office or a matter; every other number only says that there is a number.
_TELLING = re.compile(
    r"11[09]|12[02]|996|100(?:00|10|86)|96110"
    r"|123(?:06|09|15|19|20|28|29|31|33|36|45|48|49|55|56|58|65|66|68|69|78|80|88|89|93)|12123"
)

_LINK = re.compile(r"(?:https?://|www\.)[\w./?=&%#:~@+-]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_IDENTITY = re.compile(r"(?<![0-9])[0-9]{6}(?:[0-9*x]{8})[0-9*]{3}[0-9x*](?![0-9])")
_PHONE = re.compile(r"(?<![0-9])(?:1[3-9][0-9*x]{9}|0[0-9]{2,3}-?[0-9*]{7,8})(?![0-9])")
_NUMBER = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
# Places that the writer or a publisher has masked: “A3区”, “某某镇”, “xx村”.
_MASKED_PLACE = re.compile(r"(?:(?<![a-z0-9])[a-z][0-9]{0,3}|某{1,3}|x{1,3}|\*{1,3})(?=[省市区县镇乡村])")

_WHO: Final = (
    "(?:各位|广大)?(?:有关|相关)?(?:市委|县委|区委|市政府|县政府)?(?:领导|书记|市长|县长|区长|局长|厅长|省长|镇长|主任|"
    "政府|部门|同志)(?:们|同志)?"
)
_GREETING = re.compile(
    rf"(?:尊敬|敬爱)的[\u4e00-\u9fff]{{0,6}}?{_WHO}(?:[您你]们?)?好?|{_WHO}[您你]?们?好|[您你]们?好|"
    r"百忙之中(?:打扰|抽空)?[\u4e00-\u9fff]{0,8}|不好意思|在此?先?(?:谢谢|感谢)[\u4e00-\u9fff]{0,6}|"
    r"(?:非常|万分|十分|衷心)?(?:感谢|谢谢)(?:[您你]们?|各位|领导|政府|大家|啦|了)*|"
    r"(?:敬|望|盼|请|期待|等待|希望)(?:尽快|早日|及时)?(?:给予|得到|予以)?(?:[您你]们?的)?(?:回复|答复|复)(?![议查核检])|"
    r"此致|敬礼|(?:望|恳请|请求|请|希望|求)(?=有关部门|相关部门|领导)"
)


@lru_cache(maxsize=1)
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def simplify(text: str) -> str:
    """Traditional characters as simplified ones."""
    simplified: str = _converter().convert(text)
    return simplified


def clip(text: str) -> str:
    """The part of a text that is read at all: its first 4,000 and last 1,000 characters."""
    if len(text) <= HEAD + TAIL:
        return text
    return text[:HEAD] + "\n" + text[-TAIL:]


def visible(char: str) -> str:
    """What is read of a character: itself, a blank for a control or separator, or nothing."""
    category = unicodedata.category(char)
    if category in ("Cf", "Cs", "Co", "Cn"):
        return ""
    return " " if category[0] in "CZ" else char


def clean(text: str) -> str:
    """Bounded, NFKC, simplified, lower case, without control, zero-width and bidirectional characters."""
    text = unicodedata.normalize("NFKC", clip(text))
    # NFKC can lengthen a character up to 18 times, so the bound is set again.
    text = clip(text)
    if not text.isprintable():
        text = "".join(map(visible, text))
    return simplify(text).lower()


def _number(match: re.Match[str]) -> str:
    return match[0] if _TELLING.fullmatch(match[0]) else "0"


# In this order, each over what the one before has left.
REPLACEMENTS: Final[tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (_LINK, " url "),
    (_IDENTITY, " idno "),
    (_PHONE, " tel "),
    (_MASKED_PLACE, ""),
    (_NUMBER, _number),
    (_GREETING, " "),
)


def normalise(text: str) -> str:
    """What features are taken from: clean text, numbers as `0`, greetings and courtesies blank.

    Phones become `tel`, identity numbers `idno`, links and mail addresses `url`; hotline numbers stay.
    """
    text = clean(text)
    for pattern, put in REPLACEMENTS:
        text = pattern.sub(put, text)
    return text
