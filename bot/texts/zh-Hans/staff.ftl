# 对工作人员说的话。能扫一眼就懂。

status-triage = 待分派
status-dispatched = 待签收
status-in_progress = 办理中
status-awaiting_citizen = 待补充
status-deferred = 挂账
status-resolved = 已办结
status-closed = 已销号
status-withdrawn = 已撤回
status-merged = 已并单
status-declined = 不予受理

outcome-solved = 已解决
outcome-explained = 解释到位
outcome-planned = 列入计划

no-domain = 未定领域
other-domain = 八类以外

card-meta = { $office } · { $filed } 收到{ $nth ->
        [1] {""}
       *[other] {" · "}该市民第 { $nth } 次反映
    }
card-unbound = ⚠️ { $office }现在没有可用的群，先由这里代管。
card-due = ⏱ { $what }：{ $due } 前
card-due-left = ⏱ { $what }：{ $due } 前（{ $now } 时还剩 { $left }）
card-overdue = ⚠️ <b>超期</b>：{ $what }应在 { $due } 前
card-paused = ⏸ { $what }：等市民补充，先不计时（还剩 { $left }）
left-days = { $count } 个工作日
left-hours = { $count } 小时
clock-triage = 派单
clock-acknowledge = 签收
clock-progress = 答复进展
clock-resolve = 办结
clock-decide = 审批
clock-deferral = 挂账
clock-follow_up = 回访
clock-ladder = 督办
card-files = 附件：{ $files }
card-unread = 不是中文，机器没有判断，请看原文派单。
card-guess = 机器判断：{ $guess }
card-guess-item = { $domain } { $percent }%
card-words = 依据：{ $words }
card-guess-none = 不属八类 { $percent }%
card-added = 补充（{ $at }）：{ $text }
card-question = 已问市民（{ $at }）：{ $text }
card-supplied = 市民回答（{ $at }）：{ $text }
card-replied = 已答复（{ $at }，{ $name }）：{ $text }
card-resolved = 办结（{ $at }，{ $name }，{ $outcome }）：{ $text }
card-summarised = 摘要（{ $at }，{ $name }）：{ $text }
card-noted = 备注（{ $at }，{ $name }）：{ $text }
card-danger = 🔴 <b>紧急件：可能有危险，请先看这一件。</b>
card-unreachable = ⚠️ 市民收不到消息：已停用或删除了机器人。请用电话等方式联系；等市民回来，我会把最新的情况告诉他们。
card-citizen-photo-only = （没有文字，请看附件）
card-claimed = <b>{ $number }</b> 已由{ $name }签收。
card-graded = <b>{ $number }</b> 已定为复杂件，{ $due } 前办结。原因已告诉市民。
card-below = <b>{ $number }</b>：最新的卡片在下面。
card-moved = <b>{ $number }</b> 已转给{ $office }。

button-claim = 签收
button-reply = 答复
button-ask = 请市民补充
button-ask-again = 再问一次
button-transfer = 转办
button-reopen = 重新办理
button-recall = 恢复办理
button-actions = 更多…
button-full = 全文
button-files = 附件 { $count }
button-other-offices = 其他部门…
button-send = 发给市民
button-as-reply = 改为继续办理
button-as-solved = 改为办结·已解决
button-as-explained = 改为办结·解释到位
button-as-planned = 改为办结·列入计划
button-note = 内部备注
button-discard = 取消

