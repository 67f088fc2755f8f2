# 民眾不寫指令也能按的：選單，選哪一件。

button-privacy = 隱私
button-help = 說明
button-case-about = { $number } { $headline }
which-case =
    { $verb ->
        [add] 要補充哪一件？
        [remind] 要催促哪一件？
       *[withdraw] 要撤回哪一件？
    }
which-none =
    { $verb ->
        [add] 您現在沒有可以補充的事。有什麼要說，直接寫給我，就是新的一件。
        [remind] 您現在沒有辦理中的事，不用催。有什麼困難，直接寫給我。
       *[withdraw] 您現在沒有可以撤回的事。
    }
command-add = 補充一件
command-privacy = 誰看得到什麼
citizen-latest-question = 他們還在等您回答：{ $text } 直接寫在這裡就好，收到後會繼續辦。

# 一件事現在怎樣，民眾看的說法
own-status-triage = 還沒分派到單位
own-status-dispatched = 等單位簽收
own-status-in_progress = 辦理中
own-status-awaiting_citizen = 等您回答
own-status-deferred = 暫時無法辦理
own-status-resolved = 已答覆
own-status-closed = 已結案
own-status-withdrawn = 已撤回
own-status-merged = 一起辦理
own-status-declined = 不在這裡辦
refused-own-move = 這件事現在是「{ $status }」，不能{ $action }了。有話想說，直接寫給我就好。
