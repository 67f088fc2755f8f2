# 保密，以及查看联系方式。

do-seal = 设为保密
do-reveal = 查看联系方式
button-seal = 🔒 保密
button-seal-off = 🔓 不保密
button-sealed-text = 全文（发到私聊）
seal-draft = 🔒 保密：群里只显示编号和类别，不显示您写的话。经手的人（经办、派单、督办，审答复的，接紧急呼叫的）才能单独打开看，每次都有记录；也不会拿去和别人的事合并或作参考。
seal-receipt = 🔒 这一件已保密：您写的话不出现在群里。
seal-mine = 🔒 这一件是保密件：您写的话不出现在群里，只有经手的人（经办、派单、督办，审答复的，接紧急呼叫的）能单独打开看，每次都有记录。
seal-done = <b>{ $number }</b> 已设为保密：您写的话不再出现在群里，先前发过去的也在收回（已经看过的、超过两天的文件收不回来）。事情照常办，有消息我就告诉您。
seal-lifted = <b>{ $number }</b> 不再保密，负责的部门可以在群里看到您写的话。
seal-already = 这一件已经是保密件。
seal-card = 🔒 <b>保密件</b>：内容不在这里显示。签收以后由经办人在私聊里看，答复也在私聊里写。
seal-line = 🔒 保密件
seal-over = 这一件已设为保密，内容已收回。
seal-text = 🔒 <b>{ $number }</b>（保密件，请勿转发）：
seal-not-here = 这是保密件，不能在群里看，也不要在群里写。看内容请按“全文（发到私聊）”，答复请到和我的私聊里写。
seal-not-yours = 这是保密件：签收的经办人、派单员、督办员等经手的人才能看内容。
toast-sealed = 已设为保密
toast-unsealed = 已不再保密
toast-private = 已发到您和我的私聊里，这次查看有记录
reveal-contact = <b>{ $number }</b> 市民留下的号码（仅供办理这一件，这次查看已记录）：
reveal-nothing = 市民没有留下电话或证件号码。
reveal-no-private = 我发不到您的私聊。请先私聊我按“开始”，再试一次。
reveal-not-yours = 只有正在办理这一件的人能看联系方式。
reveal-head = <b>{ $number }</b> 被查看过 { $count } 次，最近的在前：
reveal-line = { $at } { $name }（{ $staff }）：{ $what ->
        [contact] 联系方式
       *[text] 保密件的内容
    }
reveal-none = <b>{ $number }</b>：没有人查看过联系方式或保密内容。
toast-write-private = 保密件：请到和我的私聊里写
list-over =
    这份清单里有内容已收回，清单先收起来了。{ $again ->
        [yes] 按“再看一次”，看到的就是现在的。
       *[no] {""}
    }
button-list-again = 再看一次
seal-returned = { $at } { $office }退回：{ $text }
seal-noted =
    { $at } { $office ->
        [none] 内部备注
       *[other] { $office }的协办意见
    }：{ $text }
seal-proposed = 等审批：{ $what }。{ $text }
seal-answered = 部门的答复：{ $text }
seal-objected = 市民不认可：{ $text }
approve-sealed = 🔒 这是保密件：市民的话和要审的内容不在这里显示。请按“全文（发到私聊）”，看过再定，每次查看有记录。
page-sealed = 🔒 这是保密件：市民的话不在这里显示。先按“收到，我来处理”，再按“全文（发到私聊）”就能看，每次查看有记录。
