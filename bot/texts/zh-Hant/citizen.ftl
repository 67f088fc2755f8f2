# 對民眾說的話。短，白話，說清下一步；不用驚嘆號，不許做不到的承諾。

start =
    您好，這裡是<b>{ $city }民聲</b>。
    有困難要陳情，直接在這裡寫下來，一句話也可以；可以傳照片、語音。
    寫完按「送出」，我會轉給負責的單位，有進度就在這裡告訴您。
    承辦的人看得到您寫的內容，看不到您的 Telegram 名稱和帳號。
    有人有危險，請先打電話：{ $numbers }。
start-returning = 您有 { $count } 件陳情正在辦理，用 /mycases 查看。
button-mycases = 我的陳情

danger-now =
    <b>有人有危險，請馬上打電話：</b>{ $numbers }。
    打完電話再回來寫也不遲，我都在。
danger-care =
    <b>您說的讓人擔心。請先找個人說說話：</b>{ $numbers }，隨時有人接聽。
    您願意在這裡說，我也都記著，會請人來看。
draft-how-danger = 按「送出」馬上轉給工作人員；沒有按，三分鐘後我替您送出。
draft-longer = （全文 { $count } 字，都記下了）
draft-head = 我記下了：
draft-files = 附件：{ $files }
draft-domain = 看起來是<b>{ $domain }</b>的事，送出後轉給<b>{ $office }</b>。
draft-chosen = 照您選的<b>{ $domain }</b>，送出後轉給<b>{ $office }</b>。
draft-unread = 這件事是關於什麼的？選一類，就直接轉給負責的單位。不選也照樣能送出，由<b>綜合受理</b>看過再分派。
draft-unsure = 我不確定該由哪個單位負責。送出後由<b>綜合受理</b>分派，您也可以在下面選。
draft-none-chosen = 送出後由<b>綜合受理</b>分派。
draft-no-words = 還沒有文字說明。寫一句是什麼事、在哪裡最好；不寫也可以送出，由<b>綜合受理</b>分派。
draft-how = 沒問題就按「送出」。還沒說完，可以繼續寫、繼續傳。
draft-for-case = 看起來是要補充 <b>{ $number }</b>（{ $headline }）。
draft-answers = 看起來是在回答 <b>{ $number }</b> 的問題：「{ $question }」
draft-same = 這和您正在辦理的 <b>{ $number }</b>（{ $headline }）像是同一件事。
draft-choose = 請在下面選一個。
draft-filed = 已送出，編號 <b>{ $number }</b>。
draft-joined = 已補充到 <b>{ $number }</b>。
draft-cancelled = 已取消，什麼都沒有送出。想說的時候再寫給我就好。
draft-moved = 請看下面最新的一則。
draft-more = 好的，請繼續寫，或傳照片、影片、語音、位置。說完按「送出」。
draft-ask-add = 請寫下要補充到 <b>{ $number }</b> 的內容，也可以傳照片。傳來就會補進去。
draft-reminder =
    您先前寫的話還沒有送出，就在下面。
    請按下面的按鈕，或者繼續寫。再過 { $minutes } 分鐘還沒送出，我會照現在的樣子替您送出，之後也可以撤回。
draft-auto-joined = 您寫的話一直沒有送出，怕耽誤您的事，我已經當作 <b>{ $number }</b> 的補充轉給單位。
placeholder-add = 要補充的內容
draft-auto-filed = 您寫的話一直沒有送出，怕耽誤您的事，我已經照原樣替您送出。不想陳情的話，按下面的「撤回」，或輸入 /withdraw { $number }。

button-submit = ✅ 送出
button-submit-new = 🆕 當作另一件事送出
button-join = ➕ 補充到 { $number }
button-join-about = ➕ 補充到 { $number } { $headline }
button-answer = ↩️ 回答 { $number }
button-domain = 改成{ $domain }
button-domain-is = 是{ $domain }的事
button-more-domains = 其他類別…
button-none = 都不是
button-back = 返回
button-more = 繼續寫
button-cancel = 取消
button-show = 查看進度
button-add = 補充
button-withdraw = 撤回
button-withdraw-yes = 確定撤回
button-withdraw-no = 不撤回

