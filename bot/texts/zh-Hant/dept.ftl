# /dept：管理員設定單位。

command-dept = 設定單位
dept-list =
    <b>單位</b>（{ $count } 個）
    點一個來看、來改；也可以直接寫，例如：<code>/dept 教育局 改名 教育體育局</code>
button-dept-new = ➕ 新增單位
dept-no-matter = 還沒選類別和事項：只有別人轉來的案件會到這裡。
dept-no-place = 還沒寫地點：寫了管哪些地方，當地的案件才會直接派來。
button-dept-list = 全部單位
button-dept-open = 再看看
button-dept-save = ✅ 儲存
button-dept-drop = 不改了
button-dept-close = 裁撤這個單位
button-dept-close-yes = 確定裁撤
button-dept-heir = 換一個接手的單位
dept-field-name = 名稱
dept-field-short = 簡稱
dept-field-level = 層級
dept-field-parent = 上級
dept-field-domains = 類別
dept-field-topics = 事項
dept-field-districts = 地點
dept-field-aliases = 別名
dept-field-phone = 電話
dept-field-approval = 答覆先審
dept-field-check = 現場查核
dept-switch-on = 要
dept-switch-off = 不要
dept-pick-approval =
    <b>答覆先審</b>：承辦人寫好答覆，要不要等單位主管看過、同意了，再發給民眾？
    主管自己寫的，和請民眾補充的問題，照樣馬上發出。沒有主管，就由督導人員看；督導人員也沒有，由管理員看。
    已經送審的，不受這次改動影響。
dept-pick-check =
    <b>現場查核</b>：承辦人寫「已解決」，要不要先由現場查核員去看一看，再告訴民眾？
    說明清楚、列入計畫的答覆不用查核。沒有查核員，就由主管確認；主管也沒有，由督導人員確認。
    已經送審的，不受這次改動影響。
dept-no-lead = 這裡還沒有單位主管：答覆由督導人員先看。
dept-no-checker = 這裡還沒有現場查核員：由{ $above ->
        [lead] 單位主管
       *[supervisor] 督導人員
    }確認。
dept-bad-switch = 請寫「要」或「不要」，例如：/dept 教育局 答覆先審 要
dept-level-city = { $unit }級
dept-level-county = 區縣級
dept-level-township = 鄉鎮級
dept-nothing = 無
dept-no-parent = 沒有上級
dept-line = { $field }：{ $value }
dept-value-changed = <s>{ $old }</s> → <b>{ $new }</b>
dept-hangs = 未辦結 { $open } 件，工作人員 { $staff } 人，{ $group ->
        [yes] 已綁定群組
       *[no] 還沒有綁定群組
    }
dept-new = 這是新單位，還沒有儲存。上面是照名稱填的，不對的先改好，再按「儲存」。
dept-changing = 改動還沒有儲存。按「儲存」後馬上生效。
dept-closing =
    要裁撤這個單位嗎？按「確定裁撤」以後：
    · { $open ->
        [0] 現在沒有未辦結的案件，以後再有就歸<b>{ $heir }</b>；
       *[other] 未辦結的 { $open } 件轉給<b>{ $heir }</b>，會告訴民眾；
    }{ $staff ->
        [0] {""}
       *[other] {"\u000A"}· { $staff } 位人員在這裡的職務結束，會告訴他們；
    }{ $group ->
        [yes] {"\u000A"}· 單位的群組不再綁定；
       *[no] {""}
    }{ $below ->
        [none] {""}
       *[other] {"\u000A"}· 下級單位（{ $below }）{ $up ->
            [none] 不再有上級；
           *[other] 改由{ $up }管；
        }
    }
    已經辦結的案件照樣查得到。
dept-ask-new = 新單位叫什麼？請直接回覆這則訊息，例如：清河縣教育局。有英文名的，寫在斜線後面。
dept-names =
    儲存後叫：{ $hant }{ $follows ->
        [yes] （照簡體轉換）
       *[no] {""}
    }；簡體：{ $hans }；英文：{ $en ->
        [none] 沒有，讀英文的人看到中文
       *[other] { $en }{ $kept ->
            [yes] （沒有改）
           *[no] {""}
        }
    }。
    只改其中一個：
    <code>/dept { $office } 英文名 …</code>
    <code>/dept { $office } 繁體名 …</code>
