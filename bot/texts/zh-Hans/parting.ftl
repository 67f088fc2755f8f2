# 写来的话是哪一件的：在等回答、别的件、另一件事

button-other-matter = 🆕 这是另一件事
toast-other-matter = 好，见下面新的一条
citizen-detached =
    好，这一条不算 <b>{ $number }</b> 的了，{ $who ->
        [office] <b>{ $office }</b>会知道。
       *[triage] <b>综合受理</b>会知道。
    }我另写了一件，就在下面，看过再按“提交”。{ $question ->
        [none] {""}
       *[other] {"\u000A"}他们问您的“{ $question }”还等着回答：直接回复这条消息就行。
    }
group-detached =
    <b>{ $number }</b>{ $lead ->
        [none] {""}
       *[other] （并入 <b>{ $lead }</b>）
    }：市民说，先前的{ $was ->
        [answer] 回答
       *[addition] 补充
    }{ $text ->
        [none] {""}
       *[other] “{ $text }”
    }{ $files ->
        [none] {""}
       *[other] （{ $files }）
    }是另一件事，不算这一件的。{ $left ->
        [asked] 您问的还在等市民回答。
        [answered] 您已经答复过，请再看一遍；有不对的，用“更正”。
        [ask] 还需要回答的话，请再问一次。
       *[none] {""}
    }
card-detached = 市民说是另一件事（{ $at }）：{ $text }
did-detached = 说先前的回答是另一件事
history-detached = { $at } 有一条说的是另一件事，已拿出来{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
refused-already-apart = 这一条已经拿出来了，不在这一件里。
refused-too-late-apart = 这一条送去一天多了，部门已经在照着办。另一件事，请重新写给我。
refused-draft-full = 您正写着的那一件放不下了。请先把它提交，再按这个按钮。
action-detach = 改成另一件
action-unanswer = 改成另一件

button-answer-about = ↩️ 回答 { $number } { $headline }
button-more-cases = ➕ 补充到别的件…
draft-which-case = 这是哪一件的？

small-later = 好，不着急。什么时候写给我都行。
still-asked =
    <b>{ $office }</b>还在等您回答（<b>{ $number }</b>）：“{ $question }”
    直接写在这里就行。{ $until ->
        [none] {""}
       *[other] 到 { $until } 没有回答，他们先照现有的情况接着办。
    }
