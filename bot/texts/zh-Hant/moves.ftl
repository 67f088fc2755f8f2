# 退回、不予受理、展延、暫緩辦理、審核、協辦、換人。先是民眾看的，再是工作人員看的。

citizen-returned =
    <b>{ $number }</b> 現在在<b>綜合受理</b>，由他們另行分派單位辦理。
    您不用重新陳情，分派給哪個單位，我會告訴您。
citizen-declined =
    關於您的陳情 <b>{ $number }</b>，{ $desk }答覆您：

    { $text }

    這件事適合的管道是：<b>{ $door }</b>。{ $how }
    { $desk_phone ->
        [none] 還有不清楚的，直接在這裡寫給我，
       *[other] 還有不清楚的，可以打 { $desk_phone } 問{ $desk }，或者直接在這裡寫給我，
    }我會另立一件轉給他們。
citizen-extended =
    <b>{ $number }</b> 的答覆時間要延長 { $count } 個工作天{ $due ->
        [none] 。
       *[other] ，改為 <b>{ $due }</b> 前。
    }{ $office }說明的原因：

    { $text }

    到時候沒有辦好，我會如實告訴您。
citizen-deferred =
    <b>{ $number }</b> 目前還無法辦理。{ $office }的規劃是：

    { $text }

    到 <b>{ $day }</b>，我會請他們繼續辦，並告訴您。這段期間有話想說，直接回覆這則訊息。
citizen-recalled =
    <b>{ $number }</b> 先前暫時無法辦理，現在由<b>{ $office }</b>繼續辦，{ $due ->
        [none] 有消息我會告訴您。
       *[other] 最晚 <b>{ $due }</b> 前答覆您。
    }
citizen-handed-over =
    <b>{ $number }</b> 換了一位承辦人，仍在<b>{ $office }</b>（職員編號 { $staff }）。
    您不用做什麼，答覆的時間不變。

group-refused =
    <b>{ $number }</b>：{ $what }{ $stage ->
        [handler] 的申請已由{ $name }撤回。
        [check] ，{ $name }現場查核：沒有解決。
       *[other] ，{ $name }不同意。
    }{ $said ->
        [yes] {"\u000A"}意見：{ $text }
        [sealed] {"\u000A"}🔒 保密案件：意見和原稿已私訊給申請人。
       *[no] {""}
    }{ $draft ->
        [none] {""}
       *[other] {"\u000A"}原稿沒有傳給民眾，改好可以再送：{"\u000A"}{ $draft }
    }
group-extended =
    <b>{ $number }</b>：同意展延 { $count } 個工作天（{ $name }）{ $due ->
        [none] 。
       *[other] ，{ $due } 前辦結。
    }原因和新的日期已告訴民眾。
group-deferred = <b>{ $number }</b>：同意暫緩到 { $day }（{ $name }）。規劃和日期已告訴民眾；到那天我會提醒，要提前辦，在卡片上按「恢復辦理」。
group-recalled =
    ⏰ <b>{ $number }</b>：{ $by ->
        [staff] { $name }恢復辦理
       *[desk] 暫緩到期，恢復辦理
    }{ $due ->
        [none] 。
       *[other] ，{ $due } 前辦結。
    }{ $who ->
        [handler] { $mention }，請繼續辦。已告訴民眾。
       *[office] 請繼續辦。已告訴民眾。
    }
group-opinion = <b>{ $number }</b>：{ $office }的協辦意見（{ $name }）：{ $text }

card-locked =
    🔒 { $who ->
        [triage] <b>單位已退回或轉走兩次</b>，請在一個工作天內決定承辦單位，決定後不能再退、再轉。
       *[office] 單位退回或轉走過兩次，由綜合受理決定在這裡辦，不能再退、再轉。
    }
