archive-answered = 最後答覆
archive-letter = 來信內容
