# 隨答覆寄出的檔案，和一則裝不下的長答覆

answer-files = 📎 附：{ $files }，隨這則訊息一起傳來。
answer-see-files = 請看附件。
button-see-files = 📎 看附件
button-without-files = 拿掉附件
preview-below = <b>{ $number }</b>：最新的預覽在下面。
part-head = <b>{ $number }</b>（{ $n }/{ $of }）
part-gone = <b>{ $number }</b>：內容已改，請看最新的一則。
refused-no-files = 這裡用不上這種訊息。給民眾的答覆可以附照片、影片、語音和檔案；其他地方請用文字寫。
refused-too-many-files = 一次最多附 { $limit } 個檔案。這一個沒有附上，請分兩次傳。
