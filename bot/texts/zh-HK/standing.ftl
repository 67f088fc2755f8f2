status =
    { $count ->
        [0] <b>運作狀況</b> { $now }：一切正常。
       *[other] <b>運作狀況</b> { $now }：有 { $count } 樁事要您看一下。
    }
status-refused = ⚠️ 最近七天有 { $count } 則訊息 Telegram 沒有收，發生時已告訴部門或管理員。
status-lost = ⚠️ 我進不了這些部門的群組，或者在那裡不能傳訊息：{ $offices }。請把我加回去，再在群組裡輸入 /bind。
status-nobody = ⚠️ 沒有人負責的部門：{ $offices }。請用 /invite 邀請。
status-unbound = ⚠️ 還沒有群組的部門：{ $offices }。它們的個案先由綜合受理或管理員代收。請建群組，把我加進去，在群組裡輸入 /bind。
status-late = ⚠️ 逾期 { $count } 宗：{ $offices }。/summary 看每個部門的。
status-work = <b>負責中的個案</b>
status-idle = 現在沒有負責中的個案。
