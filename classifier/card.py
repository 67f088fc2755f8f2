"""The model card: what a model learnt from, what it is for, how well it did, in words for its users."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from classifier.corpus import Row
from classifier.evaluate import Figures
from classifier.labels import LABELS
from classifier.registry import Model

_TEXT = """# Model {version}

**What it does.** Names the livelihood domain whose department should lead a citizen's message written in
Chinese, or says that no domain leads. It suggests; a dispatcher or the citizen can always change it.

**How.** A linear model over TF-IDF of words and characters; {features} features. Probabilities assume that
{prior:.0%} of the traffic belongs to no domain. A message goes to a domain's queue by itself when the
domain's probability is at least {threshold:.2f}, otherwise to triage.

**What it learnt from.** {rows} messages written for this project, nothing else (data hash `{data}`):
{counts}.

**How well it does** on its own corpus, each message judged by a model that had not seen it:

| measure | value |
|---|---|
| eight-way accuracy on in-domain messages, strict / acceptable | {strict:.3f} / {acceptable:.3f} |
| of what goes to a queue by itself, right (mix of the corpus) | {precision:.3f} |
| share of in-domain messages that go to a queue by itself | {share:.3f} |
| expected calibration error | {ece:.3f} |

These figures flatter: the corpus was written with the labelling guide at hand. Figures on real messages are
in `docs/classifier.md`.

**Limits.** Mainland terms are better covered than those of Taiwan, Hong Kong and Macau. Languages other than
Chinese go to triage. It reads at most the first 4,000 and last 1,000 characters. It does not judge whether
what is reported is true, nor how urgent it is.
"""


def card(rows: Sequence[Row], model: Model, figures: Figures) -> str:
    """The card as Markdown."""
    numbers = Counter(row.domain for row in rows)
    return _TEXT.format(
        version=model.about["version"],
        features=f"{model.features.size:,}",
        prior=model.about["calibration"]["none_prior"],
        threshold=model.about["routing"]["threshold"],
        rows=len(rows),
        data=model.about["data"]["sha256"][:16],
        counts=", ".join(f"{label} {numbers[label]}" for label in LABELS),
        strict=figures.strict,
        acceptable=figures.acceptable,
        precision=figures.queue_precision,
        share=figures.queue_share,
        ece=figures.ece,
    )
