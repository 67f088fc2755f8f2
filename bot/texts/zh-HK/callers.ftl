command-record = 替來電市民登記
caller-recorded =
    <b>{ $number }</b> 已登記：{ $headline }
    { $who ->
        [office] 已轉給<b>{ $office }</b>。
       *[triage] 在<b>綜合受理</b>，等分派。
    }
    請告訴來電市民編號{ $due ->
        [none] {""}
       *[other] ，最遲 <b>{ $due }</b> 前答覆
    }。
card-caller = ☎️ 電話登記的個案：市民沒有 Telegram，請打電話告訴他們進度和結果，寫在這裡的答覆只作紀錄。
