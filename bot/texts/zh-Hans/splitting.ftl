# 拆单。

do-split = 拆单…
prompt-split = { $mention }，请<b>回复本条消息</b>，一件事写一段，段与段之间空一行，最多 { $limit } 段。第一段留在 { $number }，其余每段另立一件。
placeholder-split = 一件事一段，中间空一行
split-head = <b>{ $number }</b> 将拆成 { $count } 件：
split-first = 1. <b>留在 { $number }</b>：{ $text }
split-new = { $n }. { $who ->
        [office] <b>新件，派给{ $office }</b>：{ $text }
       *[triage] <b>新件，由综合受理派单</b>：{ $text }
    }
split-after = 确认后，市民会收到一条消息，写明每件的编号和去处。答复期限都从最初收到那天算。
split-done = <b>{ $number }</b> 已拆单，另立 { $numbers }。已告诉市民。
split-discarded = 已取消，<b>{ $number }</b> 没有变。
split-replaced = 见下面最新的一条。{ $number }
button-split-yes = 确认拆单
toast-split = 已拆单
card-split = 拆单（{ $at }，{ $name }）：另立 { $numbers }。本件办：{ $text }
card-split-from = ✂️ 拆自 <b>{ $number }</b>
refused-split-parts = 要写 2 到 { $limit } 段，段与段之间空一行；现在有 { $count } 段。请再回复一次。

citizen-split =
    您在 <b>{ $number }</b> 里说了几件事。为了每件都有人办，现在分开办理：
    { $parts }
    答复期限还是从您最初写来那天算起。每件有进展，我都会分别告诉您。
split-line = <b>{ $number }</b> { $headline }：{ $who ->
        [office] 由{ $office }负责
       *[triage] 由综合受理派单
    }
