# 管理員設一個城市時容易走錯的地方：怎麼說，接著怎麼辦。

refused-same-invitation = 您已經用這個邀請進來了，不用再點。/help 看怎麼用。
refused-several-departments = 叫「{ $name }」的不只一個：{ $names }。請寫全名。
refused-nobody-of-that-name = 沒有叫「{ $name }」的同事，也沒有這個單位。輸入 /staff 看全部。
refused-whole-city = { $role }管全{ $unit }，不分單位，請寫：/invite { $role }。只在一個單位工作的，請選工作人員、單位主管或現場查核員。
group-private-staff = 這個指令請私訊我，群組裡的人就看不到。
bind-also = 這個群組已經在收{ $offices }的案件。綁錯了，就按下面的按鈕解除。
button-unbind = 不再收{ $office }的案件
bind-undone = 這個群組不再收<b>{ $office }</b>的案件，先由綜合受理或管理員代收。要換到別的群組，請在那個群組裡輸入 /bind。
bind-elsewhere = <b>{ $office }</b>換到了另一個群組，它的案件以後傳到那裡，這裡不再收到。
act-unbind = 解除了{ $office }和一個群組的綁定
dept-how = 要改{ $office }，請寫明改什麼：改名、簡稱、上級、層級、類別、事項、地點、別名、電話、先審、查核，或者裁撤。例如：/dept { $office } 電話 0000-8880102
dept-bad-called-so = 「{ $name }」已經是{ $office }的名稱、簡稱或別名，再用就分不清了。請換一個，例如在前面加上區縣。
dept-new-place = 新地點：{ $places }。別的單位都沒有寫過，請看看有沒有寫錯。
dept-others-placeless = ⚠️ 這樣一來，{ $offices }就沒有地點了，當地的案件不會再直接派給它們。請先給它們寫上地點。
dept-topics-nobody = 以後沒有單位管{ $topics }，這類案件由綜合受理分派。
broadcast-nobody = 這裡面沒有別人，所以還不能傳。請換對象，或用 /invite 邀請工作人員。
refused-card-end = 「有效期」要寫將來的一天，年、月、日都寫，例如：有效期：2027-12-31。不寫這一行，就一直有效。
refused-no-such-place = 沒有代碼是 { $code } 的 QR Code，或者它已經停用。輸入 /place 看正在用的。
refused-dispatchers-only = 這一步只有分派人員和管理員能做。
act-place =
    { $name ->
        [none] 停用了一個地點的 QR Code
       *[other] 做了（或改了）地點的 QR Code：{ $name }
    }
act-called = 為 { $number } 打了滿意度電話
act-not_reached = 為 { $number } 打滿意度電話，沒有打通
act-phone = 改了自己留的電話
