# 草稿還沒送出時，不是內容的短話：謝謝、在嗎、算了。
draft-aside =
    { $what ->
        [thanks] 不客氣。
        [hello] 我在。
        [later] 好，不急。
        [kept] 好的，都留著。
       *[progress] {""}
    }您寫的還沒有送出，就在下面。
draft-give-up =
    您寫的還沒有送出，要取消嗎？{ $at ->
        [none] {""}
       *[other] {"\u000A"}不按也會留著，{ $at } 我會照原樣替您送出，之後可以撤回。
    }
button-give-up = 取消，不送出
button-keep-draft = 留著
