# 市民改类别

button-redirect = 改类别
redirect-which = <b>{ $number }</b> 应该归哪一类？
redirect-done = <b>{ $number }</b> 已改由<b>{ $office }</b>负责。
citizen-redirected =
    { $who ->
        [office]
            <b>{ $number }</b> 按您说的转给了<b>{ $office }</b>。
            下一步由他们签收，签收后我会告诉您。
       *[triage]
            <b>{ $number }</b> 已交给<b>综合受理</b>派单。
            派给哪个部门，我会告诉您。
    }
