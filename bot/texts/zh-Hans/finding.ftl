# /my 和 /find

command-my = 我手上的件
command-find = 查找
my-head = <b>{ $name }</b> · { $tab } { $count } 件
my-empty = 您手上现在没有在办的件。
my-elsewhere = 另有 { $count } 件不在这个群里显示，私聊我发 /my 看全部。
button-back-to-list = ← 返回清单
button-newest = 回到最新
find-how = 请这样写：/find 词语（至少两个字，几个词用空格隔开）、/find 编号，或 /find 电话后四位。
find-head = { $how ->
        [tail] 电话后四位是 <b>{ $what }</b> 的件，新的在前：
        [number] 编号 <b>{ $what }</b>：
       *[words] 有“<b>{ $what }</b>”的件，新的在前：
    }
find-nothing = { $how ->
        [tail] 您能看到的件里，没有电话后四位是 <b>{ $what }</b> 的。
        [number] 您能看到的件里，没有编号 <b>{ $what }</b>。
       *[words] 您能看到的件里，没有找到“<b>{ $what }</b>”。少写一两个词再试；保密的件只能按编号查。
    }
find-no-more = 没有更早的了。
find-line = <b>{ $number }</b> · { $status } · { $office } · { $filed }{ $headline ->
        [none] {""}
       *[other] {" · "}{ $headline }
    }
find-part = ↳ { $before }<b>{ $words }</b>{ $after }
refused-not-your-list = 这是{ $name }的清单。看您自己的，请发 /my 或 /find。
