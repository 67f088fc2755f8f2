# 對工作人員說的話。能掃一眼就懂。

status-triage = 待分派
status-dispatched = 待簽收
status-in_progress = 辦理中
status-awaiting_citizen = 待補充
status-deferred = 暫緩辦理
status-resolved = 已辦結
status-closed = 已結案
status-withdrawn = 已撤回
status-merged = 已併案
status-declined = 不予受理

outcome-solved = 已解決
outcome-explained = 已說明清楚
outcome-planned = 列入計畫

no-domain = 類別未定
other-domain = 八類以外

card-meta = { $office } · { $filed } 收到{ $nth ->
        [1] {""}
       *[other] {" · "}同一人第 { $nth } 次陳情
    }
card-unbound = ⚠️ { $office }現在沒有可用的群組，先由這裡代管。
card-due = ⏱ { $what }：{ $due } 前
card-due-left = ⏱ { $what }：{ $due } 前（{ $now } 時還剩 { $left }）
card-overdue = ⚠️ <b>逾期</b>：{ $what }應在 { $due } 前
card-paused = ⏸ { $what }：等民眾補充，先不計時（還剩 { $left }）
left-days = { $count } 個工作天
left-hours = { $count } 小時
clock-triage = 分派
clock-acknowledge = 簽收
clock-progress = 答覆進度
clock-resolve = 辦結
clock-decide = 審核
clock-deferral = 暫緩辦理
clock-follow_up = 滿意度調查
clock-ladder = 列管
card-files = 附件：{ $files }
card-unread = 不是中文，機器沒有判斷，請看原文分派。
card-guess = 機器判斷：{ $guess }
card-guess-item = { $domain } { $percent }%
card-words = 依據：{ $words }
card-guess-none = 不屬八類 { $percent }%
card-added = 補充（{ $at }）：{ $text }
card-question = 已問民眾（{ $at }）：{ $text }
card-supplied = 民眾回答（{ $at }）：{ $text }
card-replied = 已答覆（{ $at }，{ $name }）：{ $text }
card-resolved = 辦結（{ $at }，{ $name }，{ $outcome }）：{ $text }
card-summarised = 摘要（{ $at }，{ $name }）：{ $text }
card-noted = 備註（{ $at }，{ $name }）：{ $text }
card-danger = 🔴 <b>緊急案件：可能有危險，請先看本案。</b>
card-unreachable = ⚠️ 民眾收不到訊息：已停用或刪除了機器人。請用電話等方式聯絡；等民眾回來，我會把最新狀況告訴他們。
card-citizen-photo-only = （沒有文字，請看附件）
card-claimed = <b>{ $number }</b> 已由{ $name }簽收。
card-graded = <b>{ $number }</b> 已改列複雜案件，{ $due } 前辦結。原因已告訴民眾。
card-below = <b>{ $number }</b>：最新的卡片在下面。
card-moved = <b>{ $number }</b> 已轉給{ $office }。

button-claim = 簽收
button-reply = 答覆
button-ask = 請民眾補充
button-ask-again = 再問一次
button-transfer = 轉辦
button-reopen = 重新辦理
button-recall = 恢復辦理
button-actions = 更多…
button-full = 全文
button-files = 附件 { $count }
button-other-offices = 其他單位…
button-send = 傳給民眾
button-as-reply = 改為繼續辦理
button-as-solved = 改為辦結·已解決
button-as-explained = 改為辦結·已說明清楚
button-as-planned = 改為辦結·列入計畫
button-note = 內部備註
button-discard = 取消