placeholder-reply = 写给市民的答复
placeholder-ask = 要问市民的话
prompt-reply = { $mention }，请<b>回复本条消息</b>写下给市民的答复。{ $number }
prompt-ask = { $mention }，请<b>回复本条消息</b>写下要问市民的话。{ $number }
prompt-offices = <b>{ $number }</b> 转给哪个部门？
preview-head = <b>{ $number }</b>：市民将看到的就是下面这样。
preview-reply = 发给市民，还是只作内部备注？发出后继续办理。
preview-solved = 发出后<b>办结（已解决）</b>。
preview-explained = 发出后<b>办结（解释到位）</b>。
preview-planned = 发出后<b>办结（列入计划）</b>。
preview-ask = 发出后转为“待补充”，等市民回答。
preview-note-only =
    <b>{ $number }</b> 现在是“{ $status }”，不能直接答复市民。{ $state ->
        [triage] 先派到部门，由部门答复。
        [deferred] 要答复，先按“恢复办理”。
        [resolved] 要再答复，先在卡片上按“重新办理”。
       *[ended] {""}
    }
    可以记为内部备注：
preview-sent = <b>{ $number }</b>：已发给市民。
preview-noted = <b>{ $number }</b>：已记为内部备注，市民看不到。
preview-discarded = 已取消，市民没有收到任何内容。

group-supplied = <b>{ $number }</b>：市民回答了：{ $text }
group-not-sent = ⚠️ <b>{ $number }</b>：最近一条给市民的消息没有发出去，市民没有看到。请换个说法重发。
group-added-after = <b>{ $number }</b> 已办结，市民又来信：{ $text }
group-added = <b>{ $number }</b>：市民补充：{ $text }
group-withdrawn = <b>{ $number }</b>：市民已撤回，不用再办。
group-unreachable = ⚠️ <b>{ $number }</b>：最近的消息没能送到市民（已停用或删除了机器人）。

group-due-soon =
    ⏰ <b>{ $number }</b>：{ $what }快到期了，{ $due } 前。{ $who ->
        [handler] { $mention }，请在卡片上办理。
        [triage] 还没有派到部门，请在卡片上派单。
       *[office] 还没有人签收，请在卡片上签收。
    }
group-missed =
    ⚠️ <b>{ $number }</b> 超期了：{ $clocks }。{ $told ->
        [yes] 已如实告诉市民。
       *[no] {""}
    }{ $who ->
        [handler] { $mention }，请先给市民一个答复。
        [triage] 还没有派到部门，请先派这一件。
       *[office] 还没有人签收，请先办这一件。
    }
late-clock = { $what }应在 { $due } 前
group-resumed =
    ⏰ <b>{ $number }</b>：市民一直没有回答，等候期满，恢复计时{ $due ->
        [none] 。
       *[other] ，{ $due } 前办结。
    }{ $who ->
        [handler] { $mention }，请照现有的情况接着办。
       *[office] 请照现有的情况接着办。
    }

digest-head = ☀️ <b>{ $office }</b>
digest-counts = 待签收 { $waiting } · 今日到期 { $today } · 已超期 { $overdue }
digest-overdue = ⚠️ 超期：{ $numbers }{ $more ->
        [0] {""}
       *[other] ，另有 { $more } 件
    }
digest-how = /queue 看全部，/case 编号 打开一件。
digest-city = ☀️ <b>全{ $unit }</b> { $now }
digest-city-counts = 待分派 { $waiting } · 今日到期 { $today } · 已超期 { $overdue }
digest-office = { $office }：今日到期 { $today }，已超期 { $overdue }
digest-late = ⚠️ 超期的件，请督促{ $more ->
        [0] {""}
       *[other] （另有 { $more } 件）
    }：
digest-case = { $number } · { $office } · 应在 { $due } 前

bundle-head = 新到 { $count } 件，点编号看详情：
bundle-line = <b>{ $number }</b> · { $domain } · { $headline }

toast-claimed = 已签收
toast-sent = 已发出
toast-noted = 已记下
toast-transferred = 已转出
toast-reopened = 已重新办理
toast-opened = 见下方
actions-head = <b>{ $number }</b> 还可以：
actions-none = <b>{ $number }</b> 现在没有您能做的别的步骤。
toast-cancelled = 已取消
toast-done = 好了

full-text-name = { $number } 全文.txt
reply-which = 请回复某一件的卡片，或用 /reply 编号 内容。

