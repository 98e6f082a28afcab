"""Edits of whole lines, and where a new line belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.model import Edit, line_end
from framesage.manifests.names import canonicalize_name
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.text import Source

_FEWEST_SORTED = 3
"""Fewer names may be in alphabetical order by chance."""


def insertion_index(names: Sequence[str], name: str) -> int:
    """Return where to insert a name: in alphabetical order if the names are sorted, else last."""
    keys = [canonicalize_name(existing) for existing in names]
    if len(keys) < _FEWEST_SORTED or keys != sorted(keys):
        return len(keys)
    return next((index for index, key in enumerate(keys) if key > name), len(keys))


def insert_below(source: Source, number: int, text: str) -> Edit:
    """Return the edit that inserts a line below another one."""
    if number + 1 < len(source.lines):
        return insert_above(source, number + 1, text)
    end = Position(number, len(source.line(number)))
    return Edit(source.path, Range(end, end), line_end(source) + text)


def insert_above(source: Source, number: int, text: str) -> Edit:
    """Return the edit that inserts a line above another one."""
    start = Position(number, 0)
    return Edit(source.path, Range(start, start), text + line_end(source))


def remove_lines(source: Source, first: int, last: int) -> Edit:
    """Return the edit that removes lines with their line ends."""
    if last + 1 < len(source.lines):
        return Edit(source.path, Range(Position(first, 0), Position(last + 1, 0)), "")
    end = Position(last, len(source.line(last)))
    return Edit(source.path, Range(Position(first, 0), end), "")


def replace_on_line(source: Source, number: int, start: int, end: int, text: str) -> Edit:
    """Return the edit that replaces the characters of a line from ``start`` to ``end``."""
    return Edit(source.path, Range.on_line(number, start, end), text)


def indent_of(line: str) -> str:
    """Return the whitespace at the beginning of a line."""
    return line[: len(line) - len(line.lstrip())]


def above_comments(source: Source, number: int, lowest: int) -> int:
    """Return the line above which to insert, so that comments stay with the line below them.

    Comments at the top of a list (on line ``lowest``) are about the whole list and stay above the
    inserted line, unless they are ignore comments, which apply only to the next line.
    """
    first = number
    while first > lowest and source.line(first - 1).lstrip().startswith("#"):
        first -= 1
    are_about_list = not any("framesage" in line for line in source.lines[first:number])
    return number if first == lowest and are_about_list else first
