"""Words of present danger: the numbers to call are shown at once. Only a sign; nobody is judged by it.

A false sign costs one line of text and a question, a missed one more: so past events and fears count too.
"""

import re

from bot.core.script import simplified

_CARE = re.compile(
    "不想活|活不下去|活着没意思|轻生|自杀|自残|割腕|跳楼|跳河|跳桥|遗书|想死了?算了|一了百了|喝农药|药.{0,4}攒|烧炭|寻死|想死|唔想活|唔想做人|"
    r"\bsuicid|kill myself|end my life|want to die|hurt myself|self.?harm|don.?t want to live|no reason to live",
    re.IGNORECASE,
)
_NOW = re.compile(
    "着火|起火|失火|爆炸|浓烟|[燃煤]气泄漏|煤气味|漏煤气|持刀|拿刀|砍人|杀人|绑架|救命|被困|昏迷|昏倒|晕倒|不省人事|"
    "没有?呼吸|喘不[上过]气|窒息|抽搐|大出血|到动脉|心脏病犯|药过量|触电|溺水|落水|掉进?[河井]里|被埋|打死我|"
    "不[放让]我们?走|食物中毒|一氧化碳|要塌|塌了|火警|瓦斯(?:漏|外泄|味)|漏瓦斯|斩人|叫不醒|冇呼吸|"
    r"\bon fire\b|gas (?:is )?leak|smells? (?:of )?gas|unconscious|not breathing|\bstabb|help me now|drowning|carbon monoxide",
    re.IGNORECASE,
)


def sign(text: str) -> str | None:
    """ "care" for talk of self-harm, "now" for danger to life, None otherwise."""
    plain = simplified(text)
    if _CARE.search(plain):
        return "care"
    return "now" if _NOW.search(plain) else None


def raised(text: str, before: str) -> bool:
    """Whether words name a danger that the words before them did not name."""
    return bool(_named(text) - _named(before))


def _named(text: str) -> set[str]:
    plain = simplified(text)
    return {found.group() for words in (_CARE, _NOW) for found in words.finditer(plain)}


def judged(sign: str | None, alarm: bool, said: str | None) -> tuple[str | None, bool]:
    """Whether somebody is in danger ("care", "now" or None), and whether the citizen is to be asked.

    `sign`: of the words; `alarm`: the model's flag; `said`: the citizen's own "yes" or "no". Words and model
    together need no question, either alone does. Talk of self-harm is never asked about.
    """
    if sign == "care":
        return "care", False
    if said is not None:
        return ("now" if said == "yes" else None), False
    if sign is not None and alarm:
        return "now", False
    return None, sign is not None or alarm
