# 对市民说的话。短，白话，说清下一步；不用感叹号，不许做不到的诺。

start =
    您好，这里是<b>{ $city }民声</b>。
    遇到难处，直接在这里写下来，写一句也行；可以发照片、语音。
    写完按“提交”，我会转给负责的部门，有进展就在这里告诉您。
    经办的工作人员看得到您写的内容，看不到您的 Telegram 名字和账号。
    有人有危险，请先打电话：{ $numbers }。
start-returning = 您有 { $count } 件事正在办理，用 /mycases 查看。
button-mycases = 我反映的事

danger-now =
    <b>有人有危险，请马上打电话：</b>{ $numbers }。
    打完电话再回来写也不迟，我都在。
danger-care =
    <b>您说的让人担心。请先找个人说说话：</b>{ $numbers }，随时有人接听。
    您愿意在这里说，我也都记着，会请人来看。
draft-how-danger = 按“提交”马上转给工作人员；不按，三分钟后我替您提交。
draft-longer = （全文 { $count } 字，都记下了）
draft-head = 我记下了：
draft-files = 附件：{ $files }
draft-domain = 看起来是<b>{ $domain }</b>的事，提交后转给<b>{ $office }</b>。
draft-chosen = 按您选的<b>{ $domain }</b>，提交后转给<b>{ $office }</b>。
draft-unread = 这件事是关于什么的？选一类，就直接转给负责的部门。不选也照样能提交，由<b>综合受理</b>看过再派单。
draft-unsure = 我拿不准该归哪个部门。提交后由<b>综合受理</b>派单，您也可以在下面选。
draft-none-chosen = 提交后由<b>综合受理</b>派单。
draft-no-words = 还没有文字说明。能写一句是什么事、在哪里最好；不写也可以提交，由<b>综合受理</b>派单。
draft-how = 没问题就按“提交”。还没说完，接着写、接着发就行。
draft-for-case = 看起来是对 <b>{ $number }</b>（{ $headline }）的补充。
draft-answers = 看起来是在回答 <b>{ $number }</b> 的提问：“{ $question }”
draft-same = 这和您正在办理的 <b>{ $number }</b>（{ $headline }）像是同一件事。
draft-choose = 请在下面选一个。
draft-filed = 已提交，编号 <b>{ $number }</b>。
draft-joined = 已补充到 <b>{ $number }</b>。
draft-cancelled = 已取消，什么都没有提交。想说的时候再写给我就行。
draft-moved = 见下面最新的一条。
draft-more = 好的，请接着写，或发照片、视频、语音、位置。说完按“提交”。
draft-ask-add = 请写下要补充到 <b>{ $number }</b> 的内容，也可以发照片。发来就补充进去。
draft-reminder =
    您先前写的话还没有提交，就在下面。
    请按下面的按钮，或者接着写。再过 { $minutes } 分钟还没提交，我会照现在的样子替您提交，之后也可以撤回。
draft-auto-joined = 您写的话一直没有提交，我怕耽误，已作为 <b>{ $number }</b> 的补充转给部门。
placeholder-add = 要补充的内容
draft-auto-filed = 您写的话一直没有提交，我怕耽误，已照原样替您提交了。不想反映的话，按下面的“撤回”，或发 /withdraw { $number }。

button-submit = ✅ 提交
button-submit-new = 🆕 作为新的事提交
button-join = ➕ 补充到 { $number }
button-join-about = ➕ 补充到 { $number } { $headline }
button-answer = ↩️ 回答 { $number }
button-domain = 改为{ $domain }
button-domain-is = 是{ $domain }的事
button-more-domains = 其他领域…
button-none = 都不是
button-back = 返回
button-more = 接着写
button-cancel = 取消
button-show = 查看进度
button-add = 补充
button-withdraw = 撤回
button-withdraw-yes = 确认撤回
button-withdraw-no = 不撤回

draft-which-domain = 这件事归哪一类？

citizen-receipt =
    收到了，编号 <b>{ $number }</b>。
    { $who ->
        [office] 已转给<b>{ $office }</b>。下一步由他们签收，签收后我会告诉您。
       *[triage] 由<b>综合受理</b>派单。派给哪个部门，我会告诉您。
    }{ $due ->
        [none] {""}
       *[other] {"\u000A"}最迟 <b>{ $due }</b> 前答复您；到时没有办好，我会如实告诉您。
    }
citizen-dispatched =
    <b>{ $number }</b> 已派给<b>{ $office }</b>。
    下一步由他们签收，签收后我会告诉您。
citizen-claimed =
    <b>{ $number }</b> 已由<b>{ $office }</b>签收，正在办理（工号 { $staff }）。
    下一步是办理和答复，有消息就在这里告诉您。
