# 市民不写命令也能点的：菜单，选哪一件。

button-privacy = 隐私
button-help = 帮助
button-case-about = { $number } { $headline }
which-case =
    { $verb ->
        [add] 要补充哪一件？
        [remind] 要催办哪一件？
       *[withdraw] 要撤回哪一件？
    }
which-none =
    { $verb ->
        [add] 您现在没有可以补充的事。有什么要说，直接写给我，就是新的一件。
        [remind] 您现在没有正在办理的事，不用催。有什么难处，直接写给我。
       *[withdraw] 您现在没有可以撤回的事。
    }
command-add = 补充一件
command-privacy = 谁看得到什么
citizen-latest-question = 他们还在等您回答：{ $text } 直接写在这里就行，收到后接着办。

# 一件事现在怎样，市民看的说法
own-status-triage = 还没派到部门
own-status-dispatched = 等部门签收
own-status-in_progress = 正在办理
own-status-awaiting_citizen = 等您回答
own-status-deferred = 暂时办不了
own-status-resolved = 已答复
own-status-closed = 已结束
own-status-withdrawn = 已撤回
own-status-merged = 一起办理
own-status-declined = 不在这里办
refused-own-move = 这件事现在是“{ $status }”，不能{ $action }了。有话要说，直接写给我就行。
