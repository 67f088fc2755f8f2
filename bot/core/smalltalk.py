"""Short words that are no request: a greeting, thanks, “how is it going”. Only when nothing else is said."""

import re
import unicodedata

from bot.core.script import simplified

_NOISE = re.compile(r"[\W_]+")
_LAUGHS = re.compile("哈{2,}|呵{2,}|嘿{2,}|嘻{2,}|(?:ha){2,}h?|lol")
_END = "[了啦呀啊呢吗吧哈嘛哦喔唷呐]*"
_SOON = "(?:过?一?会儿?|等一?会儿?|等一?下|待会儿?|晚一?点|迟点|稍后|回头|改天|今晚|晚上|明天|下班|到家|回家|回去|周末|天亮|方便的时候)"
_LOOK = "(?:[去]?(?:看看|问问|查查|找找|想想|拍拍|看一?下|问一?下|查一?下|找一?下|拍一?下|量一?下))"
_TELL = "(?:告诉|回复|回答|答复|答覆|回覆|发给|发|说|补充|拍给|传给)(?:您|你)?们?"
_MEANINGS = {
    "progress": re.compile(
        "(?:请问|你好|您好)?(?:我(?:反映)?的?(?:那个|这个|那件|这件)?(?:事情?|诉求|案子|案件|个案|陈情|投诉)?)?(?:现在|到底|目前)*"
        f"(?:怎么样|办到哪一?步|到哪一?步|[办处]理?得(?:怎么样|如何)|(?:进度)?如何|查?进度|查询进度|有进展|有没有进展|有结果|有消息|"
        f"办好|处理好|处理){_END}(?:有没有人管{_END})?|有没有人管{_END}|提交|送出|submit|status|anynews|anyupdates?|progress|howisitgoing|whatsthestatus|statusupdate",
    ),
    "withdraw": re.compile(
        f"(?:算了)?(?:我要|我想|我)?(?:撤回|撤诉|撤销|撤案|撤销投诉|取消投诉|取消陈情|不陈情|不反映){_END}|取消|cancel|withdraw"
    ),
    "thanks": re.compile(
        f"(?:非常|太|好的?|嗯+)?(?:谢谢|多谢|感谢|感恩|唔该晒?|谢|辛苦){_END}(?:您|你|你们|大家|小同志|同志|哦|喔)?{_END}|"
        f"(?:(?:好[的滴嘞]?|收到|知道|明白|了解|晓得|懂|嗯+|[哦噢喔]+|ok|okay|行){_END}){{1,3}}(?:谢谢|多谢|感谢)?(?:您|你们?)?{_END}|"
        f"(?:麻烦|拜托)(?:您|你们?|大家)?{_END}|"
        "(?:ok(?:ay)?|gotit)?(?:gotit|thanks(?:alot|somuch)?|manythanks|thx|tks|thankyou(?:verymuch|somuch)?|cheers)|noted"
    ),
    "later": re.compile(
        f"(?!(?:我|可以)?{_TELL}{_END}$)(?:好的?|嗯+|行|可以|那)?(?:等|让)?我?先?{_SOON}*{_LOOK}?(?:之?后)?[就再]?{_TELL}{_END}"
        f"|(?:ok)?i(?:ll|will|llgetbacktoyou|llletyouknow|lltellyou|llcheck)(?:later|tonight|tomorrow|soon)?|(?:tell)?later"
    ),
    "hello": re.compile(
        f"(?:你好|您好|早安|早上好|午安|晚安|早|在|在不在|有人(?:在)?|请问有人(?:在)?|喂|嗨|哈[喽啰囉]|hello|hi|hey|goodmorning|goodafternoon|goodevening|anyonethere){_END}"
    ),
}

