queue-head = <b>{ $office }</b> · { $tab } { $count } 宗
queue-empty = 現在沒有待辦的個案。
tab-all = 跟進中
tab-waiting = 待接手
tab-answered = 待意見調查
tab-reopen = 待重新跟進
summary-month =
    本月：受理 { $opened }，完成 { $done }，跟進中 { $going }（逾期 { $overdue }）{ $otherwise ->
        [none] {""}
       *[other] {"\u000A"}另有撤回、合併、不予受理 { $otherwise }
    }
summary-all =
    全部：受理 { $opened }，完成 { $done }，跟進中 { $going }（逾期 { $overdue }）{ $otherwise ->
        [none] {""}
       *[other] {"\u000A"}另有撤回、合併、不予受理 { $otherwise }
    }
summary-none = 沒有逾期的個案。
summary-how = /case 編號 打開一宗，/supervise 編號 要求 監察。