placeholder-reply = 寫給民眾的答覆
placeholder-ask = 要問民眾的話
prompt-reply = { $mention }，請<b>回覆這則訊息</b>寫下給民眾的答覆。{ $number }
prompt-ask = { $mention }，請<b>回覆這則訊息</b>寫下要問民眾的話。{ $number }
prompt-offices = <b>{ $number }</b> 轉給哪個單位？
preview-head = <b>{ $number }</b>：民眾會看到的就是下面這樣。
preview-reply = 傳給民眾，還是只作內部備註？送出後繼續辦理。
preview-solved = 送出後<b>辦結（已解決）</b>。
preview-explained = 送出後<b>辦結（已說明清楚）</b>。
preview-planned = 送出後<b>辦結（列入計畫）</b>。
preview-ask = 送出後轉為「待補充」，等民眾回答。
preview-note-only =
    <b>{ $number }</b> 現在是「{ $status }」，不能直接答覆民眾。{ $state ->
        [triage] 先分派到單位，由單位答覆。
        [deferred] 要答覆，先按「恢復辦理」。
        [resolved] 要再答覆，先在卡片上按「重新辦理」。
       *[ended] {""}
    }
    可以記為內部備註：
preview-sent = <b>{ $number }</b>：已傳給民眾。
preview-noted = <b>{ $number }</b>：已記為內部備註，民眾看不到。
preview-discarded = 已取消，民眾沒有收到任何內容。

group-supplied = <b>{ $number }</b>：民眾回答了：{ $text }
group-not-sent = ⚠️ <b>{ $number }</b>：最近一則給民眾的訊息沒有送出去，民眾沒有看到。請換個說法再傳一次。
group-added-after = <b>{ $number }</b> 已辦結，民眾又寫來：{ $text }
group-added = <b>{ $number }</b>：民眾補充：{ $text }
group-withdrawn = <b>{ $number }</b>：民眾已撤回，不用再辦。
group-unreachable = ⚠️ <b>{ $number }</b>：最近的訊息沒能送到民眾（已停用或刪除了機器人）。

group-due-soon =
    ⏰ <b>{ $number }</b>：{ $what }快到期了，{ $due } 前。{ $who ->
        [handler] { $mention }，請在卡片上辦理。
        [triage] 還沒有分派到單位，請在卡片上分派。
       *[office] 還沒有人簽收，請在卡片上簽收。
    }
group-missed =
    ⚠️ <b>{ $number }</b> 逾期了：{ $clocks }。{ $told ->
        [yes] 已如實告訴民眾。
       *[no] {""}
    }{ $who ->
        [handler] { $mention }，請先給民眾一個答覆。
        [triage] 還沒有分派到單位，請先分派本案。
       *[office] 還沒有人簽收，請先辦本案。
    }
late-clock = { $what }應在 { $due } 前
group-resumed =
    ⏰ <b>{ $number }</b>：民眾一直沒有回答，等候期滿，恢復計時{ $due ->
        [none] 。
       *[other] ，{ $due } 前辦結。
    }{ $who ->
        [handler] { $mention }，請照現有的資料繼續辦。
       *[office] 請照現有的資料繼續辦。
    }

digest-head = ☀️ <b>{ $office }</b>
digest-counts = 待簽收 { $waiting } · 今日到期 { $today } · 已逾期 { $overdue }
digest-overdue = ⚠️ 逾期：{ $numbers }{ $more ->
        [0] {""}
       *[other] ，另有 { $more } 件
    }
digest-how = /queue 看全部，/case 編號 打開一件。
digest-city = ☀️ <b>全{ $unit }</b> { $now }
digest-city-counts = 待分派 { $waiting } · 今日到期 { $today } · 已逾期 { $overdue }
digest-office = { $office }：今日到期 { $today }，已逾期 { $overdue }
digest-late = ⚠️ 逾期的案件，請督促{ $more ->
        [0] {""}
       *[other] （另有 { $more } 件）
    }：
digest-case = { $number } · { $office } · 應在 { $due } 前

bundle-head = 新到 { $count } 件，點編號看詳情：
bundle-line = <b>{ $number }</b> · { $domain } · { $headline }

toast-claimed = 已簽收
toast-sent = 已送出
toast-noted = 已記下
toast-transferred = 已轉出
toast-reopened = 已重新辦理
toast-opened = 見下方
actions-head = <b>{ $number }</b> 還可以：
actions-none = <b>{ $number }</b> 現在沒有您能做的別的步驟。
toast-cancelled = 已取消
toast-done = 好了

