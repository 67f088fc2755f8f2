button-send-anyway = 還是傳給市民
preview-held = <b>{ $number }</b>：{ $seconds } 秒後傳給市民。想改，按「撤回」。
preview-correct = 送出後市民會收到這則更正，原來的答覆會留在紀錄裡。
reply-unsent =
    <b>{ $number }</b> 這一則<b>沒有送出</b>，市民沒有收到。{ $why }
    您寫的在這裡，點一下可以複製：
refused-moved-on = 這宗個案已經轉給{ $office }。
refused-nothing-to-correct = 這宗個案還沒有答覆過市民，沒有可以更正的。
prompt-correct =
    { $mention }，請<b>回覆這則訊息</b>寫下更正：{ $earlier } 的答覆哪裡不對，應該是什麼。{ $number }
    市民會看到這是更正。
citizen-corrected =
    <b>更正</b>：<b>{ $office }</b>在 { $earlier } 關於 <b>{ $number }</b> 的答覆有不對的地方，更正如下：
    
    { $text }
    
    沒有提到的部分不變。職員編號 { $staff }{ $phone ->
        [none] {""}
       *[other] ，電話 { $phone }
    }。有話想說，直接回覆這則訊息，他們會看到。
templates-going-on = 繼續跟進
templates-blank-office = 〔部門〕
templates-how =
    部門主管可以加：先傳一則寫好的內容，再回覆它「/template 名稱」；或者「/template 名稱」後換行寫內容。
    內容裡的〔編號〕〔部門〕〔日期〕用的時候會自動填上。同名的會換成新的。
    系統內建的範本，在卡片的「更多…」裡，或輸入 /template 編號。
refused-too-many-templates = 一個部門最多 { $limit } 個範本。請先刪掉用不到的。
refused-which-office = 您在這裡負責幾個部門，分不清要給哪一個。請到只負責一個部門的群組裡加。
references-head = 和 <b>{ $number }</b> 相像、已經答覆過的個案。只供參考，實際情形要重新查證：
references-none = 還沒有和 <b>{ $number }</b> 相像、已經答覆過的個案。
