"""Models on disk: `model.npz` (arrays) and `model.json` (everything readable), no pickle anywhere.

Loading trusts nothing: sizes before reading, then names, types, shapes, finite numbers and the content hash.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import os
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from classifier.errors import ModelError
from classifier.features import SETTINGS, Block, Features, Floats
from classifier.heads import Layout
from classifier.labels import Scheme
from classifier.tokens import DICTIONARY

FORMAT: Final = 3
ARRAYS: Final = "model.npz"
ABOUT: Final = "model.json"
LARGEST: Final = 512 * 1024 * 1024
_TYPES: Final = {
    "word_terms": "uint8",
    "char_terms": "uint8",
    "word_idf": "float32",
    "char_idf": "float32",
    "weights": "float32",
    "bias": "float32",
}
_KEYS: Final = (
    "format",
    "version",
    "scheme",
    "tokenizer",
    "features",
    "calibration",
    "routing",
    "urgency",
    "data",
    "hash",
)


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model: `weights` is (features, layout.width) and `bias` (layout.width,), calibration already in
    both."""

    layout: Layout
    features: Features
    weights: Floats
    bias: Floats
    about: dict[str, Any]


def arrays_of(features: Features, weights: Floats, bias: Floats) -> dict[str, NDArray[Any]]:
    """The arrays as they are stored; vocabularies as UTF-8 bytes, one term a line."""
    return {
        "word_terms": _pack(features.words),
        "char_terms": _pack(features.chars),
        "word_idf": features.words.idf,
        "char_idf": features.chars.idf,
        "weights": weights,
        "bias": bias,
    }


def _pack(block: Block) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(block.columns).encode(), dtype=np.uint8)


def content_hash(arrays: dict[str, NDArray[Any]], about: dict[str, Any]) -> str:
    """SHA-256 of all arrays and of what `model.json` says, apart from the hash and version made from it."""
    digest = hashlib.sha256()
    for name in sorted(arrays):
        array = np.ascontiguousarray(arrays[name])
        digest.update(f"{name} {array.dtype} {array.shape}\n".encode())
        digest.update(array.tobytes())
    rest = {key: value for key, value in about.items() if key not in ("hash", "version")}
    digest.update(json.dumps(rest, ensure_ascii=False, sort_keys=True).encode())
    return digest.hexdigest()


def save(directory: Path, model: Model) -> None:
    """Write both files, each by a rename; a crash in between leaves a pair that `load` refuses."""
    directory.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    arrays: dict[str, Any] = arrays_of(model.features, model.weights, model.bias)
    np.savez_compressed(buffer, **arrays)
    about = json.dumps(model.about, ensure_ascii=False, indent=1) + "\n"
    replace(directory / ARRAYS, buffer.getvalue())
    replace(directory / ABOUT, about.encode())


def replace(path: Path, content: bytes) -> None:
    """Write a file so that a reader sees the old content or the new, never a part."""
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def load(directory: Path) -> Model:
    """Read and check a model; ModelError says which file is wrong and how."""
    about = _about(directory / ABOUT)
    layout = Layout.of(_scheme(directory / ABOUT, about["scheme"]))
    path = directory / ARRAYS
    arrays = _arrays(path)
    words = _terms(path, "word_terms", arrays)
    chars = _terms(path, "char_terms", arrays)
    size = len(words) + len(chars)
    expected = {
        "word_idf": (len(words),),
        "char_idf": (len(chars),),
        "weights": (size, layout.width),
        "bias": (layout.width,),
    }
    for name, shape in expected.items():
        if arrays[name].shape != shape:
            raise ModelError(f"{path}: {name} has shape {arrays[name].shape}, expected {shape}")
        if not np.isfinite(arrays[name]).all():
            raise ModelError(f"{path}: {name} holds numbers that are not finite")
    if content_hash(arrays, about) != about["hash"]:
        raise ModelError(
            f"{path}: content does not match the hash in {ABOUT} (files of two models, or damaged)"
        )
    features = Features(
        Block.build(words, arrays["word_idf"], 0),
        Block.build(chars, arrays["char_idf"], len(words)),
    )
    return Model(layout, features, arrays["weights"], arrays["bias"], about)


