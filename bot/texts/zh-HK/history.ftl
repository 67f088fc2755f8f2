history-claimed = { $at } 接手，開始跟進（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-asked = { $at } 請市民補充{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-replied = { $at } 答覆進度（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-resolved =
    { $at } { $outcome ->
        [solved] 完成：已解決
        [explained] 完成：已說明
       *[planned] 完成：列入計畫
    }（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reopened = { $at } 重新跟進{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-noted = { $at } 內部備註（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-unreachable = { $at } 訊息送不到市民{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reachable = { $at } 訊息又能送到市民{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-resumed = { $at } 等候回答期滿，繼續跟進{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-supported = { $at } 協助部門有變動{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-proposed = { $at } 送批（職員編號 { $staff }）{ $words ->
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
history-extended = { $at } 批准延期 { $days } 個工作天{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-deferred = { $at } 暫緩跟進，{ $until } 再辦{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-recalled = { $at } 恢復跟進{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-unmerged = { $at } 重新單獨跟進{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-split = { $at } 拆成幾宗：{ $numbers }{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-handed_over = { $at } 換人負責{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-released = { $at } 放回待接手{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reminded = { $at } 追問{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-supervised = { $at } 監察{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-escalated = { $at } 特別監察{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reopen_asked = { $at } 認為沒有辦好，申請重新跟進{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-rated = { $at } 市民評價{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-closed = { $at } 完結{ $words ->
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
history-accused = { $at } 確認被投訴部門（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-revealed = { $at } 查看聯絡方式（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-paged = { $at } 呼叫當值人員{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-page_answered = { $at } 當值人員回應（職員編號 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-head = <b>跟進經過</b>
step-work = { $past ->
        [yes] ✅跟進
       *[no] 跟進
    }
step-watched = ✅監察
step-follow-up = { $past ->
        [yes] ✅意見調查
       *[no] 意見調查
    }
