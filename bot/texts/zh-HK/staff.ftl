status-dispatched = 待接手
status-in_progress = 跟進中
status-deferred = 暫緩跟進
status-resolved = 已完成
status-closed = 已完結
status-merged = 已合併
card-meta = { $office } · { $filed } 收到{ $nth ->
        [1] {""}
       *[other] {" · "}同一人第 { $nth } 次提出個案
    }
card-paused = ⏸ { $what }：等市民補充，先不計時（還剩 { $left }）
clock-acknowledge = 接手
clock-resolve = 完成
clock-decide = 審批
clock-deferral = 暫緩跟進
clock-follow_up = 意見調查
clock-ladder = 監察
card-question = 已問市民（{ $at }）：{ $text }
card-supplied = 市民回答（{ $at }）：{ $text }
card-resolved = 完成（{ $at }，{ $name }，{ $outcome }）：{ $text }
card-danger = 🔴 <b>緊急個案：可能有危險，請先看這宗個案。</b>
card-unreachable = ⚠️ 市民收不到訊息：已停用或刪除了機器人。請用電話等方式聯絡；等市民回來，我會把最新狀況告訴他們。
card-claimed = <b>{ $number }</b> 已由{ $name }接手。
card-graded = <b>{ $number }</b> 已改列複雜個案，{ $due } 前完成。原因已告訴市民。
button-claim = 接手
button-ask = 請市民補充
button-transfer = 轉介
button-reopen = 重新跟進
button-recall = 恢復跟進
button-other-offices = 其他部門…
button-send = 傳給市民
button-as-reply = 改為繼續跟進
button-as-solved = 改為完成·已解決
button-as-explained = 改為完成·已說明清楚
button-as-planned = 改為完成·列入計畫
placeholder-reply = 寫給市民的答覆
placeholder-ask = 要問市民的話
prompt-reply = { $mention }，請<b>回覆這則訊息</b>寫下給市民的答覆。{ $number }
prompt-ask = { $mention }，請<b>回覆這則訊息</b>寫下要問市民的話。{ $number }
prompt-offices = <b>{ $number }</b> 轉給哪個部門？
preview-head = <b>{ $number }</b>：市民會看到的就是下面這樣。
preview-reply = 傳給市民，還是只作內部備註？送出後繼續跟進。
preview-solved = 送出後<b>完成（已解決）</b>。
preview-explained = 送出後<b>完成（已說明清楚）</b>。
preview-planned = 送出後<b>完成（列入計畫）</b>。
preview-ask = 送出後轉為「待補充」，等市民回答。
preview-note-only =
    <b>{ $number }</b> 現在是「{ $status }」，不能直接答覆市民。{ $state ->
        [triage] 先分派到部門，由部門答覆。
        [deferred] 要答覆，先按「恢復跟進」。
        [resolved] 要再答覆，先在卡片上按「重新跟進」。
       *[ended] {""}
    }
    可以記為內部備註：
preview-sent = <b>{ $number }</b>：已傳給市民。
preview-noted = <b>{ $number }</b>：已記為內部備註，市民看不到。
preview-discarded = 已取消，市民沒有收到任何內容。
group-supplied = <b>{ $number }</b>：市民回答了：{ $text }
group-not-sent = ⚠️ <b>{ $number }</b>：最近一則給市民的訊息沒有送出去，市民沒有看到。請換個說法再傳一次。
group-added-after = <b>{ $number }</b> 已完成，市民又寫來：{ $text }
group-added = <b>{ $number }</b>：市民補充：{ $text }
group-withdrawn = <b>{ $number }</b>：市民已撤回，不用再辦。
group-unreachable = ⚠️ <b>{ $number }</b>：最近的訊息沒能送到市民（已停用或刪除了機器人）。
group-due-soon =
    ⏰ <b>{ $number }</b>：{ $what }快到期了，{ $due } 前。{ $who ->
        [handler] { $mention }，請在卡片上跟進。
        [triage] 還沒有分派到部門，請在卡片上分派。
       *[office] 還沒有人接手，請在卡片上接手。
    }
group-missed =
    ⚠️ <b>{ $number }</b> 逾期了：{ $clocks }。{ $told ->
        [yes] 已老實告訴市民。
       *[no] {""}
    }{ $who ->
        [handler] { $mention }，請先給市民一個答覆。
        [triage] 還沒有分派到部門，請先分派這宗個案。
       *[office] 還沒有人接手，請先辦這宗個案。
    }