full-text-name = { $number } 全文.txt
reply-which = 請回覆某一件的卡片，或用 /reply 編號 內容。

start-staff = 您好，{ $name }（職員編號 { $staff }）。您自己有事要陳情，也可以直接寫在這裡。

refused-move =
    { $first ->
        [done] 本案已經是「{ $status }」，不用再做一次。
        [claim] 本案現在是「{ $status }」，簽收以後才能{ $action }。
        [dispatch] 本案現在是「{ $status }」，分派到單位以後才能{ $action }。
        [recall] 本案現在是「{ $status }」，恢復辦理以後才能{ $action }。
        [reopen] 本案現在是「{ $status }」，重新辦理以後才能{ $action }。
       *[none] 本案現在是「{ $status }」，不能{ $action }。
    }
refused-not-allowed = 您沒有這一步的權限：本案不屬於您的單位，或者這一步由別的角色來做。需要的話請問管理員。
refused-admin-only = 這一步只有管理員能做。
refused-own-invitation = 這是您傳給別人的邀請，連結還有效。請轉傳給本人，由本人打開。
refused-not-invited = 這是給工作人員用的。您是工作人員的話，請管理員用 /invite 產生邀請連結；要陳情，私訊我直接寫就好。
refused-anonymous = 您正以群組或頻道的身分匿名發言，系統認不出是誰。請換回自己的身分再試。
refused-no-such-case = 沒有找到這個編號。請再核對一次，編號像 261121-0042。
refused-already-claimed = { $name } 已經簽收了本案。
refused-already-yours = 本案您已經簽收了。
refused-locked = 本案單位已經退回或轉走兩次，只有綜合受理能再分派。有話請寫內部備註。
refused-already-graded = 本案的期限已經不是普通案件的期限，不能再改。
refused-too-late = 改列複雜案件要在 { $due } 前，現在已經過了。
refused-already-moved = { $name }已經把本案轉給{ $office }。
refused-same-department = 本案已經在{ $office }，不用再轉。
refused-no-such-department = 沒有叫「{ $name }」的單位。可用：{ $names }
refused-stale-button = 這個按鈕已經過時，請看最新的訊息。
refused-bad-code = 這個邀請不能用：可能已經用過，或者過期了。請管理員重新產生。要陳情，直接寫下來就好。
refused-empty = 沒有內容。請寫下文字再傳。
refused-too-long = 太長了：最多 { $limit } 字，現在 { $length } 字。請刪減或分兩次傳。
refused-usage = 請這樣寫：{ $example }

action-claim = 簽收
action-dispatch = 分派
action-transfer = 轉辦
action-ask = 請民眾補充
action-supply = 補充
action-add = 補充
action-reply = 答覆
action-resolve = 辦結
action-answer = 直接答覆
action-reopen = 重新辦理
action-note = 備註
action-withdraw = 撤回
action-lose_touch = 標記
action-find_again = 標記
action-grade = 改列複雜
action-miss = 標記
action-resume = 標記
action-reckon = 標記
action-return = 退回
action-decline = 改為不予受理
action-redirect = 改類別
action-support = 請單位協辦
action-propose = 申請審核
action-agree = 同意
action-refuse = 不同意
action-extend = 展延
action-defer = 暫緩辦理
action-recall = 恢復辦理
action-merge = 併案
action-unmerge = 拆出
action-join = 併入
action-leave = 拆出
action-split = 拆案
action-take_over = 由首長督導
action-hand_over = 換人承辦
action-release = 放回待簽收
action-remind = 催促
action-supervise = 列管
action-escalate = 專案列管
action-ask_reopen = 申請重新辦理
action-uphold = 維持
action-rate = 評價
action-close = 結案
action-end = 終結
action-correct = 更正
action-summarise = 補寫摘要
action-accuse = 確認被陳情單位
action-seal = 設為保密
action-reveal = 查看聯絡方式
action-page = 呼叫值班
action-answer_page = 回應呼叫

# 原文照出
plain-text = { $text }
prompt-dropped = 已取消，什麼都沒有做。要做的時候再按一次按鈕。
