command-dept = 設定部門
dept-list =
    <b>部門</b>（{ $count } 個）
    點一個來看、來改；也可以直接寫，例如：<code>/dept 教育局 改名 教育體育局</code>
button-dept-new = ➕ 新增部門
dept-no-matter = 還沒選領域和事項：只有別人轉來的個案會到這裡。
dept-no-place = 還沒寫地點：寫了管哪些地方，當地的個案才會直接派來。
button-dept-list = 全部部門
button-dept-close = 裁撤這個部門
button-dept-heir = 換一個接手的部門
dept-hangs = 未完結 { $open } 宗，負責職員 { $staff } 人，{ $group ->
        [yes] 已綁定群組
       *[no] 還沒有綁定群組
    }
dept-new = 這是新部門，還沒有儲存。要改的先改好，再按「儲存」。
dept-closing =
    要裁撤這個部門嗎？按「確定裁撤」以後：
    · { $open ->
        [0] 現在沒有未完結的，以後再有就歸<b>{ $heir }</b>；
       *[other] 未完結的 { $open } 宗轉給<b>{ $heir }</b>，會告訴市民；
    }{ $staff ->
        [0] {""}
       *[other] {"\u000A"}· { $staff } 位人員在這裡的職務結束，會告訴他們；
    }{ $group ->
        [yes] {"\u000A"}· 部門的群組不再綁定；
       *[no] {""}
    }{ $below ->
        [none] {""}
       *[other] {"\u000A"}· 下級部門（{ $below }）{ $up ->
            [none] 不再有上級；
           *[other] 改由{ $up }管；
        }
    }
    已經完結的照樣查得到。
dept-ask-new = 新部門叫什麼？請直接回覆這則訊息，例如：清河縣教育局
dept-ask-phone = 給市民看的電話是什麼？請直接回覆這則訊息。沒有，就回覆：無
dept-pick-level = 這個部門是哪一級？
dept-pick-parent = 上級是哪個部門？
dept-pick-heir = 未完結的交給哪個部門？
dept-saved-new =
    <b>{ $office }</b>已經設好，馬上生效。
    接下來：用 /invite 邀請人員；為它建一個群組，把我加進去，在群組裡輸入 /bind。在那之前，它的個案由綜合受理代收。
dept-saved-closed =
    <b>{ $office }</b>已經裁撤。{ $open ->
        [0] 它沒有未完結的。
       *[other] 未完結的正在轉過去，市民和接手的部門會收到通知。
    }
dept-told-new = { $name }新設了部門：{ $office }。
dept-told-changed = { $name }改了部門<b>{ $office }</b>：
dept-told-closed = { $name }裁撤了部門：{ $office }。未完結的轉給{ $heir }。
dept-closed-staff =
    <b>{ $office }</b>裁撤了，您在那裡的職務也結束了。手上沒辦完的由<b>{ $heir }</b>繼續辦，您不用再答覆。
    要去別的部門，請管理員產生新的邀請連結。
dept-closed-group = <b>{ $office }</b>裁撤了，未完結的轉給<b>{ $heir }</b>。這個群組不再接收它的個案。
dept-closed-heir = <b>{ $office }</b>裁撤了，它未完結的 { $count } 宗由你們繼續辦，卡片隨後傳來。
dept-settings-refused =
    ⚠️ config.toml 裡的部門改過，但和現在的部門合不到一起，所以沒有採用。現在的部門不變。
    { $why }
    請用 /dept 改，或改好 config.toml 再重新啟動。
dept-bad-name-taken = 已經有一個部門叫「{ $name }」。請換一個名稱，例如在前面加上區縣。
dept-bad-heir = { $office }就是要裁撤的部門，接手的要另選一個。例如：/dept 教育局 裁撤 交給 綜合受理
dept-bad-triage = { $office }是綜合受理，不確定的個案都先到這裡，不能裁撤。
dept-bad-parentless = { $office }的上級部門已經不在了。例如：/dept { $office } 上級 無
dept-bad-leaderless = 這樣一來，{ $domains }就沒有市級部門負責了。請先讓另一個市級部門負責，例如：/dept 民政局 領域 { $domains }
act-department-added = 新設了部門：{ $name }
act-department-changed = 改了部門：{ $name }
act-department-closed = 裁撤了部門：{ $name }
offices-more = 部門很多，這裡沒有列全。沒看到的，可以在指令後面直接寫部門的名字。
