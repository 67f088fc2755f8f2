# 电话回访：没有 Telegram 的来电人

command-calls = 待电话回访
calls-wait = ☎️ 待电话回访 { $count } 件。派单员或督办员私聊我发 /calls 看清单；经办的人和经办部门不打这个电话。
calls-head = ☎️ <b>待电话回访</b> { $count } 件，等得久的在前：
calls-none = 现在没有要打的回访电话。
calls-others = 另有 { $count } 件是您或您的部门经办的，由别人打。
button-call = { $number } 第 { $nth } 次 { $headline }
call-head =
    ☎️ <b>{ $number }</b> 第 { $nth } 次打 · 电话 { $phone }
    { $headline }
    经办：{ $office }
call-answer = { $at } 答复（{ $outcome }）：{ $text }
call-ask-contacted = <b>{ $nth }/3</b> 问：有没有人联系过您？
call-ask-solved =
    <b>{ $nth }/3</b> { $kind ->
        [explained] 问：说明得清楚吗？
       *[solved] 问：事情解决了吗？
    }
call-ask-satisfaction = <b>{ $nth }/3</b> 问：您满意吗？
call-said = 市民选的：{ $choices }
call-words = 市民说的：{ $text }
button-call-phone = 查看电话
button-call-missed = 没人接
button-call-words = 记下原话
button-call-no-words = 没有别的话
call-over-thanks = 记下了，请替我们谢谢市民。<b>{ $number }</b> 的评价只进总数，经办的人看不到。
call-over-why = 市民不认可答复，我请督办员来定是否重办。哪里没办好，按“记下原话”写下市民的话；没有别的话也请按一下。
call-over-passed = 已转给督办员。定了以后，请打电话告诉市民。
call-over-missed = 记下了：没人接。{ $again } 起再打，还可以打 { $left } 次。
call-over-silent = 打了几次都没人接，这一件算“没有评价”，不再打了。
calls-kept = 记下了，和 <b>{ $number }</b> 的评价放在一起。
calls-passed-on = 记下了。<b>{ $number }</b> 已转给督办员，定了以后请打电话告诉市民。
prompt-call = { $mention }，请<b>回复本条消息</b>写下市民在电话里说的话。{ $number }
placeholder-call = 市民说的话
