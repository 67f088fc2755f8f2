# /status：一切正常，還是哪裡要看一下。

status =
    { $count ->
        [0] <b>運作狀況</b> { $now }：一切正常。
       *[other] <b>運作狀況</b> { $now }：有 { $count } 件事要您看一下。
    }
status-dead = ⚠️ 最近七天有 { $count } 則訊息沒能處理，已存檔，傳的人收到了致歉。請維運人員看紀錄檔；修好以後可以補辦（minsheng dead）。
status-refused = ⚠️ 最近七天有 { $count } 則訊息 Telegram 沒有收，發生時已告訴單位或管理員。
status-slow-in = ⚠️ 有 { $count } 則訊息等著處理。過幾分鐘再看；還在變多的話，請維運人員看紀錄檔。
status-slow-out = ⚠️ 有 { $count } 則訊息等著傳出。一個群組一分鐘只收 20 則，多半等等就好；斷了網會自動續傳。
status-lost = ⚠️ 我進不了這些單位的群組，或者在那裡不能傳訊息：{ $offices }。請把我加回去，再在群組裡輸入 /bind。
status-nobody = ⚠️ 沒有人承辦的單位：{ $offices }。請用 /invite 邀請。
status-unbound = ⚠️ 還沒有群組的單位：{ $offices }。它們的案件先由綜合受理或管理員代收。請建群組，把我加進去，在群組裡輸入 /bind。
status-late = ⚠️ 逾期 { $count } 件：{ $offices }。/summary 看每個單位的。
status-more = { $names } 等 { $count } 個
status-work = <b>承辦中的案件</b>
status-idle = 現在沒有承辦中的案件。
status-line = { $office }：{ $counts }{ $days ->
        [0] {""}
       *[other] ，最久的 { $days } 天
    }
status-model = 分類用的模型：{ $model }