dept-ask-name = 改成什麼名稱？請直接回覆這則訊息。有英文名的，寫在斜線後面，例如：教育體育局 / Education and Sports Bureau
dept-ask-short = 按鈕上用的簡稱是什麼？請直接回覆這則訊息，例如：教育。有英文的寫在斜線後面。不要簡稱，就回覆：無
dept-ask-short-or = 按鈕上用的簡稱是什麼？照名稱可以叫「{ $name }」，按下面的按鈕就用它。想用別的，請直接回覆這則訊息，最多 12 個字。
button-dept-short = 就用「{ $name }」
dept-ask-districts = 管哪些地方？請直接回覆這則訊息，用空格分開，區縣寫在最前面，例如：清河縣 城關鎮 柳林鎮。全{ $unit }都管，就回覆：無
dept-ask-aliases = 大家還怎麼叫它？請直接回覆這則訊息，用空格分開，例如：教育處 教局。沒有，就回覆：無
dept-ask-phone = 給民眾看的電話是什麼？請直接回覆這則訊息。沒有，就回覆：無
dept-pick-level = 這個單位是哪一級？
dept-pick-parent = 上級是哪個單位？
dept-pick-domains = 負責哪些類別？點一下選取，再點一下取消。
dept-pick-topics = 還管哪些事項？點一下選取，再點一下取消。
dept-pick-heir = 未辦結的案件交給哪個單位？
dept-saved-new =
    <b>{ $office }</b>已經設好，馬上生效。
    接下來：用 /invite 邀請人員；為它建一個群組，把我加進去，在群組裡輸入 /bind。在那之前，它的案件由綜合受理代收。
dept-saved-changed = <b>{ $office }</b>已經改好，馬上生效。
dept-saved-closed =
    <b>{ $office }</b>已經裁撤。{ $open ->
        [0] 它沒有未辦結的案件。
       *[other] 未辦結的案件正在轉過去，民眾和接手的單位會收到通知。
    }
dept-told-new = { $name }新設了單位：{ $office }。
dept-told-changed = { $name }改了單位<b>{ $office }</b>：
dept-told-closed = { $name }裁撤了單位：{ $office }。未辦結的案件轉給{ $heir }。
dept-closed-staff =
    <b>{ $office }</b>裁撤了，您在那裡的職務也結束了。手上沒辦完的案件由<b>{ $heir }</b>繼續辦，您不用再答覆。
    要去別的單位，請管理員產生新的邀請連結。
dept-closed-group = <b>{ $office }</b>裁撤了，未辦結的案件轉給<b>{ $heir }</b>。這個群組不再接收它的案件。
dept-closed-heir = <b>{ $office }</b>裁撤了，它未辦結的 { $count } 件由你們繼續辦，卡片隨後傳來。
dept-settings-refused =
    ⚠️ config.toml 裡的單位改過，但和現在的單位合不到一起，所以沒有採用。現在的單位不變。
    { $why }
    請用 /dept 改，或改好 config.toml 再重新啟動。
dept-changed-meanwhile = { $office }剛剛被別人改過，您看到的是舊的。請再輸入一次 /dept，看過再改。
dept-bad = 這樣不能設定。請再看一次，例如：/dept 教育局 改名 教育體育局
dept-bad-name = 名稱要 2 到 { $limit } 個字，寫在一行，例如：清河縣教育局
dept-bad-name-taken = 已經有一個單位叫「{ $name }」。請換一個名稱，例如在前面加上區縣。
dept-bad-short = 簡稱最多 { $limit } 個字，英文的兩倍，例如：教育 / Education
dept-bad-phone = 電話只能有數字、空格、括號和連字號，例如：(02) 1234-5678
dept-bad-level = 層級只有：{ $known }。例如：/dept 教育局 層級 鄉鎮
dept-bad-matter = 沒有「{ $what }」這一項。可用：{ $known }
dept-bad-heir = { $office }就是要裁撤的單位，接手的要另選一個。例如：/dept 教育局 裁撤 交給 綜合受理
dept-bad-triage = { $office }是綜合受理，不確定的案件都先到這裡，不能裁撤。
dept-bad-circle = 上級繞成了一圈：{ $chain }。例如：/dept { $office } 上級 無
dept-bad-rank = { $level }的{ $office }不能放在{ $above }的{ $parent }下面。例如：/dept { $office } 上級 無
dept-bad-parentless = { $office }的上級單位已經不在了。例如：/dept { $office } 上級 無
dept-bad-desk-level = 綜合受理只能是{ $unit }級。
dept-bad-leaderless = 這樣一來，{ $domains }就沒有{ $unit }級單位負責了。請先打開另一個{ $unit }級單位（/dept 加它的名稱），在「類別」裡加上{ $domains }。
act-department-added = 新設了單位：{ $name }
act-department-changed = 改了單位：{ $name }
act-department-closed = 裁撤了單位：{ $name }
offices-more = 單位很多，分頁列出；也可以在指令後面直接寫單位的名字。
