"""The texts of files: open documents, and a cache of the disk for everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project import CachedFileSystem, Disk, Overlay
from framesage.text import Source

if TYPE_CHECKING:
    from pathlib import Path


@frozen
class Buffer:
    """An open document: its text, and the version and URI that the client uses."""

    text: str
    version: int | None
    uri: str


class Documents:
    """The open documents over the disk, which is read once until a change is reported."""

    def __init__(self) -> None:
        self.buffers: dict[Path, Buffer] = {}
        self.uris: dict[Path, str] = {}
        """The URIs of all documents that are or were open, as the client writes them."""
        self._texts: dict[Path, str] = {}
        self._disk = CachedFileSystem(Disk())
        self.files = Overlay(self._disk, self._texts)

    def put(self, path: Path, buffer: Buffer) -> None:
        """Store the text of an open document."""
        self.buffers[path] = buffer
        self._texts[path] = buffer.text
        self.uris[path] = buffer.uri

    def close(self, path: Path) -> bool:
        """Discard the text of a document; return whether the text on the disk is different."""
        buffer = self.buffers.pop(path, None)
        self._texts.pop(path, None)
        self._disk.forget(path)
        return buffer is None or self._disk.text(path) != buffer.text

    def forget(self, path: Path) -> None:
        """Read a path from the disk again when it is needed."""
        self._disk.forget(path)

    def source(self, path: Path) -> Source | None:
        """Return the current text of a file: the open document's, or else the disk's."""
        text = self.files.text(path)
        return None if text is None else Source(path, text)

    def with_text(self, path: Path, text: str) -> Overlay:
        """Return the files as they would be with another text at a path."""
        return Overlay(self._disk, {**self._texts, path: text})

    def is_as_saved(self, path: Path, text: str) -> bool:
        """Return whether a file is known to exist on the disk with this text."""
        is_listed = any(entry.name == path.name for entry in self._disk.entries(path.parent))
        return is_listed and self._disk.text(path) == text
