# 語音、照片沒有文字時，由分派人員寫摘要

do-summarise = 寫摘要
prompt-summarise = { $mention }，請聽一聽、看一看附件，<b>回覆這則訊息</b>寫下 { $number } 說的是什麼事、在哪裡。寫好後我再判斷該由誰辦。
placeholder-summarise = 附件裡說了什麼
