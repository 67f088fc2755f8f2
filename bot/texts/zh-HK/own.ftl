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
