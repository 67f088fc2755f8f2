# /my 和 /find

command-my = 我手上的案件
command-find = 搜尋
my-head = <b>{ $name }</b> · { $tab } { $count } 件
my-empty = 您手上現在沒有辦理中的案件。
my-elsewhere = 另有 { $count } 件不在這個群組裡顯示，私訊我輸入 /my 看全部。
button-back-to-list = ← 回到清單
button-newest = 回到最新
find-how = 請這樣寫：/find 詞語（至少兩個字，幾個詞用空格隔開）、/find 編號，或 /find 電話末四碼。
find-head = { $how ->
        [tail] 電話末四碼是 <b>{ $what }</b> 的案件，新的在前：
        [number] 編號 <b>{ $what }</b>：
       *[words] 有「<b>{ $what }</b>」的案件，新的在前：
    }
find-nothing = { $how ->
        [tail] 您看得到的案件裡，沒有電話末四碼是 <b>{ $what }</b> 的。
        [number] 您看得到的案件裡，沒有編號 <b>{ $what }</b>。
       *[words] 您看得到的案件裡，沒有找到「<b>{ $what }</b>」。少寫一兩個詞再試；保密的案件只能用編號查。
    }
find-no-more = 沒有更早的了。
find-line = <b>{ $number }</b> · { $status } · { $office } · { $filed }{ $headline ->
        [none] {""}
       *[other] {" · "}{ $headline }
    }
find-part = ↳ { $before }<b>{ $words }</b>{ $after }
refused-not-your-list = 這是{ $name }的清單。看您自己的，請輸入 /my 或 /find。
