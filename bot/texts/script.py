"""The same Chinese in the other characters: simplified for traditional, and the other way round."""

from functools import cache

import opencc

# A name keeps its words and only changes its characters; Taiwan and Hong Kong write a few of them differently.
_TO = {"zh-Hans": "t2s", "zh-Hant": "s2tw", "zh-HK": "s2hk"}


@cache
def _converter(recipe: str) -> opencc.OpenCC:
    return opencc.OpenCC(recipe)


def in_script_of(language: str, text: str) -> str:
    """The text in the characters of a language; of one that writes in others, as it is."""
    recipe = _TO.get(language)
    return str(_converter(recipe).convert(text)) if recipe else text
