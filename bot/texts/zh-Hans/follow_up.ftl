# 回访、销号、重办和维持。

follow-up-head =
    <b>{ $number }</b>（{ $headline }），<b>{ $office }</b>已经答复您了。办得怎么样，请按三下告诉我。
    您怎么评，经办的人看不到，只看得到总数。
follow-up-contacted = <b>{ $nth }/3</b> 有没有人联系过您？
follow-up-solved =
    <b>{ $nth }/3</b> { $kind ->
        [explained] 说明得清楚吗？
       *[solved] 事情解决了吗？
    }
follow-up-satisfaction = <b>{ $nth }/3</b> 您满意吗？
follow-up-said = 您选的：{ $choices }
follow-up-words = 您说的：{ $text }
follow-up-thanks = 谢谢您，<b>{ $number }</b> 的评价记下了。还想说什么，直接回复这条消息就行，写字、发照片都可以。
follow-up-why =
    记下了。<b>{ $number }</b> 要不要重办，我请督办员来定。
    哪里没办好，直接在这里写，也可以发照片，我一起转交；重办的话，经办的人会看到。没有要补充的，按“直接提交”。
follow-up-why-again =
    您不同意 <b>{ $number }</b> 的决定，我请督办员再看一次。
    为什么不同意，直接在这里写，也可以发照片，我一起转交。没有要补充的，按“直接提交”。
follow-up-passed-on = <b>{ $number }</b> 已转给督办员。
follow-up-kept = 记下了，和 <b>{ $number }</b> 放在一起。

button-follow-up-contacted =
    { $choice ->
        [yes] 有人联系过
       *[no] 没有人联系
    }
button-follow-up-solved =
    { $kind ->
        [explained] { $choice ->
            [yes] 说清楚了
           *[no] 没说清楚
        }
       *[solved] { $choice ->
            [yes] 解决了
           *[no] 没有解决
        }
    }
button-follow-up-satisfaction =
    { $choice ->
        [yes] 满意
        [mostly] 基本满意
       *[no] 不满意
    }
button-follow-up-reset = 重选
button-follow-up-submit = 直接提交
button-follow-up-again = 我不同意
button-follow-up-rate = 评价

citizen-reopen-asked =
    您对 <b>{ $number }</b> 的意见已转给督办员。{ $due ->
        [none] 是重新办理，还是维持原来的答复，由他们定。
       *[other] 是重新办理，还是维持原来的答复，他们应在 <b>{ $due }</b> 前定。
    }定了我就告诉您。
citizen-upheld =
    <b>{ $number }</b>：督办员看过了，维持<b>{ $office }</b>原来的答复。理由：
    
    { $text }
    
    工号 { $staff }。{ $again ->
        [yes] 不同意的话，按“我不同意”，可以请督办员再看一次。同意就不用做什么。
       *[no] 以后又有问题，重新写给我就行。
    }
citizen-closed =
    { $ended ->
        [confirmed] <b>{ $number }</b> 办完了，到此结束。又有问题，重新写给我就行。
        [upheld] <b>{ $number }</b> 维持原来的答复，没有等到您再提意见，到此结束。又有问题，重新写给我就行。
        [route]
            <b>{ $number }</b>：督办员又看了一次，维持原来的答复，这里不再重办。理由：
            
            { $text }
            
            工号 { $staff }。您还有别的路：{ $route }
       *[not_rated] <b>{ $number }</b> 没有等到您的评价，先结束了；没有回音，我不会当成您满意。想评价，随时按下面的“评价”。
    }

# 督办员

reopen-request =
    ⚠️ <b>{ $number }</b>（{ $headline }）：{ $nth ->
        [none] 市民不认可答复，请定重办还是维持。
       *[other] 第 { $nth } 位市民也不认可答复，请一起定重办还是维持。
    }
    { $office }{ $handler ->
        [none] {""}
       *[other] ，办理人 { $handler }
    }
reopen-request-answer = 答复（{ $at }，{ $outcome }）：{ $text }
reopen-request-words = 市民说：{ $text }
reopen-request-no-words = 市民没有写理由。
reopen-request-due =
    { $due ->
        [none] 请尽快定。
       *[other] 请在 { $due } 前定。
    }{ $last ->
        [yes] 已经维持过一次，这次再维持就是终结，要写明市民还能走哪条路。
       *[no] {""}
    }
reopen-decided =
    <b>{ $number }</b>：{ $name }已定，{ $what ->
        [reopened] 重办。
        [upheld] 维持。理由已告诉市民。
       *[closed] 终结。理由和还能走的路已告诉市民。
    }
end-which-route = <b>{ $number }</b> 再维持就终结。请选市民还能走的路：
button-redo = 重办
button-uphold = 维持
button-end = 维持并终结
button-card = 卡片
prompt-uphold = { $mention }，请<b>回复本条消息</b>写明维持的理由，市民会看到。{ $number }
placeholder-uphold = 维持的理由
prompt-end = { $mention }，请<b>回复本条消息</b>写明为什么不再重办，市民会看到；“{ $route }”怎么走，我会附上。{ $number }
placeholder-end = 不再重办的理由
decide-due-soon =
    ⏰ <b>{ $number }</b>：{ $what ->
        [reopening] 市民不认可答复，重办还是维持
       *[proposal] 报批的事，同意不同意
    }，请在 { $due } 前定。
decide-missed =
    ⚠️ <b>{ $number }</b>：{ $what ->
        [reopening] 市民不认可答复，重办还是维持
       *[proposal] 报批的事，同意不同意
    }，应在 { $due } 前定，还没有定。
follow-up-left-words = <b>{ $number }</b>：回访到期，市民没有评价，留了话：{ $text }

# 部门

group-reopened =
    <b>{ $number }</b> 要重新办理。{ $text ->
        [none] {""}
       *[other] 市民说：{ $text }
    }
    { $who ->
        [handler] { $mention }，请接着办{ $due ->
            [none] 。
           *[other] ，{ $due } 前答复市民。
        }
       *[office] 原来的办理人不在了，请来一位接着办{ $due ->
            [none] 。
           *[other] ，{ $due } 前答复市民。
        }
    }
card-reopened = 重办（{ $at }，{ $name }），市民说：{ $text }
rates = 本月回访 { $whole } 件：{ $parts } · 满意 { $satisfied }、基本满意 { $mostly }，满意率 { $percent }%（基本满意按 { $weight } 算）
rate-contacted = 联系过 { $part }/{ $whole }（{ $percent }%）
rate-solved = 解决 { $part }/{ $whole }（{ $percent }%）
rate-clear = 说明清楚 { $part }/{ $whole }（{ $percent }%）

refused-supervisor-only = 重办还是维持，由督办员或管理员定。
refused-own-matter = 这是您自己反映的事，请别的督办员来定。
refused-already-decided =
    { $name }已经定了：{ $what ->
        [reopened] 重办。
        [upheld] 维持。
       *[closed] 终结。
    }
refused-already-rated = 您的评价已经记下了，谢谢。
refused-follow-up-over = 这件事后来又有了变化，这里不用再按了。发 /mycases 看现在的情况。
