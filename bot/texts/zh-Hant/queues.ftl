# 佇列和彙總。

queue-head = <b>{ $office }</b> · { $tab } { $count } 件
queue-page = 第 { $page }/{ $pages } 頁
queue-empty = 現在沒有待辦的案件。
queue-empty-tab = 這裡現在沒有。
button-tab = { $tab } { $count }
button-tab-here = ▸ { $tab } { $count }
button-page-before = 上一頁
button-page-next = 下一頁
button-case = { $mark ->
        [yes] 🔴
       *[no] {""}
    }{ $number } { $left } { $headline }
tab-all = 辦理中
tab-waiting = 待簽收
tab-unsent = 待分派
tab-today = 今日到期
tab-soon = 即將逾期
tab-late = 已逾期
tab-answered = 待滿意度調查
tab-reopen = 待重新辦理
tab-mine = 我的
time-left-days = 剩 { $count } 個工作天
time-left-hours = 剩 { $count } 小時
over-days = 逾 { $count } 個工作天
over-hours = 逾 { $count } 小時
over-just = 剛逾期

summary-head = <b>{ $whose }</b> { $now }
summary-city = 全{ $unit }
summary-month =
    本月：受理 { $opened }，辦結 { $done }，辦理中 { $going }（逾期 { $overdue }）{ $otherwise ->
        [none] {""}
       *[other] {"\u000A"}另有撤回、併案、不予受理 { $otherwise }
    }
summary-all =
    全部：受理 { $opened }，辦結 { $done }，辦理中 { $going }（逾期 { $overdue }）{ $otherwise ->
        [none] {""}
       *[other] {"\u000A"}另有撤回、併案、不予受理 { $otherwise }
    }
summary-none = 沒有逾期的案件。
summary-office = <b>{ $office }</b>：逾期 { $overdue }
summary-line = { $mark ->
        [yes] 🔴
       *[no] {""}
    }{ $number } · { $what } · { $over }
summary-how = /case 編號 打開一件，/supervise 編號 要求 列管。
toast-looked = 已更新
queue-instead =
    案件太多，不逐一貼出來：最急的 { $shown } 件已經貼出，其餘的用下面的按鈕打開。
    哪一件有了動靜，它的卡片會自己出現。
