# minsheng setup in the terminal.

setup-ask-city = What is the city, county or district called? (as citizens read it)
setup-ask-english = Its English name (Enter if there is none)
setup-ask-region = Whose public holidays count? CN, TW, HK or MO
setup-ask-token = The bot’s token (in Telegram, send /newbot to @BotFather; it isn’t shown while you type)
setup-config-kept = ✓ The settings in { $path } stay as they are.
setup-config-made =
    ✓ The settings are in { $path }.
    It begins with a general desk and the usual bureaus, without phone numbers. The first admin renames them in the chat with /dept, gives them phones and adds those of counties and townships; no file needs an editor.
    The emergency numbers are { $numbers }. People in danger will read them, so please check them.
setup-config-exists = Somebody has just written { $path }. Please run minsheng setup again.
setup-config-wrong =
    { $path } is not right yet. Please mend this, then run minsheng setup again:
    { $why }
setup-cannot-write = { $path } can’t be written: { $why }. Use another folder, or give yourself the right to write here, then run minsheng setup again.
setup-token-kept = ✓ The token is in { $path }, which only you can read.
setup-token-wrong = That is no token, which is a number, a colon and at least 30 letters and digits. Send /mybots to @BotFather, choose the bot, copy it under API Token, and paste it again.
setup-bad-token = Telegram does not know this token. Send /mybots to @BotFather, choose the bot, copy it under API Token; then mend MINSHENG_TOKEN or the token’s file, and run this again.
setup-kept-token-bad = Telegram does not know this token, and it was not kept. Send /mybots to @BotFather, choose the bot, copy it under API Token, and run minsheng setup again: you will be asked for it anew.
setup-no-answer = Telegram ({ $url }) can’t be reached: { $why }. Check the network and the proxy, then run this again; what is done stays done.
setup-bot = ✓ The token is right: @{ $bot } ({ $name }).
setup-privacy = ⚠️ The bot’s privacy mode is off: it gets every word said in its groups, which isn’t needed here. Send /mybots to @BotFather, choose @{ $bot }, Bot Settings, Group Privacy, Turn on; then take it out of its groups and add it again.
setup-groups = ⚠️ @{ $bot } can’t join groups, so offices can’t have theirs. Send /setjoingroups to @BotFather, choose @{ $bot }, Enable.
setup-database = ✓ The database is ready: { $path }
setup-served = The bot is running already, so this was done before. The first administrator’s link is in the terminal where it runs; to change settings, stop it first.
setup-has-admin = There is an administrator already. To have another one, they send /invite in Telegram.
setup-link =
    Then let the first administrator open this in Telegram:
    { $link }
    Valid for { $hours ->
        [one] 1 hour
       *[other] { $hours } hours
    }, works once. Whoever opens it is the administrator, so keep it to yourself. From there you are told how to invite people and bind groups.
setup-run =
    { $first ->
        [none] Now start it:
       *[other]
            Now start it:
            { $first }
    }
    { $run }
setup-options = There is no keyboard to ask at. Please say it all: minsheng setup --city Wangjiang --language en --region CN, with the token in MINSHENG_TOKEN.
setup-bad-language = There is no language “{ $wanted }”. It is zh-Hans (simplified), zh-Hant (traditional, Taiwan), zh-HK (traditional, Hong Kong) or en.
setup-bad-region = No holidays are known for { $region }. It is CN, TW, HK or MO.
