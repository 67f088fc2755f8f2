where-is = 地點：{ $place }
where-spot = 您傳的位置會一起轉過去，只是我認不出它在哪個{ $kind ->
        [township] 鄉鎮
       *[county] 區（縣）
    }。
where-which = 這件事發生在哪個{ $kind ->
        [township] 鄉鎮
       *[county] 區（縣）
    }？選一個，就直接轉給當地的單位。不想選，也照樣能送出。
where-within = 在{ $place }的哪個鄉鎮？選一個，就直接轉給當地的單位。不想選，也照樣能送出。
button-where-skip = 略過
button-where-list = { $kind ->
        [township] 選鄉鎮
       *[county] 選區（縣）
    }
button-where-other = 地點不對
button-where-none = 都不是
