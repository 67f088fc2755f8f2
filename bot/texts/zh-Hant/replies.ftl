# 寫給民眾的答覆：送出前後承辦人看到的話，和更正。

button-send-anyway = 還是傳給民眾
button-undo = 撤回
preview-held = <b>{ $number }</b>：{ $seconds } 秒後傳給民眾。想改，按「撤回」。
preview-stopped = 您改了原文，<b>先不送出</b>。看過再按「傳給民眾」。
preview-unreached =
    ⚠️ <b>{ $number }</b>：沒有送到，民眾停用或刪除了機器人。您寫的已經留下紀錄，民眾回來時我會補傳。{ $phone ->
        [yes] 不能等的話，請打電話：在卡片上按「更多…」「查看聯絡方式」。
       *[no] {""}
    }
preview-undelivered =
    ⚠️ <b>{ $number }</b>：{ $words ->
        [all] 沒有送到，Telegram 拒收，民眾沒有看到。
        [parts] 共 { $of } 則，第 { $which } 則沒有送到，Telegram 拒收。
       *[none] 文字已送到，
    }{ $files ->
        [yes] { $words ->
            [none] 附件沒有送到，Telegram 拒收。
           *[other] 附件也沒有送到。
        }
       *[no] {""}
    }{ $again ->
        [reply] 請{ $words ->
            [none] 回覆卡片，重傳附件
           *[other] 換個說法，回覆卡片重傳
        }。
        [correct] 請在卡片上按「更多…」「更正答覆」，{ $words ->
            [none] 重傳附件
           *[other] 換個說法重傳
        }。
       *[no] {""}
    }{ $phone ->
        [yes] 不能等的話，請打電話：在卡片上按「更多…」「查看聯絡方式」。
       *[no] {""}
    }
preview-caught-up = <b>{ $number }</b>：民眾回來了，最新的情形已傳給民眾。
preview-on-record =
    <b>{ $number }</b>：已留下紀錄。民眾沒有 Telegram，請打電話告訴他們{ $phone ->
        [yes] ：在卡片上按「更多…」「查看聯絡方式」
       *[no] {""}
    }。
preview-unsent = <b>{ $number }</b>：沒有送出，原因見下面。
preview-correct = 送出後民眾會收到這則更正，原來的答覆會留在紀錄裡。
reply-unsent =
    <b>{ $number }</b> 這一則<b>沒有送出</b>，民眾沒有收到。{ $why }
    您寫的在這裡，點一下可以複製：
toast-held = 稍後送出，還能撤回
toast-undone = 已撤回，沒有送出
refused-being-sent = 上一則正等著送出。要改它，先按「撤回」；要再寫一則，等它送出後再寫。
refused-not-held = 來不及撤回了，請看這則訊息現在的樣子。送出的答覆要改，用卡片「更多…」裡的「更正答覆」。
refused-moved-on = 本案已經轉給{ $office }。
refused-nothing-to-correct = 本案還沒有答覆過民眾，沒有可以更正的。

do-correct = 更正答覆
prompt-correct =
    { $mention }，請<b>回覆這則訊息</b>寫下更正：{ $earlier } 的答覆哪裡不對，應該是什麼。{ $number }
    民眾會看到這是更正。
placeholder-correct = 哪裡不對，應該是什麼
card-corrected = 已更正（{ $at }，{ $name }）：{ $text }
citizen-corrected =
    <b>更正</b>：<b>{ $office }</b>在 { $earlier } 關於 <b>{ $number }</b> 的答覆有不對的地方，更正如下：
    
    { $text }
    
    沒有提到的部分不變。職員編號 { $staff }{ $phone ->
        [none] {""}
       *[other] ，電話 { $phone }
    }。有話想說，直接回覆這則訊息，他們會看到。
case-corrected = 更正（{ $at }）：{ $text }
citizen-latest-corrected = 更正：{ $text }

do-templates = 範本
button-templates = 範本
templates-head = <b>{ $number }</b> 要從哪個範本寫起？
templates-item = { $domain } · { $kind }
templates-general = 通用
templates-going-on = 繼續辦理
templates-blank-number = 〔編號〕
templates-blank-office = 〔單位〕
templates-blank-date = 〔日期〕
prompt-template =
    { $mention }，點一下下面的文字可以複製。改好、填好後<b>回覆這則訊息</b>，送出前先給您看。{ $number }
placeholder-template = 改好後貼在這裡
templates-list = 自己的答覆範本，點名稱看內容：
templates-none = 還沒有自己的答覆範本。
templates-how =
    單位主管可以加：先傳一則寫好的內容，再回覆它「/template 名稱」；或者「/template 名稱」後換行寫內容。
    內容裡的〔編號〕〔單位〕〔日期〕用的時候會自動填上。同名的會換成新的。
    系統內建的範本，在卡片的「更多…」裡，或輸入 /template 編號。
templates-one = 範本 <b>{ $name }</b>，用於「{ $kind }」：
templates-gone = 範本 <b>{ $name }</b> 已刪除。
button-templates-kind = 用於{ $kind }
button-templates-remove = 刪除
refused-template-how = 請先傳一則寫好的內容，再回覆它「/template 名稱」；或者「/template 名稱」後換行寫內容。名稱不超過 24 字。
refused-too-many-templates = 一個單位最多 { $limit } 個範本。請先刪掉用不到的。
refused-which-office = 您在這裡負責幾個單位，分不清要給哪一個。請到只負責一個單位的群組裡加。

do-references = 參考答覆
references-head = 和 <b>{ $number }</b> 相像、已經答覆過的案件。只供參考，實際情形要重新查證：
references-none = 還沒有和 <b>{ $number }</b> 相像、已經答覆過的案件。
references-item = <b>{ $nth }.</b> { $office } · { $date } · { $outcome }{ $number ->
        [none] {""}
       *[other] {" · "}{ $number } { $headline }
    }
references-answer = <blockquote>{ $text }</blockquote>
button-references-use = 從第 { $nth } 則寫起