group-resumed =
    ⏰ <b>{ $number }</b>：市民一直沒有回答，等候期滿，恢復計時{ $due ->
        [none] 。
       *[other] ，{ $due } 前完成。
    }{ $who ->
        [handler] { $mention }，請照現有的資料繼續辦。
       *[office] 請照現有的資料繼續辦。
    }
digest-counts = 待接手 { $waiting } · 今日到期 { $today } · 已逾期 { $overdue }
digest-overdue = ⚠️ 逾期：{ $numbers }{ $more ->
        [0] {""}
       *[other] ，另有 { $more } 宗
    }
digest-how = /queue 看全部，/case 編號 打開一宗。
digest-late = ⚠️ 逾期的個案，請督促{ $more ->
        [0] {""}
       *[other] （另有 { $more } 宗）
    }：
bundle-head = 新到 { $count } 宗，點編號看詳情：
toast-claimed = 已接手
toast-reopened = 已重新跟進
reply-which = 請回覆某一宗的卡片，或用 /reply 編號 內容。
start-staff = 您好，{ $name }（職員編號 { $staff }）。您自己有事要投訴或求助，也可以直接寫在這裡。
staff-help =
    在群組裡<b>回覆卡片</b>就能寫答覆，送出前會先給您看市民會看到的樣子。
    /queue 看本部門的個案
    /my 看自己手上的個案
    /find 詞語、編號或電話末四碼 查詢
    /case 編號 打開一宗
    /claim 編號 接手
    /reply 編號 內容 答覆，也可寫在照片、檔案下面
    /note 編號 內容 內部備註
    /correct 編號 內容 公開更正答覆
    /ask 編號 內容 請市民補充
    /transfer 編號 部門 轉介
    /template 答覆範本，/template 編號 看合用的
    /return 編號 退回綜合受理
    /extend 編號 天數 原因 申請延期
    /defer 編號 日期 規劃 申請暫緩
    /support 編號 部門 請部門協助
    /handover 編號 換人負責（部門主管、分派人員）
    /decline 編號 不予受理（分派人員）
    /complex 編號 原因 改列複雜個案（分派人員）
    /merge 編號 主個案編號 合併（分派人員）
    /split 編號 分拆（分派人員）
    /knowledge 知識卡，綜合受理用來直接答覆
    /record 替來電市民登記（綜合受理）
    /export 編號 匯出一宗的個案檔案
    /duty 看當值、排當值
    /away 我不在，請同事代
    /accuse 編號 部門 確認被投訴的部門，它從此看不到這宗個案（分派人員）
    /reveals 編號 誰看過聯絡方式和保密內容（督導人員，私人對話）
    /label 逐件標記，教機器怎麼分派（分派人員，私人對話）
refused-move = 這宗個案現在是「{ $status }」，不能{ $action }。
refused-not-allowed = 您沒有這一步的權限：這宗個案不屬於您的部門，或者這一步由別的角色來做。需要的話請問管理員。
refused-not-invited = 這是給工作人員用的。您是工作人員的話，請管理員用 /invite 產生邀請連結；要投訴或求助，私下傳給我就好。
refused-anonymous = 您正以群組或頻道的身份匿名發言，系統認不出是誰。請換回自己的身份再試。
refused-already-claimed = { $name } 已經接手了這宗個案。
refused-already-yours = 這宗個案您已經接手了。
refused-locked = 這宗個案已經被退回兩次，只有綜合受理能再分派。有話請寫內部備註。
refused-already-graded = 這宗個案的期限已經不是普通個案的期限，不能再改。
refused-too-late = 改列複雜個案要在 { $due } 前，現在已經過了。
refused-already-moved = { $name }已經把這宗個案轉給{ $office }。
refused-same-department = 這宗個案已經在{ $office }，不用再轉。
refused-no-such-department = 沒有叫「{ $name }」的部門。可用：{ $names }
refused-no-such-person = 沒有找到「{ $name }」。請寫職員編號或名字；/staff 看名單。
action-claim = 接手
action-transfer = 轉介
action-ask = 請市民補充
action-resolve = 完成
action-reopen = 重新跟進
action-support = 請部門協助
action-propose = 送批
action-extend = 延期
action-defer = 暫緩跟進
action-recall = 恢復跟進
action-merge = 合併
action-split = 分拆
action-hand_over = 換人負責
action-release = 放回待接手
action-remind = 追問
action-supervise = 監察
action-escalate = 特別監察
action-ask_reopen = 申請重新跟進
action-close = 完結
action-accuse = 確認被投訴部門
action-page = 呼叫當值