draft-which-domain = 這件事屬於哪一類？

citizen-receipt =
    收到了，編號 <b>{ $number }</b>。
    { $who ->
        [office] 已轉給<b>{ $office }</b>。接下來由他們簽收，簽收後我會告訴您。
       *[triage] 由<b>綜合受理</b>分派。分派給哪個單位，我會告訴您。
    }{ $due ->
        [none] {""}
       *[other] {"\u000A"}最晚 <b>{ $due }</b> 前答覆您；到時候沒有辦好，我會如實告訴您。
    }
citizen-dispatched =
    <b>{ $number }</b> 已分派給<b>{ $office }</b>。
    接下來由他們簽收，簽收後我會告訴您。
citizen-claimed =
    <b>{ $number }</b> 已由<b>{ $office }</b>簽收，正在辦理（職員編號 { $staff }）。
    接下來是辦理和答覆，有消息就在這裡告訴您。
citizen-transferred =
    { $who ->
        [office]
            { $gone ->
                [none] <b>{ $number }</b> 由<b>{ $office }</b>辦理比較合適，已經轉辦。
               *[other] { $gone }裁撤了，<b>{ $number }</b> 由<b>{ $office }</b>繼續辦。
            }
            您不用重新陳情，他們簽收後我會告訴您。
       *[triage]
            { $gone ->
                [none] <b>{ $number }</b> 已交回<b>綜合受理</b>重新分派。
               *[other] { $gone }裁撤了，<b>{ $number }</b> 已交回<b>綜合受理</b>重新分派。
            }
            您不用重新陳情，分派給哪個單位我會告訴您。
    }
citizen-asked =
    <b>{ $office }</b>辦理 <b>{ $number }</b> 時想請您補充：
    
    { $text }
    
    直接在這裡回答就好，也可以傳照片。他們收到後會繼續辦理。
citizen-supplied =
    您的回答已交給<b>{ $office }</b>（<b>{ $number }</b>）。
    他們會繼續辦理，{ $due ->
        [none] 有消息我會告訴您。
       *[other] 最晚 <b>{ $due }</b> 前答覆您。
    }
citizen-added =
    已補充到 <b>{ $number }</b>，{ $who ->
        [office] <b>{ $office }</b>看得到了。
       *[triage] <b>綜合受理</b>看得到了。
    }有消息我會告訴您。
citizen-replied =
    <b>{ $office }</b>關於 <b>{ $number }</b> 的答覆：
    
    { $text }
    
    職員編號 { $staff }{ $phone ->
        [none] {""}
       *[other] ，電話 { $phone }
    }。這件事還在辦理，有話想說可以直接回覆這則訊息。
citizen-resolved =
    <b>{ $office }</b>關於 <b>{ $number }</b> 的答覆（{ $outcome ->
        [solved] 已辦結
        [explained] 已說明
       *[planned] 暫時無法辦理，已排入計畫
    }）：
    
    { $text }
    
    職員編號 { $staff }{ $phone ->
        [none] {""}
       *[other] ，電話 { $phone }
    }。{ $asks }我會問您{ $outcome ->
        [solved] 解決了沒有
        [explained] 說清楚了沒有
       *[planned] 說清楚了沒有
    }；現在就有話想說，直接回覆這則訊息，他們會看到。
citizen-reopened =
    <b>{ $number }</b> 由<b>{ $office }</b>重新辦理，{ $due ->
        [none] 有消息我會告訴您。
       *[other] 最晚 <b>{ $due }</b> 前答覆您。
    }
citizen-graded =
    <b>{ $number }</b> 這件事比較複雜，答覆期限改為 <b>{ $due }</b>。原因：{ $text }
    這段期間有進度，我會告訴您。
