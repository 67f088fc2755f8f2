type-question = 查詢
did-unmerged = 分拆出來單獨跟進