card-returned = ↩️ { $office }退回（{ $at }，{ $name }）：{ $reason }
card-wished = 單位第二次退回或轉走，原單位想轉給：{ $office }
card-office-gone = { $office }已裁撤，它手上的案件都交回這裡，請重新分派。
card-office-heir = { $office }已裁撤，這一件由你們繼續辦。
card-supporting = 協辦：{ $offices }
card-proposal =
    ⏳ <b>等{ $stage ->
        [check] 現場查核
        [lead] 主管審核
       *[supervisor] 督導人員審核
    }</b>：{ $what }（{ $name }）：{ $text }
card-declined = 不予受理（{ $at }，{ $name }），建議管道：{ $door }。{ $text }
card-extended = 展延 { $count } 個工作天（{ $at }，{ $name }同意）：{ $text }
card-deferred = 暫緩到 { $day }（{ $at }，{ $name }同意）：{ $text }
card-refused =
    { $what }{ $stage ->
        [handler] 已撤回（{ $at }，{ $name }）
        [check] 查核沒有通過（{ $at }，{ $name }）
       *[other] 未獲同意（{ $at }，{ $name }）
    }{ $said ->
        [yes] ：{ $text }
       *[no] {""}
    }
card-opinion = 協辦意見（{ $at }，{ $office } { $name }）：{ $text }
card-moved-locked = <b>{ $number }</b>：單位第二次退回或轉走，已交{ $office }決定承辦單位。
card-support-over = <b>{ $number }</b>：不用再協辦了，謝謝。

do-return = 退回
do-extend = 申請展延
do-defer = 申請暫緩
do-support = 請單位協辦
do-handover = 換人承辦
do-decline = 不予受理

button-return-now = 確認退回
button-return-words = 寫一句說明再退回
button-take-back = 撤回申請
button-opinion = 寫協辦意見
button-support = { $office }
button-supports = ✓ { $office }
button-days = { $count } 個工作天
button-agree = 同意
button-disagree = 不同意
button-agree-send = 同意送出
button-send-back = 退回修改
button-checked = 確認已解決
button-unsolved = 沒有解決
button-unsolved-words = 沒有解決，寫一句情況
button-see-card = 看案件卡

return-reason-not_ours = 不是本單位權責
return-reason-wrong_area = 不在本轄區
return-reason-wrong_level = 該由上級或下級單位辦理
return-reason-unclear = 內容不清楚，應先問民眾
return-reason-several = 一件裡有好幾個單位的事，應拆案
return-reason-with = { $reason }；{ $text }
return-which = <b>{ $number }</b> 為什麼退回？退回後由綜合受理另行分派，民眾會知道現在由誰負責。
return-words = 附上的說明：{ $text }
return-sure = <b>{ $number }</b> 退回綜合受理，原因：{ $reason }。

decline-which = <b>{ $number }</b> 不予受理，就是這裡不辦、到此結束，告訴民眾適合的管道。是哪一個？
decline-after = 送出後本案<b>結束</b>，不能再辦。
decline-done = <b>{ $number }</b> 已不予受理，原因和適合的管道已告訴民眾。
support-which = <b>{ $number }</b> 請哪些單位協辦？點一下加入，再點一下取消。協辦單位只給本單位意見，不答覆民眾。
handover-which = <b>{ $number }</b> 交給{ $office }的哪一位？
handover-nobody = <b>{ $number }</b>：{ $office }沒有別的工作人員，可以先用 /invite 邀請。
handover-done = <b>{ $number }</b> 現在由{ $mention }辦理。已告訴民眾。
extend-which = <b>{ $number }</b> 申請展延幾個工作天？還可以展延 { $count } 個。

