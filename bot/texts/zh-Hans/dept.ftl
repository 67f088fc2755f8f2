# /dept：管理员设部门。

command-dept = 设部门
dept-list =
    <b>部门</b>（{ $count } 个）
    点一个来看、来改；也可以直接写，例如：<code>/dept 教育局 改名 教育体育局</code>
button-dept-new = ➕ 新增部门
dept-no-matter = 还没选领域和事项：只有别人转来的件会到这里。
dept-no-place = 还没写地点：写了管哪些地方，当地的件才会直接派来。
button-dept-list = 全部部门
button-dept-open = 再看看
button-dept-save = ✅ 保存
button-dept-drop = 不改了
button-dept-close = 撤销这个部门
button-dept-close-yes = 确认撤销
button-dept-heir = 换一个接手的部门
dept-field-name = 名称
dept-field-short = 简称
dept-field-level = 级别
dept-field-parent = 上级
dept-field-domains = 领域
dept-field-topics = 事项
dept-field-districts = 地点
dept-field-aliases = 别名
dept-field-phone = 电话
dept-field-approval = 答复先审
dept-field-check = 现场核查
dept-switch-on = 要
dept-switch-off = 不要
dept-pick-approval =
    <b>答复先审</b>：经办人写好答复，要不要等部门负责人看过、同意了，再发给市民？
    负责人自己写的，和请市民补充的问题，照样马上发出。没有负责人，就由督办员看；督办员也没有，由管理员看。
    已经送审的，不受这次改动影响。
dept-pick-check =
    <b>现场核查</b>：经办人写“已解决”，要不要先由现场核查员去看一看，再告诉市民？
    解释到位、列入计划的答复不用核查。没有核查员，就由负责人核实；负责人也没有，由督办员核实。
    已经送审的，不受这次改动影响。
dept-no-lead = 这里还没有部门负责人：答复由督办员先看。
dept-no-checker = 这里还没有现场核查员：由{ $above ->
        [lead] 部门负责人
       *[supervisor] 督办员
    }核实。
dept-bad-switch = 请写“要”或“不要”，例如：/dept 教育局 答复先审 要
dept-level-city = { $unit }级
dept-level-county = 区县级
dept-level-township = 乡镇街道级
dept-nothing = 无
dept-no-parent = 没有上级
dept-line = { $field }：{ $value }
dept-value-changed = <s>{ $old }</s> → <b>{ $new }</b>
dept-hangs = 未办结 { $open } 件，工作人员 { $staff } 人，{ $group ->
        [yes] 已绑定群
       *[no] 还没有绑定群
    }
dept-new = 这是新部门，还没有保存。上面是照名称填的，不对的先改好，再按“保存”。
dept-changing = 改动还没有保存。按“保存”后马上生效。
dept-closing =
    要撤销这个部门吗？按“确认撤销”以后：
    · { $open ->
        [0] 现在没有未办结的件，以后再有就归<b>{ $heir }</b>；
       *[other] 未办结的 { $open } 件转给<b>{ $heir }</b>，会告诉市民；
    }{ $staff ->
        [0] {""}
       *[other] {"\u000A"}· { $staff } 位工作人员在这里的岗位结束，会告诉他们；
    }{ $group ->
        [yes] {"\u000A"}· 部门的群不再绑定；
       *[no] {""}
    }{ $below ->
        [none] {""}
       *[other] {"\u000A"}· 下级部门（{ $below }）{ $up ->
            [none] 不再有上级；
           *[other] 改由{ $up }管；
        }
    }
    已经办结的件照样查得到。
dept-ask-new = 新部门叫什么？请直接回复这条消息，例如：清河县教育局。有英文名的，写在斜线后面。
dept-names =
    保存后叫：{ $hans }；繁体：{ $hant }{ $follows ->
        [yes] （照简体转换）
       *[no] {""}
    }；英文：{ $en ->
        [none] 没有，读英文的人看到中文
       *[other] { $en }{ $kept ->
            [yes] （没有改）
           *[no] {""}
        }
    }。
    只改其中一个：
    <code>/dept { $office } 英文名 …</code>
    <code>/dept { $office } 繁体名 …</code>
