"""Adding and removing whole lines, and where a line's comments above it begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.model import Edit, line_end
from framesage.text import Position, Range

if TYPE_CHECKING:
    from framesage.text import Source


def insert_below(source: Source, number: int, text: str) -> Edit:
    """Return the edit that writes a line below another one."""
    if number + 1 < len(source.lines):
        return insert_above(source, number + 1, text)
    at = Position(number, len(source.line(number)))
    return Edit(source.path, Range(at, at), line_end(source) + text)


def insert_above(source: Source, number: int, text: str) -> Edit:
    """Return the edit that writes a line above another one."""
    at = Position(number, 0)
    return Edit(source.path, Range(at, at), text + line_end(source))


def remove_lines(source: Source, first: int, last: int) -> Edit:
    """Return the edit that removes lines, with the line end below them or else above."""
    if last + 1 < len(source.lines):
        return Edit(source.path, Range(Position(first, 0), Position(last + 1, 0)), "")
    end = Position(last, len(source.line(last)))
    return Edit(source.path, Range(Position(first, 0), end), "")


def indent_of(line: str) -> str:
    """Return the blanks that a line begins with."""
    return line[: len(line) - len(line.lstrip())]


def above_comments(source: Source, number: int, lowest: int) -> int:
    """Return the line above which to write, so that the comments above a line stay with it.

    Comments at the very top (``lowest``) speak of the whole list and stay above what is written,
    unless they are ignores, which speak of the next line only.
    """
    first = number
    while first > lowest and source.line(first - 1).lstrip().startswith("#"):
        first -= 1
    of_the_list = not any("framesage" in line for line in source.lines[first:number])
    return number if first == lowest and of_the_list else first
