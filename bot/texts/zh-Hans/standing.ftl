# /status：一切正常，还是哪里要看一下。

status =
    { $count ->
        [0] <b>运行情况</b> { $now }：一切正常。
       *[other] <b>运行情况</b> { $now }：有 { $count } 件事要您看一下。
    }
status-dead = ⚠️ 最近七天有 { $count } 条消息没能处理，已存档，发的人收到了致歉。请运维人员看日志；修好以后可以补办（minsheng dead）。
status-refused = ⚠️ 最近七天有 { $count } 条消息 Telegram 没有收，发生时已告诉部门或管理员。
status-slow-in = ⚠️ 有 { $count } 条消息等着处理。过几分钟再看；还在变多的话，请运维人员看日志。
status-slow-out = ⚠️ 有 { $count } 条消息等着发出。一个群一分钟只收 20 条，多半等等就好；断了网会自动续发。
status-lost = ⚠️ 我进不了这些部门的群，或者在那里不能发消息：{ $offices }。请把我加回去，再在群里发 /bind。
status-nobody = ⚠️ 没有人办件的部门：{ $offices }。请用 /invite 邀请。
status-unbound = ⚠️ 还没有群的部门：{ $offices }。它们的件先由综合受理或管理员代收。请建群，把我加进去，在群里发 /bind。
status-late = ⚠️ 超期 { $count } 件：{ $offices }。/summary 看每个部门的。
status-more = { $names } 等 { $count } 个
status-work = <b>在办的件</b>
status-idle = 现在没有在办的件。
status-line = { $office }：{ $counts }{ $days ->
        [0] {""}
       *[other] ，最久的 { $days } 天
    }
status-model = 判断领域用的模型：{ $model }
