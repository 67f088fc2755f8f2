# 写给市民的答复：发出前后经办人看到的话，和更正。

button-send-anyway = 仍然发给市民
button-undo = 撤回
preview-held = <b>{ $number }</b>：{ $seconds } 秒后发给市民。想改，按“撤回”。
preview-stopped = 您改了原文，<b>先不发出</b>。看好了再按发送。
preview-unsent = <b>{ $number }</b>：没有发出，原因见下面。
preview-correct = 发出后市民会收到这条更正，原来的答复留在记录里。
reply-unsent =
    <b>{ $number }</b> 这一条<b>没有发出</b>，市民没有收到。{ $why }
    您写的在这里，点一下可以复制：
toast-held = 稍后发出，还能撤回
toast-undone = 已撤回，没有发出
refused-being-sent = 上一条正等着发出。要改它，先按“撤回”；要再写一条，等它发出后再写。
refused-not-held = 来不及撤回了，请看这条消息现在的样子。发出的答复要改，用卡片“更多…”里的“更正答复”。
refused-moved-on = 这一件已经转给{ $office }。
refused-nothing-to-correct = 这一件还没有答复过市民，没有可更正的。

do-correct = 更正答复
prompt-correct =
    { $mention }，请<b>回复本条消息</b>写下更正：{ $earlier } 的答复哪里不对，应当是什么。{ $number }
    市民会看到这是更正。
placeholder-correct = 哪里不对，应当是什么
card-corrected = 已更正（{ $at }，{ $name }）：{ $text }
citizen-corrected =
    <b>更正</b>：<b>{ $office }</b>在 { $earlier } 关于 <b>{ $number }</b> 的答复有不对的地方，更正如下：
    
    { $text }
    
    没有提到的不变。工号 { $staff }{ $phone ->
        [none] {""}
       *[other] ，电话 { $phone }
    }。有话直接回复这条消息，他们会看到。
case-corrected = 更正（{ $at }）：{ $text }
citizen-latest-corrected = 更正：{ $text }
