follow-up-head =
    <b>{ $number }</b>（{ $headline }），<b>{ $office }</b>已經答覆您了。辦得好不好，請按三下告訴我。
    您怎麼評分，負責的職員看不到，只看得到總數。
follow-up-why =
    記下了。<b>{ $number }</b> 要不要重新跟進，我請督導人員決定。
    哪裡沒辦好，直接在這裡寫，也可以傳照片，我一起轉交；重新跟進的話，負責的職員會看到。沒有要補充的，按「直接送出」。
citizen-reopen-asked =
    您對 <b>{ $number }</b> 的意見已轉給督導人員。{ $due ->
        [none] 要重新跟進，還是維持原來的答覆，由他們決定。
       *[other] 要重新跟進，還是維持原來的答覆，他們應在 <b>{ $due }</b> 前決定。
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
        [confirmed] <b>{ $number }</b> 已完結。又有問題，重新寫給我就好。
        [upheld] <b>{ $number }</b> 維持原來的答覆，沒有等到您再提意見，已完結。又有問題，重新寫給我就好。
        [route]
            <b>{ $number }</b>：督導人員又看了一次，維持原來的答覆，這裡不再重新跟進。理由：
            
            { $text }
            
            職員編號 { $staff }。您還有其他管道：{ $route }
       *[not_rated] <b>{ $number }</b> 沒有等到您的評價，先完結了；沒有回音，我不會當成您滿意。想評價，隨時按下面的「評價」。
    }
reopen-request =
    ⚠️ <b>{ $number }</b>（{ $headline }）：市民不同意答覆，請決定重新跟進還是維持。
    { $office }{ $handler ->
        [none] {""}
       *[other] ，負責職員 { $handler }
    }
reopen-request-words = 市民說：{ $text }
reopen-request-no-words = 市民沒有寫理由。
reopen-request-due =
    { $due ->
        [none] 請盡快決定。
       *[other] 請在 { $due } 前決定。
    }{ $last ->
        [yes] 已經維持過一次，這次再維持就是終結，要寫清楚市民還能走哪些管道。
       *[no] {""}
    }
reopen-decided =
    <b>{ $number }</b>：{ $name }已決定：{ $what ->
        [reopened] 重新跟進。
        [upheld] 維持。理由已告訴市民。
       *[closed] 終結。理由和還能走的管道已告訴市民。
    }
end-which-route = <b>{ $number }</b> 再維持就終結。請選市民還能走的管道：
button-redo = 重新跟進
button-card = 個案卡
prompt-uphold = { $mention }，請<b>回覆這則訊息</b>寫下維持的理由，市民會看到。{ $number }
prompt-end = { $mention }，請<b>回覆這則訊息</b>寫明為什麼不再重新跟進，市民會看到；「{ $route }」怎麼申請，我會附上。{ $number }
placeholder-end = 不再重新跟進的理由
decide-due-soon =
    ⏰ <b>{ $number }</b>：{ $what ->
        [reopening] 市民不同意答覆，重新跟進還是維持
       *[proposal] 送批的案子，同不同意
    }，請在 { $due } 前決定。
decide-missed =
    ⚠️ <b>{ $number }</b>：{ $what ->
        [reopening] 市民不同意答覆，重新跟進還是維持
       *[proposal] 送批的案子，同不同意
    }，應在 { $due } 前決定，還沒有決定。
follow-up-left-words = <b>{ $number }</b>：意見調查到期，市民沒有評價，留了話：{ $text }
group-reopened =
    <b>{ $number }</b> 要重新跟進。{ $text ->
        [none] {""}
       *[other] 市民說：{ $text }
    }
    { $who ->
        [handler] { $mention }，請繼續辦{ $due ->
            [none] 。
           *[other] ，{ $due } 前答覆市民。
        }
       *[office] 原來的負責職員不在了，請派一位繼續辦{ $due ->
            [none] 。
           *[other] ，{ $due } 前答覆市民。
        }
    }
card-reopened = 重新跟進（{ $at }，{ $name }），市民說：{ $text }
rates = 本月意見調查 { $whole } 宗：{ $parts } · 滿意 { $satisfied }、大致滿意 { $mostly }，滿意率 { $percent }%（大致滿意以 { $weight } 計）
refused-supervisor-only = 重新跟進還是維持，由督導人員或管理員決定。
refused-own-matter = 這是您自己的個案，請別的督導人員決定。
refused-already-decided =
    { $name }已經決定：{ $what ->
        [reopened] 重新跟進。
        [upheld] 維持。
       *[closed] 終結。
    }
