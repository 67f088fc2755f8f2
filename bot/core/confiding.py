"""Words that ask for confidence: nobody is to know who wrote, or they fear for it. Then it is kept so without a press.

Taken wrongly it costs a press on “🔓 不保密”; missed, the whole group reads the words of somebody who is afraid.
"""

import re

from bot.core.script import simplified

_ASKED = re.compile(
    "(?<!不)(?:请|要求|希望|务必|一定要|需要|可以|能|替我|为我|给我|帮我|对我|我要|麻烦|恳请|拜托)[^，。；,.!！?？\n]{0,8}"
    "保密(?!协议|合同|局|单位|制度|工作|费|期|员|义务|条款|柜)"
    "|^保密|我[要想]?匿名|匿名(?:举报|投诉|反映|检举|陈情|申诉)"
    "|(?:不要|不能|别|勿|不想|唔好|唔想|千万别)(?:对外)?(?:公开|透露|泄露|泄漏|暴露)[^，。；\n]{0,6}(?:我|姓名|名字|身份|个人|信息|资料|电话)"
    "|(?:不要|别|不想|唔好|唔想|千万别)(?:让|叫|给|被|俾|畀|比)[^，。；\n]{0,8}(?:知道|知)[^，。；\n]{0,4}(?:是|系)我"
    "|(?:别|不要|唔好)(?:说|话|讲)[^，。；\n]{0,4}[是系]我"
    "|(?:怕|担心|惊)[^，。；\n]{0,8}(?:报复|穿小鞋|找我麻烦)"
    r"|\bkeep (?:this|it|me|my \w+|us)\b[^.\n]{0,20}\b(?:confidential|anonymous|secret|private)\b"
    r"|\b(?:stay|remain|be) (?:strictly )?anonymous\b|\banonymously\b|\bin (?:strict )?confidence\b"
    r"|\b(?:afraid|fear|scared|worried)\b[^.\n]{0,30}\b(?:retaliat|reprisal|revenge)"
    r"|\b(?:don.?t|do not|please not) (?:tell|let)\b[^.\n]{0,30}\b(?:it.?s me|it was me|who i am|my name)\b",
    re.IGNORECASE | re.MULTILINE,
)


def asked(text: str) -> bool:
    return _ASKED.search(simplified(text)) is not None
