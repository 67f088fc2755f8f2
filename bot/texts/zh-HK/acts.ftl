audit-head =
    { $of ->
        [person] <b>操作紀錄</b>，職員編號 { $which }，第 { $page } 頁
        [case] <b>操作紀錄</b>，{ $which }，第 { $page } 頁
       *[all] <b>最近的操作紀錄</b>，第 { $page } 頁
    }
audit-how = 只看一個人：/audit 職員編號或名字。只看一宗：/audit 編號。
act-recorded = 替來電市民登記 { $number }
act-export = 匯出 { $number } 的個案檔案
broadcast-example = 明天上午系統維護，9 點到 10 點請先不要處理個案。
