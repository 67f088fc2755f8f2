# Queues and the summary.

queue-head = <b>{ $office }</b> · { $tab }: { $count }
queue-page = Page { $page } of { $pages }
queue-empty = Nothing is waiting now.
queue-empty-tab = Nothing here now.
button-tab = { $tab } { $count }
button-tab-here = ▸ { $tab } { $count }
button-page-before = Previous page
button-page-next = Next page
button-case = { $mark ->
        [yes] 🔴
       *[no] {""}
    }{ $number } { $left } { $headline }
tab-all = Open
tab-waiting = To be claimed
tab-unsent = To be assigned
tab-today = Due today
tab-soon = Due next
tab-late = Overdue
tab-answered = To follow up
tab-reopen = Asked to reopen
tab-mine = Mine
time-left-days =
    { $count ->
        [one] 1 day left
       *[other] { $count } days left
    }
time-left-hours =
    { $count ->
        [one] 1 hour left
       *[other] { $count } hours left
    }
over-days =
    { $count ->
        [one] 1 day over
       *[other] { $count } days over
    }
over-hours =
    { $count ->
        [one] 1 hour over
       *[other] { $count } hours over
    }
over-just = just overdue

summary-head = <b>{ $whose }</b> { $now }
summary-city = The { $unit }
summary-month =
    This month: opened { $opened }, done { $done }, going on { $going } (overdue { $overdue }){ $otherwise ->
        [none] {""}
       *[other] {"\u000A"}In addition, withdrawn, merged or not taken up: { $otherwise }
    }
summary-all =
    In all: opened { $opened }, done { $done }, going on { $going } (overdue { $overdue }){ $otherwise ->
        [none] {""}
       *[other] {"\u000A"}In addition, withdrawn, merged or not taken up: { $otherwise }
    }
summary-none = Nothing is overdue.
summary-office = <b>{ $office }</b>: overdue { $overdue }
summary-line = { $mark ->
        [yes] 🔴
       *[no] {""}
    }{ $number } · { $what } · { $over }
summary-how = /case NUMBER opens one, /supervise NUMBER WORDS puts it under supervision.
toast-looked = Up to date
queue-instead =
    There are too many to post one by one: the { $shown } most urgent are posted, the others open with the buttons below.
    When something happens to one of them, its card comes by itself.
