refused-own-matter = 這是您自己的個案，請別的督導人員決定。
