"""Files of both sides: stored once by content, named by file ids, read back by path."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
import struct
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from bot.sandbox.errors import bad_request

DOWNLOAD_LIMIT = 20 * 1024 * 1024
_FOLDERS = {
    "photo": "photos",
    "document": "documents",
    "voice": "voice",
    "video": "videos",
    "audio": "music",
    "animation": "animations",
    "video_note": "video_notes",
    "sticker": "stickers",
}
_SUFFIXES = {"photo": ".jpg", "voice": ".oga", "video": ".mp4", "sticker": ".webp"}
_PREFIXES = {"photo": "AgAC", "document": "BQAC", "voice": "AwAC", "video": "BAAC", "audio": "CQAC"}
_SIZES = (90, 320, 800, 1280)


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    unique_id: str
    kind: str
    path: str
    name: str
    data: bytes
    content: dict[str, Any]
    """The Bot API object of the whole medium (for a photo: its list of sizes under `sizes`)."""


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from a PNG, JPEG or GIF header."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data.startswith(b"\xff\xd8"):
        pos = 2
        while pos + 9 < len(data) and data[pos] == 0xFF:
            marker = data[pos + 1]
            if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
                height, width = struct.unpack(">HH", data[pos + 5 : pos + 9])
                return width, height
            pos += 2 + int(struct.unpack(">H", data[pos + 2 : pos + 4])[0])
    return None


class FileStore:
    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}
        self._blobs: dict[bytes, bytes] = {}
        self._number = 0

    def add(self, kind: str, data: bytes, name: str = "", mime: str = "", **more: Any) -> dict[str, Any]:
        """Store a medium and return its part of a message, such as `{"photo": [...]}`."""
        if not data:
            raise bad_request("file must be non-empty")
        digest = hashlib.sha256(data).digest()
        data = self._blobs.setdefault(digest, data)
        name = PurePosixPath(name.replace("\\", "/")).name
        if kind == "photo":
            size = picture_size(data)
            if size is None:
                raise bad_request("IMAGE_PROCESS_FAILED")
            width, height = size
            if not width or not height or width + height > 10_000 or max(size) > 20 * min(size):
                raise bad_request("PHOTO_INVALID_DIMENSIONS")
            sizes = self._photo(digest, data, name, width, height)
            return {"photo": sizes}
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        content = {**more, "file_size": len(data)}
        if kind != "sticker":
            content["mime_type"] = mime
        if kind in {"document", "video", "audio", "animation"} and name:
            content["file_name"] = name
        if kind == "video_note":
            content.pop("mime_type")
        return {kind: self._store(kind, digest, data, name, content).content}

    def _photo(self, digest: bytes, data: bytes, name: str, width: int, height: int) -> list[dict[str, Any]]:
        longest = max(width, height)
        edges = [edge for edge in _SIZES if edge < longest] + [min(longest, _SIZES[-1])]
        sizes: list[dict[str, Any]] = []
        for edge in dict.fromkeys(edges):
            content = {
                "width": max(1, round(width * edge / longest)),
                "height": max(1, round(height * edge / longest)),
                "file_size": len(data),
            }
            stored = self._store("photo", digest + bytes([len(sizes)]), data, name, content)
            sizes.append(stored.content)
        whole = {"photo": sizes}
        for one in sizes:
            old = self._by_id[one["file_id"]]
            self._by_id[old.file_id] = StoredFile(
                old.file_id, old.unique_id, old.kind, old.path, old.name, old.data, whole
            )
        return sizes

    def _store(self, kind: str, digest: bytes, data: bytes, name: str, content: dict[str, Any]) -> StoredFile:
        self._number += 1
        seed = hashlib.sha256(kind.encode() + digest).digest()
        unique = base64.urlsafe_b64encode(seed[:11]).decode().rstrip("=")
        own = base64.urlsafe_b64encode(hashlib.sha256(seed + str(self._number).encode()).digest()).decode()
        file_id = _PREFIXES.get(kind, "BQAC") + own.rstrip("=")
        suffix = _SUFFIXES.get(kind) or PurePosixPath(name).suffix
        path = f"{_FOLDERS.get(kind, 'documents')}/file_{self._number}{suffix}"
        content = {"file_id": file_id, "file_unique_id": unique, **content}
        stored = StoredFile(file_id, unique, kind, path, name, data, content)
        self._by_id[file_id] = self._by_path[path] = stored
        return stored

    def get(self, file_id: str) -> StoredFile | None:
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)

    def again(self, kind: str, file_id: str) -> dict[str, Any]:
        """The part of a message for a medium that is sent once more by its id."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request(
                "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"
            )
        if kind == "photo" and stored.kind == "photo":
            return dict(stored.content)
        if kind != stored.kind:
            wanted, had = kind.replace("_", " ").title(), stored.kind.replace("_", " ").title()
            raise bad_request(f"can't use file of type {had} as {wanted}")
        return {kind: stored.content}

    def info(self, file_id: str) -> dict[str, Any]:
        """The File of getFile."""
        stored = self._by_id.get(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if len(stored.data) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": len(stored.data),
            "file_path": stored.path,
        }
