do-split = 分拆…
prompt-split = { $mention }，請<b>回覆這則訊息</b>，一件事寫一段，段與段之間空一行，最多 { $limit } 段。第一段留在 { $number }，其餘每段另立一宗。
split-head = <b>{ $number }</b> 將拆成 { $count } 宗：
split-after = 確認後，市民會收到一則訊息，寫明每一宗的編號和去處。答覆期限都從最初收到那天算。
split-done = <b>{ $number }</b> 已分拆，另立 { $numbers }。已告訴市民。
button-split-yes = 確認分拆
toast-split = 已分拆
card-split = 分拆（{ $at }，{ $name }）：另立 { $numbers }。這宗個案辦：{ $text }
citizen-split =
    您在 <b>{ $number }</b> 裡說了幾件事。為了每一宗都有人辦，現在分開跟進：
    { $parts }
    答覆期限還是從您最初寫來那天算起。每一宗有進度，我都會分別告訴您。
