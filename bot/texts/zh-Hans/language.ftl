# 选语言。各种语言的名称用它自己的文字，写在 bot/texts/__init__.py。

command-language = 语言
language-which = 请选语言。以后我发给您的，都用它。
language-chosen = 好的，以后用{ $name }。想改，发 /language。

# 市民的话，换一种字看
button-script = 看简体
button-written = 看原文
card-rendered = （转成了简体，方便看；市民写的是繁体，以原文为准）
