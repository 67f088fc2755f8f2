# 案件卡：手機一頁看完

card-head = <b>{ $number }</b> · { $about } · <b>{ $status }</b>
card-owner =
    { $who ->
        [triage] 在{ $office }
       *[office] 主辦：{ $office }
    }{ $name ->
        [none] {""}
       *[other] {" · "}{ $name }（{ $staff }）
    }
card-came = { $filed } 收到{ $nth ->
        [1] {""}
       *[other] {" · "}同一人第 { $nth } 次陳情
    }{ $phone ->
        [none] {""}
       *[other] {" · "}電話 { $phone }
    }
card-last = 最近：{ $at } { $by ->
        [citizen] 民眾
        [system] 系統
       *[staff] { $name }
    }{ $what }

type-complaint = 陳情
type-help = 求助
type-question = 詢問
type-proposal = 建議
type-report = 檢舉
grade-complex = 複雜案件

did-dispatched = 分派
did-claimed = 簽收
did-transferred = 轉辦
did-redirected = 改了類別
did-recalled = 恢復辦理
did-agreed = 同意
did-handed_over = 換人承辦
did-unmerged = 拆出單獨辦
did-graded = 改列複雜案件
did-sealed = 改了保密設定
did-withdrawn = 撤回
did-supported = 改了協辦單位
did-left = 拆出一件
did-page_answered = 回應呼叫
did-asked = 請民眾補充
did-supplied = 補充了資料
did-replied = 答覆
did-resolved = 辦結
did-reopened = 重新辦理
did-returned = 退回
did-declined = 不予受理
did-extended = 展延
did-deferred = 暫緩辦理
did-merged = 併案
did-split = 拆案
did-closed = 結案
did-proposed = 送核
did-refused = 不同意