citizen-missed =
    { $what ->
        [acknowledge] <b>{ $number }</b> 應該在 { $due } 前簽收，沒有做到，很抱歉。
        [progress] <b>{ $number }</b> 應該在 { $due } 前告訴您進度，沒有做到，很抱歉。
       *[resolve] <b>{ $number }</b> 應該在 { $due } 前答覆您，沒有做到，很抱歉。
    }
    { $who ->
        [handler] { $since } 起由<b>{ $office }</b>辦理（職員編號 { $staff }）。
        [asked] { $since } 起由<b>{ $office }</b>辦理（職員編號 { $staff }）。他們還在等您的回答，直接寫在這裡就好。
        [office] { $since } 起在<b>{ $office }</b>，還沒有人簽收。
       *[triage] { $since } 起在<b>綜合受理</b>，還沒有分派到單位。
    }
    { $who ->
        [triage] 我已經催他們分派
       *[office] 我已經提醒他們
    }{ $above ->
        [urgent] ，也已通知綜合受理督促。
        [supervised] ，督導人員也在追蹤這一件。
        [escalated] ，這一件也已改為專案列管，並報到上一級。
        [later] ；到 { $next } 還是這樣，就請督導人員追蹤。
       *[none] 。
    }您不用再寫一次，有消息我就告訴您。
citizen-resumed =
    <b>{ $number }</b>：<b>{ $office }</b>請您補充的，還沒有等到回答。為了不耽誤，他們先照現有的資料繼續辦，{ $due ->
        [none] 有消息我會告訴您。
       *[other] 最晚 <b>{ $due }</b> 前答覆您。
    }
    什麼時候想起來，直接回覆這則訊息，他們都看得到。
citizen-reckoned = 放假的日子有變動，<b>{ $number }</b> 的答覆期限現在是 <b>{ $due }</b>。您不用做什麼。
citizen-withdrawn = <b>{ $number }</b> 已撤回，不再辦理。以後有需要，隨時再寫給我。
citizen-latest =
    前些時候有訊息沒能送到您這裡。<b>{ $number }</b>（{ $headline }）現在是「{ $status }」，由<b>{ $office }</b>負責。有話想說，直接回覆這則訊息。
    { $last }
citizen-latest-reply = 最近一次答覆：{ $text }

withdraw-sure = 確定撤回 <b>{ $number }</b>（{ $headline }）嗎？撤回後單位不再辦理，以後想陳情要重新寫。
withdraw-kept = 好的，<b>{ $number }</b> 繼續辦理，有消息我會告訴您。

about-nothing = 沒有文字的一件
case-head = <b>{ $number }</b> · { $status }
case-body =
    { $headline }
    { $filed } 收到{ $who ->
        [ended] 。
        [office] ，由<b>{ $office }</b>負責。
       *[triage] ，由<b>綜合受理</b>分派。
    }
case-next-triage = 下一步：分派到單位。
case-next-dispatched = 下一步：單位簽收。
case-next-in_progress = 下一步：單位辦理並答覆您。
case-next-awaiting_citizen = 下一步：等您回答「{ $question }」。直接在這裡寫就好。
case-next-deferred = 暫時無法辦理，已排好日期。到了那天，我會請單位繼續辦，並告訴您。
case-next-resolved =
    { $stage ->
        [soon] 單位已答覆。這幾天我會問您辦得好不好；等不及的話，按「補充」告訴他們。
        [asked] 單位已答覆。辦得好不好，請按「評價」告訴我。
        [deciding] 您不同意這個答覆。重新辦理還是維持，督導人員正在看，決定後我會告訴您。
        [upheld] 督導人員維持了答覆。不同意的話，按「我不同意」。
        [rated] 單位已答覆，您的評價也記下了。
       *[none] 單位已答覆。沒有解決的話，按「補充」告訴他們。
    }
