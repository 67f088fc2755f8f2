"""What offices do with a case beside claiming and answering it: a line in `STEPS` or `AT_TRIAGE`, and how it goes.

Each act begins with a button of the card or a command; what the desk asks then is answered by a script.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from benchmarks.year.scripts import Line, on, write

if TYPE_CHECKING:
    from benchmarks.year.offices import File, Office

MORE = "还可以："
REASONS = ("不属本部门职责", "不属本辖区", "该由上级或下级部门办理", "内容不清", "一件里有几个部门的事")
DOORS = ("诉讼", "仲裁", "人民调解", "纪检", "行政复议", "信访")
PREVIEW = "市民将看到的就是下面这样"
PARTS = ("小区门口的路灯坏了好几天，晚上看不见路。", "另外，巷子里的垃圾没有人清运，气味很大。")
CARDS = (
    ("公积金怎么提取", "带身份证和购房合同到公积金中心窗口，或者在网上办。", "住房公积金管理条例"),
    ("医保卡丢了怎么补", "带身份证到医保中心窗口补办，当场就能拿到。", "医疗保障经办规程"),
    ("退休手续怎么办", "到退休前一个月，由单位或者本人到社保窗口申请。", "社会保险经办条例"),
)


def _by_card(office: Office, file: File, verb: str, *lines: Line) -> None:
    """更多… on the card, then `verb`, then what follows."""
    clerk = office.clerk()
    if office.press(clerk, file, "更多"):
        office.town.scripts.begin(clerk, office.group, file.number, on(MORE, verb), *lines)


def send_back(office: Office, file: File) -> None:
    """退回, with a reason of the list, sometimes with words."""
    reason, sure = office.chance.choice(REASONS), "的原因|退回综合受理，原因"
    if office.chance.random() < 0.6:
        _by_card(office, file, "退回", on("为什么退回", reason), on(sure, "确认退回"))
    else:
        words = write("写一句说明，我随即退回", "看过了，这件事归别的部门管。")
        _by_card(office, file, "退回", on("为什么退回", reason), on(sure, "写一句说明再退回"), words)


def extend(office: Office, file: File) -> None:
    """延期: by the buttons, or in one line."""
    days, reason = office.chance.choice((3, 5, 10)), "需要请专业机构现场检测，结果要等几天。"
    if office.chance.random() < 0.5:
        office.town.say(office.clerk(), f"/extend {file.number} {days} {reason}", office.group)
    else:
        asked = write("写延期", reason)
        _by_card(office, file, "申请延期", on("申请延期几个工作日", f"{days} 个工作日", "3 个工作日"), asked)


def defer(office: Office, file: File) -> None:
    """挂账: to a day in some weeks, with a plan."""
    day = office.town.now().astimezone(office.town.zone()).date() + timedelta(
        days=office.chance.randint(20, 100)
    )
    plan = f"{day.isoformat()} 等管线改造的材料到货后更换，款项已经列入预算。"
    if office.chance.random() < 0.5:
        office.town.say(office.clerk(), f"/defer {file.number} {plan}", office.group)
    else:
        _by_card(office, file, "申请挂账", write("写到哪一天", plan))


def recall(office: Office, file: File) -> None:
    office.press(office.clerk(), file, "恢复办理")


def support(office: Office, file: File) -> None:
    """请部门协办: one office, which gives its opinion on its own card."""
    others = [d for d in office.town.groups if d not in (office.id, office.town.settings.triage.id)]
    other = office.chance.choice(others)
    _by_card(office, file, "请部门协办", on("请哪些部门协办", office.short(other)))


def opinion(office: Office, file: File) -> None:
    clerk = office.clerk()
    if office.press(clerk, file, "写协办意见"):
        words = write("写协办意见", f"{office.serial()}这一段管线的图纸在我们这里，可以配合现场核对。")
        office.town.scripts.begin(clerk, office.group, file.number, words)


def hand_over(office: Office, file: File) -> None:
    """换人办理, by the lead of the office."""
    lead = office.town.leads.get(office.id)
    if lead is None:
        return
    names = [office.town.names[c] for c in office.town.clerks[office.id]]
    office.chance.shuffle(names)
    office.town.say(lead, f"/handover {file.number}", office.group)
    office.town.scripts.begin(lead, office.group, file.number, on("的哪一位", *names))


def correct(office: Office, file: File) -> None:
    """更正答复, after the answer."""
    words = f"{office.serial()}答复里写的时间不对，应当是下个月的第一个星期。"
    _by_card(office, file, "更正答复", write("写下更正", words), on("市民会收到这条更正", "发给市民"))


def look(office: Office, file: File) -> None:
    """What a clerk presses to know more: templates, like cases, the contact that the citizen left, the file."""
    verb = office.chance.choice(("模板", "参考答复", "查看联系方式", "导出"))
    _by_card(office, file, verb)


def supervise(office: Office, file: File) -> None:
    """The supervisor takes a case under watch by hand, or names a leader who takes care of it."""
    verb, words = office.chance.choice(
        (
            ("supervise", "请本周内到现场看一次，把结果报上来。"),
            ("takeover", "王副市长"),
            ("escalate", "时间太长，请说明原因。"),
        )
    )
    above = office.town.supervisor
    office.town.say(above, f"/{verb} {file.number} {words}", above)
    office.town.scripts.begin(above, above, file.number, on(PREVIEW, "发给市民"))


# --- the triage desk


def decline(office: Office, file: File) -> None:
    """不予受理: a door, words, a look at what the citizen will read."""
    why = f"{office.serial()}这件事双方有合同争议，政府部门不能替法院判断，请走法律规定的途径。"
    door = office.chance.choice(DOORS)
    _by_card(
        office,
        file,
        "不予受理",
        on("市民该走哪条路", door),
        write("对市民说明", why),
        on(PREVIEW, "发给市民"),
    )


def split(office: Office, file: File) -> None:
    """拆单: two parts, the first of which stays."""
    yes = "确认拆单" if office.chance.random() < 0.9 else "取消"
    _by_card(office, file, "拆单", write("一件事写一段", "\n\n".join(PARTS)), on("将拆成", yes))


def merge(office: Office, file: File) -> None:
    """并单: into the case that somebody who reads both knows to be the same."""
    matter = office.known.get(file.number)
    lead = matter.same_as.number if matter is not None and matter.same_as is not None else None
    if lead is None:
        return
    clerk = office.clerk()
    if office.chance.random() < 0.5:
        office.town.say(clerk, f"/merge {file.number} {lead}", office.group)
    elif office.press(clerk, file, "更多"):
        chosen = on("并入哪一件|要并入哪一件", lead)
        office.town.scripts.begin(clerk, office.group, file.number, on(MORE, "并单"), chosen)


def by_card(office: Office, file: File) -> None:
    """用知识卡答复, when one fits."""
    fits, sends = on("可以用这些知识卡答复", *(q for q, _, _ in CARDS)), on(PREVIEW, "发给市民")
    _by_card(office, file, "用知识卡答复", fits, sends)


def summarise(office: Office, file: File) -> None:
    """写摘要, of a voice message or a photo without words."""
    matter = office.known.get(file.number)
    words = (matter.text[:80] if matter is not None else "路面破损，行人容易摔倒。").replace("\n", " ")
    _by_card(office, file, "写摘要", write("听一听、看一看附件", f"{office.serial()}{words}"))


def accused(office: Office, file: File) -> None:
    """被反映对象: the desk proposes, the dispatcher decides."""
    office.press(office.clerk(), file, "确认" if office.chance.random() < 0.7 else "不是")


def seal(office: Office, file: File) -> None:
    _by_card(office, file, "设为保密")


ACTS: dict[str, Callable[[Office, File], None]] = {
    "send_back": send_back,
    "extend": extend,
    "defer": defer,
    "recall": recall,
    "support": support,
    "opinion": opinion,
    "hand_over": hand_over,
    "correct": correct,
    "look": look,
    "supervise": supervise,
    "decline": decline,
    "split": split,
    "merge": merge,
    "by_card": by_card,
    "summarise": summarise,
    "accused": accused,
    "seal": seal,
}
