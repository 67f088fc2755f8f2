# 替打电话来的人登记

command-record = 替来电人登记
caller-example =
    /record 13800000000 王女士
    幸福小区三号楼电梯坏了……
caller-recorded =
    <b>{ $number }</b> 已登记：{ $headline }
    { $who ->
        [office] 已转给<b>{ $office }</b>。
       *[triage] 在<b>综合受理</b>，等派单。
    }
    请告诉来电人编号{ $due ->
        [none] {""}
       *[other] ，最迟 <b>{ $due }</b> 前答复
    }。
card-caller = ☎️ 电话登记的件：市民没有 Telegram，请打电话告诉他们进展和结果，写在这里的答复只作记录。
