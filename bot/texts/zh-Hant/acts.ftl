# 工作人員最近做了什麼；管理員傳給大家的話。

command-audit = 最近的操作紀錄
audit-head =
    { $of ->
        [person] <b>操作紀錄</b>，職員編號 { $which }，第 { $page } 頁
        [case] <b>操作紀錄</b>，{ $which }，第 { $page } 頁
       *[all] <b>最近的操作紀錄</b>，第 { $page } 頁
    }
audit-line = { $at } { $who } { $what }
audit-nothing = 沒有紀錄。
audit-how = 只看一個人：/audit 職員編號或名字。只看一件：/audit 編號。
audit-somebody = 不在名單裡的人
audit-desk = 系統
act-case =
    { $to ->
        [none] { $number } { $done }
       *[other] { $number } { $done } → { $to }
    }
act-filed = 受理
act-grant = 讓 { $person } 當 { $role }
act-revoke = 讓 { $person } 不再是 { $role }
act-invite = 產生了邀請：{ $role }
act-invite_withdrawn = 收回了邀請：{ $role }
act-bind = 把一個群組綁定到{ $office }
act-duty =
    { $on ->
        [yes] 把 { $person } 排進{ $office } { $shift } 班
       *[no] 把 { $person } 從{ $office } { $shift } 班移出
    }
act-away = 到 { $until } 不在
act-back = 回來了
act-retrain = 重新訓練模型，現用 { $model }
act-discard-model = 沒有採用新模型 { $model }
act-switch-model = 換模型：{ $model }
act-knowledge = 寫了一張知識卡
act-knowledge-retired = 停用了一張知識卡
act-template = 存了一個答覆範本：{ $name }
act-template_removed = 刪了一個答覆範本
act-recorded = 替來電民眾登錄 { $number }
act-export = 匯出 { $number } 的案卷
act-broadcast = 通知 { $count } 人（{ $office }）：{ $text }

command-broadcast = 通知全體工作人員
broadcast-example = 明天上午系統維護，9 點到 10 點請先不要處理案件。
broadcast-body =
    📢 { $text }

    —— { $name }
broadcast-preview =
    { $whom ->
        [all] 傳給全體工作人員，除您以外 { $count } 人。他們看到的就是下面這樣：
       *[other] 傳給{ $whom }的工作人員，除您以外 { $count } 人。他們看到的就是下面這樣：
    }
broadcast-night = 現在不是上班時間。可以等到 { $at } 再傳。
button-broadcast = 現在傳給 { $count } 人
button-broadcast-anyway = 現在就傳，{ $count } 人
button-broadcast-morning = { $at } 傳
button-broadcast-to = 換對象
button-broadcast-all = 全體
button-broadcast-stop = 不傳了
broadcast-whom = 傳給誰？
broadcast-scheduled = 定好了：{ $at } 傳給 { $count } 人。傳完我會告訴您結果。
broadcast-sending = 正在傳給 { $count } 人。傳完我會告訴您結果。
broadcast-cancelled = 沒有傳出。
broadcast-replaced = 您又寫了一則，這一則沒有傳出。
broadcast-below = 後半段也收到了，合成一則，預覽在下面。
broadcast-too-long = 太長了，沒有傳出：一則通知最多 { $limit } 字。請刪短後重新輸入 /broadcast。
broadcast-name = 通知
broadcast-dropped = 這一則沒有傳出：沒有人可以傳，或者傳的人已經不是管理員。
broadcast-result = 通知已送到 { $count } 人。
broadcast-lost = { $count } 人送不到，請用別的辦法告訴他們：{ $names }
broadcast-waiting = 還有 { $count } 人沒有等到 Telegram 的回音，會繼續送。
