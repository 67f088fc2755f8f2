"""How people recognise what the bot tells them: by its words, never by the database.

One line a sentence. A new act of the desk gets a line here, and one in `count.COUNTED` if it is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

NUMBER = r"(?P<number>\d{6}-\d{4,})"
NAMED = re.compile(r"\d{6}-\d{4,}")
# Number, what it is about, status; below, after what is pressing (🔴 🔔 ⭐ 🚨) and who has it, when it was received.
_CARD = rf"^{NUMBER} · (?:[^·\n]+ · ){{1,4}}(?P<status>[^·\n]+)\n(?:[^\n]*\n){{0,14}}?[^\n]+ 收到"


@dataclass(frozen=True, slots=True)
class Told:
    """A message understood: which sentence, about which case, and the whole text."""

    key: str
    number: str | None
    text: str

    @property
    def about(self) -> str:
        assert self.number is not None, self.text
        return self.number


_CITIZEN = {
    "draft": r"我记下了：|I noted down:",
    "withdraw-sure": rf"确定撤回 {NUMBER}|Withdraw {NUMBER}",
    "together-receipt": rf"收到了，编号 {NUMBER}。\n和别人反映的|The number is {NUMBER}\.\nIt is handled together",
    "receipt": rf"收到了，编号 {NUMBER}|We have it\. The number is {NUMBER}",
    "dispatched": rf"^{NUMBER} 已派给|^{NUMBER} went to (?!the General Desk)(?:(?!, as you said)[^\n])+\.$",
    "claimed": rf"^{NUMBER} 已由.+签收，正在办理|is now working on {NUMBER} \(staff",
    "transferred": rf"^{NUMBER} (?:更适合由|已交回)|^{NUMBER} is (?:better placed|back with)",
    "asked": rf"办理 {NUMBER} 时想请您补充|is working on {NUMBER} and would like to know",
    "supplied": rf"您的回答已交给.+（{NUMBER}）|Your answer is with .+ \({NUMBER}\)",
    "added": rf"已补充到 {NUMBER}，|Added to {NUMBER}\. ",
    "detached": rf"^好，这一条不算 {NUMBER} 的了|^All right, this is not part of {NUMBER}",
    "resolved": rf"关于 {NUMBER} 的答复（|writes about {NUMBER} \(",
    "replied": rf"关于 {NUMBER} 的答复：|writes about {NUMBER}:",
    "reopened": rf"^{NUMBER} 由.+重新办理，|takes up {NUMBER} again\.",
    "graded": rf"^{NUMBER} 这件事比较复杂|^{NUMBER} is a complex matter",
    "missed": rf"{NUMBER} 应在 .+没有做到，很抱歉|{NUMBER} by .+ missed, and we are sorry",
    "resumed": rf"^{NUMBER}：.+问您的话，还没有等到回答|^{NUMBER}: .+ has not heard from you yet",
    "withdrawn": rf"^{NUMBER} 已撤回，不再办理|^{NUMBER} is withdrawn",
    "supervised": rf"^{NUMBER} 已列入督办：|^{NUMBER} is now under supervision",
    "escalated": rf"^{NUMBER} 还没有办好，已升为挂牌督办|^{NUMBER} is still not done\. It has been escalated",
    "reminded": rf"^已替您催办 {NUMBER}|^I have reminded .+ of {NUMBER}",
    "follow-up": rf"^{NUMBER}（.*），.+已经答复您了。办得怎么样|has answered {NUMBER} \(.*How did it go",
    "rated": rf"谢谢您，{NUMBER} 的评价记下了|Thank you, your rating of {NUMBER} is on record",
    "why": rf"记下了。{NUMBER} 要不要重办|I’ll ask a supervisor whether {NUMBER} is to be worked on again",
    "why-again": rf"您不同意 {NUMBER} 的决定|You disagree with the decision on {NUMBER}",
    "reopen-asked": rf"您对 {NUMBER} 的意见已转给督办员|What you say about {NUMBER} is with a supervisor now",
    "upheld": rf"^{NUMBER}：督办员看过了，维持|^{NUMBER}: a supervisor has looked at it, and",
    "closed": rf"^{NUMBER} 办完了|^{NUMBER} (?:维持原来的答复|没有等到您的评价)|^{NUMBER}：督办员又看了一次"
    rf"|^{NUMBER} is closed|^{NUMBER}: the answer stands|^{NUMBER}: a supervisor has looked once more",
    "returned": rf"^{NUMBER} 现在在综合受理，由他们另派部门|^{NUMBER} is with the General Desk now, which will find",
    "declined": rf"^关于您反映的 {NUMBER}，|^About your request {NUMBER}, the",
    "extended": rf"^{NUMBER} 的答复时间要延长|^The answer to {NUMBER} will take",
    "deferred": rf"^{NUMBER} 眼下还办不了|^{NUMBER} can’t be settled at the moment",
    "recalled": rf"^{NUMBER} 先前暂时办不了，现在由|^{NUMBER} could not be settled before",
    "handed-over": rf"^{NUMBER} 换了一位工作人员办理|^Another member of staff handles {NUMBER}",
    "taken-over": rf"^{NUMBER} 已由.+包案，|has taken {NUMBER} under their own care",
    "redirected": rf"^{NUMBER} 按您说的转给了|^{NUMBER} 已交给综合受理派单|^{NUMBER} went to .+(?:, as you said|General Desk\.)",
    "redirect-which": rf"^{NUMBER} 应该归哪一类|^What is {NUMBER} about",
    "redirect-done": rf"^{NUMBER} 已改由.+负责",
    "merged": rf"^{NUMBER} 和(?:别人|您)反映的.*同一件事|^{NUMBER} is the same matter",
    "unmerged": rf"^{NUMBER} 现在单独办理|^{NUMBER} is now handled on its own",
    "together-closed": rf"^和 {NUMBER} 一起办的这件事已经结束|^The matter that {NUMBER} was handled with",
    "split": rf"^您在 {NUMBER} 里说了几件事|^In {NUMBER} you wrote about several",
    "corrected": rf"^更正：.+关于 {NUMBER} 的答复有不对|^Correction: the answer of .+ on {NUMBER} from",
    "on-duty-silent": rf"^{NUMBER} 已经叫了值班的人|^I have called the officers on duty \d+ times for {NUMBER}",
    "on-duty": rf"^值班的工作人员看到 {NUMBER} 了|^Somebody on duty has seen {NUMBER}",
    "sealed": rf"^{NUMBER} 已设为保密|^{NUMBER} is (?:confidential now|now confidential)",
    "unsealed": rf"^{NUMBER} 不再保密|^{NUMBER} is (?:no longer|not) confidential",
    "latest": rf"前些时候有消息没能送到您这里。{NUMBER}|could not reach you earlier\. {NUMBER}",
}
# What calls somebody of the staff wherever they are, in a group or in private.
_CALLS = {
    "proposal": rf"^{NUMBER}：.+报批(?:延期|挂账|答复|办结)",
    "proposal-over": rf"^{NUMBER} .+：.+(?:已同意|没有同意|没有解决|已撤回申请)。$",
    "approve-soon": rf"^⏰ {NUMBER}：.+审批快到期了",
    "raised": rf"^{NUMBER} 已(?:列入督办|升为挂牌督办|记下包案领导)，.+知道",
    "watch": rf"^🔴 {NUMBER}.*由.+(?:列入督办|升为挂牌督办)，现在在",
    "seal-text": rf"^🔒 {NUMBER}（保密件",
    "reveal": rf"^{NUMBER} 市民留下的号码",
    "page": rf"^🚨 紧急：{NUMBER}",
    "page-answered": rf"^{NUMBER}：.+ 应答了，",
    "page-claimed": rf"^{NUMBER}：.+ 签收了。",
    "page-again": rf"^{NUMBER}：第 \d+ 次呼叫没有人应答",
    "page-over": rf"^{NUMBER} 现在是“.+”，不再呼叫",
    "rung-lead": rf"^⏰ {NUMBER}.*超期了，请您过问",
    "rung-supervise": rf"^🔴 {NUMBER}.*(?:一直超期，|还在超期，先前)已列入督办",
    "rung-escalate": rf"^🔴 {NUMBER}.*(?:督办后还没有办好|还没有办好，先前已升为)",
    "decided": rf"^{NUMBER}：.+已定，(?:重办|维持|终结)。",
    "reopen-request": rf"^⚠️ {NUMBER}.*：(?:市民|第 \S+ 位市民也)不认可答复，请(?:一起)?定重办还是维持",
    "decide-due-soon": rf"^⏰ {NUMBER}：(?:市民不认可答复|报批的事)",
    "decide-missed": rf"^⚠️ {NUMBER}：(?:市民不认可答复|报批的事)",
    "prompt-uphold": rf"写明维持的理由，市民会看到。{NUMBER}",
    "digest": r"^☀️ ",
}
# A preview whose words are out.
OUT = ("preview-sent", "preview-unreached", "preview-undelivered", "preview-on-record")
STAFF = {
    **_CALLS,
    "bundle": r"^新到 \d+ 件，点编号看详情",
    "preview": rf"^{NUMBER}：市民将看到的就是下面这样",
    "preview-note": rf"^{NUMBER} 现在是“",
    "preview-held": rf"^{NUMBER}：\d+ 秒后发给市民",
    "preview-proposed": rf"^{NUMBER}：已送审，同意后才发给市民",
    "proposed": rf"^{NUMBER}：.+，已报审批",
    "reply-unsent": rf"^{NUMBER} 这一条没有发出",
    "preview-sent": rf"^{NUMBER}：已发给市民。",
    "preview-unreached": rf"^⚠️ {NUMBER}：没有送到，市民停用",
    "preview-undelivered": rf"^⚠️ {NUMBER}：(?:没有送到，Telegram|共 \d+ 条，第|文字已送到，)",
    "preview-on-record": rf"^{NUMBER}：已作记录。市民没有 Telegram",
    "preview-caught-up": rf"^{NUMBER}：市民回来了，最新的情况",
    "preview-noted": rf"^{NUMBER}：已记为内部备注",
    "recorded": rf"^{NUMBER} 已登记：",
    "offices": rf"^{NUMBER} 转给哪个部门？",
    "moved": rf"^{NUMBER} 已转给|^{NUMBER}：部门第二次退回或转走，已交",
    "support-over": rf"^{NUMBER}：不用再协办了",
    "group-opinion": rf"^{NUMBER}：.+的协办意见（",
    "group-heir": rf"^🔗 原来并入 .+ 件照常办，现在以 {NUMBER} 为主",
    "group-joined-added": rf"^{NUMBER}（并入 .+）：(?:市民补充|已办结，市民又来信)：",
    "group-joined-withdrawn": rf"^{NUMBER}（并入 .+）：市民撤回了自己的这一件",
    "group-refused": rf"^{NUMBER}：(?:延期|挂账|答复|办结)(?:的申请已由|没有通过：.+(?:不同意|没有解决))",
    "group-extended": rf"^{NUMBER}：同意延期",
    "group-deferred": rf"^{NUMBER}：同意挂账",
    "group-recalled": rf"^⏰ {NUMBER}：(?:挂账到期|.+恢复办理)",
    "group-taken-over": rf"^⭐ {NUMBER} 由.+包案",
    "group-supplied": rf"^{NUMBER}：市民回答了：",
    "group-detached": rf"^{NUMBER}(?:（并入 .+）)?：市民说，先前的(?:回答|补充)",
    "group-added": rf"^{NUMBER}：市民补充：",
    "group-added-after": rf"^{NUMBER} 已办结，市民又来信：",
    "group-withdrawn": rf"^{NUMBER}：市民已撤回",
    "group-unreachable": rf"^⚠️ {NUMBER}：最近的消息没能送到市民",
    "group-due-soon": rf"^⏰ {NUMBER}：.+快到期了",
    "group-missed": rf"^⚠️ {NUMBER} 超期了：",
    "group-resumed": rf"^⏰ {NUMBER}：市民一直没有回答",
    "group-supervised": rf"^🔴 {NUMBER} 已列入督办",
    "group-escalated": rf"^🔴 {NUMBER} 已升为挂牌督办",
    "group-reminded": rf"^🔔 {NUMBER}：市民催办",
    "group-graded": rf"^{NUMBER} 已定为复杂件",
    "group-reopened": rf"^{NUMBER} 要重新办理。",
    "card": _CARD,
}


def _compiled(table: dict[str, str]) -> list[tuple[str, list[re.Pattern[str]]]]:
    # A name may stand once in a pattern, so the languages are looked for one after the other.
    return [(key, [re.compile(p, re.MULTILINE) for p in _split(pattern)]) for key, pattern in table.items()]


def _split(pattern: str) -> list[str]:
    """At the | outside of brackets."""
    parts, depth, start = [], 0, 0
    for index, char in enumerate(pattern):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            parts.append(pattern[start:index])
            start = index + 1
    return [*parts, pattern[start:]]


# What staff read in private quotes what a citizen will read, so theirs is looked for first.
_TABLES = {False: _compiled({**STAFF, **_CITIZEN}), True: _compiled(STAFF)}


@lru_cache(maxsize=50_000)
def understood(text: str, *, group: bool) -> Told:
    """What a message says; key "other" when it is nothing that anybody reacts to."""
    for key, patterns in _TABLES[group]:
        for pattern in patterns:
            found = pattern.search(text)
            if found:
                return Told(key, found.groupdict().get("number"), text)
    return Told("other", None, text)


@dataclass(frozen=True, slots=True)
class Card:
    """What a clerk reads off a card."""

    number: str
    status: str
    handler: str | None
    lines: tuple[str, ...]
    """Replies, questions, endings and notes on it, word for word."""
    text: str


_HANDLER = re.compile(r"^(?:主办：|在)[^·\n]+ · (.+)（\d+）$", re.MULTILINE)
_LINE = re.compile(r"^(?:已问市民|已答复|办结|备注|协办意见|已更正|摘要|不予受理)（.*$", re.MULTILINE)
_HEAD = re.compile(_CARD)


@lru_cache(maxsize=50_000)
def card(text: str) -> Card:
    head = _HEAD.match(text)
    assert head is not None, text
    handler = _HANDLER.search(text)
    return Card(
        head["number"], head["status"], handler[1] if handler else None, tuple(_LINE.findall(text)), text
    )


def marked_urgent(text: str) -> bool:
    """Whether a card says itself, not its citizen, that somebody may be in danger."""
    head = text.partition("\n\n")[0]
    return "🔴 紧急件" in head or "🚨" in head
