# 退回、不予受理、延期、挂账、审批、协办、换人。先是市民看的，再是工作人员看的。

citizen-returned =
    <b>{ $number }</b> 现在在<b>综合受理</b>，由他们另派部门办理。
    您不用重新反映，派给哪个部门，我会告诉您。
citizen-declined =
    关于您反映的 <b>{ $number }</b>，{ $desk }回复您：

    { $text }

    这件事要走<b>{ $door }</b>这条路。{ $how }
    { $desk_phone ->
        [none] 还有不清楚的，直接在这里写给我，
       *[other] 还有不清楚的，可以打 { $desk_phone } 问{ $desk }，或者直接在这里写给我，
    }我会另开一件转给他们。
citizen-extended =
    <b>{ $number }</b> 的答复时间要延长 { $count } 个工作日{ $due ->
        [none] 。
       *[other] ，改为 <b>{ $due }</b> 前。
    }{ $office }说明的原因：

    { $text }

    到时没有办好，我会如实告诉您。
citizen-deferred =
    <b>{ $number }</b> 眼下还办不了。{ $office }的打算是：

    { $text }

    到 <b>{ $day }</b>，我会请他们接着办，并告诉您。这期间有话，直接回复这条消息。
citizen-recalled =
    <b>{ $number }</b> 先前暂时办不了，现在由<b>{ $office }</b>接着办，{ $due ->
        [none] 有消息我会告诉您。
       *[other] 最迟 <b>{ $due }</b> 前答复您。
    }
citizen-handed-over =
    <b>{ $number }</b> 换了一位工作人员办理，仍在<b>{ $office }</b>（工号 { $staff }）。
    您不用做什么，答复的时间不变。

group-refused =
    <b>{ $number }</b>：{ $what }{ $stage ->
        [handler] 的申请已由{ $name }撤回。
        [check] 没有通过：{ $name }现场核查，没有解决。
       *[other] 没有通过：{ $name }不同意。
    }{ $said ->
        [yes] {"\u000A"}意见：{ $text }
        [sealed] {"\u000A"}🔒 保密件：意见和原稿已私聊发给申请人。
       *[no] {""}
    }{ $draft ->
        [none] {""}
       *[other] {"\u000A"}原稿没有发给市民，改好可以再发：{"\u000A"}{ $draft }
    }
group-extended =
    <b>{ $number }</b>：同意延期 { $count } 个工作日（{ $name }）{ $due ->
        [none] 。
       *[other] ，{ $due } 前办结。
    }原因和新的日期已告诉市民。
group-deferred = <b>{ $number }</b>：同意挂账到 { $day }（{ $name }）。打算和日期已告诉市民；到那天我会提醒，要提前办，在卡片上按“恢复办理”。
group-recalled =
    ⏰ <b>{ $number }</b>：{ $by ->
        [staff] { $name }恢复办理
       *[desk] 挂账到期，恢复办理
    }{ $due ->
        [none] 。
       *[other] ，{ $due } 前办结。
    }{ $who ->
        [handler] { $mention }，请接着办。已告诉市民。
       *[office] 请接着办。已告诉市民。
    }
group-opinion = <b>{ $number }</b>：{ $office }的协办意见（{ $name }）：{ $text }

card-locked =
    🔒 { $who ->
        [triage] <b>部门已退回或转走两次</b>，请在一个工作日内定下由谁办，定了就不能再退、再转。
       *[office] 部门退回或转走过两次，由综合受理定在这里办，不能再退、再转。
    }
card-returned = ↩️ { $office }退回（{ $at }，{ $name }）：{ $reason }
card-wished = 部门第二次退回或转走，原部门想转给：{ $office }
card-office-gone = { $office }已撤销，它手上的件都交回了这里，请重新派单。
card-office-heir = { $office }已撤销，这一件由你们接着办。
card-supporting = 协办：{ $offices }
card-proposal =
    ⏳ <b>等{ $stage ->
        [check] 现场核查
        [lead] 负责人审核
       *[supervisor] 督办员审批
    }</b>：{ $what }（{ $name }）：{ $text }
card-declined = 不予受理（{ $at }，{ $name }），指引：{ $door }。{ $text }
card-extended = 延期 { $count } 个工作日（{ $at }，{ $name }同意）：{ $text }
card-deferred = 挂账到 { $day }（{ $at }，{ $name }同意）：{ $text }
card-refused =
    { $what }{ $stage ->
        [handler] 已撤回（{ $at }，{ $name }）
        [check] 核查没有通过（{ $at }，{ $name }）
       *[other] 没有通过（{ $at }，{ $name }）
    }{ $said ->
        [yes] ：{ $text }
       *[no] {""}
    }
card-opinion = 协办意见（{ $at }，{ $office } { $name }）：{ $text }
card-moved-locked = <b>{ $number }</b>：部门第二次退回或转走，已交{ $office }定由谁办。
card-support-over = <b>{ $number }</b>：不用再协办了，谢谢。

do-return = 退回
do-extend = 申请延期
do-defer = 申请挂账
do-support = 请部门协办
do-handover = 换人办理
do-decline = 不予受理

button-return-now = 确认退回
button-return-words = 写一句说明再退回
button-take-back = 撤回申请
button-opinion = 写协办意见
button-support = { $office }
button-supports = ✓ { $office }
button-days = { $count } 个工作日
button-agree = 同意
button-disagree = 不同意
button-agree-send = 同意发出
button-send-back = 退回修改
button-checked = 核实已解决
button-unsolved = 没有解决
button-unsolved-words = 没有解决，写一句情况
button-see-card = 看卡片