start-staff = 您好，{ $name }（工号 { $staff }）。您自己有事要反映，也可以直接写在这里。

refused-move =
    { $first ->
        [done] 这一件已经是“{ $status }”了，不用再做一次。
        [claim] 这一件现在是“{ $status }”，签收以后才能{ $action }。
        [dispatch] 这一件现在是“{ $status }”，派到部门以后才能{ $action }。
        [recall] 这一件现在是“{ $status }”，恢复办理以后才能{ $action }。
        [reopen] 这一件现在是“{ $status }”，重新办理以后才能{ $action }。
       *[none] 这一件现在是“{ $status }”，不能{ $action }。
    }
refused-not-allowed = 您没有这一步的权限：这一件不归您的部门，或者这一步由别的角色来做。需要的话请问管理员。
refused-admin-only = 这一步只有管理员能做。
refused-own-invitation = 这是您发给别人的邀请，链接还有效。请转发给本人，由本人打开。
refused-not-invited = 这是给工作人员用的。您是工作人员的话，请管理员用 /invite 发邀请链接；要反映事情，私聊我直接写就行。
refused-anonymous = 您正以群组或频道的身份匿名发言，系统认不出是谁。请换回自己的身份再试。
refused-no-such-case = 没有找到这个编号。请核对，编号像 261121-0042。
refused-already-claimed = { $name } 已经签收了这一件。
refused-already-yours = 这一件您已经签收了。
refused-locked = 这一件部门已经退回或转走两次，只有综合受理能再派。有话请写内部备注。
refused-already-graded = 这一件的期限已经不是普通件的了，不能再改。
refused-too-late = 定为复杂件要在 { $due } 前，现在已经过了。
refused-already-moved = { $name }已经把这一件转给{ $office }。
refused-same-department = 这一件已经在{ $office }，不用再转。
refused-no-such-department = 没有叫“{ $name }”的部门。可用：{ $names }
refused-stale-button = 这个按钮已经过时，请看最新的消息。
refused-bad-code = 这个邀请用不了：可能已经用过，或者过期了。请管理员重发。要反映事情，直接写下来就行。
refused-empty = 没有内容。请写下文字再发。
refused-too-long = 太长了：最多 { $limit } 字，现在 { $length } 字。请删减或分两次发。
refused-usage = 请这样写：{ $example }

action-claim = 签收
action-dispatch = 派单
action-transfer = 转办
action-ask = 请市民补充
action-supply = 补充
action-add = 补充
action-reply = 答复
action-resolve = 办结
action-answer = 直接答复
action-reopen = 重新办理
action-note = 备注
action-withdraw = 撤回
action-lose_touch = 标记
action-find_again = 标记
action-grade = 定为复杂
action-miss = 标记
action-resume = 标记
action-reckon = 标记
action-return = 退回
action-decline = 改为不予受理
action-redirect = 改类别
action-support = 请部门协办
action-propose = 申请审批
action-agree = 同意
action-refuse = 不同意
action-extend = 延期
action-defer = 挂账
action-recall = 恢复办理
action-merge = 并单
action-unmerge = 拆出
action-join = 并入
action-leave = 拆出
action-split = 拆单
action-take_over = 由领导包案
action-hand_over = 换人办理
action-release = 放回待签收
action-remind = 催办
action-supervise = 督办
action-escalate = 挂牌督办
action-ask_reopen = 申请重办
action-uphold = 维持
action-rate = 评价
action-close = 销号
action-end = 终结
action-correct = 更正
action-summarise = 补写摘要
action-accuse = 确认被反映对象
action-seal = 设为保密
action-reveal = 查看联系方式
action-page = 呼叫值班
action-answer_page = 应答呼叫

# 原文照出
plain-text = { $text }
prompt-dropped = 已取消，什么都没有做。要做的时候再按一次按钮。