citizen-transferred =
    { $who ->
        [office]
            { $gone ->
                [none] <b>{ $number }</b> 更适合由<b>{ $office }</b>办理，已经转过去了。
               *[other] { $gone }撤销了，<b>{ $number }</b> 由<b>{ $office }</b>接着办。
            }
            您不用重新反映，他们签收后我会告诉您。
       *[triage]
            { $gone ->
                [none] <b>{ $number }</b> 已交回<b>综合受理</b>重新派单。
               *[other] { $gone }撤销了，<b>{ $number }</b> 已交回<b>综合受理</b>重新派单。
            }
            您不用重新反映，派给哪个部门我会告诉您。
    }
citizen-asked =
    <b>{ $office }</b>办理 <b>{ $number }</b> 时想请您补充：
    
    { $text }
    
    直接在这里回答就行，也可以发照片。他们收到后接着办理。
citizen-supplied =
    您的回答已交给<b>{ $office }</b>（<b>{ $number }</b>）。
    他们接着办理，{ $due ->
        [none] 有消息我会告诉您。
       *[other] 最迟 <b>{ $due }</b> 前答复您。
    }
citizen-added =
    已补充到 <b>{ $number }</b>，{ $who ->
        [office] <b>{ $office }</b>看得到了。
       *[triage] <b>综合受理</b>看得到了。
    }有消息我会告诉您。
citizen-replied =
    <b>{ $office }</b>关于 <b>{ $number }</b> 的答复：
    
    { $text }
    
    工号 { $staff }{ $phone ->
        [none] {""}
       *[other] ，电话 { $phone }
    }。事情还在办理，有话可以直接回复这条消息。
citizen-resolved =
    <b>{ $office }</b>关于 <b>{ $number }</b> 的答复（{ $outcome ->
        [solved] 已办结
        [explained] 已作说明
       *[planned] 暂时办不了，已列入计划
    }）：
    
    { $text }
    
    工号 { $staff }{ $phone ->
        [none] {""}
       *[other] ，电话 { $phone }
    }。{ $asks }我来问您{ $outcome ->
        [solved] 解决了没有
        [explained] 说清楚了没有
       *[planned] 说清楚了没有
    }；有话现在就想说，直接回复这条消息，他们会看到。
citizen-reopened =
    <b>{ $number }</b> 由<b>{ $office }</b>重新办理，{ $due ->
        [none] 有消息我会告诉您。
       *[other] 最迟 <b>{ $due }</b> 前答复您。
    }
citizen-graded =
    <b>{ $number }</b> 这件事比较复杂，答复期限改为 <b>{ $due }</b>。原因：{ $text }
    这期间有进展，我会告诉您。
citizen-missed =
    { $what ->
        [acknowledge] <b>{ $number }</b> 应在 { $due } 前签收，没有做到，很抱歉。
        [progress] <b>{ $number }</b> 应在 { $due } 前告诉您进展，没有做到，很抱歉。
       *[resolve] <b>{ $number }</b> 应在 { $due } 前答复您，没有做到，很抱歉。
    }
    { $who ->
        [handler] { $since } 起由<b>{ $office }</b>办理（工号 { $staff }）。
        [asked] { $since } 起由<b>{ $office }</b>办理（工号 { $staff }）。他们还在等您的回答，直接写在这里就行。
        [office] { $since } 起在<b>{ $office }</b>，还没有人签收。
       *[triage] { $since } 起在<b>综合受理</b>，还没有派到部门。
    }
    { $who ->
        [triage] 我已经催他们派单
       *[office] 我已经提醒他们
    }{ $above ->
        [urgent] ，也已报给综合受理督促。
        [supervised] ，督办员也在盯着这一件。
        [escalated] ，这一件也已升为挂牌督办，报给了上一级。
        [later] ；到 { $next } 还是这样，就请督办员盯着办。
       *[none] 。
    }您不用再写一遍，有消息我就告诉您。
citizen-resumed =
    <b>{ $number }</b>：<b>{ $office }</b>问您的话，还没有等到回答。为了不耽误，他们先照现有的情况接着办，{ $due ->
        [none] 有消息我会告诉您。
       *[other] 最迟 <b>{ $due }</b> 前答复您。
    }
    什么时候想起来，直接回复这条消息，他们都看得到。
citizen-reckoned = 节假日安排有变，<b>{ $number }</b> 的答复期限现在是 <b>{ $due }</b>。您不用做什么。
citizen-withdrawn = <b>{ $number }</b> 已撤回，不再办理。以后有需要，随时再写给我。
citizen-latest =
    前些时候有消息没能送到您这里。<b>{ $number }</b>（{ $headline }）现在是“{ $status }”，由<b>{ $office }</b>负责。有话直接回复这条消息。
    { $last }
citizen-latest-reply = 最近一次答复：{ $text }

withdraw-sure = 确定撤回 <b>{ $number }</b>（{ $headline }）吗？撤回后部门不再办理，以后想反映要重新写。
withdraw-kept = 好的，<b>{ $number }</b> 继续办理，有消息我会告诉您。

about-nothing = 没有文字的一件
case-head = <b>{ $number }</b> · { $status }
case-body =
    { $headline }
    { $filed } 收到{ $who ->
        [ended] 。
        [office] ，由<b>{ $office }</b>负责。
       *[triage] ，由<b>综合受理</b>派单。
    }
