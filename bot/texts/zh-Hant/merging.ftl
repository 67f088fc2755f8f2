# 併案、拆出、一起辦。對民眾說的在前，對工作人員說的在後。

citizen-merged =
    <b>{ $number }</b> { $lead ->
        [none] 和別人陳情的是同一件事，一起辦了
       *[other] 和您的 <b>{ $lead }</b> 是同一件事，一起辦了，以後的進度看 <b>{ $lead }</b>
    }。{ $who ->
        [office] 現在由<b>{ $office }</b>負責
       *[triage] 現在由<b>綜合受理</b>分派
    }，{ $due ->
        [none] 有消息我會告訴您。
       *[other] 最晚 <b>{ $due }</b> 前答覆。
    }
    { $lead ->
        [none] 編號不變，每次答覆都會個別告訴您。您的情況不一樣，想單獨辦，按「單獨辦理」。
       *[other] 其實不是一件事的話，按「單獨辦理」。
    }
together-receipt =
    收到了，編號 <b>{ $number }</b>。
    和別人陳情的同一件事一起辦，{ $who ->
        [office] 由<b>{ $office }</b>負責
       *[triage] 由<b>綜合受理</b>分派
    }。每次答覆都會個別告訴您。{ $due ->
        [none] {""}
       *[other] {"\u000A"}最晚 <b>{ $due }</b> 前答覆您；到時候沒有辦好，我會如實告訴您。
    }
citizen-unmerged =
    { $who ->
        [office] <b>{ $number }</b> 現在單獨辦理，由<b>{ $office }</b>負責。接下來由他們簽收，簽收後我會告訴您。
       *[triage] <b>{ $number }</b> 現在單獨辦理，由<b>綜合受理</b>分派。分派給哪個單位，我會告訴您。
    }{ $due ->
        [none] {""}
       *[other] {"\u000A"}最晚 <b>{ $due }</b> 前答覆您。
    }
together-case =
    { $lead ->
        [none] 這件事和別人陳情的同一件事一起辦，每次答覆都會個別告訴您。
       *[other] 這件事和您的 <b>{ $lead }</b> 一起辦，進度看 <b>{ $lead }</b>。
    }
together-closed =
    和 <b>{ $number }</b> 一起辦的這件事已經結案。
    您那裡還沒有解決的話，按「單獨辦理」，我會重新分派；有話也可以直接回覆這則訊息。
button-alone = 單獨辦理
button-together = 🤝 別人也陳情了這件事：一起辦
draft-like =
    已有 { $count } 人陳情過，像是同一件事：{ $what ->
        [none] {""}
       *[other] { $what }，
    }{ $who ->
        [office] 由<b>{ $office }</b>負責
       *[triage] 由<b>綜合受理</b>分派
    }，最早是 { $since } 收到的。
    是同一件事，可以一起辦：您有自己的編號，每次答覆都個別告訴您。不是的話，按「送出」。
draft-filed-alone = 那件事剛剛已經不在辦理，您這一件已單獨送出，編號 <b>{ $number }</b>。

do-merge = 併案…
do-unmerge = 拆出
button-merge-into = { $number } { $headline }
merge-choice = <b>{ $number }</b> 併入哪一件？下面幾件像是同一件事，按一個；要併入別的，<b>回覆這則訊息</b>寫編號。
prompt-merge = { $mention }，沒有找到像是同一件事的案件。要併入哪一件，請<b>回覆這則訊息</b>寫編號。{ $number }
placeholder-merge = 主案的編號
merge-done = <b>{ $number }</b> 已併入 <b>{ $lead }</b>，一起辦。已告訴民眾。
card-into = 🔗 已併入 <b>{ $lead }</b>，一起辦
card-joined = 🔗 併入 { $count } 件：{ $numbers }{ $more ->
        [0] {""}
       *[other] ，另有 { $more } 件
    }
preview-joined = ⚠️ 這段話會同時傳給併入的 { $count } 位民眾，請不要寫某一位民眾的個人情況。
group-joined-added =
    <b>{ $number }</b>（併入 <b>{ $lead }</b>）：{ $done ->
        [yes] 已辦結，民眾又寫來
       *[no] 民眾補充
    }：{ $text }
group-joined-withdrawn = <b>{ $number }</b>（併入 <b>{ $lead }</b>）：民眾撤回了自己這一件，<b>{ $lead }</b> 照常辦。
group-heir =
    🔗 原來併入 <b>{ $lead }</b> 的 { $count } 件照常辦理，現在以 <b>{ $number }</b> 為主。{ $who ->
        [handler] { $mention }，請簽收，繼續辦理。
       *[office] 請簽收。
    }
toast-merged = 已併案
toast-unmerged = 已拆出

refused-merge-same = 不能併入自己。
refused-merge-over = { $number } 已經辦結或結束，不能再併入別的案件。
refused-merge-merged = { $number } 已經併入別的案件，請併入那一件。
refused-merge-apart = 這兩件不能併：檢舉、保密的案件和有迴避的案件，都單獨辦理。
refused-merge-urgent = 本案是緊急案件，併入 { $number } 會變慢。可以反過來併。
