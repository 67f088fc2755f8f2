# 一件事的经过，市民和归档都用

history-filed = { $at } 收到{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-dispatched = { $at } 派给{ $office }{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-claimed = { $at } 签收，开始办理（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-transferred = { $at } 转到{ $office }{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-asked =
    { $at } { $words ->
        [yes] 请市民补充：{ $text }
       *[no] 部门请您补充
    }
history-supplied = { $at } 收到回答{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-added = { $at } 收到补充{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-replied = { $at } 答复进展（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-resolved =
    { $at } { $outcome ->
        [solved] 办结：已解决
        [explained] 办结：已作说明
       *[planned] 办结：列入计划
    }（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reopened = { $at } 重新办理{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-noted = { $at } 内部备注（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-withdrawn = { $at } 已撤回{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-unreachable = { $at } 消息送不到市民{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reachable = { $at } 消息又能送到市民{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-graded = { $at } 定为复杂，期限延长{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-missed = { $at } 到期没有办到{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-resumed = { $at } 没有等到回答，先接着办{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reckoned = { $at } 节假日安排有变，期限重算{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-returned = { $at } 退回综合受理{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-declined = { $at } 不在这里办，另有该走的路{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-redirected = { $at } 改由{ $office }负责{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-supported = { $at } 协办部门有变动{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-proposed = { $at } 报批（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-agreed = { $at } 同意（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-refused = { $at } 不同意（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-extended = { $at } 批准延期 { $days } 个工作日{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-deferred = { $at } 暂时办不了（挂账），{ $until } 再办{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-recalled = { $at } 恢复办理{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-merged = { $at } 与 { $numbers } 一起办{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-unmerged = { $at } 重新单独办理{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-joined = { $at } { $numbers } 并入{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-left = { $at } { $numbers } 拆出{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-split = { $at } 拆成几件：{ $numbers }{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-taken_over = { $at } 由{ $leader }亲自督促（包案）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-handed_over = { $at } 换人办理{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-released = { $at } 放回待签收{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reminded = { $at } 催办{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-supervised = { $at } 列入督办{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-escalated = { $at } 升为挂牌督办{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-reopen_asked = { $at } 不认可答复，请督办员来定{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-upheld = { $at } 督办员看过，维持原来的答复{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-rated = { $at } 市民评价{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-closed = { $at } 结束（销号）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-corrected = { $at } 更正答复（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-summarised = { $at } 补写摘要（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-accused = { $at } 确认被反映对象（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-sealed = { $at } 保密设置有变动{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-revealed = { $at } 查看联系方式（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-paged = { $at } 呼叫值班人员{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-page_answered = { $at } 值班人员应答（工号 { $staff }）{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
history-left-out = （中间还有 { $count } 步）
history-head = <b>办理经过</b>
step-filed = ✅受理
step-work = { $past ->
        [yes] ✅办理
       *[no] 办理
    }
step-watched = ✅督办
step-answer = { $past ->
        [yes] ✅反馈
       *[no] 反馈
    }
step-follow-up = { $past ->
        [yes] ✅回访
       *[no] 回访
    }
