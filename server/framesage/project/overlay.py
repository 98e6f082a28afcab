"""File systems on top of others: open buffers of an editor, and a cache of the disk."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.decoding import decode_head
from framesage.project.filesystem import HEAD, DirEntry, largest_size, too_large

if TYPE_CHECKING:
    from collections.abc import Mapping, Set
    from pathlib import Path

    from framesage.manifests.lockfiles import Lock
    from framesage.project.filesystem import FileSystem


@frozen
class Overlay:
    """A file system with the open buffers of an editor; ``buffers`` may change between calls.

    ``named`` are the names of dependency files that the client said are some, by folder.
    """

    below: FileSystem
    buffers: Mapping[Path, str]
    named: Mapping[Path, Set[str]] = field(default_factory=dict)

    def text(self, path: Path) -> str | None:
        """Return the text of the open buffer, or else of the file; None if it is too large."""
        buffer = self.buffers.get(path)
        if buffer is None:
            return self.below.text(path)
        return None if len(buffer) > largest_size(path) else buffer

    def head(self, path: Path) -> str | None:
        """Return the start of the open buffer, or else of the file."""
        buffer = self.buffers.get(path)
        if buffer is None:
            return self.below.head(path)
        return decode_head(buffer[:HEAD].encode("utf-8", "replace")[:HEAD])

    def read_error(self, path: Path) -> str:
        """Return why a file cannot be read: an open buffer only because it is too large."""
        buffer, largest = self.buffers.get(path), largest_size(path)
        if buffer is None:
            return self.below.read_error(path)
        return too_large(largest) if len(buffer) > largest else ""

    def lock(self, path: Path) -> Lock | None:
        """Return a parsed lock file from the disk, because users do not edit lock files."""
        return self.below.lock(path)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return the entries of a folder, including buffers that have never been saved."""
        below = self.below.entries(folder)
        start = str(folder)  # kept by a path, unlike its parent; hundreds of documents may be open
        inside = (path for path in self.buffers if str(path).startswith(start))
        new = {DirEntry(path.name) for path in inside if path.parent == folder}
        names = {entry.name for entry in below}
        unsaved = [entry for entry in new if entry.name not in names]
        return tuple(sorted((*below, *unsaved))) if unsaved else below

    def real_path(self, path: Path) -> Path:
        """Return the path with all symbolic links resolved."""
        return self.below.real_path(path)

    def named_in(self, folder: Path) -> frozenset[str]:
        """Return the names of files in a folder that somebody said are dependency files."""
        return self.below.named_in(folder) | self.named.get(folder, frozenset())

    def is_open(self, path: Path) -> bool:
        """Return whether there is a buffer with this name."""
        return path in self.buffers or self.below.is_open(path)


class CachedFileSystem:
    """A file system that reads each file and folder once, until ``forget`` is called.

    A keystroke must not touch the disk. The language server calls ``forget`` for the files that its
    client reports as changed.
    """

    def __init__(self, below: FileSystem) -> None:
        self._below = below
        self.clear()

    def clear(self) -> None:
        """Remove everything from the cache."""
        self._texts: dict[Path, str | None] = {}
        self._heads: dict[Path, str | None] = {}
        self._read_errors: dict[Path, str] = {}
        self._entries: dict[Path, tuple[DirEntry, ...]] = {}
        self._real_paths: dict[Path, Path] = {}
        self._locks: dict[Path, Lock | None] = {}

    def forget(self, path: Path) -> None:
        """Remove a path from the cache, together with the folders around it.

        The folders may be as new as the file.
        """
        self.forget_file(path)
        for folder in (path, *path.parents):
            self._entries.pop(folder, None)

    def forget_file(self, path: Path) -> None:
        """Remove a file from the cache, and all lock files.

        Tools can change lock files at any time, and checking whether they have changed is cheap.
        """
        self._locks.clear()
        self._texts.pop(path, None)
        self._heads.pop(path, None)
        self._read_errors.pop(path, None)
        self._real_paths.pop(path, None)

    def relist(self, folder: Path) -> set[DirEntry]:
        """List a folder again if it was listed; return the entries that are new or gone."""
        if folder not in self._entries:
            return set()
        before = self._entries.pop(folder)
        return set(before).symmetric_difference(self.entries(folder))

    def text(self, path: Path) -> str | None:
        """Return the cached text of a file."""
        if path not in self._texts:
            self._texts[path] = self._below.text(path)
        return self._texts[path]

    def head(self, path: Path) -> str | None:
        """Return the cached start of a file."""
        if path not in self._heads:
            self._heads[path] = self._below.head(path)
        return self._heads[path]

    def read_error(self, path: Path) -> str:
        """Return the cached reason why a file cannot be read."""
        if path not in self._read_errors:
            self._read_errors[path] = self._below.read_error(path)
        return self._read_errors[path]

    def lock(self, path: Path) -> Lock | None:
        """Return a cached lock file; its text is not kept."""
        if path not in self._locks:
            self._locks[path] = self._below.lock(path)
        return self._locks[path]

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return the cached entries of a folder."""
        if folder not in self._entries:
            self._entries[folder] = self._below.entries(folder)
        return self._entries[folder]

    def real_path(self, path: Path) -> Path:
        """Return the cached path with all symbolic links resolved."""
        if path not in self._real_paths:
            self._real_paths[path] = self._below.real_path(path)
        return self._real_paths[path]

    def named_in(self, folder: Path) -> frozenset[str]:
        """Return the names of files in a folder that somebody said are dependency files."""
        return self._below.named_in(folder)

    def is_open(self, path: Path) -> bool:
        """Return whether a file is open under this name."""
        return self._below.is_open(path)
