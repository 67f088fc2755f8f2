"""What a reply to a citizen still lacks, read off its words. It warns and never blocks; the clerk decides.

Only Chinese is read; of other text it says nothing but that a blank is left or a phone is missing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from bot.core.case import Outcome
from bot.core.datewords import Moment, moments
from bot.core.script import simplified

SHOWN = 3
# Measured: docs/replies.md.
LEAST_LIKE = 0.02
LETTERS_TO_COMPARE = 60
_LEAST_SAID = 12
_LEAST_WORDS = 2
_WORDS_SHOWN = 3


class Lack(StrEnum):
    """What is missing, the weightiest first."""

    BLANK = "blank"
    SUBJECT = "subject"
    NOTHING = "nothing"
    PASSED_ON = "passed-on"
    VAGUE = "vague"
    DATE = "date"
    RESULT = "result"
    BASIS = "basis"
    WHO = "who"
    WHEN = "when"
    HOLLOW = "hollow"
    PHONE = "phone"


@dataclass(frozen=True, slots=True)
class Finding:
    """`words`: the very words that are meant, at most three."""

    lack: Lack
    words: tuple[str, ...] = ()


# 〔2018〕 is how a document is numbered, not a blank.
_BLANK = re.compile(r"〔(?!\s*\d+\s*〕)[^〔〕\n]{0,40}〕|_{3,}|＿{2,}|[×xX*＊]{1,4}(?=[年月日号元])")
# English templates have these; in Chinese replies [2012]48号 is a document.
_BRACKET = re.compile(r"\[(?!\s*\d+\s*\])[^\[\]\n]{1,60}\]")
_PHONE = re.compile(
    r"(?<!\d)(?:0\d{2,3}\s?[-－—–―]{1,2}\s?\d{4,}|\(?（?0\d{2,3}[)）]\s?\d{7,8}|0\d{9,11}|1[3-9]\d{9}|[48]00[-－]?\d{3}[-－]?\d{4}"
    r"|0\d[-－ ]?\d{4}[-－ ]?\d{4}|0\d{3}[-－ ]?\d{3}[-－ ]?\d{3}|[2-9]\d{3}[- ]\d{4}|1999|1[12]\d{3}|9\d{4}|96\d{3,4}|1[12][0-9])(?!\d)|(?:电话|热线|拨打|致电|联系|咨询)[^。\d]{0,16}\d{7,8}(?!\d)"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SENTENCE = re.compile(r"[。！？!?；;\n]+")
_QUOTED = re.compile(r"《[^》]*》|“[^”]*”|「[^」]*」|\"[^\"]*\"")

# What is said to be polite, and says nothing about the matter: put out before anything is looked for.
_COURTESY = re.compile(
    r"(?:尊敬的|亲爱的)?(?:来信人|来信同志|网民|网友|市民|同志|先生|女士|朋友)?[“\"：:，, ]*[您你]好[!！，,。：:]*"
    r"|[您你](?:反映|反馈|提出|咨询|来信|留言|投诉|于|在|近日|近期|通过|所|的|给)[^。！？；\n]{0,60}?(?:收悉|收到|知悉|阅悉|阅办|受理)"
    r"|(?:来信|来件|留言|函件|来函)[^。！？；，\n]{0,8}(?:收悉|收到|阅办|知悉)"
    r"|现(?![场有在阶代行状已金象实存])(?:将|就)?[^。！？；\n]{0,50}?(?:答复|回复|反馈|说明|回应)(?:如下|于下)?[：:，,]?"
    r"|(?:再次|首先|非常|衷心|最后|在此|同时)*(?:对您)?(?:表示)?感谢[^。！？\n]*|(?:特此|专此)(?:回复|答复)|谢谢[^。！？\n]{0,30}"
    r"|祝您?[^。！？\n]{0,20}|敬请(?:谅解|理解|关注)[^。！？\n]{0,20}"
)
_SIGNED = re.compile(
    r"(?<=[。！？!?；;\s）)])\s*20\d\d[年.]\d{1,2}[月.]\d{1,2}日?\s*(?=[“”\"]|网友|尊敬|您好|你好)|20\d\d[年.]\d{1,2}[月.]\d{1,2}日?\s*$"
)
_PASSED_ON = re.compile(
    r"(?:我们)?(?:已经?|将|会)?(?:立即|及时|第一时间)?(?:把|将)?[^。！？；，\n]{0,24}(?:转交|转办|转送|转给|转发|转至|转到|交办|交由|转|反馈给|函告)"
    r"[^。！？；\n]{0,40}?(?:部门|单位|局|委|办|街道|镇|乡|区|县|中心|公司|社区)[^。！？；，\n]{0,16}"
    r"(?:核实|办理|处理|办复|调查|调处|核处|阅处|答复|解决|研究|落实|参考)?[^。！？；，\n]{0,10}"
)
_LATER = re.compile(
    r"[^。！？；，\n]{0,16}(?:结果|情况)[^。！？；，\n]{0,10}(?:反馈|回复|答复|公布|告知)[^。！？；，\n]{0,12}"
    r"|[^。！？；，\n]{0,6}正在(?:积极|抓紧|认真)?(?:处理|办理|核实|调查)[^。！？；，\n]{0,4}"
    r"|请[^。！？；，\n]{0,6}(?:关注|留意)[^。！？；，\n]{0,16}|请[^。！？；，\n]{0,8}(?:耐心)?等[待候][^。！？；，\n]{0,10}"
)

# These put off by themselves; the others only where the sentence speaks of what is to come.
_PROMISE = re.compile(
    "尽快|尽早|尽速|早日|(?<![立当随])即将|不日|适时|择机|抓紧|稍后|正在研究|积极协调|积极争取|积极筹备|加快推进|力争|"
    "争取(?=[在将尽早让使把完])|待?条件(?:成熟|允许|具备)之?[后时]|待条件|"
    # Taiwan's and Hong Kong's
    "录案(?:办理|处理|研议|参考)?|(?:纳入|再行|持续)研议|研议中|纳入考量|适当时候"
)
_MAYBE = re.compile(
    "近期|近日|第一时间|逐步|进一步|(?:积极|稳步|有序|全力|大力)推进|密切关注|持续关注|统筹考虑|(?:认真|综合)考虑|予以考虑|"
    "充分论证|认真研究|加大[^，。；]{0,12}力度"
)
_TO_COME = re.compile(
    "将(?!其|此|该|它|您)|拟|下一?步|下阶段|下一阶段|后续|今后|接下来|后期|计划|会[在对把继加及同尽进第]|要求|责令|继续|准备|待[^遇]|"
    "届时|[一二三四五六]是|我[局们][^，。；]{0,6}会"
)
# The word is the citizen's, the law's or advice to the citizen: no promise of the office.
_NOT_OURS = re.compile(
    "(?:请您?|建议您?|您可以?|希望您?|必须|务必|应当?|反映|诉求|提出|如需|如果|以便|便于|需要|为了?|若|如有)[^，。；：]{0,10}$"
    "|(?:^|[，,：])(?:如|若|一旦)[^。；]{2,40}[，,][^。；]{0,24}$"
)
_OF_THE_PAST = re.compile(r"[^，。；]{0,14}(?:反映|留言|来信|投诉|咨询|已|曾|因|以来|出现|发现|下发|出台)")
_ASKING = re.compile("的?(?:了解|咨询|说明|疑问|补充|需要|问题|沟通联系|证据)")
_DONE_BEFORE = re.compile("(?:已经?|曾|没有|正在|本着|多次|多方)[^，。；]{0,6}$")

_HOLLOW = re.compile("(?:高度|非常|十分|极为|极其|特别)重视|(?<!引起)高度关注|认真对待|不折不扣")
_DEED = re.compile(
    "现场|实地|上门|走访|查看|查勘|勘[查察]|核实|核查|调查|检查|排查|巡查|约谈|联系|致电|电话|沟通|协商|了解|检测|复查|"
    "询问|回访|座谈|会议|会商|核对|查阅|查询|调取|督促|督办|责令|立案|走访|对接|见面|商议|研判|维修|抢修|施工|清理|处理|整[改治]|执法|化解|调解"
)
_SET_TO = re.compile("安排|组织|成立|召开|下发|印发|开展|专会|部署[^，。]{2}|批示")
_AGENT = re.compile(
    "人员|队员|民警|员警|警员|同仁|承办人|专人|专班|我[局委院校办厅部处县市区镇乡所司]|我中心|我街道|我们|本[局委院校]|社区|街道|派出所|学校|物业|公司|中心|"
    "[大支中]队|局|村委|居委|村支|网格员|客服|师傅|部门|负责人|分管|站长|所长|科室|公安|城管|住建|环保|人社|教育|医院|政府|党委|项目部|指挥部|银行|办事处|公所|(?<!公)里长|镇|乡|监察|工会|单位|办公室|(?:卫健|发改|党工|管)委|[一-九]科"
)
_RESULT = re.compile(
    "已(?!收|转|交|知|阅|安排|派|责成|要求|协调|联系|启动|反馈|将|记录)|完成|恢复|修[复好]|疏通|拆除|清[理除运]|补发|发放|"
    "支付|退[还回费款]|到账|办[结好理完]|处罚|罚款|责令|整改|更换|解决|消除|查处|取缔|关停|停[止工业]|通过|领取|立案|达成|批评|道歉|"
    "撤销|取消|改正|解除|未发现|没有发现|不存在|属实|符合|正常|满意|同意|未对|教育|劝[导离]|搬[离走]|[换修清拆补装通运][了好上]|约谈|规范|合格|得到|缓解|结束|签订"
)
_BASIS = re.compile(
    "《|经[查核调]|核实|查询|登记|根据|依据|依照|按照|按[^，。；]{0,12}(?:规定|要求|标准|政策|合同)|规定|政策|条例|办法|文件|法律|依法|标准|第[^，。]{1,5}条|"
    "由于|因为|鉴于|因[^，。；]{1,24}[，,；。]|原因|所致|属于|不属|(?<![联关体])系[^，。]{2,}|职权|范围|条件|约定|需要?(?:持|提供|携带|经|满足|符合)|应当?(?:具备|提供|符合|由|向|按|到)|"
    "为准|可以?(?:凭|持|到|向|拨打|通过|在|申请|办理|享受)|流程|材料|资格|程序|暂不|暂无|没有|无法|不能|不予|不得|规划|设计|历史|合法|权限"
)


def findings(
    reply: str,
    outcome: str | None,
    *,
    today: date,
    likeness: float | None = None,
    office_phone: bool = True,
) -> list[Finding]:
    """All that `reply` lacks for its outcome (None: the case goes on), the weightiest first; show `SHOWN` of them.

    `likeness`: of the complaint and `substance(reply)`, by `classifier.similar.Likeness.between`; None: not measured.
    `office_phone`: the desk prints one below the reply, so none need stand in it.
    """
    written, reply = reply, simplified(reply)
    found: list[Finding] = []
    chinese = is_chinese(reply)
    if blanks := _BLANK.findall(reply) or ([] if chinese else _BRACKET.findall(reply)):
        found.append(Finding(Lack.BLANK, tuple(dict.fromkeys(blanks))[:_WORDS_SHOWN]))
    if chinese:
        found += _of_chinese(reply, outcome, today, likeness)
    if not office_phone and not _PHONE.search(reply):
        found.append(Finding(Lack.PHONE))
    order = list(Lack)
    found = [
        Finding(each.lack, tuple(_as_written(word, reply, written) for word in each.words)) for each in found
    ]
    return sorted(found, key=lambda finding: order.index(finding.lack))


def _as_written(word: str, reply: str, written: str) -> str:
    """A word that was found, in the characters that the clerk used."""
    at = reply.find(word)
    return written[at : at + len(word)] if at >= 0 else word


def is_chinese(text: str) -> bool:
    """Whether half of the letters are Chinese; a name or a title within English does not count."""
    letters = sum(ch.isalpha() for ch in text)
    return letters > 0 and len(_HAN.findall(text)) * 2 >= letters


def substance(reply: str) -> str:
    """The reply without greetings, thanks, receipt and signature; what is put out leaves a full stop."""
    return _COURTESY.sub("。", _SIGNED.sub("。", reply))


def _of_chinese(reply: str, outcome: str | None, today: date, likeness: float | None) -> list[Finding]:
    text = substance(reply)
    said = _sentences(_QUOTED.sub(lambda m: "《》" if m[0].startswith("《") else "“”", text))
    when = {sentence: moments(sentence, today) for sentence in said}
    ahead = any(moment.may_be_next for each in when.values() for moment in each)
    found: list[Finding] = []
    if likeness is not None and likeness < LEAST_LIKE and _letters(text) >= LETTERS_TO_COMPARE:
        found.append(Finding(Lack.SUBJECT))
    vague = [word for sentence in said for word in _promises(sentence, when[sentence])]
    if vague:
        found.append(Finding(Lack.VAGUE, tuple(dict.fromkeys(vague))[:_WORDS_SHOWN]))
    elif outcome in (None, Outcome.PLANNED) and not ahead:
        found.append(Finding(Lack.DATE))
    hollow = [word for sentence in said for word in _hollow(sentence, when[sentence])]
    if hollow:
        found.append(Finding(Lack.HOLLOW, tuple(dict.fromkeys(hollow))[:_WORDS_SHOWN]))
    if outcome is not None:
        found += _of_an_end(text, said, when, outcome)
    return found


def _of_an_end(text: str, said: Sequence[str], when: dict[str, list[Moment]], outcome: str) -> list[Finding]:
    """What an answer lacks that ends the case."""
    rest = _LATER.sub("", _PASSED_ON.sub("", text))
    if _letters(rest) < _LEAST_SAID and _PASSED_ON.search(text):
        return [Finding(Lack.PASSED_ON)]
    if len(_HAN.findall(rest)) < _LEAST_WORDS:
        return [Finding(Lack.NOTHING)]
    if outcome != Outcome.SOLVED:
        return [] if any(map(_BASIS.search, said)) else [Finding(Lack.BASIS)]
    found: list[Finding] = []
    done = [sentence for sentence in said if _RESULT.search(sentence)]
    if not done:
        found.append(Finding(Lack.RESULT))
    deeds = [sentence for sentence in said if _DEED.search(sentence)]
    set_to = [sentence for sentence in said if _SET_TO.search(sentence)]
    if not any(map(_AGENT.search, deeds)):
        found.append(Finding(Lack.WHO))
    if not any(moment.may_be_past for sentence in (*deeds, *done, *set_to) for moment in when[sentence]):
        found.append(Finding(Lack.WHEN))
    return found


def _promises(sentence: str, named: Sequence[Moment]) -> list[str]:
    """Words in it that put something off to no day."""
    if any(moment.may_be_next for moment in named):
        return []
    words = list(_PROMISE.finditer(sentence))
    if _TO_COME.search(sentence):
        words += _MAYBE.finditer(sentence)
    return [
        "加大…力度" if match[0].startswith("加大") else match[0]
        for match in sorted(words, key=re.Match.start)
        if not _NOT_OURS.search(sentence[: match.start()])
        and not _DONE_BEFORE.search(sentence[: match.start()])
        and not _ASKING.match(sentence, match.end())
        and not (match[0] in ("近期", "近日") and _OF_THE_PAST.match(sentence, match.end()))
    ]


def _hollow(sentence: str, named: Sequence[Moment]) -> list[str]:
    """Words in it that sound well, when it says neither a day nor a deed."""
    return [] if named or _DEED.search(sentence) or _SET_TO.search(sentence) else _HOLLOW.findall(sentence)


def _sentences(text: str) -> list[str]:
    ends = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    return [sentence for a, b in pairwise(ends) if (sentence := text[a:b].strip())]


def _letters(text: str) -> int:
    return sum(ch.isalnum() for ch in text)
