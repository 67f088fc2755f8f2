start =
    您好，這裡是<b>{ $city }民聲</b>。
    要投訴或求助，直接在這裡寫下來，一句話也可以；可以傳照片、語音。
    寫完按「送出」，我會轉給負責的部門，有進度就在這裡告訴您。
    負責的職員看得到您寫的內容，看不到您的 Telegram 名稱和帳號。
    有人有危險，請先打電話：{ $numbers }。
start-returning = 您有 { $count } 宗個案正在跟進，用 /mycases 查看。
button-mycases = 我的個案
draft-unsure = 我不確定該由哪個部門負責。送出後由<b>綜合受理</b>分派，您也可以在下面選。
draft-same = 這和您正在跟進的 <b>{ $number }</b>（{ $headline }）像是同一件事。
draft-auto-joined = 您寫的話一直沒有送出，怕耽誤您，我已經當作 <b>{ $number }</b> 的補充轉給部門。
draft-auto-filed = 您寫的話一直沒有送出，怕耽誤您，我已經照原樣替您送出。不想投訴的話，按下面的「撤回」，或輸入 /withdraw { $number }。
citizen-receipt =
    收到了，編號 <b>{ $number }</b>。
    { $who ->
        [office] 已轉給<b>{ $office }</b>。接下來由他們接手，接手後我會告訴您。
       *[triage] 由<b>綜合受理</b>分派。分派給哪個部門，我會告訴您。
    }{ $due ->
        [none] {""}
       *[other] {"\u000A"}最遲 <b>{ $due }</b> 前答覆您；到時候沒有辦好，我會老實告訴您。
    }
citizen-dispatched =
    <b>{ $number }</b> 已分派給<b>{ $office }</b>。
    接下來由他們接手，接手後我會告訴您。
citizen-claimed =
    <b>{ $number }</b> 已由<b>{ $office }</b>接手，正在跟進（職員編號 { $staff }）。
    接下來是跟進和答覆，有消息就在這裡告訴您。
citizen-transferred =
    { $who ->
        [office]
            { $gone ->
                [none] <b>{ $number }</b> 由<b>{ $office }</b>跟進比較合適，已經轉介。
               *[other] { $gone }裁撤了，<b>{ $number }</b> 由<b>{ $office }</b>繼續辦。
            }
            您不用重新提出，他們接手後我會告訴您。
       *[triage]
            { $gone ->
                [none] <b>{ $number }</b> 已交回<b>綜合受理</b>重新分派。
               *[other] { $gone }裁撤了，<b>{ $number }</b> 已交回<b>綜合受理</b>重新分派。
            }
            您不用重新提出，分派給哪個部門我會告訴您。
    }
citizen-asked =
    <b>{ $office }</b>跟進 <b>{ $number }</b> 時想請您補充：
    
    { $text }
    
    直接在這裡回答就好，也可以傳照片。他們收到後會繼續跟進。
citizen-supplied =
    您的回答已交給<b>{ $office }</b>（<b>{ $number }</b>）。
    他們會繼續跟進，{ $due ->
        [none] 有消息我會告訴您。
       *[other] 最遲 <b>{ $due }</b> 前答覆您。
    }
citizen-replied =
    <b>{ $office }</b>關於 <b>{ $number }</b> 的答覆：
    
    { $text }
    
    職員編號 { $staff }{ $phone ->
        [none] {""}
       *[other] ，電話 { $phone }
    }。這件事還在跟進，有話想說可以直接回覆這則訊息。
