role-lead = 部門主管
role-checker = 現場巡查員
welcome-staff =
    歡迎，{ $name }。您現在是<b>{ $office }</b>的{ $role }，職員編號 { $staff }。
    { $group ->
        [yes] 個案會傳到部門的群組裡；請管理員把您加進群組。
       *[no] 部門還沒有可用的群組，個案暫時由綜合受理或管理員代收。
    }
    /help 看怎麼用。
welcome-city =
    歡迎，{ $name }。您現在是全市的{ $role }，職員編號 { $staff }。
    /help 看怎麼用。
admin-help =
    開始的三步：用 /invite 邀請工作人員；為部門建一個群組，把我和他們加進去；在群組裡輸入 /bind。
    /invite 角色 部門：產生一次性的邀請連結
    /bind 部門（在群組裡輸入）：把群組綁定到部門
    /status：一切正常，還是哪裡要看一下
    /staff：誰在這裡工作；改角色、換部門、離職交接
    /dept：部門的新設、改名、關閉
    /audit：最近誰做了什麼
    /broadcast 文字：通知全體工作人員
    /retrain：用人工標記重新訓練，看過比較再決定換不換
    /model、/rollback：看模型版本，換回舊的
invite-used = { $name }（職員編號 { $staff }）已接受邀請：{ $office }{ $role }。
invite-which = 邀請誰？請點角色，再點部門。
invite-office = 邀請到哪個部門？
bind-which = 這個群組屬於哪個部門？
bind-only-group = 請在部門的群組裡輸入 /bind。
bind-done =
    這個群組現在是<b>{ $office }</b>的群組。{ $count ->
        [0] 目前沒有待辦的個案。
       *[other] 有 { $count } 宗待辦，{ $much ->
            [yes] 最急的先傳到這裡。
           *[no] 卡片隨後傳到這裡。
        }
    }
    新個案會自動傳來；回覆卡片就能答覆市民。
bind-moved = 這個群組升級成超級群組，綁定已跟著移過去，卡片隨後重新傳到這裡。
group-hello = 大家好，我是{ $city }民聲。請管理員在這裡輸入 /bind，把這個群組綁定到部門。
group-stranger = 這個機器人只為{ $city }的部門服務，我先離開。需要的話請聯絡管理員。
group-private = 投訴請私人對話我，這樣群組裡的人看不到。
group-private-button = 私人對話
group-lost = ⚠️ 我已不在{ $offices }的群組裡了。個案暫時由綜合受理或管理員代收。請把我加回那個群組，卡片會重新傳過去；換了新群組的話，在新群組裡輸入 /bind。
dead-letter = ⚠️ 有一則訊息處理失敗，已存查 { $reference }。如果是市民私下傳來的，我已向對方致歉。請維運人員查看紀錄檔。
calendar-unpublished =
    ⚠️ { $year } 年的補班安排，程式裡還沒有。在補上之前，{ $year } 年就照週一到週五上班、公眾假期放假來算，處理期限可能會差一兩天。
    國務院公布以後，請升級程式，或把放假和補班的日子寫進 config.toml 的 [calendar.exceptions]，再重新啟動；正在計時的個案會照新的行事曆重算。
command-mycases = 我的個案
command-case = 查看一宗
command-withdraw = 撤回一宗
command-remind = 追問一宗
command-summary = 受理、完成、跟進中、逾期
command-supervise = 監察
command-escalate = 特別監察
command-queue = 本部門的個案
command-claim = 接手
command-ask = 請市民補充
command-transfer = 轉介
command-extend = 申請延期
command-support = 請部門協助
command-handover = 換人負責
command-complex = 改列複雜個案
command-merge = 合併
command-split = 分拆
command-duty = 當值表
command-bind = 綁定部門
