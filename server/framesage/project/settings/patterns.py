"""File patterns in the settings: what they match, and what is wrong with them.

They are those of ``.gitignore`` without exceptions:
``*`` and ``?`` match within a name, ``[...]`` one of some characters, and ``**`` any folders. A
pattern without ``/`` matches the name of a file or folder at any depth, a pattern with ``/`` a path
relative to the folder of the settings. One that matches a folder matches everything in it.
"""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_UNCLOSED = re.compile(r"\[(?![!^]?\]?[^\]]*\])")
_ANY_FOLDERS = "**"
_DRIVE = re.compile(r"[A-Za-z]:")


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


def matches_pattern(pattern: str, path: Path, folder: Path) -> bool:
    """Return whether a pattern of the settings in a folder matches a file."""
    if not path.is_relative_to(folder):
        return False
    names = path.relative_to(folder).parts
    parts = pattern.strip("/").split("/")
    if len(parts) == 1 and not pattern.startswith("/"):
        parts = [_ANY_FOLDERS, *parts]
    return _matches(parts, names)


def _matches(parts: Sequence[str], names: Sequence[str]) -> bool:
    """Return whether the parts match the first names, which are a file or a folder around it.

    Each part is compared with each name at most once.
    """
    ends = {0}
    for part in parts:
        if part == _ANY_FOLDERS:
            ends = set(range(min(ends), len(names) + 1))
        else:
            ends = {end + 1 for end in ends if end < len(names) and fnmatchcase(names[end], part)}
        if not ends:
            return False
    return True
