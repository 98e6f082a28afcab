"""The texts of files: open documents, and a cache of the disk for everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage import memory
from framesage.frozen import frozen
from framesage.project import CachedFileSystem, Overlay, StampedDisk
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path


@frozen
class Buffer:
    """An open document: its text, and the version and URI that the client uses.

    ``lines`` are those of the text without their ends, if it is split already.
    """

    text: str
    version: int | None
    uri: str
    lines: Sequence[str] | None = None


class Documents:
    """The open documents over the disk, which is read once until a change is noticed."""

    def __init__(self) -> None:
        self.buffers: dict[Path, Buffer] = {}
        self.uris: dict[Path, str] = {}
        """The URIs of all documents that are or were open, as the client writes them."""
        self.texts: dict[Path, str] = {}
        self.split: dict[Path, tuple[str, Sequence[str]]] = {}
        """The texts of open documents that are split already, with their lines."""
        self.stamps = StampedDisk()
        self._disk = CachedFileSystem(self.stamps)
        self._named: dict[Path, set[str]] = {}
        self.files = Overlay(self._disk, self.texts, self._named)

    def put(self, path: Path, buffer: Buffer) -> None:
        """Store the text of an open document."""
        self.buffers[path] = buffer
        self.texts[path] = buffer.text
        self.split.pop(path, None)
        if buffer.lines is not None:
            self.split[path] = buffer.text, buffer.lines
        self.uris[path] = buffer.uri

    def name(self, path: Path) -> None:
        """Count a document as a dependency file until it is closed, whatever its name is."""
        self._named.setdefault(path.parent, set()).add(path.name)

    def close(self, path: Path) -> bool:
        """Discard the text of a document; return whether the text on the disk is different."""
        self._named.get(path.parent, set()).discard(path.name)
        buffer = self.buffers.pop(path, None)
        self.texts.pop(path, None)
        self.split.pop(path, None)
        self.forget(path)
        memory.forget()
        return buffer is None or self._disk.text(path) != buffer.text

    def forget(self, path: Path) -> None:
        """Read a path and the folders around it again when they are needed."""
        self._disk.forget(path)
        self.stamps.files.pop(path, None)

    def forget_file(self, path: Path) -> None:
        """Read a file again when it is needed."""
        self._disk.forget_file(path)
        self.stamps.files.pop(path, None)

    def reread(self, paths: Iterable[Path]) -> Iterator[Path]:
        """Read files and folders again; yield the files, and what is new or gone in the folders.

        Open documents are left out.
        """
        for path in paths:
            for entry in self._disk.relist(path):
                yield path / entry.name
            if path in self.stamps.files:
                self.forget_file(path)
                if path not in self.buffers:
                    yield path

    def is_link(self, path: Path) -> bool:
        """Return whether a path is a symbolic link, and so another name of a file."""
        entries = self._disk.entries(path.parent)
        return any(entry.name == path.name and entry.is_symlink for entry in entries)

    def watch(self, path: Path) -> None:
        """Notice changes of a file or folder that something else reads, such as custom rules."""
        if path not in self.stamps.files:
            self.stamps.watch(path)

    def source(self, path: Path) -> Source | None:
        """Return the current text of a file: the open document's, or else the disk's."""
        text = self.files.text(path)
        return None if text is None else Source(path, text)

    def saved_text(self, path: Path) -> str | None:
        """Return the text of a file on the disk."""
        return self._disk.text(path)

    def with_text(self, path: Path, text: str) -> Overlay:
        """Return the files as they would be with another text at a path."""
        return Overlay(self._disk, {**self.texts, path: text}, self._named)

    def is_saved(self, path: Path) -> bool:
        """Return whether a file is known to exist on the disk."""
        return any(entry.name == path.name for entry in self._disk.entries(path.parent))

    def is_as_saved(self, path: Path, text: str) -> bool:
        """Return whether a file is known to exist on the disk with this text."""
        return self.is_saved(path) and self._disk.text(path) == text
