# 香港用字

type-complaint = 投訴
type-report = 舉報
did-resolved = 完成處理
did-dispatched = 派發
did-transferred = 轉介
did-declined = 不受理
