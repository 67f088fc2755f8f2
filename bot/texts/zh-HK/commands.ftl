do-complex = 定為複雜個案
prompt-note = { $mention }，請<b>回覆這則訊息</b>寫內部備註，市民看不到。{ $number }
prompt-complex = { $mention }，請<b>回覆這則訊息</b>寫明為什麼要定為複雜個案，市民會看到。{ $number }
placeholder-complex = 寫給市民看的原因
refused-quicker = { $at } { $by ->
        [citizen] 市民
        [system] 系統
       *[staff] { $name }
    }已經{ $what }。
