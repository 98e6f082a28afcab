"""Patterns in the settings for files and folders: what they match, and what is wrong with them.

They are those of ``.gitignore`` without exceptions: ``*`` and ``?`` match within a name, ``[...]``
one of some characters, and ``**`` any folders. A pattern without ``/`` matches the name of a file
or folder at any depth, a pattern with ``/`` a path relative to the folder of the settings.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.memory import remember

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_UNCLOSED = re.compile(r"\[(?![!^]?\]?[^\]]*\])")
_ANY_FOLDERS = "**"
_DRIVE = re.compile(r"[A-Za-z]:")


@frozen
class Glob:
    """A pattern, relative to the folder of the settings that it is in."""

    folder: Path
    pattern: str

    def matches(self, path: Path) -> bool:
        """Return whether this matches a file or folder itself."""
        return _match_all(_parts(self.pattern), self.names(path))

    def covers(self, path: Path) -> bool:
        """Return whether this matches a file or folder, or a folder that it is in."""
        return bool(_matched_lengths(_parts(self.pattern), self.names(path)))

    def names(self, path: Path) -> tuple[str, ...]:
        """Return the names that lead from the folder to a path; none if it is not below."""
        return path.relative_to(self.folder).parts if path.is_relative_to(self.folder) else ()


def _match_all(parts: Sequence[str], names: Sequence[str]) -> bool:
    return len(names) in _matched_lengths(parts, names)


def _matched_lengths(parts: Sequence[str], names: Sequence[str]) -> set[int]:
    """Return how many of the first names a pattern matches: all, or those of a folder around.

    Each part of the pattern is compared with each name at most once.
    """
    lengths = {0}
    for part in parts:
        if not lengths:
            break
        if part == _ANY_FOLDERS:
            lengths = set(range(min(lengths), len(names) + 1))
        else:
            lengths = {
                length + 1
                for length in lengths
                if length < len(names) and fnmatchcase(names[length], part)
            }
    return lengths - {0}


@lru_cache(maxsize=10_000)
def _parts(pattern: str) -> Sequence[str]:
    pattern = pattern.replace("\\", "/")
    parts = pattern.strip("/").split("/")
    is_name = len(parts) == 1 and not pattern.startswith("/")
    return [_ANY_FOLDERS, *parts] if is_name else parts


@remember(4_000_000, lambda _: 100)
def _match_any(patterns: tuple[str, ...], names: tuple[str, ...]) -> bool:
    """Return whether one of the patterns of a folder matches the path with these names.

    A search asks many times about each path.
    """
    return any(_match_all(_parts(pattern), names) for pattern in patterns)


def is_excluded(path: Path, globs: Iterable[Glob]) -> bool:
    """Return whether patterns match a file or folder."""
    by_folder: dict[Path, list[Glob]] = {}
    for glob in globs:
        by_folder.setdefault(glob.folder, []).append(glob)
    return any(
        _match_any(tuple(glob.pattern for glob in found), found[0].names(path))
        for found in by_folder.values()
    )


def pattern_problem(pattern: str) -> str:
    """Return what is wrong with a pattern, or ""."""
    if not pattern.strip("/ "):
        return "it is empty"
    if "\\" in pattern:
        return "separate folders with '/'"
    if _DRIVE.match(pattern) or pattern.startswith("~"):
        return "it must be relative to the folder of the settings"
    if pattern.startswith("!"):
        return "it must not begin with '!'"
    if _UNCLOSED.search(pattern):
        return "']' is missing"
    return next(filter(None, map(_problem_of_part, pattern.strip("/").split("/"))), "")


def _problem_of_part(part: str) -> str:
    if not part:
        return "a name is missing between two '/'"
    if part in (".", ".."):
        return "it must not contain '.' or '..'; settings apply to the files in their folder"
    if _ANY_FOLDERS in part and part != _ANY_FOLDERS:
        return "'**' must be the whole name of a folder"
    return ""