case-next-closed =
    { $stage ->
        [silent] 已結案，沒有等到您的評價。想評價，按「評價」；又有問題，重新寫給我就好。
        [deciding] 已結案，您不同意這個答覆。重新辦理還是維持，督導人員正在看，決定後我會告訴您。
        [upheld] 已結案。不同意答覆的話，按「我不同意」；又有問題，重新寫給我就好。
       *[none] 已結案。又有問題，重新寫給我就好。
    }
case-next-withdrawn = 已照您的意思撤回。還想陳情，重新寫給我就好。
case-next-merged = 和同樣的事一起辦。有了答覆，我會個別告訴您。
case-next-declined = 這件事有更適合的管道，前面已經告訴您怎麼辦。
case-due = 最晚 { $due } 前答覆您。
case-due-missed = 應該在 { $due } 前答覆您，已經逾期，很抱歉。已提醒他們。
case-due-paused = 等您回答的這段時間，不算在辦理期限裡。
case-reply = 最近答覆（{ $at }）：{ $text }

mycases-none = 您還沒有陳情過。有什麼困難，直接寫給我。
small-thanks = 不客氣。事情有變化，或者還有別的事，直接寫給我就好。
small-hello = 您好，我在。有什麼事直接寫下來就好，一句話也可以。
mycases-head = 您的陳情，最近的在前。點編號看進度：
mycases-line =
    { $number } · { $status }{ $asked ->
        [yes] ，等您評價
       *[no] {""}
    } · { $headline }
mycases-more = 另外還有 { $count } 件比較早的，用 /case 加編號查看。

not-used =
    { $what ->
        [sticker] 貼圖我看不懂。
        [poll] 投票我用不上。
        [dice] 骰子我用不上。
        [game] 遊戲我用不上。
        [story] 限時動態我打不開。
        [checklist] 清單我用不上。
        [paid_media] 要付費的照片和影片我打不開。
        [gift] 謝謝，禮物我不能收，陳情也不用送。
        [other] 這種訊息我用不上。
       *[empty] 這則訊息裡沒有我看得到的字。
    }請用文字寫下是什麼事，也可以傳照片、影片、語音或位置。
too-many-files = 一次最多附 { $limit } 個檔案，這個沒有收下，前面的都在。請先送出，再按「補充」繼續傳。
too-long = 一次最多寫 { $limit } 字，這一段沒有收下，前面的都在。請先送出，再按「補充」繼續寫。
edit-too-late = 您改了一則已經送出的訊息，但那件事已經結束。需要的話請重新寫一則。
help =
    直接寫下您的事，就會轉給負責的單位。
    /mycases 我的陳情
    /case 編號 查看一件
    /add 編號 補充一件
    /remind 編號 催促一件
    /withdraw 編號 撤回一件
    /privacy 誰看得到什麼，誰看過
    /language 選語言
    /help 看這段說明
    編號可以不寫。
    有人有危險，請先打電話：{ $numbers }。
unknown-command = 我不認識這個指令。想陳情，直接寫下來就好；/help 看說明。
apology = 抱歉，剛才那則訊息我沒能處理好，已記下並請人查看（{ $reference }）。請過一會再傳一次，或換個說法。
apology-over = 您 { $at } 傳來的訊息（{ $reference }）當時我沒處理好，現在補上。如果您後來又傳過，請取消這一份。
apology-over-press = 您 { $at } 按的按鈕（{ $reference }）當時我沒處理好，現在補上。
# 兩個數用分號和括號隔開：否則會被當作電話號碼遮住。
located = 位置（緯度 { $latitude }；經度 { $longitude }）
located-at = 位置：{ $title }，{ $address }（緯度 { $latitude }；經度 { $longitude }）
contacted = 聯絡電話：{ $phone }
correction = （更正）{ $text }

file-photo = 照片 { $count } 張
file-video = 影片 { $count } 支
file-voice = 語音 { $count } 則
file-audio = 音訊 { $count } 個
file-document = 檔案 { $count } 個
draft-of-staff = 您是工作人員：寫在這裡的，會當作您自己的陳情。要答覆民眾，請回覆那一件的案件卡，或輸入 /reply 編號 內容；寫錯了就按「取消」。