citizen-resolved =
    <b>{ $office }</b>關於 <b>{ $number }</b> 的答覆（{ $outcome ->
        [solved] 已完成
        [explained] 已說明
       *[planned] 暫時未能處理，已排入計畫
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
    <b>{ $number }</b> 由<b>{ $office }</b>重新跟進，{ $due ->
        [none] 有消息我會告訴您。
       *[other] 最遲 <b>{ $due }</b> 前答覆您。
    }
citizen-missed =
    { $what ->
        [acknowledge] <b>{ $number }</b> 應該在 { $due } 前接手，沒有做到，很抱歉。
        [progress] <b>{ $number }</b> 應該在 { $due } 前告訴您進度，沒有做到，很抱歉。
       *[resolve] <b>{ $number }</b> 應該在 { $due } 前答覆您，沒有做到，很抱歉。
    }
    { $who ->
        [handler] { $since } 起由<b>{ $office }</b>跟進（職員編號 { $staff }）。
        [asked] { $since } 起由<b>{ $office }</b>跟進（職員編號 { $staff }）。他們還在等您的回答，直接寫在這裡就好。
        [office] { $since } 起在<b>{ $office }</b>，還沒有人接手。
       *[triage] { $since } 起在<b>綜合受理</b>，還沒有分派到部門。
    }
    { $who ->
        [triage] 我已經催他們分派
       *[office] 我已經提醒他們
    }{ $above ->
        [urgent] ，也已通知綜合受理督促。
        [supervised] ，這一宗也已列入監察。
        [escalated] ，這一宗也已改為特別監察，並報到上一級。
        [later] ；到 { $next } 還是這樣，就會列入監察。
       *[none] 。
    }您不用再寫一次，有消息我就告訴您。
citizen-resumed =
    <b>{ $number }</b>：<b>{ $office }</b>請您補充的，還沒有等到回答。為了不耽誤，他們先照現有的資料繼續辦，{ $due ->
        [none] 有消息我會告訴您。
       *[other] 最遲 <b>{ $due }</b> 前答覆您。
    }
    什麼時候想起來，直接回覆這則訊息，他們都看得到。
citizen-withdrawn = <b>{ $number }</b> 已撤回，不再跟進。以後有需要，隨時再寫給我。
withdraw-sure = 確定撤回 <b>{ $number }</b>（{ $headline }）嗎？撤回後部門不再跟進，以後想再提出要重新寫。
withdraw-kept = 好的，<b>{ $number }</b> 繼續跟進，有消息我會告訴您。
case-next-triage = 下一步：分派到部門。
case-next-dispatched = 下一步：部門接手。
case-next-in_progress = 下一步：部門跟進並答覆您。
case-next-deferred = 暫時未能處理，已排好日期。到了那天，我會請部門繼續辦，並告訴您。
case-next-resolved =
    { $stage ->
        [soon] 部門已答覆。這幾天我會問您辦得好不好；等不及的話，按「補充」告訴他們。
        [asked] 部門已答覆。辦得好不好，請按「評價」告訴我。
        [deciding] 您不同意這個答覆。重新跟進還是維持，督導人員正在看，決定後我會告訴您。
        [upheld] 督導人員維持了答覆。不同意的話，按「我不同意」。
        [rated] 部門已答覆，您的評價也記下了。
       *[none] 部門已答覆。沒有解決的話，按「補充」告訴他們。
    }
case-next-closed =
    { $stage ->
        [silent] 已完結，沒有等到您的評價。想評價，按「評價」；又有問題，重新寫給我就好。
        [deciding] 已完結，您不同意這個答覆。重新跟進還是維持，督導人員正在看，決定後我會告訴您。
        [upheld] 已完結。不同意答覆的話，按「我不同意」；又有問題，重新寫給我就好。
       *[none] 已完結。又有問題，重新寫給我就好。
    }
case-next-withdrawn = 已照您的意思撤回。還想提出，重新寫給我就好。
case-due = 最遲 { $due } 前答覆您。
case-due-paused = 等您回答的這段時間，不算在處理期限裡。
mycases-none = 您還沒有個案。有什麼困難，直接寫給我。
mycases-head = 您的個案，最近的在前。點編號看進度：
mycases-more = 另外還有 { $count } 宗比較早的，用 /case 加編號查看。
not-used =
    { $what ->
        [sticker] 貼圖我看不懂。
        [poll] 投票我用不上。
        [dice] 骰子我用不上。
        [game] 遊戲我用不上。
        [story] 限時動態我打不開。
        [checklist] 清單我用不上。
        [paid_media] 要付費的照片和影片我打不開。
        [gift] 謝謝，禮物我不能收，投訴也不用送。
        [other] 這種訊息我用不上。
       *[empty] 這則訊息裡沒有我看得到的字。
    }請用文字寫下是什麼事，也可以傳照片、影片、語音或位置。
help =
    直接寫下您的事，就會轉給負責的部門。
    /mycases 我的個案
    /case 編號 查看一宗
    /add 編號 補充一件
    /remind 編號 追問一宗
    /withdraw 編號 撤回一宗
    /privacy 誰看得到什麼，誰看過
    /language 選語言
    /help 看這段說明
    編號可以不寫。
    有人有危險，請先打電話：{ $numbers }。
unknown-command = 我不認識這個指令。想投訴或求助，直接寫下來就好；/help 看說明。
