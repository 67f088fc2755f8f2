button-sealed-text = 全文（傳到私人對話）
seal-draft = 🔒 保密：群組裡只顯示編號和類別，不顯示您寫的話。只有負責職員、分派人員和督導人員能個別打開看，每次都有紀錄；也不會和別人的事合併或拿去參考。
seal-mine = 🔒 這一宗是保密個案：您寫的話不會出現在群組裡，只有負責職員、分派人員和督導人員能個別打開看，每次都有紀錄。
seal-lifted = <b>{ $number }</b> 不再保密，負責的部門可以在群組裡看到您寫的話。
seal-already = 這一宗已經是保密個案。
seal-card = 🔒 <b>保密個案</b>：內容不在這裡顯示。接手以後由負責職員在私人對話裡看，答覆也在私人對話裡寫。
seal-line = 🔒 保密個案
seal-over = 這一宗已設為保密，內容已收回。
seal-text = 🔒 <b>{ $number }</b>（保密個案，請勿轉發）：
seal-not-here = 這是保密個案，不能在群組裡看，也不要在群組裡寫。看內容請按「全文（傳到私人對話）」，答覆請到您和我的私人對話裡寫。
seal-not-yours = 這是保密個案：接手的負責職員、分派人員和督導人員才能看內容。
toast-private = 已傳到您和我的私人對話裡，這次查看有紀錄
reveal-contact = <b>{ $number }</b> 市民留下的號碼（僅供跟進這宗個案，這次查看已留紀錄）：
reveal-nothing = 市民沒有留下電話或證件號碼。
reveal-no-private = 我無法私下傳訊息給您。請先打開和我的對話按「開始」，再試一次。
reveal-not-yours = 只有正在跟進這宗個案的人能看聯絡方式。
reveal-line = { $at } { $name }（{ $staff }）：{ $what ->
        [contact] 聯絡方式
       *[text] 保密個案的內容
    }
toast-write-private = 保密個案：請到您和我的私人對話裡寫
