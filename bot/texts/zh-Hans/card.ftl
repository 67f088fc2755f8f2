# 案卡：手机一屏看完

card-head = <b>{ $number }</b> · { $about } · <b>{ $status }</b>
card-owner =
    { $who ->
        [triage] 在{ $office }
       *[office] 主办：{ $office }
    }{ $name ->
        [none] {""}
       *[other] {" · "}{ $name }（{ $staff }）
    }
card-came = { $filed } 收到{ $nth ->
        [1] {""}
       *[other] {" · "}该市民第 { $nth } 次反映
    }{ $phone ->
        [none] {""}
       *[other] {" · "}电话 { $phone }
    }
card-last = 最近：{ $at } { $by ->
        [citizen] 市民
        [system] 系统
       *[staff] { $name }
    }{ $what }

type-complaint = 投诉
type-help = 求助
type-question = 咨询
type-proposal = 建议
type-report = 举报
grade-complex = 复杂件

did-dispatched = 派单
did-claimed = 签收
did-transferred = 转办
did-redirected = 改了类别
did-recalled = 恢复办理
did-agreed = 同意报批
did-handed_over = 换人办理
did-unmerged = 拆出单独办
did-graded = 定为复杂件
did-sealed = 改了保密设置
did-withdrawn = 撤回
did-supported = 改了协办部门
did-left = 拆出一件
did-page_answered = 应答呼叫
did-asked = 请市民补充
did-supplied = 补充了材料
did-replied = 答复
did-resolved = 办结
did-reopened = 重新办理
did-returned = 退回
did-declined = 不予受理
did-extended = 延期
did-deferred = 挂账
did-merged = 并单
did-split = 拆单
did-closed = 销号
did-proposed = 报批
did-refused = 没有同意报批
