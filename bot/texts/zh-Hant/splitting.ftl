# 拆案。

do-split = 拆案…
prompt-split = { $mention }，請<b>回覆這則訊息</b>，一件事寫一段，段與段之間空一行，最多 { $limit } 段。第一段留在 { $number }，其餘每段另立一件。
placeholder-split = 一件事一段，中間空一行
split-head = <b>{ $number }</b> 將拆成 { $count } 件：
split-first = 1. <b>留在 { $number }</b>：{ $text }
split-new = { $n }. { $who ->
        [office] <b>新案，分派給{ $office }</b>：{ $text }
       *[triage] <b>新案，由綜合受理分派</b>：{ $text }
    }
split-after = 確認後，民眾會收到一則訊息，寫明每一件的編號和去處。答覆期限都從最初收到那天算。
split-done = <b>{ $number }</b> 已拆案，另立 { $numbers }。已告訴民眾。
split-discarded = 已取消，<b>{ $number }</b> 沒有變。
split-replaced = 請看下面最新的一則。{ $number }
button-split-yes = 確認拆案
toast-split = 已拆案
card-split = 拆案（{ $at }，{ $name }）：另立 { $numbers }。本案辦：{ $text }
card-split-from = ✂️ 拆自 <b>{ $number }</b>
refused-split-parts = 要寫 2 到 { $limit } 段，段與段之間空一行；現在有 { $count } 段。請再回覆一次。

citizen-split =
    您在 <b>{ $number }</b> 裡說了幾件事。為了每一件都有人辦，現在分開辦理：
    { $parts }
    答覆期限還是從您最初寫來那天算起。每一件有進度，我都會分別告訴您。
split-line = <b>{ $number }</b> { $headline }：{ $who ->
        [office] 由{ $office }負責
       *[triage] 由綜合受理分派
    }