case-next-triage = 下一步：派到部门。
case-next-dispatched = 下一步：部门签收。
case-next-in_progress = 下一步：部门办理并答复您。
case-next-awaiting_citizen = 下一步：等您回答“{ $question }”。直接在这里写就行。
case-next-deferred = 眼下还办不了，已定好日子。到了那天，我请部门接着办，并告诉您。
case-next-resolved =
    { $stage ->
        [soon] 部门已答复。这几天我来问您办得怎么样；等不及的话，按“补充”告诉他们。
        [asked] 部门已答复。办得怎么样，请按“评价”告诉我。
        [deciding] 您不认可答复。重办还是维持，督办员正在看，定了我就告诉您。
        [upheld] 督办员维持了答复。不同意的话，按“我不同意”。
        [rated] 部门已答复，您的评价也记下了。
       *[none] 部门已答复。没有解决的话，按“补充”告诉他们。
    }
case-next-closed =
    { $stage ->
        [silent] 已经结束，没有等到您的评价。想评价，按“评价”；又有问题，重新写给我就行。
        [deciding] 您不认可答复。重办还是维持，督办员正在看，定了我就告诉您。
        [upheld] 已经结束。不认可答复的话，按“我不同意”；又有问题，重新写给我就行。
       *[none] 已经结束。又有问题，重新写给我就行。
    }
case-next-withdrawn = 已按您的意思撤回。还想反映，重新写给我就行。
case-next-merged = 和同样的事一起办。有了答复，我会单独告诉您。
case-next-declined = 这件事不在这里办，该走哪条路，前面已经告诉您。
case-due = 最迟 { $due } 前答复您。
case-due-missed = 应在 { $due } 前答复您，已经超期，很抱歉。已提醒他们。
case-due-paused = 等您回答的这段时间，不算在办理期限里。
case-reply = 最近答复（{ $at }）：{ $text }

mycases-none = 您还没有反映过事情。有什么难处，直接写给我。
small-thanks = 不客气。事情有变化，或者还有别的事，直接写给我就行。
small-hello = 您好，我在。有什么事直接写下来就行，写一句也可以。
mycases-head = 您反映过的事，最近的在前。点编号看进度：
mycases-line =
    { $number } · { $status }{ $asked ->
        [yes] ，等您评价
       *[no] {""}
    } · { $headline }
mycases-more = 另有 { $count } 件更早的，用 /case 加编号查看。

not-used =
    { $what ->
        [sticker] 表情我看不懂。
        [poll] 投票我用不上。
        [dice] 骰子我用不上。
        [game] 游戏我用不上。
        [story] 动态我打不开。
        [checklist] 清单我用不上。
        [paid_media] 要付费的照片和视频我打不开。
        [gift] 谢谢，礼物我不能收，反映事情也不用送。
        [other] 这种消息我用不上。
       *[empty] 这条消息里没有我能看到的字。
    }请用文字写下是什么事，也可以发照片、视频、语音或位置。
too-many-files = 一次最多附 { $limit } 个文件，这个没有收下，前面的都在。请先提交，再按“补充”接着发。
too-long = 一次最多写 { $limit } 字，这一段没有收下，前面的都在。请先提交，再按“补充”接着写。
edit-too-late = 您改了一条已经提交的消息，但那件事已经结束。需要的话请重新写一条。
help =
    直接写下您的事，就会转给负责的部门。
    /mycases 我反映的事
    /case 编号 查看一件事
    /add 编号 补充一件事
    /remind 编号 催办一件事
    /withdraw 编号 撤回一件事
    /privacy 谁看得到什么，谁看过
    /language 选语言
    /help 看这段说明
    编号可以不写。
    有人有危险，请先打电话：{ $numbers }。
unknown-command = 我不认识这个命令。想反映事情，直接写下来就行；/help 看说明。
apology = 抱歉，刚才那条消息我没能处理好，已记下并请人查看（{ $reference }）。请过一会儿再发一次，或换个说法。
apology-over = 您 { $at } 发来的消息（{ $reference }）当时我没处理好，现在补上。如果您后来又发过，请取消这一份。
apology-over-press = 您 { $at } 按的按钮（{ $reference }）当时我没处理好，现在补上。
# 两个数用分号和括号隔开：否则会被当作电话号码遮住。
located = 位置（纬度 { $latitude }；经度 { $longitude }）
located-at = 位置：{ $title }，{ $address }（纬度 { $latitude }；经度 { $longitude }）
contacted = 联系电话：{ $phone }
correction = （更正）{ $text }

file-photo = 照片 { $count } 张
file-video = 视频 { $count } 个
file-voice = 语音 { $count } 条
file-audio = 音频 { $count } 个
file-document = 文件 { $count } 个
draft-of-staff = 您是工作人员：写在这里的，会当作您自己反映的事。要答复市民，请回复那一件的卡片，或发 /reply 编号 内容；写错了就按“取消”。
