# 一件一档

do-export = 导出归档
command-export = 导出一件的档案
archive-title = { $number } 办理档案
archive-name = { $number } 档案.html
archive-status = 状态
archive-domain = 领域
archive-office = 主办部门
archive-support = 协办部门
archive-handler = 办理人（工号）
archive-filed = 收到
archive-answered = 办结答复
archive-outcome = 办理结果
archive-leader = 包案领导
archive-files = 附件
archive-letter = 市民来信
archive-course = 办理经过
archive-foot = 电话、证件号等已遮住。评价只计总数，不在档案里。
archive-sent = <b>{ $number }</b> 的档案已私聊发给您，里面有内部备注。
toast-exported = 已私聊发给您
