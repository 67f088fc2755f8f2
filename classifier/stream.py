"""Classifies a stream of JSON lines; the command line in front of it lives elsewhere."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import Any, TextIO

from classifier.predict import Classifier


def classify_stream(lines: Iterable[str | bytes], out: TextIO, classifier: Classifier) -> int:
    """One JSON line out for each line in (`id`, `text`, perhaps `title`); blank lines are skipped.

    A bad line is named on standard error and left out. Returns the number of bad lines.
    """
    bad = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            result = _classify(line, classifier)
        except ValueError as error:
            bad += 1
            print(f"line {number}: {error}", file=sys.stderr)
            continue
        out.write(result + "\n")
    return bad


def _classify(line: str | bytes, classifier: Classifier) -> str:
    try:
        if isinstance(line, bytes):
            line = line.decode()
        data: Any = json.loads(line.removeprefix("\ufeff"))
    except UnicodeDecodeError:
        raise ValueError("not UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise ValueError(f"not JSON ({error})") from None
    if not isinstance(data, dict):
        raise ValueError('not an object with "id" and "text"')
    for field in ("id", "text"):
        if field not in data:
            raise ValueError(f'"{field}" is missing')
    number, title, text = data["id"], data.get("title"), data["text"]
    if not isinstance(number, str | int) or isinstance(number, bool):
        raise ValueError('"id" must be a text or a whole number')
    if not isinstance(text, str) or not isinstance(title, str | None):
        raise ValueError('"text" must be a text, and "title" a text or missing')
    made = classifier.suggest(title, text)
    answer = {
        "id": number,
        "domain": made.domain,
        "confidence": made.confidence,
        "alternatives": dict(made.alternatives),
        "none": made.none,
        "queue": made.queue,
        "model": made.model,
    }
    # Half a surrogate pair in an id is legal JSON but can't be written as UTF-8.
    plain = isinstance(number, str) and any("\ud800" <= char <= "\udfff" for char in number)
    return json.dumps(answer, ensure_ascii=plain)
