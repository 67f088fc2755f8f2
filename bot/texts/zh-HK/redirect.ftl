citizen-redirected =
    { $who ->
        [office]
            <b>{ $number }</b> 照您說的轉給<b>{ $office }</b>。
            接下來由他們接手，接手後我會告訴您。
       *[triage]
            <b>{ $number }</b> 已交給<b>綜合受理</b>分派。
            分派給哪個部門，我會告訴您。
    }
