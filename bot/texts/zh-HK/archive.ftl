archive-letter = 來信內容
