# 模型怎麼學：對管理員和分派人員說的話。

training-progress =
    <b>正在重新訓練</b>（人工標記 { $count } 件）
    { $bar } { $stage }
    要幾分鐘。這段期間照常收件、分派，現在的模型不受影響。
training-stage-wait = 準備
training-stage-read = 讀取標記
training-stage-fold = 分組試測
training-stage-fit = 訓練
training-stage-compare = 和現在的模型比
training-ended = 訓練完成了，結果在下面。
training-ready =
    <b>新模型做好了</b> { $model }
    學了 { $learnt } 件人工標記{ $left ->
        [0] {""}
       *[other] ，另有 { $left } 件留作測驗題，或者和測驗題太像，沒有學
    }。兩個模型做同樣的測驗（現在 → 新，括號裡是誤差範圍）：
training-frozen = <b>保留的測驗題</b> { $rows } 則，兩個模型都沒學過
training-recent = <b>最近一個月的人工標記</b> { $rows } 件
training-figure = { $name }：{ $before } → { $after }
figure-strict = 八個類別，判對
figure-acceptable = 判對或說得過去
figure-nine-way = 連「其他」一起判對
figure-queue-precision = 自動分派，分對了
figure-queue-share = 能自動分派
training-domains = <b>各類別，判對</b>（不到 50 則的只供參考）
training-domain = { $domain }：{ $before } → { $after }（{ $rows } 則）{ $mark ->
        [worse] ⚠️
       *[same] {""}
    }
training-worse = ⚠️ { $domains }比現在差，不像是碰巧。要換用，會再問您一次。
training-sure =
    <b>真的換用 { $model } 嗎？</b>
    它在{ $domains }上比現在的差，這類陳情會更常分錯。
training-adopted = 已換用 { $model }，幾秒內生效。覺得不好，可以用 /rollback 換回去。
training-discarded = 沒有換，繼續用 { $model }。
training-stopped = 訓練已停下，模型沒有變。
training-failed-interrupted = 程式重新啟動，訓練中斷了。模型沒有變，需要的話再輸入一次 /retrain。
training-failed-disk = 訓練沒有完成：磁碟空間不夠，或者寫不進去。{ $detail } 模型沒有變。請維運人員清理後再輸入 /retrain。
training-failed-memory = 訓練沒有完成：記憶體不夠。模型沒有變。
training-failed-data = 訓練沒有完成：資料有問題。{ $detail } 模型沒有變。
training-failed-unknown = 訓練沒有完成，原因記在紀錄檔裡。模型沒有變。
training-picture = { $model }：橫列是人判的，直行是模型判的。
training-picture-name = 混淆矩陣
button-training-stop = 停下
button-adopt = 換用新模型
button-adopt-anyway = 還是換用
button-keep = 不換
models =
    <b>現在用的模型</b> { $model }
    人工標記共 { $labels } 件，{ $new ->
        [0] 都學過了。
       *[other] 其中 { $new } 件還沒學。/retrain 讓模型學。
    }
model-loading = 正在切換，這一刻還在用 { $loaded }。
model-line = { $now ->
        [yes] ▶
       *[no] ·
    } { $model }{ $right ->
        [none] （內建）
       *[other] ：測驗題判對 { $right }
    }
button-use-model = 換用 { $model }
model-rolled-back = 已從 { $old } 換成 { $new }，幾秒內生效。
model-unreadable = ⚠️ 模型 { $model } 讀不出來，已改用內建的 { $shipped }。原因：{ $why }
label-head = <b>{ $number }</b> 該由哪個類別的單位主辦？（您已標 { $done } 件）
label-ask = 看民眾要求辦什麼，不看提到什麼。
label-none = 現在沒有要標記的案件。您一共標了 { $done } 件，謝謝。
label-stopped = 先到這裡。您一共標了 { $done } 件，謝謝。管理員輸入 /retrain，模型就能學到。
button-label-skip = 不確定，跳過
button-label-stop = 先到這裡
toast-model-adopted = 已換用
toast-model-discarded = 沒有換
toast-model-asked = 請再確認一次
toast-model-stopped = 已停下
refused-training-runs = 已有一次訓練在做（{ $at } 開始的）。等它做完，或者先停下它。
refused-nothing-new = 現在的模型做好以後，還沒有新的人工標記，再訓練也是一樣。分派人員分派的案件、簽收的轉辦案件、/label 裡點的，都算標記。
refused-no-older-model = 沒有更早的模型可換，一直用的是 { $model }。
refused-no-such-model = 沒有叫「{ $name }」的模型。輸入 /model 看有哪些。
command-retrain = 重新訓練模型
command-model = 模型版本
command-rollback = 換回舊模型
command-label = 標記案件
