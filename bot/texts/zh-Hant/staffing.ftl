# 誰在這裡工作：名單、改角色、換單位、離職。

command-staff = 工作人員名單
staff-head =
    { $office ->
        [all] <b>工作人員</b>，共 { $count } 人
       *[other] <b>{ $office }</b>的工作人員，共 { $count } 人
    }
staff-office = <b>{ $office }</b>
staff-of-city = 全{ $unit }
staff-line = { $name }（{ $staff }）{ $role }{ $state }
staff-nobody = 這裡還沒有人。用 /invite 邀請。
staff-called = { $name }（{ $staff }）
staff-role = { $office } { $role }
staff-in-hand = 承辦中 { $count } 件
staff-on-duty = 現在值班
staff-away =
    { $deputy ->
        [none] 到 { $until } 不在
       *[other] 到 { $until } 不在，由 { $deputy } 代理
    }
staff-unreachable = 私訊傳不到
staff-out-of-reach = ⚠️ 我傳不了私訊給對方：還沒有點開過我，或者停用了我。
staff-person = <b>{ $name }</b>，職員編號 { $staff }
staff-since = { $role }（{ $since }起）
staff-load =
    { $count ->
        [0] 手上沒有承辦中的案件
       *[other] 承辦中 { $count } 件{ $late ->
            [0] {""}
           *[other] ，其中逾期 { $late } 件
        }
    }
staff-gone = 已經不是工作人員。
staff-own = 這是您自己。要改您的角色或者離職，請另一位管理員處理。
button-staff = { $name } { $staff }
button-staff-list = 回到名單
button-staff-role = 改角色
button-staff-move = 換單位
button-staff-add = 再加一個單位
button-staff-out = 離職
button-staff-all = 全部，離開這裡
staff-which-role = { $name }（{ $staff }）有幾個角色，改哪一個？
staff-which-move = { $name }（{ $staff }）有幾個角色，哪一個換單位？
staff-which-out = { $name }（{ $staff }）有幾個角色，離開哪一個？
staff-pick-role = { $name }（{ $staff }）現在是{ $role }，改成什麼？
staff-pick-office = { $name }（{ $staff }）到哪個單位當{ $role }？
staff-cases =
    { $count ->
        [0] { $name }（{ $staff }）手上還有您不能看的案件。
       *[other] { $name }（{ $staff }）手上還有 { $count } 件要交接：
    }
staff-case = { $number } { $headline } · { $status }
staff-cases-more = 還有 { $count } 件
staff-whom = 交給誰？也可以放回單位，讓同事自己簽收。
button-staff-heir = { $name } { $staff }，承辦中 { $count }
button-staff-queue = 放回單位待簽收
staff-sure =
    { $leaves ->
        [yes] 讓 <b>{ $name }</b>（{ $staff }）離職？
       *[no] 改 <b>{ $name }</b>（{ $staff }）的角色？
    }
staff-sure-ends = 不再是：{ $roles }
staff-sure-begins = 新的：{ $role }
staff-sure-cases =
    { $heir ->
        [none] 承辦中的 { $count } 件放回單位待簽收
       *[other] 承辦中的 { $count } 件交給{ $heir }
    }
staff-sure-no-cases = 沒有要交接的案件
staff-sure-writing = 寫了還沒送出的 { $count } 則答覆會停下，不會傳給民眾
staff-sure-empty =
    { $lacks ->
        [lead] ⚠️ { $office }會沒有主管
       *[nobody] ⚠️ { $office }會沒有人承辦
    }
staff-sure-told = 會告訴本人和單位的群組一次，民眾不會收到訊息。現在還沒有改。
button-staff-sure = 確定，改
button-staff-sure-out = 確定，離職
staff-done =
    { $roles ->
        [none] <b>{ $name }</b>（{ $staff }）已離職。
       *[other] <b>{ $name }</b>（{ $staff }）現在是：{ $roles }。
    }
staff-done-heir = { $count } 件已交給{ $heir }。
staff-done-queue = { $count } 件已放回待簽收。
staff-done-stopped = { $count } 則快要送出的答覆已停下，原文傳到了單位的群組。
staff-done-groups = 我不能移出群組的成員：請把這位同事移出單位的群組。
staff-you-left = 您在這裡的工作已經交接完，不再是工作人員。謝謝您。自己有事要陳情，照常寫給我就好。
staff-you-now = 您現在的角色：{ $roles }。指令選單已經換好，/help 看怎麼用。
staff-news-joined = 新同事：{ $name }（{ $staff }），{ $office }{ $role }。
staff-news-changed = { $name }（{ $staff }）現在是{ $office }{ $role }。
staff-news-left = { $name }（{ $staff }）不再是{ $office }的人。
staff-news-cases = { $name }（{ $staff }）手上的案件有交接。
staff-news-heir = { $count } 件交給{ $heir }：{ $numbers }
staff-news-queue = { $count } 件放回待簽收，請盡早簽收：{ $numbers }
staff-news-remove = 如果人還在這個群組裡，請群組管理員移出。
staff-numbers-more = { $numbers } 等 { $count } 件
staff-left-why = { $name }離職了，答覆沒有傳給民眾。
staff-deputy-left = { $name }離職了，不能再代理您。要另請人代理，請輸入 /away。
refused-staff-self = 不能改自己的角色。請另一位管理員處理。
refused-last-admin = 這是最後一位管理員。請先用 /invite 再請一位。
refused-configured-admin = 這位管理員寫在 config.toml 的 desk.admins 裡，重新啟動又會恢復。請先讓維運人員從那裡刪掉。
refused-staff-gone = 這個角色已經不在了，可能另一位管理員剛改過。請重新輸入 /staff。
refused-staff-same = 已經有這個角色了。
