# 对管理员说的话。

role-clerk = 工作人员
role-lead = 部门负责人
role-checker = 现场核查员
role-dispatcher = 派单员
role-supervisor = 督办员
role-admin = 管理员

welcome-staff =
    欢迎，{ $name }。您现在是<b>{ $office }</b>的{ $role }，工号 { $staff }。
    { $group ->
        [yes] 案件会发到部门的群里；请让管理员把您加进群。
       *[no] 部门还没有可用的群，案件暂时由综合受理或管理员代收。
    }
    /help 看怎么用。
welcome-city =
    欢迎，{ $name }。您现在是全{ $unit }的{ $role }，工号 { $staff }。
    /help 看怎么用。
invite-example = 工作人员 教育局（也可以只发 /invite，再点选）
invite-used =
    { $name }（工号 { $staff }）已接受邀请：{ $office }{ $role }。
    不是您请的人，就发 /staff { $staff }，按“离岗”。
invite-which = 邀请谁？请点角色，再点部门。
invite-office = 邀请到哪个部门？
bind-which = 这个群归哪个部门？
bind-only-group = 请在部门的群里发 /bind。还没有群，就先建一个，把我加进去。
bind-done =
    这个群现在是<b>{ $office }</b>的群。{ $count ->
        [0] 目前没有待办的案件。
       *[other] 有 { $count } 件待办，{ $much ->
            [yes] 最急的先发到这里。
           *[no] 卡片随后发到这里。
        }
    }
    新的案件会自动发来；回复卡片就能答复市民。
bind-moved = 这个群升级成了超级群，绑定已跟着转移，卡片随后重新发到这里。
group-hello = 大家好，我是{ $city }民声。请管理员在这里发 /bind，把这个群绑定到部门。
group-stranger = 这个机器人只为{ $city }的部门服务，我先退出了。需要的话请联系管理员。
group-private = 反映事情请私聊我，这样群里的人看不到。
group-private-button = 私聊
group-lost = ⚠️ 我已不在{ $offices }的群里了。案件暂时由综合受理或管理员代收。请把我加回那个群，卡片会重新发过去；换了新群的话，在新群里发 /bind。
dead-letter = ⚠️ 有一条消息处理失败，已存档 { $reference }。如果是市民私聊发来的，我已致歉。请运维人员查看日志；修好以后，用 minsheng again { $reference } 补办。
dead-letter-again = ⚠️ { $reference } 补办又失败了，还存着。没有再打扰发的人。请运维人员查看日志。
admin-not-sent = ⚠️ 有一条消息（{ $purpose }）Telegram 不收：{ $why }
calendar-unpublished =
    ⚠️ { $year } 年的调休安排，程序里还没有。在补上之前，{ $year } 年按周一到周五上班、法定节日放假来算，办理期限可能会差一两天。
    国务院公布以后，请升级程序，或把放假和调休的日子写进 config.toml 的 [calendar.exceptions]，再重新启动；正在计时的件会照新的日历重算。
first-admin = 第一位管理员：请在 Telegram 打开 { $link }（{ $hours } 小时内有效，只能用一次）
command-start = 开始
command-mycases = 我反映的事
command-case = 查看一件
command-withdraw = 撤回一件
command-remind = 催办一件
command-summary = 立项、办结、推进、超期
command-supervise = 列入督办
command-escalate = 挂牌督办
command-takeover = 领导包案
command-help = 说明
command-queue = 本部门的件
command-claim = 签收
command-reply = 答复
command-ask = 请市民补充
command-transfer = 转办
command-return = 退回
command-extend = 申请延期
command-defer = 申请挂账
command-support = 请部门协办
command-handover = 换人办理
command-decline = 不予受理
command-invite = 发邀请链接
command-complex = 定为复杂件
command-template = 答复模板
command-merge = 并单
command-split = 拆单
command-duty = 值班表
command-away = 我不在，请人代
command-bind = 绑定部门
command-status = 运行情况
