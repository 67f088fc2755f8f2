# 知识卡：问得多、答案定的事

command-knowledge = 知识卡
do-knowledge = 用知识卡答复
knowledge-head = <b>知识卡</b>，过期的在前（⚠️）：
knowledge-none = 还没有知识卡。
knowledge-how =
    新建（部门负责人、派单员）：
    /knowledge 问题
    答案
    来源：文件或政策
    有效期：2027-12-31（可以不写）
knowledge-example =
    /knowledge 残疾证怎么办
    带身份证、照片到街道办理……
    来源：残疾人证管理办法
    有效期：2027-12-31
knowledge-card =
    <b>{ $question }</b>
    { $answer }

    来源：{ $source }
    { $owner }维护{ $until ->
        [none] {""}
       *[other] ，有效期到 { $until }
    }{ $holds ->
        [yes] {""}
       *[no] 。⚠️ 已过期，不能再用来答复
    }
knowledge-retired = 知识卡“{ $question }”已撤下。
knowledge-offer = <b>{ $number }</b> 可以用这些知识卡答复，点开先看市民将看到的样子：
knowledge-no-offer = <b>{ $number }</b> 没有对得上的知识卡。/knowledge 看全部。
knowledge-answer =
    { $answer }
    （依据：{ $source }）
button-retire = 撤下
