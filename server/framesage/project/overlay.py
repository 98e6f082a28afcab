"""Layers over other files: the editor's open buffers, and a memory that spares the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.filesystem import DirEntry

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from framesage.manifests.lockfiles import Lock
    from framesage.project.filesystem import FileSystem


@frozen
class Overlay:
    """Files with the editor's open buffers on top; ``buffers`` may change between two calls."""

    below: FileSystem
    buffers: Mapping[Path, str]

    def text(self, path: Path) -> str | None:
        """Return the open buffer's text, else that of the file below."""
        buffer = self.buffers.get(path)
        return self.below.text(path) if buffer is None else buffer

    def read_error(self, path: Path) -> str:
        """Return why the file below cannot be read; an open buffer can."""
        return "" if path in self.buffers else self.below.read_error(path)

    def lock(self, path: Path) -> Lock | None:
        """Return what a lock on the disk holds: nobody types one."""
        return self.below.lock(path)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return the folder's entries, and buffers that were never saved."""
        below = self.below.entries(folder)
        new = {DirEntry(path.name) for path in self.buffers if path.parent == folder}
        names = {entry.name for entry in below}
        unsaved = [entry for entry in new if entry.name not in names]
        return tuple(sorted((*below, *unsaved))) if unsaved else below

    def real(self, path: Path) -> Path:
        """Return where a path leads on the disk."""
        return self.below.real(path)


class CachedFileSystem:
    """Files as they were when first asked for, until told to forget them.

    A keystroke must not touch the disk; a language server forgets what its client says changed.
    """

    def __init__(self, below: FileSystem) -> None:
        self._below = below
        self.clear()

    def clear(self) -> None:
        """Forget everything."""
        self._texts: dict[Path, str | None] = {}
        self._read_errors: dict[Path, str] = {}
        self._entries: dict[Path, tuple[DirEntry, ...]] = {}
        self._real: dict[Path, Path] = {}
        self._locks: dict[Path, Lock | None] = {}

    def forget(self, path: Path) -> None:
        """Forget what is known of one path, of the folders it is in, which may be as new as it is,
        and of locks, which tools change when they like: asking again costs little as long as they
        are the same."""
        self._locks.clear()
        self._texts.pop(path, None)
        self._read_errors.pop(path, None)
        self._real.pop(path, None)
        for folder in (path, *path.parents):
            self._entries.pop(folder, None)

    def text(self, path: Path) -> str | None:
        """Return a file's text as first read."""
        if path not in self._texts:
            self._texts[path] = self._below.text(path)
        return self._texts[path]

    def read_error(self, path: Path) -> str:
        """Return why a file could not be read when first asked."""
        if path not in self._read_errors:
            self._read_errors[path] = self._below.read_error(path)
        return self._read_errors[path]

    def lock(self, path: Path) -> Lock | None:
        """Return what a lock held when first asked for; its text is not kept."""
        if path not in self._locks:
            self._locks[path] = self._below.lock(path)
        return self._locks[path]

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return a folder's entries as first listed."""
        if folder not in self._entries:
            self._entries[folder] = self._below.entries(folder)
        return self._entries[folder]

    def real(self, path: Path) -> Path:
        """Return where a path led when first asked."""
        if path not in self._real:
            self._real[path] = self._below.real(path)
        return self._real[path]
