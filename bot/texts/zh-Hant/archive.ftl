# 一案一卷

do-export = 匯出案卷
command-export = 匯出案卷
archive-title = { $number } 案卷
archive-name = { $number } 案卷.html
archive-status = 狀態
archive-domain = 類別
archive-office = 主辦單位
archive-support = 協辦單位
archive-handler = 承辦人（編號）
archive-filed = 收到
archive-answered = 辦結答覆
archive-outcome = 辦理結果
archive-leader = 督導首長
archive-files = 附件
archive-letter = 陳情內容
archive-course = 辦理經過
archive-foot = 電話、證件號碼等已遮住。評價只計總數，不在案卷裡。
archive-sent = <b>{ $number }</b> 的案卷已私訊傳給您，裡面有內部備註。
toast-exported = 已私訊傳給您
