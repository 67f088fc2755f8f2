# 每一步都有命令，也都有按钮；发给市民的话都先看一眼

done-by-command = <b>{ $number }</b>：{ $what }。
decision-after = 按“发给市民”才生效。
do-note = 内部备注
do-complex = 定为复杂件
prompt-note = { $mention }，请<b>回复本条消息</b>写内部备注，市民看不到。{ $number }
placeholder-note = 只给同事看的话
prompt-complex = { $mention }，定为复杂件，答复期限会变长，市民会看到新的日期和原因。请<b>回复本条消息</b>写明原因。{ $number }
placeholder-complex = 写给市民看的原因
refused-quicker = { $at } { $by ->
        [citizen] 市民
        [system] 系统
       *[staff] { $name }
    }已经{ $what }。
