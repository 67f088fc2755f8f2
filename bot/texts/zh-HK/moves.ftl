citizen-returned =
    <b>{ $number }</b> 現在在<b>綜合受理</b>，由他們另行分派部門跟進。
    您不用重新提出，分派給哪個部門，我會告訴您。
citizen-declined =
    關於您的個案 <b>{ $number }</b>，{ $desk }回覆您：

    { $text }

    這件事適合的管道是：<b>{ $door }</b>。{ $how }
    { $desk_phone ->
        [none] 還有不清楚的，直接在這裡寫給我，
       *[other] 還有不清楚的，可以打 { $desk_phone } 問{ $desk }，或者直接在這裡寫給我，
    }我會另開一宗轉給他們。
citizen-deferred =
    <b>{ $number }</b> 目前還未能處理。{ $office }的規劃是：

    { $text }

    到 <b>{ $day }</b>，我會請他們繼續辦，並告訴您。這段期間有話想說，直接回覆這則訊息。
citizen-recalled =
    <b>{ $number }</b> 先前暫時未能處理，現在由<b>{ $office }</b>繼續辦，{ $due ->
        [none] 有消息我會告訴您。
       *[other] 最遲 <b>{ $due }</b> 前答覆您。
    }
citizen-handed-over =
    <b>{ $number }</b> 換了一位負責職員，仍在<b>{ $office }</b>（職員編號 { $staff }）。
    您不用做什麼，答覆的時間不變。
group-refused =
    <b>{ $number }</b>：{ $what }{ $stage ->
        [handler] 的申請已由{ $name }撤回。
        [check] ，{ $name }實地巡查：沒有解決。
       *[other] ，{ $name }不同意。
    }{ $said ->
        [yes] {"\u000A"}意見：{ $text }
       *[no] {""}
    }{ $draft ->
        [none] {""}
       *[other] {"\u000A"}原稿沒有傳給市民，改好可以再送：{"\u000A"}{ $draft }
    }
group-extended =
    <b>{ $number }</b>：同意延期 { $count } 個工作天（{ $name }）{ $due ->
        [none] 。
       *[other] ，{ $due } 前完成。
    }原因和新的日期已告訴市民。
group-deferred = <b>{ $number }</b>：同意暫緩到 { $day }（{ $name }）。規劃和日期已告訴市民；到那天我會提醒，要提前辦，在卡片上按「恢復跟進」。
group-recalled =
    ⏰ <b>{ $number }</b>：{ $by ->
        [staff] { $name }恢復跟進
       *[desk] 暫緩到期，恢復跟進
    }{ $due ->
        [none] 。
       *[other] ，{ $due } 前完成。
    }{ $who ->
        [handler] { $mention }，請繼續辦。已告訴市民。
       *[office] 請繼續辦。已告訴市民。
    }
group-opinion = <b>{ $number }</b>：{ $office }的協助意見（{ $name }）：{ $text }
card-locked =
    🔒 { $who ->
        [triage] <b>已被退回兩次</b>，請在一個工作天內決定負責部門，決定後不能再退回。
       *[office] 退回過兩次，由綜合受理決定在這裡辦，不能再退回。
    }
card-wished = 這是第二次退回，原部門想轉給：{ $office }
card-office-gone = { $office }已裁撤，它手上的個案都交回這裡，請重新分派。
card-office-heir = { $office }已裁撤，這一宗由你們繼續辦。
card-supporting = 協助：{ $offices }
card-proposal =
    ⏳ <b>等{ $stage ->
        [check] 實地巡查
        [lead] 主管審批
       *[supervisor] 督導人員審批
    }</b>：{ $what }（{ $name }）：{ $text }
card-extended = 延期 { $count } 個工作天（{ $at }，{ $name }同意）：{ $text }
card-refused =
    { $what }{ $stage ->
        [handler] 已撤回（{ $at }，{ $name }）
        [check] 核實沒有通過（{ $at }，{ $name }）
       *[other] 不同意（{ $at }，{ $name }）
    }{ $said ->
        [yes] ：{ $text }
       *[no] {""}
    }
