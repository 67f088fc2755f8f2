# 模型怎么学：对管理员和派单员说的话。

training-progress =
    <b>正在重新训练</b>（人工标注 { $count } 件）
    { $bar } { $stage }
    要几分钟。这期间照常收件派件，现在的模型不受影响。
training-stage-wait = 准备
training-stage-read = 读取标注
training-stage-fold = 分组试做
training-stage-fit = 训练
training-stage-compare = 和现在的模型比
training-ended = 训练做完了，结果在下面。
training-ready =
    <b>新模型做好了</b> { $model }
    学了 { $learnt } 件人工标注{ $left ->
        [0] {""}
       *[other] ，另有 { $left } 件留作考题，或者和考题太像，没有学
    }。两个模型做同样的题（现在 → 新，括号里是误差范围）：
training-frozen = <b>保留的考题</b> { $rows } 条，两个模型都没学过
training-recent = <b>最近一个月的人工标注</b> { $rows } 件
training-figure = { $name }：{ $before } → { $after }
figure-strict = 八个领域判对
figure-acceptable = 判对或说得过去
figure-nine-way = 连“其他”一起判对
figure-queue-precision = 自动派的派对了
figure-queue-share = 能自动派
training-domains = <b>各领域判对</b>（不到 50 条的只供参考）
training-domain = { $domain }：{ $before } → { $after }（{ $rows } 条）{ $mark ->
        [worse] ⚠️
       *[same] {""}
    }
training-worse = ⚠️ { $domains }比现在差，不像是碰巧。要换用，会再问您一次。
training-sure =
    <b>真的换用 { $model } 吗？</b>
    它在{ $domains }上比现在的差，这类诉求会更常派错。
training-adopted = 已换用 { $model }，几秒内生效。觉得不好，用 /rollback 换回去。
training-discarded = 没有换，继续用 { $model }。
training-stopped = 训练已停下，模型没有变。
training-failed-interrupted = 程序重新启动，训练中断了。模型没有变，需要的话再发一次 /retrain。
training-failed-disk = 训练没有做成：磁盘空间不够，或者写不进去。{ $detail } 模型没有变。请运维人员清理后再发 /retrain。
training-failed-memory = 训练没有做成：内存不够。模型没有变。
training-failed-data = 训练没有做成：资料有问题。{ $detail } 模型没有变。
training-failed-unknown = 训练没有做成，原因记在日志里。模型没有变。
training-picture = { $model }：行是人判的，列是模型判的。
training-picture-name = 混淆矩阵
button-training-stop = 停下
button-adopt = 换用新模型
button-adopt-anyway = 仍然换用
button-keep = 不换
models =
    <b>现在用的模型</b> { $model }
    人工标注共 { $labels } 件，{ $new ->
        [0] 都学过了。
       *[other] 其中 { $new } 件还没学。/retrain 让模型学。
    }
model-loading = 正在切换，这一刻还在用 { $loaded }。
model-line = { $now ->
        [yes] ▶
       *[no] ·
    } { $model }{ $right ->
        [none] （随程序附带）
       *[other] ：考题判对 { $right }
    }
button-use-model = 换用 { $model }
model-rolled-back = 已从 { $old } 换成 { $new }，几秒内生效。
model-unreadable = ⚠️ 模型 { $model } 读不出来，已改用随程序附带的 { $shipped }。原因：{ $why }
label-head = <b>{ $number }</b> 该由哪个领域牵头？（您已标 { $done } 件）
label-ask = 看要求办什么，不看提到了什么。
label-none = 现在没有要标注的件。您一共标了 { $done } 件，谢谢。
label-stopped = 先到这里。您一共标了 { $done } 件，谢谢。管理员发 /retrain，模型就能学到。
button-label-skip = 说不准，跳过
button-label-stop = 先到这里
toast-model-adopted = 已换用
toast-model-discarded = 没有换
toast-model-asked = 请再确认一次
toast-model-stopped = 已停下
refused-training-runs = 已有一次训练在做（{ $at } 开始的）。等它做完，或者先停下它。
refused-nothing-new = 现在的模型做好以后，还没有新的人工标注，再训练也是一样。派单员派出的件、签收的转办件、/label 里点的，都算标注。
refused-no-older-model = 没有更早的模型可换，一直用的是 { $model }。
refused-no-such-model = 没有叫“{ $name }”的模型。发 /model 看有哪些。
command-retrain = 重新训练模型
command-model = 模型版本
command-rollback = 换回旧模型
command-label = 标注案件
