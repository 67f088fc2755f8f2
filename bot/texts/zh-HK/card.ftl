card-came = { $filed } 收到{ $nth ->
        [1] {""}
       *[other] {" · "}同一人第 { $nth } 次提出個案
    }{ $phone ->
        [none] {""}
       *[other] {" · "}電話 { $phone }
    }
card-last = 最近：{ $at } { $by ->
        [citizen] 市民
        [system] 系統
       *[staff] { $name }
    }{ $what }
type-complaint = 投訴
type-report = 舉報
grade-complex = 複雜個案
did-claimed = 接手
did-transferred = 轉介
did-recalled = 恢復跟進
did-handed_over = 換人負責
did-graded = 改列複雜個案
did-supported = 改了協助部門
did-left = 拆出一宗
did-asked = 請市民補充
did-resolved = 完結
did-reopened = 重新跟進
did-extended = 延期
did-deferred = 監察緩辦
did-merged = 合併
did-split = 分拆
did-closed = 完結歸檔
