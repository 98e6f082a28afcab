"""Edits of whole lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.model import Edit, line_end
from framesage.text import Position, Range

if TYPE_CHECKING:
    from framesage.text import Source


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
