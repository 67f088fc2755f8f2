# 工作人員的 /help：先說最要緊的，指令按要做的事分開，點開再看。

help-staff = 在群組裡<b>回覆卡片</b>就能寫答覆，送出前會先給您看民眾會看到的樣子；卡片上有別的按鈕。
help-begin =
    <b>從零開始，四步</b>
    1. /dept 把單位改成本地的：名稱、電話、地點，缺的補上
    2. /invite 邀請工作人員
    3. 為單位建一個群組，把我和他們加進去
    4. 在群組裡輸入 /bind
help-press = 您要做什麼？點一下，看有哪些指令。
button-help-begin = 從零開始
button-help-own = 自己陳情
button-help-work = 辦一件
button-help-look = 搜尋、值班
button-help-sort = 分派
button-help-watch = 列管、評判
button-help-offices = 單位、地點
button-help-people = 人員、通知
button-help-machine = 自動分派
button-help-checks = 檢查運作
help-work =
    <b>辦一件</b>（按鈕上也都有）
    /claim 編號 簽收：由您來辦，民眾會知道
    /reply 編號 內容 答覆，也可寫在照片、檔案下面
    /solved 編號 內容 結案：已解決
    /explained 編號 內容 結案：說明清楚
    /planned 編號 內容 結案：列入計畫
    /ask 編號 內容 請民眾補充，等回答時先不計時
    /note 編號 內容 內部備註
    /correct 編號 內容 公開更正答覆
    /template 答覆範本，/template 編號 看合用的
    /transfer 編號 單位 轉辦
    /return 編號 退回綜合受理，由他們另行分派
    /extend 編號 天數 原因 申請展延，督導人員同意才算
    /defer 編號 日期 規劃 申請暫緩：目前辦不了，到那天再辦，督導人員同意才算
    /takeback 編號 撤回申請
    /recall 編號 暫緩的恢復辦理
    /reopen 編號 結案的重新辦理
    /support 編號 單位 請單位協辦：他們只給您意見，不答覆民眾
    /opinion 編號 寫協辦意見
    /handover 編號 換人承辦（單位主管、分派人員）
    /agree 編號、/refuse 編號 同意或不同意申請（單位主管、督導人員）
    /reveal 編號 看聯絡方式
    /ack 編號 應答緊急呼叫
    /export 編號 匯出案卷
help-look =
    <b>搜尋、值班</b>
    /queue 看本單位的案件
    /my 看自己手上的案件
    /find 詞語、編號或電話末四碼 搜尋
    /case 編號 打開一件
    /knowledge 知識卡
    /summary 受理、辦結、辦理中和逾期（私訊，單位主管）
    /duty 看值班、排值班
    /away 我不在，請同事代理
    /language 換語言
help-sort =
    <b>分派</b>
    /transfer 編號 單位 分派給單位
    /decline 編號 不予受理：這裡辦不了，告訴民眾適合的管道，到此結束
    /complex 編號 原因 改列複雜案件：答覆期限變長，民眾會知道
    /merge 編號 主案編號 併案：同一件事一起辦
    /unmerge 編號 拆出來單獨辦
    /split 編號 拆案：一件裡有幾件事，分開辦
    /summarise 編號 為語音、照片寫摘要
    /record 電話 姓名 替來電民眾登錄，下一行寫內容
    /calls 待電話調查（私訊）
    /knowledge 用知識卡直接答覆
    /accuse 編號 單位 確認被陳情的單位，它從此看不到本案
    /seal 編號 設為保密
    /rules 什麼事歸誰管
    /route 一段話：試試會分派給誰
    /label 逐件標記，教機器怎麼分派（私訊）
help-watch =
    <b>列管、評判</b>
    /summary 受理、辦結、辦理中和逾期（私訊）
    /queue 單位 看這個單位的案件
    /supervise 編號 要求 列管：督導人員都會追蹤，民眾會知道
    /escalate 編號 要求 專案列管：再高一級，報到上一級
    /takeover 編號 首長 由首長督導：請一位首長親自督促，民眾會知道是哪位
    /redo 編號 民眾不認可，重新辦理
    /uphold 編號 維持答覆，說明理由
    /agree 編號、/refuse 編號 同意或不同意展延、暫緩
    /reveals 編號 誰看過聯絡方式和保密內容（私訊）
help-offices =
    <b>單位、地點</b>
    /dept 單位的新設、改名、電話、上下級、裁撤（私訊）
    /bind 單位（在群組裡輸入）：把群組綁定到單位
    /rules 什麼事歸誰管
    /route 一段話：試試會分派給誰
    /place 地點：做一張貼在現場的 QR Code（私訊）
help-people =
    <b>人員、通知</b>
    /invite 角色 單位：產生一次性的邀請連結
    /staff 誰在這裡工作；改角色、換單位、離職交接
    /duty 看值班、排值班
    /broadcast 文字：通知全體工作人員，送出前先給您看
help-machine =
    <b>自動分派</b>
    /label 逐件標記，教機器怎麼分派
    /retrain 用人工標記重新訓練，看過比較再決定換不換
    /model 看模型版本
    /rollback 換回舊的
help-checks =
    <b>檢查運作</b>
    /status 一切正常，還是哪裡要看一下
    /summary 受理、辦結、辦理中和逾期
    /audit 最近誰做了什麼
    /reveals 編號 誰看過聯絡方式和保密內容
