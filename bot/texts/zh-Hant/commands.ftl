# 每一步都有指令，也都有按鈕；寄給民眾的話都先看一眼

done-by-command = <b>{ $number }</b>：{ $what }。
decision-after = 按「傳給民眾」才生效。
do-note = 內部備註
do-complex = 改列複雜案件
prompt-note = { $mention }，請<b>回覆這則訊息</b>寫內部備註，民眾看不到。{ $number }
placeholder-note = 只給同事看的話
prompt-complex = { $mention }，改列複雜案件，答覆期限會變長，民眾會看到新的日期和原因。請<b>回覆這則訊息</b>寫明原因。{ $number }
placeholder-complex = 寫給民眾看的原因
refused-quicker = { $at } { $by ->
        [citizen] 民眾
        [system] 系統
       *[staff] { $name }
    }已經{ $what }。