dept-ask-name = 改成什么名称？请直接回复这条消息。有英文名的，写在斜线后面，例如：教育体育局 / Education and Sports Bureau
dept-ask-short = 按钮上用的简称是什么？请直接回复这条消息，例如：教体。有英文的写在斜线后面。不要简称，就回复：无
dept-ask-short-or = 按钮上用的简称是什么？照名称可以叫“{ $name }”，按下面的按钮就用它。想用别的，请直接回复这条消息，最多 12 个字。
button-dept-short = 就用“{ $name }”
dept-ask-districts = 管哪些地方？请直接回复这条消息，用空格分开，区县写在最前面，例如：清河县 城关镇 柳林镇。全{ $unit }都管，就回复：无
dept-ask-aliases = 大家还怎么叫它？请直接回复这条消息，用空格分开，例如：教委 教体局。没有，就回复：无
dept-ask-phone = 给市民看的电话是什么？请直接回复这条消息。没有，就回复：无
dept-pick-level = 这个部门是哪一级？
dept-pick-parent = 上级是哪个部门？
dept-pick-domains = 负责哪些领域？点一下选上，再点一下去掉。
dept-pick-topics = 还管哪些事项？点一下选上，再点一下去掉。
dept-pick-heir = 未办结的件交给哪个部门？
dept-saved-new =
    <b>{ $office }</b>已经设好，马上生效。
    接下来：用 /invite 邀请工作人员；给它建一个群，把我加进去，在群里发 /bind。在那之前，它的件由综合受理代收。
dept-saved-changed = <b>{ $office }</b>已经改好，马上生效。
dept-saved-closed =
    <b>{ $office }</b>已经撤销。{ $open ->
        [0] 它没有未办结的件。
       *[other] 未办结的件正在转过去，市民和接手的部门会收到通知。
    }
dept-told-new = { $name }新设了部门：{ $office }。
dept-told-changed = { $name }改了部门<b>{ $office }</b>：
dept-told-closed = { $name }撤销了部门：{ $office }。未办结的件转给{ $heir }。
dept-closed-staff =
    <b>{ $office }</b>撤销了，您在那里的岗位也结束了。手上没办完的件由<b>{ $heir }</b>接着办，您不用再答复。
    要去别的部门，请管理员发新的邀请链接。
dept-closed-group = <b>{ $office }</b>撤销了，未办结的件转给<b>{ $heir }</b>。这个群不再接收它的件。
dept-closed-heir = <b>{ $office }</b>撤销了，它未办结的 { $count } 件由你们接着办，卡片随后发来。
dept-settings-refused =
    ⚠️ config.toml 里的部门改过，但和现在的部门合不到一起，所以没有采用。现在的部门不变。
    { $why }
    请用 /dept 改，或改好 config.toml 再重新启动。
dept-changed-meanwhile = { $office }刚刚被别人改过，您看到的是旧的。请再发一次 /dept，看过再改。
dept-bad = 这样设不了。请再看一遍，例如：/dept 教育局 改名 教育体育局
dept-bad-name = 名称要 2 到 { $limit } 个字，写在一行，例如：清河县教育局
dept-bad-name-taken = 已经有一个部门叫“{ $name }”。请换一个名称，例如在前面加上区县。
dept-bad-short = 简称最多 { $limit } 个字，英文的两倍，例如：教育 / Education
dept-bad-phone = 电话只能有数字、空格、括号和短横，例如：0312-8880102
dept-bad-level = 级别只有：{ $known }。例如：/dept 教育局 级别 乡镇
dept-bad-matter = 没有“{ $what }”这一项。可用：{ $known }
dept-bad-heir = { $office }就是要撤销的部门，接手的要另选一个。例如：/dept 教育局 撤销 交给 综合受理
dept-bad-triage = { $office }是综合受理，拿不准的件都先到这里，不能撤销。
dept-bad-circle = 上级绕成了一圈：{ $chain }。例如：/dept { $office } 上级 无
dept-bad-rank = { $level }的“{ $office }”不能放在{ $above }的“{ $parent }”下面。例如：/dept { $office } 上级 无
dept-bad-parentless = { $office }的上级部门已经不在了。例如：/dept { $office } 上级 无
dept-bad-desk-level = 综合受理只能是{ $unit }级。
dept-bad-leaderless = 这样一来，{ $domains }就没有{ $unit }级部门负责了。请先打开另一个{ $unit }级部门（/dept 加它的名称），在“领域”里加上{ $domains }。
act-department-added = 新设了部门：{ $name }
act-department-changed = 改了部门：{ $name }
act-department-closed = 撤销了部门：{ $name }
offices-more = 部门很多，分页列出；也可以在命令后面直接写部门的名字。
