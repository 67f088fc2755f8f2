# 并单、拆出、一起办。对市民说的在前，对工作人员说的在后。

citizen-merged =
    <b>{ $number }</b> { $lead ->
        [none] 和别人反映的是同一件事，一起办了
       *[other] 和您反映的 <b>{ $lead }</b> 是同一件事，一起办了，以后的进展看 <b>{ $lead }</b>
    }。{ $who ->
        [office] 现在由<b>{ $office }</b>负责
       *[triage] 现在由<b>综合受理</b>派单
    }，{ $due ->
        [none] 有消息我会告诉您。
       *[other] 最迟 <b>{ $due }</b> 前答复。
    }
    { $lead ->
        [none] 编号不变，每次答复都会单独告诉您。您的情况不一样，想单独办，按“单独办理”。
       *[other] 其实不是一件事的话，按“单独办理”。
    }
together-receipt =
    收到了，编号 <b>{ $number }</b>。
    和别人反映的同一件事一起办，{ $who ->
        [office] 由<b>{ $office }</b>负责
       *[triage] 由<b>综合受理</b>派单
    }。每次答复都会单独告诉您。{ $due ->
        [none] {""}
       *[other] {"\u000A"}最迟 <b>{ $due }</b> 前答复您；到时没有办好，我会如实告诉您。
    }
citizen-unmerged =
    { $who ->
        [office] <b>{ $number }</b> 现在单独办理，由<b>{ $office }</b>负责。下一步由他们签收，签收后我会告诉您。
       *[triage] <b>{ $number }</b> 现在单独办理，由<b>综合受理</b>派单。派给哪个部门，我会告诉您。
    }{ $due ->
        [none] {""}
       *[other] {"\u000A"}最迟 <b>{ $due }</b> 前答复您。
    }
together-case =
    { $lead ->
        [none] 这件事和别人反映的同一件事一起办，每次答复都会单独告诉您。
       *[other] 这件事和您反映的 <b>{ $lead }</b> 一起办，进展看 <b>{ $lead }</b>。
    }
together-closed =
    和 <b>{ $number }</b> 一起办的这件事已经结束。
    您那里还没有解决的话，按“单独办理”，我会重新派单；有话也可以直接回复这条消息。
button-alone = 单独办理
button-together = 🤝 别人也反映了这件事：一起办
draft-like =
    已有 { $count } 人反映过像是同一件的事：{ $what ->
        [none] {""}
       *[other] { $what }，
    }{ $who ->
        [office] 由<b>{ $office }</b>负责
       *[triage] 由<b>综合受理</b>派单
    }，最早是 { $since } 收到的。
    是同一件事，可以一起办：您有自己的编号，每次答复都单独告诉您。不是的话，按“提交”。
draft-filed-alone = 那件事刚刚已经不在办理了，您的这一件已单独提交，编号 <b>{ $number }</b>。

do-merge = 并单…
do-unmerge = 拆出
button-merge-into = { $number } { $headline }
merge-choice = <b>{ $number }</b> 并入哪一件？下面几件像是同一件事，按一个；要并入别的，<b>回复本条消息</b>写编号。
prompt-merge = { $mention }，没有找到像是同一件的事。要并入哪一件，请<b>回复本条消息</b>写编号。{ $number }
placeholder-merge = 主件的编号
merge-done = <b>{ $number }</b> 已并入 <b>{ $lead }</b>，一起办。已告诉市民。
card-into = 🔗 已并入 <b>{ $lead }</b>，一起办
card-joined = 🔗 并入 { $count } 件：{ $numbers }{ $more ->
        [0] {""}
       *[other] ，另有 { $more } 件
    }
preview-joined = ⚠️ 这段话同时发给并入的 { $count } 位市民，请不要写某一位市民的个人情况。
group-joined-added =
    <b>{ $number }</b>（并入 <b>{ $lead }</b>）：{ $done ->
        [yes] 已办结，市民又来信
       *[no] 市民补充
    }：{ $text }
group-joined-withdrawn = <b>{ $number }</b>（并入 <b>{ $lead }</b>）：市民撤回了自己的这一件，<b>{ $lead }</b> 照常办。
group-heir =
    🔗 原来并入 <b>{ $lead }</b> 的 { $count } 件照常办，现在以 <b>{ $number }</b> 为主。{ $who ->
        [handler] { $mention }，请接着签收。
       *[office] 请签收。
    }
toast-merged = 已并单
toast-unmerged = 已拆出

refused-merge-same = 不能并入它自己。
refused-merge-over = { $number } 已经办结或结束，不能再并入别的件。
refused-merge-merged = { $number } 自己已经并入别的件，请并入那一件。
refused-merge-apart = 这两件不能并：举报、保密的件和有回避的件，都单独办。
refused-merge-urgent = 这一件是紧急件，并入 { $number } 会变慢。可以反过来并。
