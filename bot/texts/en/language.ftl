# Choosing a language. Their names, each in its own writing, are in bot/texts/__init__.py.

command-language = Language
language-which = Please choose a language. From then on I’ll write to you in it.
language-chosen = From now on I’ll write to you in { $name }. To change it, send /language.

# The citizen’s words in the reader’s characters
button-script = In my characters
button-written = As written
card-rendered = (In other characters than the citizen used, to make it easier to read; the original is what counts.)
