# 终端里的 minsheng setup。

setup-ask-city = 这是哪里的民声？写全名，市民会看到，例如 望江市、清河县
setup-ask-english = 英文名（没有就直接回车）
setup-ask-region = 按哪里的节假日上班？CN 大陆、TW 台湾、HK 香港、MO 澳门
setup-ask-token = 机器人的令牌（在 Telegram 找 @BotFather 发 /newbot 就有；输入时不显示）
setup-config-kept = ✓ 设置文件 { $path } 已经有了，照旧使用。
setup-config-made =
    ✓ 写好了设置文件 { $path }。
    部门先设了综合受理和几个常见的局，没有电话。第一位管理员在聊天里用 /dept 改名、写电话、添上区县和乡镇的，不用改文件。
    紧急电话写的是 { $numbers }。市民有危险时会读到它们，请核对一遍。
setup-config-exists = { $path } 刚刚被别人写了。请再运行一次 minsheng setup。
setup-config-wrong =
    { $path } 有错，请照下面改好，再运行一次 minsheng setup：
    { $why }
setup-cannot-write = 写不了 { $path }：{ $why }。请换个文件夹，或给自己写的权限，再运行一次 minsheng setup。
setup-token-kept = ✓ 令牌存进了 { $path }，只有您自己读得到。
setup-token-wrong = 这不是令牌。令牌是一串数字、一个冒号、再加至少 30 个字母数字。请到 @BotFather 发 /mybots，选机器人，点 API Token 复制，再粘贴一次。
setup-bad-token = Telegram 不认识这个令牌。请到 @BotFather 发 /mybots，选机器人，点 API Token 复制；改好 MINSHENG_TOKEN 或令牌文件，再运行一次。
setup-kept-token-bad = Telegram 不认识这个令牌，它没有存下来。请到 @BotFather 发 /mybots，选机器人，点 API Token 复制，再运行一次 minsheng setup，会重新问您。
setup-no-answer = 连不上 Telegram（{ $url }）：{ $why }。请检查网络和代理，再运行一次；做过的步骤不用重做。
setup-bot = ✓ 令牌是对的：@{ $bot }（{ $name }）。
setup-privacy = ⚠️ 机器人的隐私模式关着，它会收到群里所有的话，这里不需要。请到 @BotFather 发 /mybots，选 @{ $bot }，Bot Settings，Group Privacy，点 Turn on，再把它移出群、重新加进去。
setup-groups = ⚠️ @{ $bot } 现在进不了群，部门的群就用不了。请到 @BotFather 发 /setjoingroups，选 @{ $bot }，点 Enable。
setup-database = ✓ 数据库准备好了：{ $path }
setup-served = 机器人已经在运行，设置早就做过了。第一位管理员的链接在运行它的终端里；要换设置，请先停下它。
setup-has-admin = 管理员已经有了。要再请一位，请现在的管理员在 Telegram 里发 /invite。
setup-link =
    然后请第一位管理员在 Telegram 打开：
    { $link }
    { $hours } 小时内有效，只能用一次。谁打开，谁就是管理员，不要给别人。打开以后会一步步告诉您怎么邀请人、绑定群。
setup-run =
    { $first ->
        [none] 现在启动：
       *[other]
            现在启动：
            { $first }
    }
    { $run }
setup-options = 这里没有键盘可问。请写全：minsheng setup --city 望江市 --language zh-Hans --region CN，令牌放进 MINSHENG_TOKEN。
setup-bad-language = 没有“{ $wanted }”这种语言。请写 zh-Hans（简体）、zh-Hant（繁体，台湾）、zh-HK（繁体，香港）或 en。
setup-bad-region = 没有“{ $region }”的节假日。请写 CN、TW、HK 或 MO。
