danger-ask =
    <b>現在有人有危險嗎？</b>有的話，請馬上打電話：{ $numbers }。
    請在下面點一個。三分鐘內沒有回答，我就當作有，照現在的樣子送出，請當值的人來看。
page-citizen-now =
    { $called ->
        [yes] 已經在叫當值的人先看這一宗。
       *[no] 這一句已轉給部門。
    }<b>情況緊急，請先打電話：</b>{ $numbers }。
page-citizen-care =
    { $called ->
        [yes] 已經在請當值的人來看。
       *[no] 這一句已轉給部門。
    }<b>難受的時候，請先找個人說說話：</b>{ $numbers }，隨時有人接聽。
page-why =
    { $why ->
        [care] 市民說的話讓人擔心，可能想傷害自己。請用關心的口氣，先穩住人。
        [citizen] 市民說：現在有人有危險。
        [silence] 可能有人有危險：從文字看像有危險，問了市民，沒有等到回答。
       *[words] 市民寫的話裡有危險。
    }
page-how = 沒有人回應的話，會一直再叫。回應不等於接手；要自己辦，再按「接手」。
button-page-open = 打開個案卡
page-group = 🚨 <b>緊急：{ $number }</b>，{ $mentions }，私下找不到您。請看這裡的卡片，馬上處理。
page-nobody = 🚨 <b>緊急：{ $number }</b>，沒有能叫到的當值人員。看到的人請馬上處理。
page-ended =
    { $how ->
        [mine] <b>{ $number }</b>：您 { $at } 回應了，其他人不再叫。請馬上處理。
        [answered] <b>{ $number }</b>：{ $name } { $at } 回應了，正在處理。
        [claimed] <b>{ $number }</b>：{ $name } { $at } 接手了。
       *[other] <b>{ $number }</b> 現在是「{ $status }」，不再呼叫。
    }
card-paged = 🚨 { $at } 第 { $round } 次呼叫當值，還沒有人回應。
duty-head = <b>{ $office }</b> 當值，A、B 兩班輪流
duty-without = 沒有人當值的時候，緊急的事先叫部門主管，再叫督導人員、管理員。
duty-which = 看哪個部門的當值？
away-until = { $who }，您到哪天不在？今天算第一天。別的日子請寫：/away 11-30，後面可以加代理人的職員編號。
refused-no-such-colleague = 沒有找到這位同事，或者這位同事現在也不在。請寫同事的職員編號或名字。
