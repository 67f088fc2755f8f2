# 選語言。各種語言的名稱用它自己的文字，寫在 bot/texts/__init__.py。

command-language = 語言
language-which = 請選語言。以後我傳給您的，都用它。
language-chosen = 好的，以後用{ $name }。想改，輸入 /language。
