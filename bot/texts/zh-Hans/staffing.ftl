# 谁在这里工作：名单、改角色、换部门、离岗。

command-staff = 工作人员名单
staff-head =
    { $office ->
        [all] <b>工作人员</b>，共 { $count } 人
       *[other] <b>{ $office }</b>的工作人员，共 { $count } 人
    }
staff-office = <b>{ $office }</b>
staff-of-city = 全{ $unit }
staff-line = { $name }（{ $staff }）{ $role }{ $state }
staff-nobody = 这里还没有人。用 /invite 邀请。
staff-called = { $name }（{ $staff }）
staff-role = { $office } { $role }
staff-in-hand = 在办 { $count } 件
staff-on-duty = 现在值班
staff-away =
    { $deputy ->
        [none] 到 { $until } 不在
       *[other] 到 { $until } 不在，{ $deputy } 代
    }
staff-unreachable = 私信发不到
staff-out-of-reach = ⚠️ 我发不了私信给对方：还没有点开过我，或者停用了我。
staff-person = <b>{ $name }</b>，工号 { $staff }
staff-since = { $role }（{ $since }起）
staff-load =
    { $count ->
        [0] 手上没有在办的件
       *[other] 在办 { $count } 件{ $late ->
            [0] {""}
           *[other] ，其中超期 { $late } 件
        }
    }
staff-gone = 已经不是工作人员。
staff-own = 这是您自己。要改您的角色或者离岗，请另一位管理员来办。
button-staff = { $name } { $staff }
button-staff-list = 回到名单
button-staff-role = 改角色
button-staff-move = 换部门
button-staff-add = 再加一个部门
button-staff-out = 离岗
button-staff-all = 全部，离开这里
staff-which-role = { $name }（{ $staff }）有几个角色，改哪一个？
staff-which-move = { $name }（{ $staff }）有几个角色，哪一个换部门？
staff-which-out = { $name }（{ $staff }）有几个角色，离开哪一个？
staff-pick-role = { $name }（{ $staff }）现在是{ $role }，改成什么？
staff-pick-office = { $name }（{ $staff }）到哪个部门当{ $role }？
staff-cases =
    { $count ->
        [0] { $name }（{ $staff }）手上还有您不能看的件。
       *[other] { $name }（{ $staff }）手上还有 { $count } 件要交接：
    }
staff-case = { $number } { $headline } · { $status }
staff-cases-more = 还有 { $count } 件
staff-whom = 交给谁？也可以放回部门，让同事自己签收。
button-staff-heir = { $name } { $staff }，在办 { $count }
button-staff-queue = 放回部门待签收
staff-sure =
    { $leaves ->
        [yes] 让 <b>{ $name }</b>（{ $staff }）离岗？
       *[no] 改 <b>{ $name }</b>（{ $staff }）的角色？
    }
staff-sure-ends = 不再是：{ $roles }
staff-sure-begins = 新的：{ $role }
staff-sure-cases =
    { $heir ->
        [none] 在办的 { $count } 件放回部门待签收
       *[other] 在办的 { $count } 件交给{ $heir }
    }
staff-sure-no-cases = 没有要交接的件
staff-sure-writing = 写了还没发出的 { $count } 条答复会停下，不会发给市民
staff-sure-empty =
    { $lacks ->
        [lead] ⚠️ 这样一来，{ $office }没有负责人
       *[nobody] ⚠️ 这样一来，{ $office }没有人办件
    }
staff-sure-told = 会告诉本人和部门的群一次，市民不会收到消息。现在还没有改。
button-staff-sure = 确定，改
button-staff-sure-out = 确定，离岗
staff-done =
    { $roles ->
        [none] <b>{ $name }</b>（{ $staff }）已离岗。
       *[other] <b>{ $name }</b>（{ $staff }）现在是：{ $roles }。
    }
staff-done-heir = { $count } 件已交给{ $heir }。
staff-done-queue = { $count } 件已放回待签收。
staff-done-stopped = { $count } 条快要发出的答复已停下，原文发到了部门的群。
staff-done-groups = 群里的成员我动不了：请把这位同事移出部门的群。
staff-you-left = 您在这里的工作已经交接完，不再是工作人员。谢谢您。要反映自己的事，照常发给我就行。
staff-you-now = 您现在的角色：{ $roles }。命令菜单已经换好，/help 看怎么用。
staff-news-joined = 新同事：{ $name }（{ $staff }），{ $office }{ $role }。
staff-news-changed = { $name }（{ $staff }）现在是{ $office }{ $role }。
staff-news-left = { $name }（{ $staff }）不再是{ $office }的人。
staff-news-cases = { $name }（{ $staff }）手上的件有交接。
staff-news-heir = { $count } 件交给{ $heir }：{ $numbers }
staff-news-queue = { $count } 件放回待签收，请尽早签收：{ $numbers }
staff-news-remove = 如果人还在这个群里，请群管理员移出。
staff-numbers-more = { $numbers } 等 { $count } 件
staff-left-why = { $name }离岗了，答复没有发给市民。
staff-deputy-left = { $name }离岗了，不能再代您。要另请人代，请发 /away。
refused-staff-self = 不能改自己的角色。请另一位管理员来办。
refused-last-admin = 这是最后一位管理员。请先用 /invite 再请一位。
refused-configured-admin = 这位管理员写在 config.toml 的 desk.admins 里，重新启动又会恢复。请先让运维从那里删掉。
refused-staff-gone = 这个角色已经不在了，可能另一位管理员刚办过。请重新发 /staff。
refused-staff-same = 已经有这个角色了。
