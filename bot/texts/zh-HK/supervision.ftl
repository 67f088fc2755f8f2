watch-supervised =
    🔴 <b>{ $number }</b>{ $headline ->
        [none] {""}
       *[other] （{ $headline }）
    }由{ $name }列入監察，現在在{ $office }。
    { $text }
