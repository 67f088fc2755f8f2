# A voice or a photo without words

do-summarise = Write a summary
prompt-summarise = { $mention }, please listen to or look at what is attached and <b>reply to this message</b> with what { $number } is about and where. I then guess again whose it is.
placeholder-summarise = What it says
