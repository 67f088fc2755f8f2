setup-ask-city = 城市叫什麼？（市民看到的名字，例如 望江市）
setup-ask-region = 照哪裡的公眾假期上班？CN 大陸、TW 台灣、HK 香港、MO 澳門
setup-config-made =
    ✓ 寫好了設定檔 { $path }。
    裡面的部門是範例，電話是假的：請照本地的部門改。
    緊急電話寫的是 { $numbers }。市民有危險時會讀到它們，請核對一次。
setup-groups = ⚠️ @{ $bot } 現在進不了群組，部門的群組就用不了。請到 @BotFather 傳送 /setjoingroups，選 @{ $bot }，點 Enable。
setup-bad-region = 沒有「{ $region }」的公眾假期。請寫 CN、TW、HK 或 MO。
