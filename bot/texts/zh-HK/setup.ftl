setup-options = 這裏沒有鍵盤可問。請寫全：minsheng setup --city 望江市 --language zh-HK --region HK，權杖放進 MINSHENG_TOKEN。
