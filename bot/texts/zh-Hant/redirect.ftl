# 民眾改類別

button-redirect = 改類別
redirect-which = <b>{ $number }</b> 應該屬於哪一類？
redirect-done = <b>{ $number }</b> 已改由<b>{ $office }</b>負責。
citizen-redirected =
    { $who ->
        [office]
            <b>{ $number }</b> 照您說的轉給<b>{ $office }</b>。
            接下來由他們簽收，簽收後我會告訴您。
       *[triage]
            <b>{ $number }</b> 已交給<b>綜合受理</b>分派。
            分派給哪個單位，我會告訴您。
    }
