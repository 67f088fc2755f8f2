# 重點地點的 QR Code：管理員做、改名、停用；民眾掃碼。

place-made =
    「{ $name }」的 QR Code 做好了（代碼 { $code }）。下面的圖片印出來，貼在那裡就好；也可以直接傳連結：
    { $link }
    民眾掃描後，地點自動填好，只要寫是什麼事。要改名，請輸入：/place { $code } 新的名稱。
place-again =
    「{ $name }」（代碼 { $code }）：
    { $link }
    下面是可以列印的圖片。要改名，請輸入：/place { $code } 新的名稱。
place-renamed = 代碼 { $code } 現在叫「{ $name }」。已經貼出去的 QR Code 照樣能用。
place-withdrawn = 「{ $name }」的 QR Code（代碼 { $code }）停用了，民眾掃描會看到它已停用。貼著的可以撕下來了。
place-list = 使用中的 QR Code，點一個看連結和圖片。要做新的，請輸入：/place 地點名稱。
place-more = 只列出最新的 { $count } 個。
place-none = 還沒有做過地點的 QR Code。輸入「/place 地點名稱」就能做一個，例如：/place 中山公園南門。
place-too-long = 地點名稱最長 { $limit } 字，現在 { $length } 字。請寫短一點。
place-opened =
    您掃描了「<b>{ $place }</b>」的 QR Code，地點我記下了。
    請寫下是什麼事，也可以傳照片。不在那裡的話，寫清楚在哪裡就好。
    有人有危險，請先打電話：{ $numbers }。
place-unknown = 這個 QR Code 已經停用，或者不完整。沒關係，請直接寫下在哪裡、是什麼事。
place-at = 📍 { $place }
button-place = { $name }（{ $code }）
button-place-off = 停用這個 QR Code
command-place = 地點 QR Code
