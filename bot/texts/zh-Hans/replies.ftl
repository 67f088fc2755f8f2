# 写给市民的答复：发出前后经办人看到的话，和更正。

button-send-anyway = 仍然发给市民
button-undo = 撤回
preview-held = <b>{ $number }</b>：{ $seconds } 秒后发给市民。想改，按“撤回”。
preview-stopped = 您改了原文，<b>先不发出</b>。看好了再按发送。
preview-unreached =
    ⚠️ <b>{ $number }</b>：没有送到，市民停用或删除了机器人。您写的已经记录，市民回来时我会补发。{ $phone ->
        [yes] 等不得的话，请打电话：在卡片上按“更多…”“查看联系方式”。
       *[no] {""}
    }
preview-undelivered =
    ⚠️ <b>{ $number }</b>：{ $words ->
        [all] 没有送到，Telegram 拒收，市民没有看到。
        [parts] 共 { $of } 条，第 { $which } 条没有送到，Telegram 拒收。
       *[none] 文字已送到，
    }{ $files ->
        [yes] { $words ->
            [none] 附件没有送到，Telegram 拒收。
           *[other] 附件也没有送到。
        }
       *[no] {""}
    }{ $again ->
        [reply] 请{ $words ->
            [none] 回复卡片，重发附件
           *[other] 换个说法，回复卡片重发
        }。
        [correct] 请在卡片上按“更多…”“更正答复”，{ $words ->
            [none] 重发附件
           *[other] 换个说法重发
        }。
       *[no] {""}
    }{ $phone ->
        [yes] 等不得的话，请打电话：在卡片上按“更多…”“查看联系方式”。
       *[no] {""}
    }
preview-caught-up = <b>{ $number }</b>：市民回来了，最新的情况已发给市民。
preview-on-record =
    <b>{ $number }</b>：已作记录。市民没有 Telegram，请打电话告诉他们{ $phone ->
        [yes] ：在卡片上按“更多…”“查看联系方式”
       *[no] {""}
    }。
preview-unsent = <b>{ $number }</b>：没有发出，原因见下面。
preview-correct = 发出后市民会收到这条更正，原来的答复留在记录里。
reply-unsent =
    <b>{ $number }</b> 这一条<b>没有发出</b>，市民没有收到。{ $why }
    您写的在这里，点一下可以复制：
toast-held = 稍后发出，还能撤回
toast-undone = 已撤回，没有发出
refused-being-sent = 上一条正等着发出。要改它，先按“撤回”；要再写一条，等它发出后再写。
refused-not-held = 来不及撤回了，请看这条消息现在的样子。发出的答复要改，用卡片“更多…”里的“更正答复”。
refused-moved-on = 这一件已经转给{ $office }。
refused-nothing-to-correct = 这一件还没有答复过市民，没有可更正的。

do-correct = 更正答复
prompt-correct =
    { $mention }，请<b>回复本条消息</b>写下更正：{ $earlier } 的答复哪里不对，应当是什么。{ $number }
    市民会看到这是更正。
placeholder-correct = 哪里不对，应当是什么
card-corrected = 已更正（{ $at }，{ $name }）：{ $text }
citizen-corrected =
    <b>更正</b>：<b>{ $office }</b>在 { $earlier } 关于 <b>{ $number }</b> 的答复有不对的地方，更正如下：
    
    { $text }
    
    没有提到的不变。工号 { $staff }{ $phone ->
        [none] {""}
       *[other] ，电话 { $phone }
    }。有话直接回复这条消息，他们会看到。
case-corrected = 更正（{ $at }）：{ $text }
citizen-latest-corrected = 更正：{ $text }

do-templates = 模板
button-templates = 模板
templates-head = <b>{ $number }</b> 从哪个样子写起？
templates-item = { $domain } · { $kind }
templates-general = 通用
templates-going-on = 继续办理
templates-blank-number = 〔编号〕
templates-blank-office = 〔部门〕
templates-blank-date = 〔日期〕
prompt-template =
    { $mention }，点一下下面的文字可以复制。改好、填好后<b>回复本条消息</b>，发出前先给您看。{ $number }
placeholder-template = 改好后贴在这里
templates-list = 自己的答复模板，点名称看内容：
templates-none = 还没有自己的答复模板。
templates-how =
    部门负责人可以加：先发一条写好的内容，再回复它“/template 名称”；或者“/template 名称”后换行写内容。
    内容里的〔编号〕〔部门〕〔日期〕用的时候会自动填上。同名的会换成新的。
    系统带的模板，在卡片的“更多…”里，或发 /template 编号。
templates-one = 模板 <b>{ $name }</b>，用于“{ $kind }”：
templates-gone = 模板 <b>{ $name }</b> 已删除。
button-templates-kind = 用于{ $kind }
button-templates-remove = 删除
refused-template-how = 请先发一条写好的内容，再回复它“/template 名称”；或者“/template 名称”后换行写内容。名称不超过 24 字。
refused-too-many-templates = 一个部门最多 { $limit } 个模板。请先删掉不用的。
refused-which-office = 您在这里负责几个部门，分不清给哪个。请到只管一个部门的群里加。

do-references = 参考答复
references-head = 和 <b>{ $number }</b> 相像、已经答复过的件。只供参考，情况要重新核实：
references-none = 还没有和 <b>{ $number }</b> 相像、已经答复过的件。
references-item = <b>{ $nth }.</b> { $office } · { $date } · { $outcome }{ $number ->
        [none] {""}
       *[other] {" · "}{ $number } { $headline }
    }
references-answer = <blockquote>{ $text }</blockquote>
button-references-use = 从第 { $nth } 条写起
