# 替打電話來的人登錄

command-record = 替來電民眾登錄
caller-example =
    /record 0912345678 王小姐
    幸福社區三棟電梯壞了……
caller-recorded =
    <b>{ $number }</b> 已登錄：{ $headline }
    { $who ->
        [office] 已轉給<b>{ $office }</b>。
       *[triage] 在<b>綜合受理</b>，等分派。
    }
    請告訴來電民眾編號{ $due ->
        [none] {""}
       *[other] ，最晚 <b>{ $due }</b> 前答覆
    }。
card-caller = ☎️ 電話登錄的案件：民眾沒有 Telegram，請打電話告訴他們進度和結果，寫在這裡的答覆只作紀錄。