_DONE = "[了啦吧呀啊哈嘛哦喔的]*"
_PRESSES = {
    "submit": re.compile(
        f"(?:(?:请|我要|帮我|可以|那就|就)?(?:提交|送出|递交|发送|交)|确[认定](?:提交|送出)?|没有?问题|对|是|好|可以|行|嗯+|"
        f"(?:没有?{_DONE})?就?这[些样]|没了|没有了|[写说讲](?:完|好)|完|完毕){_DONE}|"
        "(?:please)?(?:submit|send)(?:it)?|yes(?:please)?|yep|ok|okay|(?:im)?(?:done|finished)|that(?:s|is)(?:all|right|it)|"
        "nothing(?:else|more)|nomore|confirm|correct|goahead",
    ),
    "cancel": re.compile(
        f"(?:取消|不要?|别)(?:提交|送出){_DONE}|取消{_DONE}|删[掉除]{_DONE}|cancel(?:it)?|dont(?:submit|send)(?:it)?|delete(?:it)?"
    ),
    "seal": re.compile(
        f"(?:请|要|需要|我要)?(?:帮我|给我|替我)?保密{_DONE}|(?:please)?(?:keepit|makeit)?confidential(?:please)?"
    ),
}
_IN_DANGER = {
    "danger": re.compile(
        f"(?:现在)?(?:是|对|有人?(?:有危险)?|有危险){_DONE}|yes(?:thereis|someoneis|somebodyis)?|yep|thereis"
    ),
    "safe": re.compile(
        f"(?:现在|暂时)?(?:没|没有|没人|没有人|冇|不是|没事)(?:有?危险)?{_DONE}(?:可以等)?|不危险|可以等|"
        "no(?:pe|body(?:is)?|one(?:is)?|itcanwait|nobodyis|notnow)?|itcanwait|notnow",
    ),
}


_SKIPS = {
    "skip": re.compile(
        f"(?:我|也)*(?:不用|不必|跳过|略过|不想?选|不想说|不清楚|不知道|不晓得|不确定){_DONE}(?:谢谢|多谢)?(?:您|你们?)?|skip(?:it)?|dontknow|idontknow|notsure|noidea|nothanks"
    ),
}
_PARTING = "[了啦呀啊吧哈嘛哦喔唷呐喇囉啰罢]*"
_OVER = re.compile(
    "(?:唉+|哎+|嗯+|好吧?|那就?|还是|我|就|谢谢|多谢)*"
    f"(?:(?:算(?:了|啦|数)|(?:不用|不必|唔使|不需要)(?:再?麻烦)?|不要了|免了|没事|没什么|"
    f"[不唔]想?再?(?:投诉|反映|反应|举报|检举|陈情|申诉|说|写|讲|提|报|弄|麻烦))(?:您|你们?)?{_PARTING})+"
    f"(?:谢谢|多谢|就?这样)?(?:您|你们?)?{_PARTING}|"
    "(?:ok(?:ay)?|sorry|no)?(?:nevermind|nvm|forget(?:about)?it|noneed|no(?:tneeded|longerneeded)|dropit|leaveit|nothanks)(?:thanks|thankyou)?"
)


SIGNS = 12  # as long a message without a letter is a gesture, such as a thumb or question marks
_THANKFUL = set("👍🙏👌❤💐🌹🤝👏😊🙂💪")


LONGEST = 24  # letters, of what can be all that such a message says


def _letters(text: str) -> str:
    return _LAUGHS.sub("", _NOISE.sub("", unicodedata.normalize("NFKC", text)).lower())


def _plain(text: str) -> str:
    return simplified(_letters(text))


def _short(text: str) -> str | None:
    """The letters of a message that has some, and few; a long one is not gone through for them."""
    letters = _letters(text) if len(text) <= 10 * LONGEST else ""
    return simplified(letters) if 0 < len(letters) <= LONGEST else None


def meaning(text: str) -> str | None:
    """progress, withdraw, thanks or hello when that is all a message says; None for anything else."""
    if text and len(text) <= SIGNS and not _letters(text):
        return "thanks" if set(text) & _THANKFUL else "hello"
    plain = _short(text)
    if plain is None:
        return None
    return next((name for name, pattern in _MEANINGS.items() if pattern.fullmatch(plain)), None)


def pressed_in_words(text: str, *, in_danger: bool, asked_where: bool = False) -> str | None:
    """Which button of a draft somebody has typed instead of pressing it: submit, cancel or seal; danger, safe or skip.

    `in_danger`: they are asked whether anybody is in danger; yes and no answer that then. `asked_where`: in which
    district it is.
    """
    plain = _short(text)
    if plain is None:
        return None
    words = {**(_IN_DANGER if in_danger else {}), **(_SKIPS if asked_where else {}), **_PRESSES}
    return next((name for name, pattern in words.items() if pattern.fullmatch(plain)), None)


