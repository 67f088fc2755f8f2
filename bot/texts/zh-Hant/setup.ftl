# 終端裡的 minsheng setup。

setup-ask-city = 這是哪裡的民聲？寫全名，民眾會看到，例如 望江市、清河縣
setup-ask-english = 英文名（沒有就直接按 Enter）
setup-ask-region = 照哪裡的國定假日放假？CN 大陸、TW 台灣、HK 香港、MO 澳門
setup-ask-token = 機器人的權杖（在 Telegram 找 @BotFather 傳送 /newbot 就有；輸入時不顯示）
setup-config-kept = ✓ 設定檔 { $path } 已經有了，照舊使用。
setup-config-made =
    ✓ 寫好了設定檔 { $path }。
    單位先設了綜合受理和幾個常見的局處，沒有電話。第一位管理員在聊天裡用 /dept 改名、寫電話、加上區和鄉鎮的，不用改檔案。
    緊急電話寫的是 { $numbers }。民眾有危險時會讀到它們，請核對一次。
setup-config-exists = { $path } 剛剛被別人寫了。請再執行一次 minsheng setup。
setup-config-wrong =
    { $path } 有錯，請照下面改好，再執行一次 minsheng setup：
    { $why }
setup-cannot-write = 寫不了 { $path }：{ $why }。請換個資料夾，或給自己寫的權限，再執行一次 minsheng setup。
setup-token-kept = ✓ 權杖存進了 { $path }，只有您自己讀得到。
setup-token-wrong = 這不是權杖。權杖是一串數字、一個冒號、再加至少 30 個英文字母或數字。請到 @BotFather 傳送 /mybots，選機器人，按 API Token 複製，再貼上一次。
setup-bad-token = Telegram 不認識這個權杖。請到 @BotFather 傳送 /mybots，選機器人，按 API Token 複製；改好 MINSHENG_TOKEN 或權杖檔，再執行一次。
setup-kept-token-bad = Telegram 不認識這個權杖，它沒有存下來。請到 @BotFather 傳送 /mybots，選機器人，按 API Token 複製，再執行一次 minsheng setup，會重新問您。
setup-no-answer = 連不上 Telegram（{ $url }）：{ $why }。請檢查網路和代理伺服器，再執行一次；做過的步驟不用重做。
setup-bot = ✓ 權杖是對的：@{ $bot }（{ $name }）。
setup-privacy = ⚠️ 機器人的隱私模式關著，它會收到群組裡所有的話，這裡不需要。請到 @BotFather 傳送 /mybots，選 @{ $bot }，Bot Settings，Group Privacy，點 Turn on，再把它移出群組、重新加進去。
setup-groups = ⚠️ @{ $bot } 現在進不了群組，單位的群組就用不了。請到 @BotFather 傳送 /setjoingroups，選 @{ $bot }，點 Enable。
setup-database = ✓ 資料庫準備好了：{ $path }
setup-served = 機器人已經在執行，設定早就做過了。第一位管理員的連結在執行它的終端機裡；要換設定，請先停下它。
setup-has-admin = 管理員已經有了。要再請一位，請現在的管理員在 Telegram 裡輸入 /invite。
setup-link =
    然後請第一位管理員在 Telegram 開啟：
    { $link }
    { $hours } 小時內有效，只能用一次。誰開啟，誰就是管理員，不要給別人。開啟以後會一步步告訴您怎麼邀請人、綁定群組。
setup-run =
    { $first ->
        [none] 現在啟動：
       *[other]
            現在啟動：
            { $first }
    }
    { $run }
setup-options = 這裡沒有鍵盤可問。請寫全：minsheng setup --city 望江市 --language zh-Hant --region TW，權杖放進 MINSHENG_TOKEN。
setup-bad-language = 沒有「{ $wanted }」這種語言。請寫 zh-Hans（簡體）、zh-Hant（繁體，台灣）、zh-HK（繁體，香港）或 en。
setup-bad-region = 沒有「{ $region }」的國定假日。請寫 CN、TW、HK 或 MO。
