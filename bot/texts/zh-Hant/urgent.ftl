# 有人有危險：問民眾，叫值班。值班表，不在時請人代理。

danger-ask =
    <b>現在有人有危險嗎？</b>有的話，請馬上打電話：{ $numbers }。
    請在下面點一個。三分鐘內沒有回答，我就當作有，照現在的樣子送出，請值班的人來看。
button-danger-yes = 有
button-danger-no = 沒有危險，可以等
button-danger = 有人有危險

page-citizen-now =
    { $called ->
        [yes] 已經在叫值班的人先看這一件。
       *[no] 這一句已轉給單位。
    }<b>情況緊急，請先打電話：</b>{ $numbers }。
page-citizen-care =
    { $called ->
        [yes] 已經在請值班的人來看。
       *[no] 這一句已轉給單位。
    }<b>難受的時候，請先找個人說說話：</b>{ $numbers }，隨時有人接聽。
page-citizen-unanswered = <b>{ $number }</b> 已經呼叫值班人員 { $rounds } 次，還沒有人回應，我會繼續呼叫。請不要只等我：有危險，或心裡難受，先打電話：{ $numbers }。
page-citizen-answered = 值班的工作人員看到 <b>{ $number }</b> 了，正在處理。情況有變化，接著寫在這裡；緊急的話先打電話：{ $numbers }。

page-head = 🚨 <b>緊急：{ $number }</b>，第 { $round } 次呼叫
page-why =
    { $why ->
        [care] 民眾說的話讓人擔心，可能想傷害自己。請用關心的口氣，先穩住對方。
        [citizen] 民眾說：現在有人有危險。
        [silence] 可能有人有危險：從文字看像有危險，問了民眾，沒有等到回答。
       *[words] 民眾寫的話裡有危險。
    }
page-place = 📍 { $place }
page-how = 沒有人回應的話，會一直再叫。回應不等於簽收；要自己辦，再按「簽收」。
button-page-answer = 收到，我來處理
button-page-open = 打開案件卡
page-group = 🚨 <b>緊急：{ $number }</b>，{ $mentions }，私訊找不到您。請看這裡的卡片，馬上處理。
page-nobody = 🚨 <b>緊急：{ $number }</b>，沒有能叫到的值班人員。看到的人請馬上處理。
page-again = { $number }：第 { $round } 次呼叫沒有人回應，已再叫一次。
page-ended =
    { $how ->
        [mine] <b>{ $number }</b>：您 { $at } 回應了，其他人不再叫。請馬上處理。
        [answered] <b>{ $number }</b>：{ $name } { $at } 回應了，正在處理。
        [claimed] <b>{ $number }</b>：{ $name } { $at } 簽收了。
       *[other] <b>{ $number }</b> 現在是「{ $status }」，不再呼叫。
    }
card-paged = 🚨 { $at } 第 { $round } 次呼叫值班，還沒有人回應。
card-page-answered = 🚨 { $name }（{ $staff }）{ $at } 回應了呼叫。
toast-page-answered = 已回應，其他人不再叫
refused-page-answered = { $name }已經接手了這次呼叫。

duty-head = <b>{ $office }</b> 值班，A、B 兩班輪流
duty-now = 現在 { $shift } 班（到 { $until }）：{ $names }
duty-next = 下一班 { $shift } 班：{ $names }
duty-nobody = 還沒有排人
duty-away =
    { $deputy ->
        [none] { $name }（不在）
       *[other] { $name }（不在，由 { $deputy } 代理）
    }
duty-without = 沒有人值班的時候，緊急的事先叫單位主管，再叫督導人員、管理員。
button-duty-set = 排 { $shift } 班
button-duty-done = 好了
duty-set = <b>{ $office }</b> { $shift } 班：點名字排入，再點一次取消。
duty-no-staff = <b>{ $office }</b> 還沒有工作人員，排不了 { $shift } 班。先用 /invite 邀請。
duty-which = 看哪個單位的值班？

away-until = { $who }，您到哪天不在？今天算第一天。別的日子請寫：/away 11-30，後面可以加代理人的職員編號。
button-away-today = 今天
button-away-three = 3 天
button-away-week = 一週
button-away-back = 我回來了
away-who = { $name } 到 { $until } 不在（含當天）。由誰代理您？緊急呼叫和到期提醒會找代理人。
away-alone = { $name } 到 { $until } 不在（含當天）。現在沒有能代理您的同事，緊急呼叫會跳過您。
away-with-deputy = { $name } 到 { $until } 不在（含當天），由 { $deputy } 代理。緊急呼叫和到期提醒會找代理人。
away-back = { $name } 回來了。
away-deputy = { $name } 到 { $until } 不在（含當天），請您代理。緊急呼叫和到期提醒會找您。
away-deputy-free = { $name } 不用您代理了。
refused-not-ahead = 這一天已經過去，或者在一年以後。請換一天。
refused-no-such-colleague = 沒有找到這位同事，或者這位同事現在也不在。請寫同事的職員編號或名字。
