"""Notice changes of the disk: the time and size of everything that was read from it."""

from __future__ import annotations

import os
from itertools import chain
from typing import TYPE_CHECKING

from framesage.project.filesystem import Disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.manifests.lockfiles import Lock
    from framesage.project.filesystem import DirEntry

    Stamp = tuple[int, int, int]


class StampedDisk(Disk):
    """The disk, with a stamp of each file and folder from just before it was read.

    A file that was missing has the stamp None, so that its creation is a change, too.
    """

    def __init__(self) -> None:
        self.files: dict[Path, Stamp | None] = {}
        self.folders: dict[Path, Stamp | None] = {}

    def text(self, path: Path) -> str | None:
        """Return the text of a regular file."""
        self.watch(path)
        return super().text(path)

    def head(self, path: Path) -> str | None:
        """Return the start of a regular file as text."""
        self.watch(path)
        return super().head(path)

    def lock(self, path: Path) -> Lock | None:
        """Return a parsed lock file."""
        self.watch(path)
        return super().lock(path)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return the entries of a folder, sorted by name."""
        self.folders[folder] = _stamp(folder)
        return super().entries(folder)

    def watch(self, path: Path) -> None:
        """Stamp a file that something else reads."""
        self.files[path] = _stamp(path)

    def has_read(self, path: Path) -> bool:
        """Return whether a file or folder was read, or the folder that it is in."""
        return path in self.files or path in self.folders or path.parent in self.folders

    def changes(self, near: Path | None = None) -> Iterator[Path | None]:
        """Look at everything that was read; yield what is different now, and None for the rest.

        The folders around ``near`` come first, then files, then other folders.
        """
        around = [folder for folder in near.parents if folder in self.folders] if near else []
        for path in chain(around, tuple(self.files), tuple(self.folders)):
            yield path if self._is_different(path) else None

    def _is_different(self, path: Path) -> bool:
        for stamps in (self.files, self.folders):
            if path in stamps and stamps[path] != _stamp(path):
                return True
        return False


def _stamp(path: Path) -> Stamp | None:
    """Return the time and size of a file or folder, or None if it does not exist.

    The time of the last change of status reveals a file that was replaced by an older one.
    """
    try:
        status = os.stat(path)  # noqa: PTH116  # half the time of Path.stat, thousands of times
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size
