"""Figures as pictures with Chinese words, readable on a phone: PNG bytes of about 1,000 × 900 points.

Nothing here touches matplotlib's global state, so any thread may draw. Of the package that carries the font only
the file is used: importing it would set the font for the whole process.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.metadata import distribution
from typing import Any, Final

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.ticker import PercentFormatter
from numpy.typing import ArrayLike, NDArray

# More labels than this can't be read: the smaller ones are drawn as one.
MOST_LABELS: Final = 20
REST: Final = "其余"
BINS: Final = 10

_INK: Final = "#1f2933"
_FAINT: Final = "#9aa5b1"
_COLOURS: Final = ("#1b6ca8", "#d1603d", "#3c8d5a")
_SHADES: Final = LinearSegmentedColormap.from_list("shares", ["#ffffff", "#cfe3f2", "#1b6ca8"])


@lru_cache(maxsize=1)
def _font_file() -> str:
    package = distribution("notojp-matplotlib")
    fonts = [file for file in package.files or [] if file.suffix == ".otf"]
    if not fonts:
        raise FileNotFoundError("notojp-matplotlib holds no font: install it again")
    return str(package.locate_file(fonts[0]))


def _font(size: float) -> FontProperties:
    return FontProperties(fname=_font_file(), size=size)


def confusion_png(labels: Sequence[str], matrix: ArrayLike, title: str) -> bytes:
    """Counts of true labels (rows) by guessed ones (columns), each row shaded by its shares.

    With more than `MOST_LABELS` labels those with the fewest rows are put together as 其余.
    """
    names, counts = _folded(list(labels), np.asarray(matrix))
    figure, axes = _blank(title, bottom=0.05, left=0.19, top=0.81)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    axes.imshow(shares, cmap=_SHADES, vmin=0, vmax=1, aspect="auto")
    size = min(20.0, 190 / len(names))
    named = min(17.0, 220 / len(names))
    for row, column in np.ndindex(*counts.shape):
        if counts[row, column]:
            colour = "white" if shares[row, column] > 0.6 else _INK
            bold = "bold" if row == column else "normal"
            axes.text(
                column, row, f"{counts[row, column]}", ha="center", va="center", color=colour,
                fontsize=size, fontweight=bold,
            )  # fmt: skip
    slanted = len(names) > 10 or max(map(len, names)) > 4
    axes.xaxis.tick_top()
    above = names if slanted or len(names) <= 6 else [_halved(name) for name in names]
    axes.set_xticks(
        range(len(names)), [_short(name) for name in above], fontproperties=_font(named), parse_math=False
    )
    axes.set_yticks(
        range(len(names)), [_short(name) for name in names], fontproperties=_font(named), parse_math=False
    )
    if slanted:
        for tick in axes.get_xticklabels():
            tick.set(rotation=50, ha="left", rotation_mode="anchor")
    axes.set_xticks(np.arange(len(names) + 1) - 0.5, minor=True)
    axes.set_yticks(np.arange(len(names) + 1) - 0.5, minor=True)
    axes.grid(which="minor", color="#e4e7eb")
    axes.tick_params(which="both", length=0, colors=_INK)
    axes.spines[:].set_color(_FAINT)
    figure.text(0.03, 0.83, "行：实际\n列：判断", color="#616e7c", fontproperties=_font(15))
    return _png(figure)


def reliability_png(confidence: Sequence[float], right: Sequence[bool], title: str) -> bytes:
    """How often a stated confidence is right: one point for each tenth, with its 95% interval and its rows."""
    stated, hits = np.asarray(confidence, dtype=float), np.asarray(right, dtype=float)
    figure, axes = _blank(title, bottom=0.34)
    below = figure.add_axes((0.14, 0.11, 0.81, 0.16))
    axes.plot([0, 1], [0, 1], color=_FAINT, linestyle="--", linewidth=2)
    axes.text(
        0.99, 0.03, "虚线：说几成把握，就有几成对", ha="right", color="#616e7c", fontproperties=_font(15)
    )
    which = np.minimum((stated * BINS).astype(int), BINS - 1)
    sizes = np.bincount(which, minlength=BINS)
    for number in np.flatnonzero(sizes):
        inside = which == number
        share, low, high = _wilson(hits[inside])
        middle = stated[inside].mean()
        axes.plot([middle, middle], [low, high], color=_COLOURS[0], linewidth=3, alpha=0.45)
        axes.plot([middle], [share], "o", color=_COLOURS[0], markersize=12)
    _shares(axes, "实际判对的比例")
    axes.set_ylim(-0.02, 1.04)
    for each in (axes, below):
        each.set_xlim(0, 1.02)
    axes.tick_params(labelbottom=False)
    bars = below.bar((np.arange(BINS) + 0.5) / BINS, sizes, width=0.085, color="#b8cfe0")
    below.bar_label(bars, [str(size) if size else "" for size in sizes], fontsize=14, color=_INK, padding=2)
    below.set_ylim(0, max(1, sizes.max()) * 1.3)
    below.set_yticks([])
    below.set_ylabel("条数", fontproperties=_font(15), color=_INK, labelpad=44)
    below.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    _plain(below, "模型给出的把握")
    return _png(figure)


def risk_coverage_png(
    confidence: Sequence[float],
    right: Mapping[str, Sequence[bool]],
    title: str,
    threshold: float | None = None,
) -> bytes:
    """Share of errors among the surest messages, over how many of all these are; a line for each way to count.

    `threshold` is the confidence from which messages go to a queue by themselves; its place is marked.
    """
    stated = np.asarray(confidence, dtype=float)
    figure, axes = _blank(title, bottom=0.12)
    order = np.argsort(-stated, kind="stable")
    covered = np.arange(1, len(order) + 1) / max(len(order), 1)
    top = 0.0
    passed = int((stated >= threshold).sum()) if threshold is not None else 0
    for number, (name, hits) in enumerate(right.items()):
        wrong = ~np.asarray(hits, dtype=bool)[order]
        risk = wrong.cumsum() / np.arange(1, len(order) + 1)
        colour = _COLOURS[number % len(_COLOURS)]
        told = f"{name}：门槛处错 {risk[passed - 1]:.1%}" if passed else name
        axes.plot(covered, risk, color=colour, linewidth=3.5, label=told)
        top = max(top, risk[len(risk) // 10 :].max(initial=0))
        if passed:
            axes.plot(covered[passed - 1], risk[passed - 1], "o", color=colour, markersize=13)
    ceiling = min(1.0, top * 1.25 + 0.01)
    if passed:
        axes.axvline(covered[passed - 1], color=_FAINT, linestyle="--", linewidth=2)
        left = covered[passed - 1] > 0.6
        axes.annotate(
            f"门槛 {threshold:.2f}：{covered[passed - 1]:.0%} 自动分派", (covered[passed - 1], ceiling),
            (-10 if left else 10, -14), textcoords="offset points", ha="right" if left else "left", va="top",
            color=_INK, fontproperties=_font(16),
        )  # fmt: skip
    _shares(axes, "其中判错的比例")
    axes.set_ylim(0, ceiling)
    axes.set_xlim(0, 1.02)
    _plain(axes, "自动分派的比例（把握大的在先）")
    axes.legend(prop=_font(17), frameon=False, loc="upper left", bbox_to_anchor=(0, 0.9))
    return _png(figure)


def _folded(names: list[str], counts: NDArray[Any]) -> tuple[list[str], NDArray[Any]]:
    if len(names) <= MOST_LABELS:
        return names, counts
    big = np.sort(np.argsort(-counts.sum(axis=1), kind="stable")[: MOST_LABELS - 1])
    owner = np.full(len(names), len(big))
    owner[big] = np.arange(len(big))
    folded = np.zeros((MOST_LABELS, MOST_LABELS), dtype=counts.dtype)
    np.add.at(folded, (owner[:, None], owner[None, :]), counts)
    return [*(names[number] for number in big), REST], folded


def _short(name: str) -> str:
    return name if len(name) <= 8 else name[:7] + "…"


def _halved(name: str) -> str:
    """Over two lines, so that four characters fit over a narrow column."""
    return name if len(name) < 4 else f"{name[: len(name) // 2]}\n{name[len(name) // 2 :]}"


def _wilson(hits: NDArray[np.float64]) -> tuple[float, float, float]:
    """A share and its 95% interval."""
    rows, share, wide = len(hits), float(hits.mean()), 1.96
    middle = (share + wide**2 / (2 * rows)) / (1 + wide**2 / rows)
    half = wide * ((share * (1 - share) + wide**2 / (4 * rows)) / rows) ** 0.5 / (1 + wide**2 / rows)
    return share, middle - half, middle + half


def _blank(
    title: str, *, bottom: float, left: float = 0.14, top: float = 0.89, right: float = 0.95
) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(10, 9), dpi=100, facecolor="white")
    FigureCanvasAgg(figure)
    axes = figure.add_axes((left, bottom, right - left, top - bottom))
    # Names of labels and files may hold dollar signs, which are no formulas.
    figure.text(
        0.5, 0.945, title, ha="center", va="center", color=_INK, fontproperties=_font(22), parse_math=False
    )
    return figure, axes


def _shares(axes: Axes, name: str) -> None:
    axes.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.set_ylabel(name, fontproperties=_font(18), color=_INK, labelpad=8)
    axes.grid(color="#e4e7eb")
    axes.tick_params(labelsize=15, colors=_INK)
    axes.spines[["top", "right"]].set_visible(False)


def _plain(axes: Axes, below: str) -> None:
    axes.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    axes.set_xlabel(below, fontproperties=_font(18), color=_INK, labelpad=8)
    axes.tick_params(labelsize=15, colors=_INK)
    axes.spines[["top", "right"]].set_visible(False)


def _png(figure: Figure) -> bytes:
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()
