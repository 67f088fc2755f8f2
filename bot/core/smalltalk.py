"""Short words that are no request: a greeting, thanks, “how is it going”. Only when nothing else is said."""

import re
import unicodedata

_NOISE = re.compile(r"[\W_]+")
_END = "[了啦呀啊呢吗吧哈嘛哦]*"
_MEANINGS = {
    "progress": re.compile(
        "(?:请问|你好|您好)?(?:我(?:反映)?的?(?:那个|这个|那件|这件)?(?:事情?|诉求|案子|案件|投诉)?)?(?:现在|到底|目前)*"
        f"(?:怎么样|办到哪一?步|到哪一?步|办得怎么样|处理得怎么样|查?进度|查询进度|有进展|有没有进展|有结果|有消息|"
        f"办好|处理好|处理){_END}(?:有没有人管{_END})?|有没有人管{_END}|status|anynews|progress",
    ),
    "withdraw": re.compile(f"(?:我要|我想)?(?:撤回|撤诉|撤销|撤销投诉|取消投诉|不反映){_END}|withdraw"),
    "thanks": re.compile(
        f"(?:非常|太|好的?|嗯+)?(?:谢谢|多谢|感谢|谢|辛苦){_END}(?:您|你|你们|大家|小同志|同志)?{_END}|"
        f"(?:好的?|收到|知道|明白|嗯+|ok|okay|行){_END}|thanks|thankyou|thankyouverymuch"
    ),
    "hello": re.compile(f"(?:你好|您好|在|在不在|有人|喂|哈喽|hello|hi){_END}"),
}


SIGNS = 12  # as long a message without a letter is a gesture, such as a thumb or question marks
_THANKFUL = set("👍🙏👌❤💐🌹🤝👏😊🙂💪")


def meaning(text: str) -> str | None:
    """progress, withdraw, thanks or hello when that is all a message says; None for anything else."""
    plain = _NOISE.sub("", unicodedata.normalize("NFKC", text)).lower()
    if not plain and len(text) <= SIGNS:
        return "thanks" if set(text) & _THANKFUL else "hello"
    if not plain or len(plain) > 24:
        return None
    return next((name for name, pattern in _MEANINGS.items() if pattern.fullmatch(plain)), None)


def asks_about_number(text: str, number: str) -> bool:
    """Whether a message is hardly more than a case number: somebody wants to know how it stands."""
    rest = _NOISE.sub("", unicodedata.normalize("NFKC", text)).lower().replace(_NOISE.sub("", number), "")
    return len(rest) <= 2 or (len(rest) <= 16 and _MEANINGS["progress"].fullmatch(rest) is not None)
