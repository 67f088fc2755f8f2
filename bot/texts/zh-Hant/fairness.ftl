# 被陳情單位與迴避。

do-accuse = 被陳情單位…
button-accused-yes = 確定
button-accused-no = 不是
button-accused-other = 改…
button-accused = { $chosen ->
        [yes] ✓ { $office }
       *[no] { $office }
    }
button-accused-none = 沒有被陳情的單位
accused-likely = 像是在陳情{ $offices }的問題（疑似被陳情單位）。確認以後，該單位看不到本案。
accused-card = 被陳情單位：{ $offices }（迴避，看不到本案）
accused-which = <b>{ $number }</b> 陳情的是哪個單位？點一下選取，再點一下取消。選取的單位和它的下級都看不到本案。
accused-done = <b>{ $number }</b> 的被陳情單位：{ $offices }。這些單位和它們的下級從現在起看不到本案。
accused-none = <b>{ $number }</b>：沒有被陳情的單位。
accused-over = 這則內容已收回。
accused-aside = ⚠️ { $office }的群組裡有需要迴避的人，本案改傳到這裡。
accused-draft = 這像是在陳情<b>{ $office }</b>的問題，送出後不會直接轉給他們，先由<b>綜合受理</b>看過再分派。
accused-refused = 本案陳情的就是{ $office }，不能交給他們。
accused-own-office = 本案陳情的可能是您所在的單位。是不是，要請別的分派人員或督導人員來認定。
accused-nobody-left = 這樣一來就沒有人能看到本案了。請管理員先邀請一位不屬於這些單位的督導人員。
toast-accused = 已確認，該單位看不到本案了
toast-accused-none = 已記下：沒有被陳情的單位
