"""Patterns in the settings that match files and folders."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@frozen
class Glob:
    """A pattern, relative to the folder of the settings that it is in.

    A pattern without ``/`` matches the name of a file or folder at any depth below the folder, a
    pattern with ``/`` a path relative to it. ``*`` and ``?`` are wildcards.
    """

    folder: Path
    pattern: str

    def matches(self, path: Path) -> bool:
        """Return whether this matches a file or folder."""
        if path == self.folder or not path.is_relative_to(self.folder):
            return False
        pattern = self.pattern.replace("\\", "/").rstrip("/")
        if "/" in pattern:
            return fnmatchcase(path.relative_to(self.folder).as_posix(), pattern.lstrip("/"))
        return fnmatchcase(path.name, pattern)

    def covers(self, path: Path) -> bool:
        """Return whether this matches a file or folder, or a folder that it is in."""
        return any(map(self.matches, (path, *path.parents)))


def is_excluded(path: Path, globs: Iterable[Glob]) -> bool:
    """Return whether patterns match a file or folder."""
    return any(glob.matches(path) for glob in globs)
