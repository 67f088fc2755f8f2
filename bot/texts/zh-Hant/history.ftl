# 一件事的經過，民眾和案卷都用

history-filed = { $at } 收到{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-dispatched = { $at } 分派給{ $office }{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-claimed = { $at } 簽收，開始辦理（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-transferred = { $at } 轉到{ $office }{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-asked =
    { $at } { $words ->
        [yes] 請民眾補充：{ $text }
       *[no] 單位請您補充
    }
history-supplied = { $at } 收到回答{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-added = { $at } 收到補充{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-replied = { $at } 答覆進度（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-resolved =
    { $at } { $outcome ->
        [solved] 辦結：已解決
        [explained] 辦結：已說明
       *[planned] 辦結：列入計畫
    }（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reopened = { $at } 重新辦理{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-noted = { $at } 內部備註（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-withdrawn = { $at } 已撤回{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-unreachable = { $at } 訊息送不到民眾{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reachable = { $at } 訊息又能送到民眾{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-graded = { $at } 改列複雜，期限延長{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-missed = { $at } 到期沒有辦到{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-resumed = { $at } 沒有等到回答，先繼續辦{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reckoned = { $at } 放假的日子有變動，期限重算{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-returned = { $at } 退回綜合受理{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-declined = { $at } 不在這裡辦，另有適合的管道{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-redirected = { $at } 改由{ $office }負責{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-supported = { $at } 協辦單位有變動{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-proposed = { $at } 送核（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-agreed = { $at } 同意（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-refused = { $at } 不同意（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-extended = { $at } 核准展延 { $days } 個工作天{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-deferred = { $at } 暫緩辦理，{ $until } 再辦{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-recalled = { $at } 恢復辦理{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-merged = { $at } 與 { $numbers } 一起辦{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-unmerged = { $at } 重新單獨辦理{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-joined = { $at } { $numbers } 併入{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-left = { $at } { $numbers } 拆出{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-split = { $at } 拆成幾件：{ $numbers }{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-taken_over = { $at } 由{ $leader }親自督導{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-handed_over = { $at } 換人承辦{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-released = { $at } 放回待簽收{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reminded = { $at } 催促{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-supervised = { $at } 列管{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-escalated = { $at } 專案列管{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reopen_asked = { $at } 不同意答覆，請督導人員決定{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-upheld = { $at } 督導人員看過，維持原來的答覆{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-rated = { $at } 民眾評價{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-closed = { $at } 結案{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-corrected = { $at } 更正答覆（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-summarised = { $at } 補寫摘要（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-accused = { $at } 確認被陳情單位（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-sealed = { $at } 保密設定有變動{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-revealed = { $at } 查看聯絡方式（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-paged = { $at } 呼叫值班人員{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-page_answered = { $at } 值班人員回應（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-left-out = （中間還有 { $count } 步）
history-head = <b>辦理經過</b>
step-filed = ✅受理
step-work = { $past ->
        [yes] ✅辦理
       *[no] 辦理
    }
step-watched = ✅列管
step-answer = { $past ->
        [yes] ✅答覆
       *[no] 答覆
    }
step-follow-up = { $past ->
        [yes] ✅滿意度調查
       *[no] 滿意度調查
    }
