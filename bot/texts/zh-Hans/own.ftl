# 市民不写命令也能点的：菜单，选哪一件。

button-privacy = 隐私
button-help = 帮助
button-case-about = { $number } { $headline }
which-case =
    { $verb ->
        [add] 要补充哪一件？
        [remind] 要催办哪一件？
       *[withdraw] 要撤回哪一件？
    }
which-none =
    { $verb ->
        [add] 您现在没有可以补充的事。有什么要说，直接写给我，就是新的一件。
        [remind] 您现在没有正在办理的事，不用催。有什么难处，直接写给我。
       *[withdraw] 您现在没有可以撤回的事。
    }
command-add = 补充一件
command-privacy = 谁看得到什么
citizen-latest-question = 他们还在等您回答：{ $text } 直接写在这里就行，收到后接着办。
