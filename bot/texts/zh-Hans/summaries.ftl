# 语音、照片没有文字时，由派单员写摘要

do-summarise = 写摘要
prompt-summarise = { $mention }，请听一听、看一看附件，<b>回复本条消息</b>写下 { $number } 说的是什么事、在哪里。写好后我再判断该归谁办。
placeholder-summarise = 附件里说了什么
