training-progress =
    <b>正在重新訓練</b>（人工標記 { $count } 宗）
    { $bar } { $stage }
    要幾分鐘。這段期間照常收件、分派，現在的模型不受影響。
training-ready =
    <b>新模型做好了</b> { $model }
    學了 { $learnt } 宗人工標記{ $left ->
        [0] {""}
       *[other] ，另有 { $left } 宗留作考題，或者和考題太像，沒有學
    }。兩個模型做同樣的題（現在 → 新，括號裡是誤差範圍）：
training-recent = <b>最近一個月的人工標記</b> { $rows } 宗
training-sure =
    <b>真的換用 { $model } 嗎？</b>
    它在{ $domains }上比現在的差，這類個案會更常分錯。
models =
    <b>現在用的模型</b> { $model }
    人工標記共 { $labels } 宗，{ $new ->
        [0] 都學過了。
       *[other] 其中 { $new } 宗還沒學。/retrain 讓模型學。
    }
label-head = <b>{ $number }</b> 該由哪個類別的部門主辦？（您已標 { $done } 宗）
label-ask = 看市民要求辦什麼，不看提到什麼。
label-none = 現在沒有要標記的個案。您一共標了 { $done } 宗，謝謝。
label-stopped = 先到這裡。您一共標了 { $done } 宗，謝謝。管理員輸入 /retrain，模型就能學到。
refused-nothing-new = 現在的模型做好以後，還沒有新的人工標記，再訓練也是一樣。分派人員分派的個案、接手的轉介個案、/label 裡點的，都算標記。
command-label = 標記個案