def aside(text: str) -> str | None:
    """What a message says that is no part of a draft: over (it seems no longer wanted: who may be angry is asked),
    thanks, hello, later or progress; None for anything else.
    """
    plain = _short(text)
    if plain is not None and _OVER.fullmatch(plain):
        return "over"
    said = meaning(text)
    return "over" if said == "withdraw" else said


_FACTS = re.compile(
    r"什么|哪|几|多少|谁|怎么|何时|何地|多久|号码|电话|地址|姓名|照片|拍|"
    r"\b(?:where|which|when|how|what|who|number|address|photos?|pictures?)\b"
)
_YES_NO = re.compile(r"吗|是不是|是否|可否|能否|能不能|行不行|好不好|对不对|有没有|要不要|可以不可以")
_IMPATIENT = re.compile(
    "管不管|没人管|有没有人管|怎么还[不没]|还[没不](?:修|来|解决|处理|办|动静|回复|答复)|什么时候(?:能|才能?)?(?:修|办|解决|处理|来人?|弄?好)|"
    "到底(?:修|办|管|处理|解决)|拖(?:到|了)|等到什么时候|等了.{0,4}(?:[天周月]|星期|礼拜)|stillnot|howmuchlonger|whenwill|nobody(?:came|cares)"
)
_SCOLDING = re.compile(
    "管不管|没人管|怎么还[不没]|什么时候(?:能|才)|到底(?:修|办|管|处理|解决)|问这问那|问来问去|stillnot|nobodycares"
)
_FACT = re.compile(r"\d|[一二三四五六七八九十](?:号|楼|单元|栋|幢|层|点|室|路)")
_ANEW = re.compile(
    r"另外|另一件|还有一件|还有一个|再反映|再说一件|我还要|我还想|顺便|also\b|another", re.IGNORECASE
)


_REPORTS = re.compile(
    r"(?:(?:你好|您好|请问|打扰一下|尊敬的.{1,10}?|.{0,6}领导好?)[，,。！!：:\s]*)*"
    r"(?:我们?)?(?:这里)?(?:想|要|来)?(?:再|还要|还想)?(?:向您)?(?:反映|投诉|举报|检举|陈情|咨询)|"
    r"(?:hello|hi|good \w+)?[,.! ]*i (?:want|would like|wish) to (?:report|complain)",
    re.IGNORECASE,
)


def reports(text: str) -> bool:
    """Whether somebody begins as one does who writes for the first time: a greeting, and that they report something."""
    return _REPORTS.match(simplified(text.strip())) is not None


def may_answer(question: str, text: str) -> bool:
    """Whether words can be what `question` asks for. “好的” may agree to something, but tells nobody which house."""
    said = meaning(text)
    if said != "thanks":
        return said is None
    asked = simplified(question).lower()
    return _YES_NO.search(asked) is not None or _FACTS.search(asked) is None


def impatient(text: str) -> bool:
    """Whether a short message says no more than that something takes too long: there is a case that it is about."""
    return len(text) <= 30 and _IMPATIENT.search(_plain(text)) is not None


def scolds(question: str, text: str) -> bool:
    """Whether a question for facts gets anger and no fact: the office hears it, and the question stands."""
    asked, plain = simplified(question).lower(), _plain(text)
    if _FACTS.search(asked) is None or _FACT.search(plain) is not None:
        return False
    return len(text) <= 30 and _SCOLDING.search(plain) is not None


def begins_anew(text: str) -> bool:
    """Whether somebody says themself that they come to something else."""
    return _ANEW.match(simplified(text.strip())) is not None


def asks_about_number(text: str, number: str) -> bool:
    """Whether a message is hardly more than a case number: somebody wants to know how it stands."""
    rest = _plain(text).replace(_NOISE.sub("", number), "")
    return len(rest) <= 2 or (len(rest) <= 16 and _MEANINGS["progress"].fullmatch(rest) is not None)
