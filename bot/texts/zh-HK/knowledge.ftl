knowledge-how =
    新增（部門主管、分派人員）：
    /knowledge 問題
    答案
    來源：法規或公告
    有效期：2027-12-31（可以不寫）
knowledge-example =
    /knowledge 殘疾人士登記證怎麼申請
    帶身份證、照片到戶籍地的民政諮詢中心跟進……
    來源：殘疾人士登記證申請須知
    有效期：2027-12-31
knowledge-offer = <b>{ $number }</b> 可以用這些知識卡答覆，點開可以先看市民會看到的樣子：
