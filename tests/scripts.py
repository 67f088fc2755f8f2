"""The same sentence in the characters of the mainland, of Taiwan and of Hong Kong."""

from bot.texts.script import in_script_of

SCRIPTS = ("zh-Hans", "zh-Hant", "zh-HK")


def written(text: str) -> list[str]:
    return list(dict.fromkeys([text, *(in_script_of(language, text) for language in SCRIPTS[1:])]))
