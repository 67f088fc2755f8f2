# 電話調查：沒有 Telegram 的來電民眾

command-calls = 待電話調查
calls-wait = ☎️ 待電話調查 { $count } 件。分派人員或督導人員私訊我輸入 /calls 看清單；承辦人和承辦單位不打這通電話。
calls-head = ☎️ <b>待電話調查</b> { $count } 件，等得久的在前：
calls-none = 現在沒有要打的調查電話。
calls-others = 另有 { $count } 件是您或您的單位承辦的，由別人打。
button-call = { $number } 第 { $nth } 次 { $headline }
call-head =
    ☎️ <b>{ $number }</b> 第 { $nth } 次打 · 電話 { $phone }
    { $headline }
    承辦：{ $office }
call-answer = { $at } 答覆（{ $outcome }）：{ $text }
call-ask-contacted = <b>{ $nth }/3</b> 問：有沒有人聯絡過您？
call-ask-solved =
    <b>{ $nth }/3</b> { $kind ->
        [explained] 問：說明得清楚嗎？
       *[solved] 問：事情解決了嗎？
    }
call-ask-satisfaction = <b>{ $nth }/3</b> 問：您滿意嗎？
call-said = 民眾選的：{ $choices }
call-words = 民眾說的：{ $text }
button-call-phone = 查看電話
button-call-missed = 沒人接
button-call-words = 記下原話
button-call-no-words = 沒有別的話
call-over-thanks = 記下了，請替我們謝謝民眾。<b>{ $number }</b> 的評價只進總數，承辦人看不到。
call-over-why = 民眾不同意答覆，我請督導人員決定要不要重新辦理。哪裡沒辦好，按「記下原話」寫下民眾的話；沒有別的話也請按一下。
call-over-passed = 已轉給督導人員。決定以後，請打電話告訴民眾。
call-over-missed = 記下了：沒人接。{ $again } 起再打，還可以打 { $left } 次。
call-over-silent = 打了幾次都沒人接，這一件算「沒有評價」，不再打了。
calls-kept = 記下了，和 <b>{ $number }</b> 的評價放在一起。
calls-passed-on = 記下了。<b>{ $number }</b> 已轉給督導人員，決定以後請打電話告訴民眾。
prompt-call = { $mention }，請<b>回覆這則訊息</b>寫下民眾在電話裡說的話。{ $number }
placeholder-call = 民眾說的話
