# 催促、列管、專案列管、首長督導。

button-remind = 催促進度
citizen-reminded =
    已替您催促 <b>{ $number }</b>，<b>{ $office }</b>看得到了。{ $due ->
        [none] 有消息我就告訴您。
       *[other] 答覆期限是 <b>{ $due }</b>，有消息我就告訴您。
    }
    如果還是沒有動靜，下一個工作天可以再催。
remind-early =
    { $who ->
        [office] <b>{ $number }</b> 剛交給<b>{ $office }</b>，還沒來得及辦。
       *[triage] <b>{ $number }</b> 剛到<b>綜合受理</b>，還沒來得及分派。
    }{ $due ->
        [none] {""}
       *[other] 最晚 <b>{ $due }</b> 前答覆您。
    }
    到 { $next } 還沒有動靜，您就可以催促。
remind-asked =
    <b>{ $number }</b> 現在等的是您的回答：「{ $question }」
    直接寫在這裡就好，他們收到就繼續辦。
refused-reminded = { $number } 已經催過了，他們看得到。還沒有動靜，{ $next } 起可以再催。
group-reminded =
    🔔 <b>{ $number }</b>：民眾催促，第 { $count } 次。{ $who ->
        [handler] { $mention }，請給民眾一個答覆。
        [triage] 還沒有分派到單位，請先分派本案。
       *[office] 還沒有人簽收，請先辦本案。
    }

citizen-supervised =
    <b>{ $number }</b> 已列管：除了{ $who ->
        [office] <b>{ $office }</b>
       *[triage] <b>綜合受理</b>
    }，督導人員也在追蹤。
    您不用做什麼，有消息我就告訴您。
citizen-escalated =
    <b>{ $number }</b> 還沒有辦好，已改為專案列管，並報到上一級。
    您不用做什麼，有消息我就告訴您。
citizen-taken-over =
    <b>{ $number }</b> 已由<b>{ $leader }</b>親自督導，督促{ $who ->
        [office] <b>{ $office }</b>辦理。
       *[triage] <b>綜合受理</b>分派。
    }
    您不用做什麼，有消息我就告訴您。
group-supervised =
    🔴 <b>{ $number }</b> 已列管{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }。{ $who ->
        [handler] { $mention }，請先辦本案。
        [triage] 請先分派本案。
       *[office] 還沒有人簽收，請先辦本案。
    }
    { $name ->
        [none] {""}
       *[other] 要求：
    }{ $text }
group-escalated =
    🔴 <b>{ $number }</b> 已改為<b>專案列管</b>{ $name ->
        [none] {""}
       *[other] （{ $name }）
    }，並報到上一級。{ $who ->
        [handler] { $mention }，請先辦本案。
        [triage] 請先分派本案。
       *[office] 還沒有人簽收，請先辦本案。
    }
    { $name ->
        [none] {""}
       *[other] 要求：
    }{ $text }
group-taken-over =
    ⭐ <b>{ $number }</b> 由<b>{ $leader }</b>親自督導。{ $who ->
        [handler] { $mention }，請照督導首長的要求辦理。
        [triage] 請先分派本案。
       *[office] 還沒有人簽收，請先辦本案。
    }
supervised-why = { $what }應在 { $due } 前，{ $over }。

rung-lead =
    ⏰ <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }逾期了，請您督促。
    { $office }：{ $what }應在 { $due } 前。{ $who ->
        [handler] 承辦人是{ $name }。
        [triage] 還沒有分派到單位。
       *[office] 還沒有人簽收。
    }{ $next ->
        [none] {""}
       *[other] {"\u000A"}到 { $next } 還是這樣，就會列管。
    }
rung-supervise =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }{ $again ->
        [yes] 還在逾期，先前已列管。
       *[no] 一直逾期，已列管。
    }
    { $office }：{ $what }應在 { $due } 前，{ $over }。{ $who ->
        [handler] 承辦人是{ $name }。
        [triage] 還沒有分派到單位。
       *[office] 還沒有人簽收。
    }
rung-escalate =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }{ $again ->
        [yes] 還沒有辦好，先前已改為<b>專案列管</b>。
       *[no] 列管後還沒有辦好，已改為<b>專案列管</b>。
    }
    { $office }：{ $what }應在 { $due } 前，{ $over }。{ $who ->
        [handler] 承辦人是{ $name }。
        [triage] 還沒有分派到單位。
       *[office] 還沒有人簽收。
    }
watch-supervised =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }由{ $name }列管，現在在{ $office }。
    { $text }
watch-escalated =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }由{ $name }改為<b>專案列管</b>，現在在{ $office }。
    { $text }
button-open-case = 打開 { $number }

card-supervised =
    🔴 <b>{ $level ->
        [escalated] 專案列管
       *[supervised] 列管
    }</b>（{ $at } 起）{ $text ->
        [none] {""}
       *[other] ：{ $text }
    }
card-reminded = 🔔 民眾催促 { $count } 次，最近 { $at }
card-leader = ⭐ 由<b>{ $leader }</b>親自督導

do-supervise = 🔴 列管
do-escalate = 🔴 專案列管
do-takeover = ⭐ 首長督導
placeholder-supervise = 列管的要求
placeholder-escalate = 專案列管的原因和要求
placeholder-takeover = 督導首長，如王副市長
prompt-supervise = { $mention }，列管以後，督導人員都會追蹤本案，民眾會知道。請<b>回覆這則訊息</b>寫下對單位的要求，民眾看不到這段話。{ $number }
prompt-escalate = { $mention }，專案列管比列管更高一級，會報到上一級，民眾會知道。請<b>回覆這則訊息</b>寫下原因和對單位的要求，民眾看不到這段話。{ $number }
prompt-takeover = { $mention }，首長督導是請一位首長親自督促，承辦單位不變。請<b>回覆這則訊息</b>寫下是哪位首長，民眾也看得到。{ $number }
supervise-done = <b>{ $number }</b> 已列管，已通知{ $office }。
escalate-done = <b>{ $number }</b> 已改為專案列管，已通知{ $office }。
takeover-done = <b>{ $number }</b> 已記下督導首長，會通知{ $office }和民眾。
