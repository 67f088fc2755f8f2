# 對管理員說的話。

role-clerk = 工作人員
role-lead = 單位主管
role-checker = 現場查核員
role-dispatcher = 分派人員
role-supervisor = 督導人員
role-admin = 管理員

welcome-staff =
    歡迎，{ $name }。您現在是<b>{ $office }</b>的{ $role }，職員編號 { $staff }。
    { $group ->
        [yes] 案件會傳到單位的群組裡；請管理員把您加進群組。
       *[no] 單位還沒有可用的群組，案件暫時由綜合受理或管理員代收。
    }
    /help 看怎麼用。
welcome-city =
    歡迎，{ $name }。您現在是全{ $unit }的{ $role }，職員編號 { $staff }。
    /help 看怎麼用。
invite-example = 工作人員 教育局（也可以只輸入 /invite，再點選）
invite-used =
    { $name }（職員編號 { $staff }）已接受邀請：{ $office }{ $role }。
    不是您請的人，就輸入 /staff { $staff }，按「離職」。
invite-which = 邀請誰？請點角色，再點單位。
invite-office = 邀請到哪個單位？
bind-which = 這個群組屬於哪個單位？
bind-only-group = 請在單位的群組裡輸入 /bind。還沒有群組，就先建一個，把我加進去。
bind-done =
    這個群組現在是<b>{ $office }</b>的群組。{ $count ->
        [0] 目前沒有待辦的案件。
       *[other] 有 { $count } 件待辦，{ $much ->
            [yes] 最急的先傳到這裡。
           *[no] 卡片隨後傳到這裡。
        }
    }
    新案件會自動傳來；回覆卡片就能答覆民眾。
bind-moved = 這個群組升級成超級群組，綁定已跟著移過去，卡片隨後重新傳到這裡。
group-hello = 大家好，我是{ $city }民聲。請管理員在這裡輸入 /bind，把這個群組綁定到單位。
group-stranger = 這個機器人只為{ $city }的單位服務，我先離開。需要的話請聯絡管理員。
group-private = 陳情請私訊我，這樣群組裡的人看不到。
group-private-button = 私訊
group-lost = ⚠️ 我已不在{ $offices }的群組裡了。案件暫時由綜合受理或管理員代收。請把我加回那個群組，卡片會重新傳過去；換了新群組的話，在新群組裡輸入 /bind。
dead-letter = ⚠️ 有一則訊息處理失敗，已存檔 { $reference }。如果是民眾私訊傳來的，我已向對方致歉。請維運人員查看紀錄檔；修好以後，用 minsheng again { $reference } 補辦。
dead-letter-again = ⚠️ { $reference } 補辦又失敗了，還存著。沒有再打擾傳的人。請維運人員查看紀錄檔。
admin-not-sent = ⚠️ 有一則訊息（{ $purpose }）Telegram 不收：{ $why }
calendar-unpublished =
    ⚠️ { $year } 年的補班安排，程式裡還沒有。在補上之前，{ $year } 年就照週一到週五上班、國定假日放假來算，辦理期限可能會差一兩天。
    國務院公布以後，請升級程式，或把放假和補班的日子寫進 config.toml 的 [calendar.exceptions]，再重新啟動；正在計時的案件會照新的行事曆重算。
first-admin = 第一位管理員：請在 Telegram 打開 { $link }（{ $hours } 小時內有效，只能用一次）
command-start = 開始
command-mycases = 我的陳情
command-case = 查看一件
command-withdraw = 撤回一件
command-remind = 催促一件
command-summary = 受理、辦結、辦理中、逾期
command-supervise = 列管
command-escalate = 專案列管
command-takeover = 首長督導
command-help = 說明
command-queue = 本單位的案件
command-claim = 簽收
command-reply = 答覆
command-ask = 請民眾補充
command-transfer = 轉辦
command-return = 退回
command-extend = 申請展延
command-defer = 申請暫緩
command-support = 請單位協辦
command-handover = 換人承辦
command-decline = 不予受理
command-invite = 產生邀請連結
command-complex = 改列複雜案件
command-template = 答覆範本
command-merge = 併案
command-split = 拆案
command-duty = 值班表
command-away = 我不在，請人代理
command-bind = 綁定單位
command-status = 運作狀況
