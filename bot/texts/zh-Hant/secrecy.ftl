# 保密，以及查看聯絡方式。

do-seal = 設為保密
do-reveal = 查看聯絡方式
button-seal = 🔒 保密
button-seal-off = 🔓 不保密
button-sealed-text = 全文（傳到私訊）
seal-draft = 🔒 保密：群組裡只顯示編號和類別，不顯示您寫的話。只有經手的人（承辦、分派、督導，審核答覆的，接緊急呼叫的）能個別打開看，每次都有紀錄；也不會和別人的事併案或拿去參考。
seal-receipt = 🔒 這一件已保密：您寫的話不會出現在群組裡。
seal-mine = 🔒 這一件是保密案件：您寫的話不會出現在群組裡，只有經手的人（承辦、分派、督導，審核答覆的，接緊急呼叫的）能個別打開看，每次都有紀錄。
seal-done = <b>{ $number }</b> 已設為保密：您寫的話不再出現在群組裡，先前傳過去的也在收回（已經看過的、超過兩天的收不回來）。事情照常辦，有消息我就告訴您。
seal-lifted = <b>{ $number }</b> 不再保密，負責的單位可以在群組裡看到您寫的話。
seal-already = 這一件已經是保密案件。
seal-card = 🔒 <b>保密案件</b>：內容不在這裡顯示。簽收以後由承辦人在私訊裡看，答覆也在私訊裡寫。
seal-line = 🔒 保密案件
seal-over = 這一件已設為保密，內容已收回。
seal-text = 🔒 <b>{ $number }</b>（保密案件，請勿轉傳）：
seal-not-here = 這是保密案件，不能在群組裡看，也不要在群組裡寫。看內容請按「全文（傳到私訊）」，答覆請到您和我的私訊裡寫。
seal-not-yours = 這是保密案件：簽收的承辦人、分派人員、督導人員等經手的人才能看內容。
toast-sealed = 已設為保密
toast-unsealed = 已不再保密
toast-private = 已傳到您和我的私訊裡，這次查看有紀錄
reveal-contact = <b>{ $number }</b> 民眾留下的號碼（僅供辦理本案，這次查看已留紀錄）：
reveal-nothing = 民眾沒有留下電話或證件號碼。
reveal-no-private = 我無法私訊您。請先私訊我按「開始」，再試一次。
reveal-not-yours = 只有正在辦理本案的人能看聯絡方式。
reveal-head = <b>{ $number }</b> 被看過 { $count } 次，最近的在前：
reveal-line = { $at } { $name }（{ $staff }）：{ $what ->
        [contact] 聯絡方式
       *[text] 保密案件的內容
    }
reveal-none = <b>{ $number }</b>：沒有人看過聯絡方式或保密內容。
toast-write-private = 保密案件：請到您和我的私訊裡寫
list-over =
    這份清單裡有內容已收回，所以清單先收起來。{ $again ->
        [yes] 按「再看一次」，看到的就是現在的。
       *[no] {""}
    }
button-list-again = 再看一次
seal-returned = { $at } { $office }退回：{ $text }
seal-noted =
    { $at } { $office ->
        [none] 內部備註
       *[other] { $office }的協辦意見
    }：{ $text }
seal-proposed = 等審核：{ $what }。{ $text }
seal-answered = 單位的答覆：{ $text }
seal-objected = 民眾不接受：{ $text }
approve-sealed = 🔒 這是保密案件：民眾的話和要審的內容不在這裡顯示。請按「全文（傳到私訊）」，看過再決定，每次查看有紀錄。
page-sealed = 🔒 這是保密案件：民眾的話不在這裡顯示。先按「收到，我來處理」，再按「全文（傳到私訊）」就能看，每次查看有紀錄。
