# 知識卡：問得多、答案定的事

command-knowledge = 知識卡
do-knowledge = 用知識卡答覆
knowledge-head = <b>知識卡</b>，過期的在前（⚠️）：
knowledge-none = 還沒有知識卡。
knowledge-how =
    新增（單位主管、分派人員）：
    /knowledge 問題
    答案
    來源：法規或公告
    有效期：2027-12-31（可以不寫）
knowledge-example =
    /knowledge 身心障礙證明怎麼申請
    帶身分證、照片到戶籍地的公所辦理……
    來源：身心障礙者鑑定作業辦法
    有效期：2027-12-31
knowledge-card =
    <b>{ $question }</b>
    { $answer }

    來源：{ $source }
    { $owner }維護{ $until ->
        [none] {""}
       *[other] ，有效期到 { $until }
    }{ $holds ->
        [yes] {""}
       *[no] 。⚠️ 已過期，不能再用來答覆
    }
knowledge-retired = 知識卡「{ $question }」已撤下。
knowledge-offer = <b>{ $number }</b> 可以用這些知識卡答覆，點開可以先看民眾會看到的樣子：
knowledge-no-offer = <b>{ $number }</b> 沒有合用的知識卡。/knowledge 看全部。
knowledge-answer =
    { $answer }
    （依據：{ $source }）
button-retire = 撤下