prompt-return = { $mention }，請<b>回覆這則訊息</b>寫一句說明，我馬上退回（{ $reason }）。{ $number }
prompt-decline = { $mention }，請<b>回覆這則訊息</b>，對民眾說明為什麼這裡無法辦理、為什麼要走「{ $door }」。送出前先給您看。{ $number }
prompt-opinion = { $mention }，請<b>回覆這則訊息</b>寫協辦意見，只給主辦單位看。{ $number }
prompt-extend = { $mention }，請<b>回覆這則訊息</b>寫展延 { $count } 個工作天的原因，同意後民眾會看到原文。{ $number }
prompt-defer = { $mention }，暫緩辦理是目前還辦不了，訂個日期再辦，要督導人員同意。請<b>回覆這則訊息</b>寫到哪一天、有什麼規劃，例如：2027-03-01 開春後更換主機，經費已列入預算。同意後民眾會看到。{ $number }
prompt-unsolved = { $mention }，請<b>回覆這則訊息</b>寫一句您看到的情況，單位會看到。{ $number }
prompt-refuse = { $mention }，請<b>回覆這則訊息</b>寫明意見（{ $asked }），單位會看到。{ $number }
placeholder-return = 退回的說明
placeholder-decline = 對民眾的說明
placeholder-opinion = 協辦意見
placeholder-extend = 展延的原因
placeholder-defer = 日期和規劃
placeholder-unsolved = 看到的情況
placeholder-refuse = 您的意見

proposal-extend = 展延
proposal-defer = 暫緩辦理
proposal-reply = 答覆
proposal-resolve = 辦結
proposal-extend-by = 展延 { $count } 個工作天
proposal-defer-until = 暫緩到 { $day }
proposal-resolve-as = 辦結（{ $outcome }）
proposed = <b>{ $number }</b>：{ $what }，已送核，有結果會在這裡說。
preview-proposed = <b>{ $number }</b>：已送審，同意後才傳給民眾。
approve-head =
    <b>{ $number }</b>：{ $name }申請<b>{ $what }</b>
    { $office } · { $headline }
approve-check = 請到現場看一看：是不是真的解決了？
approve-said = 民眾陳情：{ $text }
approve-unchecked = 本單位沒有查核員，同意前請先確認是不是真的解決了。
approve-dates = 現在的期限：{ $due ->
        [none] 已過
       *[other] { $due }
    }；同意後：{ $new_due }
approve-shown =
    { $stage ->
        [check] 單位準備這樣答覆民眾：
       *[other] 同意後，民眾會看到：
    }
approve-soon = ⏰ <b>{ $number }</b>：{ $what }，審核快到期了，{ $due } 前。請按上面的按鈕。
approve-over =
    <b>{ $number }</b> { $what }：{ $how ->
        [agreed] { $name }已同意。
        [refused] { $name }沒有同意。
        [unsolved] { $name }現場查核，沒有解決。
       *[taken_back] { $name }已撤回申請。
    }

toast-proposed = 已送審
toast-returned = 已退回
toast-recalled = 已恢復辦理
toast-agreed = 已同意
toast-refused = 已記下

refused-return-late = 退回要在 { $due } 前，現在已經過了。請辦理本案，或者轉給合適的單位。
refused-already-proposed = 已有一項在等審核：{ $what }（{ $name }）。等有了結果，或者在卡片上按「撤回申請」，再提新的。
refused-nothing-proposed = 本案現在沒有等審核的申請。
refused-extend-late = 展延要在到期前申請，本案 { $due } 已經到期。請先給民眾一個答覆。
refused-extension-spent = 每案一共可以展延 { $limit } 個工作天，本案還可以展延 { $count } 個。
refused-no-term = 本案沒有正在計算的辦結期限，不用展延。
refused-deferrals-spent = 每案最多暫緩辦理 { $limit } 次，本案已經用完。請辦理，或者向民眾說明。
refused-no-day = 沒有看到日期。請寫明到哪一天，例如 2027-03-01 開春後更換主機。
refused-bad-day = 日期要在今天以後，最遠 { $count } 天。
refused-no-plan = 還要寫明規劃怎麼辦，例如 2027-03-01 開春後更換主機。
refused-accused-office = 本案陳情的就是{ $office }，不能請它協辦。
refused-confidential = 本案保密，只有綜合受理能請別的單位協辦。
refused-support-only = 本案由{ $office }主辦。協辦單位請在卡片上按「寫協辦意見」。
refused-same-handler = 本案本來就由{ $name }辦理。
