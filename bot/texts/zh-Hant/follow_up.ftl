# 滿意度調查、結案、重新辦理和維持。

follow-up-head =
    <b>{ $number }</b>（{ $headline }），<b>{ $office }</b>已經答覆您了。辦得好不好，請按三下告訴我。
    您怎麼評分，承辦的人看不到，只看得到總數。
follow-up-contacted = <b>{ $nth }/3</b> 有沒有人聯絡過您？
follow-up-solved =
    <b>{ $nth }/3</b> { $kind ->
        [explained] 說明得清楚嗎？
       *[solved] 事情解決了嗎？
    }
follow-up-satisfaction = <b>{ $nth }/3</b> 您滿意嗎？
follow-up-said = 您選的：{ $choices }
follow-up-words = 您說的：{ $text }
follow-up-thanks = 謝謝您，<b>{ $number }</b> 的評價記下了。還想說什麼，直接回覆這則訊息就好，寫字、傳照片都可以。
follow-up-why =
    記下了。<b>{ $number }</b> 要不要重新辦理，我請督導人員決定。
    哪裡沒辦好，直接在這裡寫，也可以傳照片，我一起轉交；重新辦理的話，承辦的人會看到。沒有要補充的，按「直接送出」。
follow-up-why-again =
    您不同意 <b>{ $number }</b> 的決定，我請督導人員再看一次。
    為什麼不同意，直接在這裡寫，也可以傳照片，我一起轉交。沒有要補充的，按「直接送出」。
follow-up-passed-on = <b>{ $number }</b> 已轉給督導人員。
follow-up-kept = 記下了，和 <b>{ $number }</b> 放在一起。

button-follow-up-contacted =
    { $choice ->
        [yes] 有人聯絡過
       *[no] 沒有人聯絡
    }
button-follow-up-solved =
    { $kind ->
        [explained] { $choice ->
            [yes] 說清楚了
           *[no] 沒說清楚
        }
       *[solved] { $choice ->
            [yes] 解決了
           *[no] 沒有解決
        }
    }
button-follow-up-satisfaction =
    { $choice ->
        [yes] 滿意
        [mostly] 大致滿意
       *[no] 不滿意
    }
button-follow-up-reset = 重選
button-follow-up-submit = 直接送出
button-follow-up-again = 我不同意
button-follow-up-rate = 評價

citizen-reopen-asked =
    您對 <b>{ $number }</b> 的意見已轉給督導人員。{ $due ->
        [none] 要重新辦理，還是維持原來的答覆，由他們決定。
       *[other] 要重新辦理，還是維持原來的答覆，他們應在 <b>{ $due }</b> 前決定。
    }決定後我會告訴您。
citizen-upheld =
    <b>{ $number }</b>：督導人員看過了，維持<b>{ $office }</b>原來的答覆。理由：
    
    { $text }
    
    職員編號 { $staff }。{ $again ->
        [yes] 不同意的話，按「我不同意」，可以請督導人員再看一次。同意就不用做什麼。
       *[no] 以後又有問題，重新寫給我就好。
    }
citizen-closed =
    { $ended ->
        [confirmed] <b>{ $number }</b> 已結案。又有問題，重新寫給我就好。
        [upheld] <b>{ $number }</b> 維持原來的答覆，沒有等到您再提意見，已結案。又有問題，重新寫給我就好。
        [route]
            <b>{ $number }</b>：督導人員又看了一次，維持原來的答覆，這裡不再重新辦理。理由：
            
            { $text }
            
            職員編號 { $staff }。您還有其他管道：{ $route }
       *[not_rated] <b>{ $number }</b> 沒有等到您的評價，先結案了；沒有回音，我不會當成您滿意。想評價，隨時按下面的「評價」。
    }

# 督導人員

reopen-request =
    ⚠️ <b>{ $number }</b>（{ $headline }）：{ $nth ->
        [none] 民眾不同意答覆，請決定重新辦理還是維持。
       *[other] 第 { $nth } 位民眾也不同意答覆，請一併決定重新辦理還是維持。
    }
    { $office }{ $handler ->
        [none] {""}
       *[other] ，承辦人 { $handler }
    }
reopen-request-answer = 答覆（{ $at }，{ $outcome }）：{ $text }
reopen-request-words = 民眾說：{ $text }
reopen-request-no-words = 民眾沒有寫理由。
reopen-request-due =
    { $due ->
        [none] 請盡快決定。
       *[other] 請在 { $due } 前決定。
    }{ $last ->
        [yes] 已經維持過一次，這次再維持就是終結，要寫清楚民眾還能走哪些管道。
       *[no] {""}
    }
reopen-decided =
    <b>{ $number }</b>：{ $name }已決定：{ $what ->
        [reopened] 重新辦理。
        [upheld] 維持。理由已告訴民眾。
       *[closed] 終結。理由和還能走的管道已告訴民眾。
    }
end-which-route = <b>{ $number }</b> 再維持就終結。請選民眾還能走的管道：
button-redo = 重新辦理
button-uphold = 維持
button-end = 維持並終結
button-card = 案件卡
prompt-uphold = { $mention }，請<b>回覆這則訊息</b>寫下維持的理由，民眾會看到。{ $number }
placeholder-uphold = 維持的理由
prompt-end = { $mention }，請<b>回覆這則訊息</b>寫明為什麼不再重新辦理，民眾會看到；「{ $route }」怎麼申請，我會附上。{ $number }
placeholder-end = 不再重新辦理的理由
decide-due-soon =
    ⏰ <b>{ $number }</b>：{ $what ->
        [reopening] 民眾不同意答覆，重新辦理還是維持
       *[proposal] 送核的申請，同不同意
    }，請在 { $due } 前決定。
decide-missed =
    ⚠️ <b>{ $number }</b>：{ $what ->
        [reopening] 民眾不同意答覆，重新辦理還是維持
       *[proposal] 送核的申請，同不同意
    }，應在 { $due } 前決定，還沒有決定。
follow-up-left-words = <b>{ $number }</b>：滿意度調查到期，民眾沒有評價，留了話：{ $text }

# 單位

group-reopened =
    <b>{ $number }</b> 要重新辦理。{ $text ->
        [none] {""}
       *[other] 民眾說：{ $text }
    }
    { $who ->
        [handler] { $mention }，請繼續辦{ $due ->
            [none] 。
           *[other] ，{ $due } 前答覆民眾。
        }
       *[office] 原來的承辦人不在了，請派一位繼續辦{ $due ->
            [none] 。
           *[other] ，{ $due } 前答覆民眾。
        }
    }
card-reopened = 重新辦理（{ $at }，{ $name }），民眾說：{ $text }
rates = 本月滿意度調查 { $whole } 件：{ $parts } · 滿意 { $satisfied }、大致滿意 { $mostly }，滿意率 { $percent }%（大致滿意以 { $weight } 計）
rate-contacted = 聯絡過 { $part }/{ $whole }（{ $percent }%）
rate-solved = 解決 { $part }/{ $whole }（{ $percent }%）
rate-clear = 說明清楚 { $part }/{ $whole }（{ $percent }%）

refused-supervisor-only = 重新辦理還是維持，由督導人員或管理員決定。
refused-own-matter = 這是您自己陳情的事，請別的督導人員決定。
refused-already-decided =
    { $name }已經決定：{ $what ->
        [reopened] 重新辦理。
        [upheld] 維持。
       *[closed] 終結。
    }
refused-already-rated = 您的評價已經記下了，謝謝。
refused-follow-up-over = 這件事後來又有了變化，這裡不用再按了。輸入 /mycases 看現在的情況。
