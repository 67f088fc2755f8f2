command-my = 我手上的個案
my-empty = 您手上現在沒有跟進中的個案。
my-elsewhere = 另有 { $count } 案不在這個群組裡顯示，私人對話我輸入 /my 看全部。
find-head = { $how ->
        [tail] 電話末四碼是 <b>{ $what }</b> 的個案，新的在前：
        [number] 編號 <b>{ $what }</b>：
       *[words] 有「<b>{ $what }</b>」的個案，新的在前：
    }
find-nothing = { $how ->
        [tail] 您看得到的個案裡，沒有電話末四碼是 <b>{ $what }</b> 的。
        [number] 您看得到的個案裡，沒有編號 <b>{ $what }</b>。
       *[words] 您看得到的個案裡，沒有找到「<b>{ $what }</b>」。少寫一兩個詞再試；保密的個案只能用編號查。
    }
