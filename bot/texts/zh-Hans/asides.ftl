# 草稿还没提交时，不是内容的短话：谢谢、在吗、算了。
draft-aside =
    { $what ->
        [thanks] 不客气。
        [hello] 我在。
        [later] 好，不着急。
        [kept] 好的，都留着。
       *[progress] {""}
    }您写的还没有提交，就在下面。
draft-give-up =
    您写的还没有提交，要取消吗？{ $at ->
        [none] {""}
       *[other] {"\u000A"}不按也不会丢，{ $at } 我会照原样替您提交，之后可以撤回。
    }
button-give-up = 取消，不提交
button-keep-draft = 留着
