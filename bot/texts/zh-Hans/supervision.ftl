# 催办、督办、挂牌督办、领导包案。

button-remind = 催办
citizen-reminded =
    已替您催办 <b>{ $number }</b>，<b>{ $office }</b>看得到了。{ $due ->
        [none] 有消息我就告诉您。
       *[other] 答复期限是 <b>{ $due }</b>，有消息我就告诉您。
    }
    还没有动静，下一个工作日可以再催。
remind-early =
    { $who ->
        [office] <b>{ $number }</b> 刚交到<b>{ $office }</b>，还没来得及办。
       *[triage] <b>{ $number }</b> 刚到<b>综合受理</b>，还没来得及派单。
    }{ $due ->
        [none] {""}
       *[other] 最迟 <b>{ $due }</b> 前答复您。
    }
    到 { $next } 还没有动静，您就可以催办。
remind-asked =
    <b>{ $number }</b> 现在等的是您的回答：“{ $question }”
    直接写在这里就行，他们收到就接着办。
refused-reminded = { $number } 已经催过了，他们看得到。还没有动静，{ $next } 起可以再催。
group-reminded =
    🔔 <b>{ $number }</b>：市民催办，第 { $count } 次。{ $who ->
        [handler] { $mention }，请给市民一个答复。
        [triage] 还没有派到部门，请先派这一件。
       *[office] 还没有人签收，请先办这一件。
    }

citizen-supervised =
    <b>{ $number }</b> 已列入督办：除了{ $who ->
        [office] <b>{ $office }</b>
       *[triage] <b>综合受理</b>
    }，督办员也在盯着。
    您不用做什么，有消息我就告诉您。
citizen-escalated =
    <b>{ $number }</b> 还没有办好，已升为挂牌督办，报给了上一级。
    您不用做什么，有消息我就告诉您。
citizen-taken-over =
    <b>{ $number }</b> 已由<b>{ $leader }</b>包案，亲自督促{ $who ->
        [office] <b>{ $office }</b>办理。
       *[triage] <b>综合受理</b>派单。
    }
    您不用做什么，有消息我就告诉您。
group-supervised =
    🔴 <b>{ $number }</b> 已列入督办{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }。{ $who ->
        [handler] { $mention }，请先办这一件。
        [triage] 请先派这一件。
       *[office] 还没有人签收，请先办这一件。
    }
    { $name ->
        [none] {""}
       *[other] 要求：
    }{ $text }
group-escalated =
    🔴 <b>{ $number }</b> 已升为<b>挂牌督办</b>{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }，报给了上一级。{ $who ->
        [handler] { $mention }，请先办这一件。
        [triage] 请先派这一件。
       *[office] 还没有人签收，请先办这一件。
    }
    { $name ->
        [none] {""}
       *[other] 要求：
    }{ $text }
group-taken-over =
    ⭐ <b>{ $number }</b> 由<b>{ $leader }</b>包案。{ $who ->
        [handler] { $mention }，请按包案领导的要求办理。
        [triage] 请先派这一件。
       *[office] 还没有人签收，请先办这一件。
    }
supervised-why = { $what }应在 { $due } 前，{ $over }。

rung-lead =
    ⏰ <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }超期了，请您过问。
    { $office }：{ $what }应在 { $due } 前。{ $who ->
        [handler] 办理人是{ $name }。
        [triage] 还没有派到部门。
       *[office] 还没有人签收。
    }{ $next ->
        [none] {""}
       *[other] {"\u000A"}到 { $next } 还是这样，就列入督办。
    }
rung-supervise =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }{ $again ->
        [yes] 还在超期，先前已列入督办。
       *[no] 一直超期，已列入督办。
    }
    { $office }：{ $what }应在 { $due } 前，{ $over }。{ $who ->
        [handler] 办理人是{ $name }。
        [triage] 还没有派到部门。
       *[office] 还没有人签收。
    }
rung-escalate =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }{ $again ->
        [yes] 还没有办好，先前已升为<b>挂牌督办</b>。
       *[no] 督办后还没有办好，已升为<b>挂牌督办</b>。
    }
    { $office }：{ $what }应在 { $due } 前，{ $over }。{ $who ->
        [handler] 办理人是{ $name }。
        [triage] 还没有派到部门。
       *[office] 还没有人签收。
    }
watch-supervised =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }由{ $name }列入督办，现在在{ $office }。
    { $text }
watch-escalated =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }由{ $name }升为<b>挂牌督办</b>，现在在{ $office }。
    { $text }
button-open-case = 打开 { $number }

card-supervised =
    🔴 <b>{ $level ->
        [escalated] 挂牌督办
       *[supervised] 督办
    }</b>（{ $at } 起）{ $text ->
        [none] {""}
       *[other] ：{ $text }
    }
card-reminded = 🔔 市民催办 { $count } 次，最近 { $at }
card-leader = ⭐ 由<b>{ $leader }</b>包案

do-supervise = 🔴 列入督办
do-escalate = 🔴 挂牌督办
do-takeover = ⭐ 领导包案
placeholder-supervise = 督办的要求
placeholder-escalate = 挂牌督办的原因和要求
placeholder-takeover = 包案领导，如王副市长
prompt-supervise = { $mention }，列入督办以后，督办员都盯着这一件，市民会知道。请<b>回复本条消息</b>写下对部门的要求，市民看不到这段话。{ $number }
prompt-escalate = { $mention }，挂牌督办比督办更高一级，会报给上一级，市民会知道。请<b>回复本条消息</b>写下原因和对部门的要求，市民看不到这段话。{ $number }
prompt-takeover = { $mention }，包案就是请一位领导亲自督促，承办的部门不变。请<b>回复本条消息</b>写下是哪位领导，市民也看得到。{ $number }
supervise-done = <b>{ $number }</b> 已列入督办，{ $office }已经知道。
escalate-done = <b>{ $number }</b> 已升为挂牌督办，{ $office }已经知道。
takeover-done = <b>{ $number }</b> 已记下包案领导，{ $office }和市民都会知道。
