# 有人有危险：问市民，叫值班。值班表，不在时请人代。

danger-ask =
    <b>现在有人有危险吗？</b>有的话，请马上打电话：{ $numbers }。
    请在下面点一个。三分钟没有回答，我就当作有，照现在的样子提交，叫值班的人来看。
button-danger-yes = 有
button-danger-no = 没有危险，可以等
button-danger = 有人有危险

page-citizen-now =
    { $called ->
        [yes] 已经在叫值班的人先看这一件。
       *[no] 这一句已转给部门。
    }<b>情况急，请先打电话：</b>{ $numbers }。
page-citizen-care =
    { $called ->
        [yes] 已经在请值班的人来看。
       *[no] 这一句已转给部门。
    }<b>难受的时候，请先找个人说说话：</b>{ $numbers }，随时有人接听。
page-citizen-unanswered = <b>{ $number }</b> 已经叫了值班的人 { $rounds } 次，还没有人应答，我接着叫。请不要只等我：有危险，或者心里难受，先打电话：{ $numbers }。
page-citizen-answered = 值班的工作人员看到 <b>{ $number }</b> 了，正在处理。情况有变化，接着写在这里；急的话先打电话：{ $numbers }。

page-head = 🚨 <b>紧急：{ $number }</b>，第 { $round } 次呼叫
page-why =
    { $why ->
        [care] 市民说的话让人担心，可能想伤害自己。请用关心的口气，先稳住人。
        [citizen] 市民说：现在有人有危险。
        [silence] 可能有人有危险：写的话像，问了市民，没有等到回答。
       *[words] 市民写的话里有危险。
    }
page-place = 📍 { $place }
page-how = 没有人应答的话，会一直再叫。应答不等于签收；要自己办，再按“签收”。
button-page-answer = 收到，我来处理
button-page-open = 打开卡片
page-group = 🚨 <b>紧急：{ $number }</b>，{ $mentions }，私聊找不到您。请看这里的卡片，马上处理。
page-nobody = 🚨 <b>紧急：{ $number }</b>，没有能叫到的值班人员。看到的人请马上处理。
page-again = { $number }：第 { $round } 次呼叫没有人应答，已再叫一次。
page-ended =
    { $how ->
        [mine] <b>{ $number }</b>：您 { $at } 应答了，其他人不再叫。请马上处理。
        [answered] <b>{ $number }</b>：{ $name } { $at } 应答了，正在处理。
        [claimed] <b>{ $number }</b>：{ $name } { $at } 签收了。
       *[other] <b>{ $number }</b> 现在是“{ $status }”，不再呼叫。
    }
card-paged = 🚨 { $at } 第 { $round } 次呼叫值班，还没有人应答。
card-page-answered = 🚨 { $name }（{ $staff }）{ $at } 应答了呼叫。
toast-page-answered = 已应答，其他人不再叫
refused-page-answered = { $name }已经接手了这次呼叫。

duty-head = <b>{ $office }</b> 值班，A、B 两班轮流
duty-now = 现在 { $shift } 班（到 { $until }）：{ $names }
duty-next = 下一班 { $shift } 班：{ $names }
duty-nobody = 还没有排人
duty-away =
    { $deputy ->
        [none] { $name }（不在）
       *[other] { $name }（不在，{ $deputy } 代）
    }
duty-without = 没有人值班的时候，紧急的事叫部门负责人，再叫督办员、管理员。
button-duty-set = 排 { $shift } 班
button-duty-done = 好了
duty-set = <b>{ $office }</b> { $shift } 班：点名字排上，再点一次去掉。
duty-no-staff = <b>{ $office }</b> 还没有工作人员，排不了 { $shift } 班。先用 /invite 邀请。
duty-which = 看哪个部门的值班？

away-until = { $who }，您到哪天不在？今天算第一天。别的日子请写：/away 11-30，后面可以加代理人的工号。
button-away-today = 今天
button-away-three = 3 天
button-away-week = 一周
button-away-back = 我回来了
away-who = { $name } 到 { $until } 不在（含当天）。谁代您？紧急呼叫和到期提醒会找代理人。
away-alone = { $name } 到 { $until } 不在（含当天）。现在没有能代您的同事，紧急呼叫会跳过您。
away-with-deputy = { $name } 到 { $until } 不在（含当天），{ $deputy } 代。紧急呼叫和到期提醒会找代理人。
away-back = { $name } 回来了。
away-deputy = { $name } 到 { $until } 不在（含当天），请您代。紧急呼叫和到期提醒会找您。
away-deputy-free = { $name } 不用您代了。
refused-not-ahead = 这一天已经过去，或者在一年以后。请换一天。
refused-no-such-colleague = 没有找到这位同事，或者这位同事现在也不在。请写同事的工号或名字。
