"""Words and character n-grams of a normalised text; the only place that knows jieba and rjieba.

Both engines hold the same dictionary with the same terms of the trade, cut in search mode (long words also give
their parts) and are asked not to guess words outside it (`hmm` off), so a model trained with one serves with the other.
"""

from __future__ import annotations

import importlib.metadata
import logging
import re
import warnings
from collections.abc import Callable
from functools import lru_cache
from typing import Final, Literal

from classifier.terms import TERMS

Engine = Literal["rjieba", "jieba"]

DICTIONARY: Final = f"jieba 0.42, {len(TERMS)} terms of the trade, search mode, hmm off"
_RUN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003134f\u0f00-\u0fff0-9a-z]+")


def _load_rjieba() -> Callable[[str], list[str]]:
    import rjieba  # noqa: PLC0415 (may not be installed)

    engine = rjieba.Jieba()
    for term in TERMS:
        engine.add_word(term, None, None)
    cut = engine.cut_for_search
    return lambda text: cut(text, hmm=False)


def _load_jieba() -> Callable[[str], list[str]]:
    # jieba warns of its own escapes and of pkg_resources when imported, and logs how long it took to load.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415 (a second and a half that rjieba saves)
    jieba.setLogLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    for term in TERMS:
        tokenizer.add_word(term)
    return lambda text: tokenizer.lcut_for_search(text, HMM=False)


@lru_cache(maxsize=2)
def cutter(engine: Engine) -> Callable[[str], list[str]]:
    """The cut function of an engine, its dictionary loaded; ImportError if the engine is not installed."""
    return _load_rjieba() if engine == "rjieba" else _load_jieba()


@lru_cache(maxsize=1)
def default_engine() -> Engine:
    """`rjieba` where it is installed, `jieba` otherwise."""
    try:
        cutter("rjieba")
    except ImportError:
        return "jieba"
    return "rjieba"


def identity(engine: Engine) -> str:
    """Engine and version, as written into a model: `rjieba 0.2.2`."""
    return f"{engine} {importlib.metadata.version(engine)}"


def runs(text: str) -> list[str]:
    """The stretches of letters, digits and Chinese characters between punctuation."""
    return _RUN.findall(text)