return-reason-not_ours = 不属本部门职责
return-reason-wrong_area = 不属本辖区
return-reason-wrong_level = 该由上级或下级部门办理
return-reason-unclear = 内容不清，应先问市民
return-reason-several = 一件里有几个部门的事，应拆单
return-reason-with = { $reason }；{ $text }
return-which = <b>{ $number }</b> 为什么退回？退回后由综合受理另派，市民会知道现在由谁负责。
return-words = 附上的说明：{ $text }
return-sure = <b>{ $number }</b> 退回综合受理，原因：{ $reason }。

decline-which = <b>{ $number }</b> 不予受理，就是这里不办、到此结束，告诉市民该走哪条路。是哪一条？
decline-after = 发出后这一件<b>结束</b>，不能再办。
decline-done = <b>{ $number }</b> 已不予受理，原因和该走的路已告诉市民。
support-which = <b>{ $number }</b> 请哪些部门协办？点一下加入，再点一下取消。协办部门只给本部门意见，不答复市民。
handover-which = <b>{ $number }</b> 交给{ $office }的哪一位？
handover-nobody = <b>{ $number }</b>：{ $office }没有别的工作人员，可以先用 /invite 邀请。
handover-done = <b>{ $number }</b> 现在由{ $mention }办理。已告诉市民。
extend-which = <b>{ $number }</b> 申请延期几个工作日？还可以延 { $count } 个。

prompt-return = { $mention }，请<b>回复本条消息</b>写一句说明，我随即退回（{ $reason }）。{ $number }
prompt-decline = { $mention }，请<b>回复本条消息</b>，对市民说明为什么这里办不了、为什么走“{ $door }”。发出前先给您看。{ $number }
prompt-opinion = { $mention }，请<b>回复本条消息</b>写协办意见，只给主办部门看。{ $number }
prompt-extend = { $mention }，请<b>回复本条消息</b>写延期 { $count } 个工作日的原因，同意后市民会看到原文。{ $number }
prompt-defer = { $mention }，挂账就是眼下办不了，定个日子再办，要督办员同意。请<b>回复本条消息</b>写到哪一天、有什么打算，例如：2027-03-01 开春后更换主机，款已列入预算。同意后市民会看到。{ $number }
prompt-unsolved = { $mention }，请<b>回复本条消息</b>写一句您看到的情况，部门会看到。{ $number }
prompt-refuse = { $mention }，请<b>回复本条消息</b>写明意见（{ $asked }），部门会看到。{ $number }
placeholder-return = 退回的说明
placeholder-decline = 对市民的说明
placeholder-opinion = 协办意见
placeholder-extend = 延期的原因
placeholder-defer = 日期和打算
placeholder-unsolved = 看到的情况
placeholder-refuse = 您的意见

proposal-extend = 延期
proposal-defer = 挂账
proposal-reply = 答复
proposal-resolve = 办结
proposal-extend-by = 延期 { $count } 个工作日
proposal-defer-until = 挂账到 { $day }
proposal-resolve-as = 办结（{ $outcome }）
proposed = <b>{ $number }</b>：{ $what }，已报审批，有结果会在这里说。
preview-proposed = <b>{ $number }</b>：已送审，同意后才发给市民。
approve-head =
    <b>{ $number }</b>：{ $name }报批<b>{ $what }</b>
    { $office } · { $headline }
approve-check = 请到现场看一看：是不是真的解决了？
approve-said = 市民反映：{ $text }
approve-unchecked = 本部门没有核查员，同意前请先核实是不是真的解决了。
approve-dates = 现在的期限：{ $due ->
        [none] 已过
       *[other] { $due }
    }；同意后：{ $new_due }
approve-shown =
    { $stage ->
        [check] 部门准备这样答复市民：
       *[other] 同意后，市民将看到：
    }
approve-soon = ⏰ <b>{ $number }</b>：{ $what }，审批快到期了，{ $due } 前。请按上面的按钮。
approve-over =
    <b>{ $number }</b> { $what }：{ $how ->
        [agreed] { $name }已同意。
        [refused] { $name }没有同意。
        [unsolved] { $name }现场核查，没有解决。
       *[taken_back] { $name }已撤回申请。
    }

toast-proposed = 已送审
toast-returned = 已退回
toast-recalled = 已恢复办理
toast-agreed = 已同意
toast-refused = 已记下

refused-return-late = 退回要在 { $due } 前，现在已经过了。这一件请办理，或者转给合适的部门。
refused-already-proposed = 已有一项在等审批：{ $what }（{ $name }）。等有了结果，或者在卡片上按“撤回申请”，再提新的。
refused-nothing-proposed = 这一件现在没有等审批的申请。
refused-extend-late = 延期要在到期前申请，这一件 { $due } 已经到期。请先给市民一个答复。
refused-extension-spent = 每件一共可以延 { $limit } 个工作日，这一件还可以延 { $count } 个。
refused-no-term = 这一件没有在计的办结期限，不用延期。
refused-deferrals-spent = 每件最多挂账 { $limit } 次，这一件已经用完。请办理，或者向市民说明。
refused-no-day = 没有看到日期。请写明到哪一天，例如 2027-03-01 开春后更换主机。
refused-bad-day = 日期要在今天以后，最远 { $count } 天。
refused-no-plan = 还要写明打算怎么办，例如 2027-03-01 开春后更换主机。
refused-accused-office = 这一件反映的就是{ $office }，不能请它协办。
refused-confidential = 这一件保密，只有综合受理能请别的部门协办。
refused-support-only = 这一件由{ $office }主办。协办部门请在卡片上按“写协办意见”。
refused-same-handler = 这一件本来就由{ $name }办理。
