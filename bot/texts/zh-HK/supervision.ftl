button-remind = 查詢跟進
citizen-reminded =
    已替您追問 <b>{ $number }</b>，<b>{ $office }</b>看得到了。{ $due ->
        [none] 有消息我就告訴您。
       *[other] 答覆期限是 <b>{ $due }</b>，有消息我就告訴您。
    }
    還是沒有動靜，下一個工作天可以再催。
remind-early =
    { $who ->
        [office] <b>{ $number }</b> 剛交給<b>{ $office }</b>，還沒來得及辦。
       *[triage] <b>{ $number }</b> 剛到<b>綜合受理</b>，還沒來得及分派。
    }{ $due ->
        [none] {""}
       *[other] 最遲 <b>{ $due }</b> 前答覆您。
    }
    到 { $next } 還沒有動靜，您就可以追問。
group-reminded =
    🔔 <b>{ $number }</b>：市民追問，第 { $count } 次。{ $who ->
        [handler] { $mention }，請給市民一個答覆。
        [triage] 還沒有分派到部門，請先分派這宗個案。
       *[office] 還沒有人接手，請先辦這宗個案。
    }
citizen-supervised =
    <b>{ $number }</b> 已列入監察：除了{ $who ->
        [office] <b>{ $office }</b>
       *[triage] <b>綜合受理</b>
    }，督導人員也在追蹤。
    您不用做什麼，有消息我就告訴您。
citizen-escalated =
    <b>{ $number }</b> 還沒有辦好，已改為特別監察，並報到上一級。
    您不用做什麼，有消息我就告訴您。
citizen-taken-over =
    <b>{ $number }</b> 已由<b>{ $leader }</b>親自督導，追蹤{ $who ->
        [office] <b>{ $office }</b>跟進。
       *[triage] <b>綜合受理</b>分派。
    }
    您不用做什麼，有消息我就告訴您。
group-supervised =
    🔴 <b>{ $number }</b> 已列入監察{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }。{ $who ->
        [handler] { $mention }，請先辦這宗個案。
        [triage] 請先分派這宗個案。
       *[office] 還沒有人接手，請先辦這宗個案。
    }
    { $name ->
        [none] {""}
       *[other] 要求：
    }{ $text }
group-escalated =
    🔴 <b>{ $number }</b> 已改為<b>特別監察</b>{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }，並報到上一級。{ $who ->
        [handler] { $mention }，請先辦這宗個案。
        [triage] 請先分派這宗個案。
       *[office] 還沒有人接手，請先辦這宗個案。
    }
    { $name ->
        [none] {""}
       *[other] 要求：
    }{ $text }
group-taken-over =
    ⭐ <b>{ $number }</b> 由<b>{ $leader }</b>親自督導。{ $who ->
        [handler] { $mention }，請照負責督導的首長的要求跟進。
        [triage] 請先分派這宗個案。
       *[office] 還沒有人接手，請先辦這宗個案。
    }
rung-lead =
    ⏰ <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }逾期了，請您關心。
    { $office }：{ $what }應在 { $due } 前。{ $who ->
        [handler] 負責職員是{ $name }。
        [triage] 還沒有分派到部門。
       *[office] 還沒有人接手。
    }{ $next ->
        [none] {""}
       *[other] {"\u000A"}到 { $next } 還是這樣，就會列入監察。
    }
rung-supervise =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }一直逾期，已列入監察。
    { $office }：{ $what }應在 { $due } 前，{ $over }。{ $who ->
        [handler] 負責職員是{ $name }。
        [triage] 還沒有分派到部門。
       *[office] 還沒有人接手。
    }
rung-escalate =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }列入監察後還沒有辦好，已改為<b>特別監察</b>。
    { $office }：{ $what }應在 { $due } 前，{ $over }。{ $who ->
        [handler] 負責職員是{ $name }。
        [triage] 還沒有分派到部門。
       *[office] 還沒有人接手。
    }
watch-supervised =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }由{ $name }列入監察，現在在{ $office }。
    { $text }
watch-escalated =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }由{ $name }改為<b>特別監察</b>，現在在{ $office }。
    { $text }
card-supervised =
    🔴 <b>{ $level ->
        [escalated] 特別監察
       *[supervised] 監察
    }</b>（{ $at } 起）{ $text ->
        [none] {""}
       *[other] ：{ $text }
    }
card-reminded = 🔔 市民追問 { $count } 次，最近 { $at }
do-supervise = 🔴 監察
do-escalate = 🔴 特別監察
placeholder-supervise = 監察的要求
placeholder-escalate = 特別監察的原因和要求
placeholder-takeover = 負責督導的首長，如王副市長
prompt-supervise = { $mention }，請<b>回覆這則訊息</b>寫下監察的要求，部門看得到，市民看不到。{ $number }
prompt-escalate = { $mention }，請<b>回覆這則訊息</b>寫下特別監察的原因和要求，部門看得到，市民看不到。{ $number }
prompt-takeover = { $mention }，請<b>回覆這則訊息</b>寫下由哪位首長督導，市民也看得到。{ $number }
supervise-done = <b>{ $number }</b> 已列入監察，已通知{ $office }。
escalate-done = <b>{ $number }</b> 已改為特別監察，已通知{ $office }。
takeover-done = <b>{ $number }</b> 已記下負責督導的首長，會通知{ $office }和市民。
supervisor-help =
    督導人員：
    /summary 受理、完成、跟進中和逾期（私人對話；部門主管看本部門）
    /queue 部門 看這個部門的個案
    /supervise 編號 要求 監察
    /escalate 編號 要求 特別監察
    /takeover 編號 首長 由首長督導
