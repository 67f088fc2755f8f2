# Choosing a language. Their names, each in its own writing, are in bot/texts/__init__.py.

command-language = Language
language-which = Please choose a language. From then on I write to you in it.
language-chosen = From now on I write to you in { $name }. To change it, send /language.
