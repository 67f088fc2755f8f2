which-case =
    { $verb ->
        [add] 要補充哪一宗？
        [remind] 要追問哪一宗？
       *[withdraw] 要撤回哪一宗？
    }
which-none =
    { $verb ->
        [add] 您現在沒有可以補充的事。有什麼要說，直接寫給我，就是新的一宗。
        [remind] 您現在沒有跟進中的事，不用催。有什麼困難，直接寫給我。
       *[withdraw] 您現在沒有可以撤回的事。
    }
own-status-triage = 還沒分派到部門
own-status-dispatched = 等部門接手
own-status-in_progress = 跟進中
own-status-deferred = 暫時未能處理
own-status-closed = 已完結
own-status-merged = 一起跟進
