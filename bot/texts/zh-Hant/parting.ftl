# 寫來的話是哪一件的：在等回答、其他案件、另一件事

button-other-matter = 🆕 這是另一件事
toast-other-matter = 好，請看下面新的一則
citizen-detached =
    好，這一則不算 <b>{ $number }</b> 的了，{ $who ->
        [office] <b>{ $office }</b>會知道。
       *[triage] <b>綜合受理</b>會知道。
    }我另外寫成一件，就在下面，看過再按「送出」。{ $question ->
        [none] {""}
       *[other] {"\u000A"}他們問您的「{ $question }」還等著回答：直接回覆這則訊息就好。
    }
group-detached =
    <b>{ $number }</b>{ $lead ->
        [none] {""}
       *[other] （併入 <b>{ $lead }</b>）
    }：民眾說，先前的{ $was ->
        [answer] 回答
       *[addition] 補充
    }{ $text ->
        [none] {""}
       *[other] 「{ $text }」
    }{ $files ->
        [none] {""}
       *[other] （{ $files }）
    }是另一件事，不屬於本案。{ $left ->
        [asked] 您問的還在等民眾回答。
        [answered] 您已經答覆過，請再看一次；有不對的，用「更正答覆」。
        [ask] 還需要回答的話，請再問一次。
       *[none] {""}
    }
card-detached = 民眾說是另一件事（{ $at }）：{ $text }
did-detached = 說先前的回答是另一件事
history-detached = { $at } 有一則說的是另一件事，已拿出來{ $words ->
        [yes] ：{ $text }
       *[no] {""}
    }
refused-already-apart = 這一則已經拿出來了，不在這一件裡。
refused-too-late-apart = 這一則送出一天多了，承辦單位已經照著辦。另一件事，請重新寫給我。
refused-draft-full = 您正在寫的那一件放不下了。請先送出，再按這個按鈕。
action-detach = 改成另一件
action-unanswer = 改成另一件

button-answer-about = ↩️ 回答 { $number } { $headline }
button-more-cases = ➕ 補充到其他陳情…
draft-which-case = 這是哪一件的？

small-later = 好，不急。什麼時候寫給我都可以。
still-asked =
    <b>{ $office }</b>還在等您回答（<b>{ $number }</b>）：「{ $question }」
    直接寫在這裡就好。{ $until ->
        [none] {""}
       *[other] 到 { $until } 還沒有回答，他們會先照現有的情況繼續辦。
    }
