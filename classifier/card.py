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
Chinese, or says that no domain leads; also its topic, its type and how urgent it seems. It suggests; a dispatcher
or the citizen can always change it.

**How.** Linear models over TF-IDF of words and characters; {features} features. Probabilities assume that
{prior:.0%} of the traffic belongs to no domain. A message goes to a domain's queue by itself when the
domain's probability is at least {threshold:.2f}, otherwise to triage.

**What it learnt from.** {rows} messages written for this project, nothing else (data hash `{data}`):
{counts}.

**How well it does** on its own corpus: each message judged by a model that had not seen it, and the frozen
tenth that no model learns from:

| measure | out of fold | frozen |
|---|---|---|
| messages | {oof.rows} | {frozen.rows} |
| eight-way accuracy on in-domain messages, strict | {oof.strict:.3f} | {frozen.strict:.3f} |
| the same, acceptable | {oof.acceptable:.3f} | {frozen.acceptable:.3f} |
| of what goes to a queue by itself, right | {oof.queue_precision:.3f} | {frozen.queue_precision:.3f} |
| share of in-domain messages that go to a queue by itself | {oof.queue_share:.3f} | {frozen.queue_share:.3f} |
| expected calibration error | {oof.ece:.3f} | {frozen.ece:.3f} |
| type | {oof.kind:.3f} | {frozen.kind:.3f} |
| topic, likeliest / among three | {oof.topic:.3f} / {oof.topic_three:.3f} | {frozen.topic:.3f} / {frozen.topic_three:.3f} |
| urgent: messages, found | {oof.urgent}, {oof.urgent_recall:.3f} | {frozen.urgent}, {frozen.urgent_recall:.3f} |
| taken for urgent: calm messages / those that only sound urgent | {oof.false_alarms:.3f} / {oof.near_alarms:.3f} | {frozen.false_alarms:.3f} / {frozen.near_alarms:.3f} |

Of an exam of {exam.urgent} urgent messages, written apart, it finds {exam.urgent_recall:.3f}; of as many that only
sound urgent it takes {exam.near_alarms:.3f} for urgent.

The corpus is written to be hard (many messages of a few characters); figures on real messages are in
`docs/classifier.md`.

**Limits.** Mainland terms are better covered than those of Taiwan, Hong Kong and Macau. Languages other than
Chinese go to triage. It reads at most the first 4,000 and last 1,000 characters. It does not judge whether
what is reported is true. Urgency is the weakest judgement: it misses about one urgent message in twenty-five, so
the words that the desk shows in an emergency must not wait for it.
"""


def card(rows: Sequence[Row], model: Model, oof: Figures, frozen: Figures, exam: Figures) -> str:
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
        oof=oof,
        frozen=frozen,
        exam=exam,
    )
