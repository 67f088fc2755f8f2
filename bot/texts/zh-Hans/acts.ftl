# 工作人员最近做了什么；管理员发给大家的话。

command-audit = 最近的操作记录
audit-head =
    { $of ->
        [person] <b>操作记录</b>，工号 { $which }，第 { $page } 页
        [case] <b>操作记录</b>，{ $which }，第 { $page } 页
       *[all] <b>最近的操作记录</b>，第 { $page } 页
    }
audit-line = { $at } { $who } { $what }
audit-nothing = 没有记录。
audit-how = 只看一个人：/audit 工号或名字。只看一件：/audit 编号。
audit-somebody = 不在名单里的人
audit-desk = 系统
act-case =
    { $to ->
        [none] { $number } { $done }
       *[other] { $number } { $done } → { $to }
    }
act-filed = 受理
act-grant = 给 { $person } 加了角色：{ $role }
act-revoke = 取消了 { $person } 的角色：{ $role }
act-invite = 发了邀请：{ $role }
act-invite_withdrawn = 收回了邀请：{ $role }
act-bind = 把一个群绑定到{ $office }
act-duty =
    { $on ->
        [yes] 把 { $person } 排进{ $office } { $shift } 班
       *[no] 把 { $person } 从{ $office } { $shift } 班去掉
    }
act-away = 到 { $until } 不在
act-back = 回来了
act-retrain = 重新训练模型，现用 { $model }
act-discard-model = 没有采用新模型 { $model }
act-switch-model = 换模型：{ $model }
act-knowledge = 写了一张知识卡
act-knowledge-retired = 停用了一张知识卡
act-template = 存了一个答复模板：{ $name }
act-template_removed = 删了一个答复模板
act-recorded = 代来电人登记 { $number }
act-export = 导出 { $number } 的档案
act-broadcast = 通知 { $count } 人（{ $office }）：{ $text }

command-broadcast = 通知全体工作人员
broadcast-example = 明天上午系统维护，9 点到 10 点请不要办件。
broadcast-body =
    📢 { $text }

    —— { $name }
broadcast-preview =
    { $whom ->
        [all] 发给全体工作人员，除您以外 { $count } 人。他们看到的就是下面这样：
       *[other] 发给{ $whom }的工作人员，除您以外 { $count } 人。他们看到的就是下面这样：
    }
broadcast-night = 现在不是上班时间。可以等到 { $at } 再发。
button-broadcast = 现在发给 { $count } 人
button-broadcast-anyway = 现在就发，{ $count } 人
button-broadcast-morning = { $at } 发
button-broadcast-to = 换范围
button-broadcast-all = 全体
button-broadcast-stop = 不发了
broadcast-whom = 发给谁？
broadcast-scheduled = 定好了：{ $at } 发给 { $count } 人。发完我会告诉您结果。
broadcast-sending = 正在发给 { $count } 人。发完我会告诉您结果。
broadcast-cancelled = 没有发。
broadcast-replaced = 您又写了一条，这一条没有发。
broadcast-below = 后半段也收到了，合成一条，预览在下面。
broadcast-too-long = 太长了，没有发：一条通知最多 { $limit } 字。请删短后重新写 /broadcast。
broadcast-name = 通知
broadcast-dropped = 这一条没有发：没有人可以发，或者发的人已经不是管理员。
broadcast-result = 通知已送到 { $count } 人。
broadcast-lost = { $count } 人送不到，请用别的办法告诉他们：{ $names }
broadcast-waiting = 还有 { $count } 人没有等到 Telegram 的回音，会继续送。
