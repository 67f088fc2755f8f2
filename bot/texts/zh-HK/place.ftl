place-made =
    「{ $name }」的 QR Code 做好了（代碼 { $code }）。下面的圖片印出來，貼在那裡就好；也可以直接傳連結：
    { $link }
    市民掃描後，地點自動填好，只要寫是什麼事。要改名，請輸入：/place { $code } 新的名字。
place-withdrawn = 「{ $name }」的 QR Code（代碼 { $code }）停用了，市民掃描會看到它已停用。貼著的可以撕下來了。
