return-reason-not_ours = 不屬本部門職責
return-reason-wrong_area = 不屬本區
return-reason-several = 一宗個案裏有好幾個部門的事，應分拆
approve-said = 市民提出：{ $text }