def _about(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > LARGEST:
            raise ModelError(f"{path}: larger than {LARGEST} bytes")
        about: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(f"{path}: can't be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        if isinstance(error, ModelError):
            raise
        raise ModelError(f"{path}: not valid JSON, perhaps truncated ({error})") from error
    if not isinstance(about, dict) or not isinstance(about.get("format"), int):
        raise ModelError(f"{path}: not a model description (no number in 'format')")
    if about["format"] > FORMAT:
        raise ModelError(
            f"{path}: format {about['format']} is newer than this program reads ({FORMAT}): update it"
        )
    if about["format"] < FORMAT:
        raise ModelError(
            f"{path}: format {about['format']} is from before format {FORMAT}: train it again (the shipped model: `make model`)"
        )
    if missing := [key for key in _KEYS if key not in about]:
        raise ModelError(f"{path}: {missing[0]!r} is missing")
    checks = (
        ("features", about["features"], dict(SETTINGS)),
        ("tokenizer", _field(about["tokenizer"], "dictionary"), DICTIONARY),
    )
    for name, found, wanted in checks:
        if found != wanted:
            raise ModelError(f"{path}: {name} is {found!r}, this program works with {wanted!r}")
    if not isinstance(about["version"], str) or not about["version"]:
        raise ModelError(f"{path}: version is not a text")
    for section, key in (
        ("calibration", "topic_weight"),
        ("calibration", "scale"),
        ("calibration", "shift"),
        ("urgency", "threshold"),
    ):
        if not _number(_field(about[section], key)):
            raise ModelError(f"{path}: {section} needs a number {key!r}")
    _check_routing(path, about["routing"])
    return about


def _scheme(path: Path, data: Any) -> Scheme:
    try:
        return Scheme.of_json(data)
    except ValueError as error:
        raise ModelError(f"{path}: scheme can't be used: {error}") from error


def _field(value: Any, key: str) -> Any:
    return value.get(key) if isinstance(value, dict) else None


def _check_routing(path: Path, routing: Any) -> None:
    """A list of [threshold, precision, share] with rising thresholds, and a default precision."""
    precision, curve = _field(routing, "precision"), _field(routing, "curve")
    if not _number(precision) or not isinstance(curve, list) or not curve:
        raise ModelError(f"{path}: routing needs 'precision' and a 'curve' that is not empty")
    for point in curve:
        if not isinstance(point, list) or len(point) != 3 or not all(_number(number) for number in point):
            raise ModelError(f"{path}: routing curve has {point!r}, expected [threshold, precision, share]")
    if any(a[0] >= b[0] for a, b in pairwise(curve)):
        raise ModelError(f"{path}: routing curve's thresholds don't rise")


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    try:
        with zipfile.ZipFile(path) as file:
            if sum(info.file_size for info in file.infolist()) > LARGEST:
                raise ModelError(f"{path}: unpacks to more than {LARGEST} bytes")
        with np.load(path, allow_pickle=False) as file:
            if set(file.files) != set(_TYPES):
                raise ModelError(f"{path}: holds {sorted(file.files)}, expected {sorted(_TYPES)}")
            arrays: dict[str, NDArray[Any]] = {name: file[name] for name in _TYPES}
    except ModelError:
        raise
    except OSError as error:
        raise ModelError(f"{path}: can't be read ({error.strerror or error})") from error
    except (ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
        raise ModelError(f"{path}: not a readable array file, perhaps truncated ({error})") from error
    for name, kind in _TYPES.items():
        if arrays[name].dtype != np.dtype(kind):
            raise ModelError(f"{path}: {name} is {arrays[name].dtype}, expected {kind}")
    return arrays


def _terms(path: Path, name: str, arrays: dict[str, NDArray[Any]]) -> list[str]:
    try:
        terms = arrays[name].tobytes().decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise ModelError(f"{path}: {name} is not UTF-8") from error
    if len(set(terms)) != len(terms):
        raise ModelError(f"{path}: {name} holds a term twice")
    return terms