card-opinion = 協助意見（{ $at }，{ $office } { $name }）：{ $text }
card-moved-locked = <b>{ $number }</b>：第二次退回，已交{ $office }決定負責部門。
card-support-over = <b>{ $number }</b>：不用再協助了，謝謝。
do-extend = 申請延期
do-support = 請部門協助
do-handover = 換人負責
button-opinion = 寫協助意見
button-see-card = 看個案卡
return-reason-not_ours = 不是本部門權責
return-reason-wrong_level = 該由上級或下級部門跟進
return-reason-unclear = 內容不清楚，應先問市民
return-reason-several = 一宗個案裡有好幾個部門的事，應分拆
return-which = <b>{ $number }</b> 為什麼退回？退回後由綜合受理另行分派，市民會知道現在由誰負責。
decline-which = <b>{ $number }</b> 不予受理：市民該走哪個管道？
decline-after = 送出後這宗個案<b>結束</b>，不能再辦。
decline-done = <b>{ $number }</b> 已不予受理，原因和適合的管道已告訴市民。
support-which = <b>{ $number }</b> 請哪些部門協助？點一下加入，再點一下取消。協助部門只給本部門意見，不答覆市民。
handover-done = <b>{ $number }</b> 現在由{ $mention }跟進。已告訴市民。
extend-which = <b>{ $number }</b> 申請延期幾個工作天？還可以延期 { $count } 個。
prompt-decline = { $mention }，請<b>回覆這則訊息</b>，對市民說明為什麼這裡未能處理、為什麼要走「{ $door }」。送出前先給您看。{ $number }
prompt-opinion = { $mention }，請<b>回覆這則訊息</b>寫協助意見，只給主責部門看。{ $number }
prompt-extend = { $mention }，請<b>回覆這則訊息</b>寫延期 { $count } 個工作天的原因，同意後市民會看到原文。{ $number }
prompt-defer = { $mention }，請<b>回覆這則訊息</b>寫到哪一天、有什麼規劃，例如：2027-03-01 開春後更換主機，經費已列入預算。同意後市民會看到。{ $number }
prompt-unsolved = { $mention }，請<b>回覆這則訊息</b>寫一句您看到的情況，部門會看到。{ $number }
prompt-refuse = { $mention }，請<b>回覆這則訊息</b>寫明意見（{ $asked }），部門會看到。{ $number }
placeholder-decline = 對市民的說明
placeholder-opinion = 協助意見
placeholder-extend = 延期的原因
proposal-extend = 延期
proposal-defer = 暫緩跟進
proposal-resolve = 完成
proposal-extend-by = 延期 { $count } 個工作天
proposal-resolve-as = 完成（{ $outcome }）
proposed = <b>{ $number }</b>：{ $what }，已送批，有結果會在這裡說。
preview-proposed = <b>{ $number }</b>：已送審，同意後才傳給市民。
approve-said = 市民提出：{ $text }
approve-unchecked = 本部門沒有巡查員，同意前請先確認是不是真的解決了。
approve-shown =
    { $stage ->
        [check] 部門準備這樣答覆市民：
       *[other] 同意後，市民會看到：
    }
approve-soon = ⏰ <b>{ $number }</b>：{ $what }，審批快到期了，{ $due } 前。請按上面的按鈕。
approve-over =
    <b>{ $number }</b> { $what }：{ $how ->
        [agreed] { $name }已同意。
        [refused] { $name }沒有同意。
        [unsolved] { $name }實地巡查，沒有解決。
       *[taken_back] { $name }已撤回申請。
    }
toast-recalled = 已恢復跟進
refused-return-late = 退回要在 { $due } 前，現在已經過了。這宗個案請跟進，或者轉給合適的部門。
refused-already-proposed = 已有一項在等審批：{ $what }（{ $name }）。等有了結果，或者在卡片上按「撤回申請」，再提新的。
refused-extend-late = 延期要在到期前申請，這宗個案 { $due } 已經到期。請先給市民一個答覆。
refused-extension-spent = 每宗一共可以延期 { $limit } 個工作天，這宗個案還可以延期 { $count } 個。
refused-no-term = 這宗個案沒有正在計算的完成期限，不用延期。
refused-deferrals-spent = 每宗最多暫緩跟進 { $limit } 次，這宗個案已經用完。請跟進，或者向市民說明。
refused-accused-office = 這宗個案投訴的就是{ $office }，不能請它協助。
refused-confidential = 這宗個案保密，只有綜合受理能請別的部門協助。
refused-support-only = 這宗個案由{ $office }主辦。協助部門請在卡片上按「寫協助意見」。
refused-same-handler = 這宗個案本來就由{ $name }跟進。
