# 队列和汇总。

queue-head = <b>{ $office }</b> · { $tab } { $count } 件
queue-page = 第 { $page }/{ $pages } 页
queue-empty = 现在没有待办的件。
queue-empty-tab = 这里现在没有。
button-tab = { $tab } { $count }
button-tab-here = ▸ { $tab } { $count }
button-page-before = 上一页
button-page-next = 下一页
button-case = { $mark ->
        [yes] 🔴
       *[no] {""}
    }{ $number } { $left } { $headline }
tab-all = 在办
tab-waiting = 待签收
tab-unsent = 待分派
tab-today = 今日到期
tab-soon = 将超期
tab-late = 已超期
tab-answered = 待回访
tab-reopen = 待重办
tab-mine = 我的
time-left-days = 剩 { $count } 个工作日
time-left-hours = 剩 { $count } 小时
over-days = 超 { $count } 个工作日
over-hours = 超 { $count } 小时
over-just = 刚超期

summary-head = <b>{ $whose }</b> { $now }
summary-city = 全{ $unit }
summary-month =
    本月：立项 { $opened }，办结 { $done }，推进 { $going }（超期 { $overdue }）{ $otherwise ->
        [none] {""}
       *[other] {"\u000A"}另有撤回、并单、不予受理 { $otherwise }
    }
summary-all =
    全部：立项 { $opened }，办结 { $done }，推进 { $going }（超期 { $overdue }）{ $otherwise ->
        [none] {""}
       *[other] {"\u000A"}另有撤回、并单、不予受理 { $otherwise }
    }
summary-none = 没有超期的件。
summary-office = <b>{ $office }</b>：超期 { $overdue }
summary-line = { $mark ->
        [yes] 🔴
       *[no] {""}
    }{ $number } · { $what } · { $over }
summary-how = /case 编号 打开一件，/supervise 编号 要求 列入督办。
toast-looked = 已刷新
queue-instead =
    件数太多，不一件件贴出来：最急的 { $shown } 件已经贴出，其余的用下面的按钮打开。
    哪一件有了动静，它的卡片会自己出现。
