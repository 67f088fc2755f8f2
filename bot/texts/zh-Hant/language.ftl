# 選語言。各種語言的名稱用它自己的文字，寫在 bot/texts/__init__.py。

command-language = 語言
language-which = 請選語言。以後我傳給您的，都用它。
language-chosen = 好的，以後用{ $name }。想改，輸入 /language。

# 民眾的話，換一種字看
button-script = 看繁體
button-written = 看原文
card-rendered = （轉成了繁體，方便閱讀；民眾寫的是簡體，以原文為準）
