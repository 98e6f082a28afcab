"""Texts, lines and positions.

Framesage counts lines and characters from 0, and characters in Unicode code points like Python.
Only ``lsp/`` and ``report/`` convert to UTF-8 or UTF-16 units.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


def visible(text: str, kept: str = "") -> str:
    """Return a text with escapes for line ends, control characters and invisible ones.

    A terminal would obey them, and a line that begins with ``::`` is a command to GitHub. The
    characters in ``kept`` stay.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in kept else ascii(character)[1:-1]
        for character in text
    )


class Position(NamedTuple):
    """A position between two characters; both numbers are 0-based, characters in code points.

    Positions and ranges are named tuples, because a large file has a million of them.
    """

    line: int
    character: int


class Range(NamedTuple):
    """The text from ``start`` (inclusive) to ``end`` (exclusive)."""

    start: Position
    end: Position

    @staticmethod
    def on_line(line: int, start: int, end: int) -> Range:
        """Create a range of characters of one line."""
        return Range(Position(line, start), Position(line, end))

    def touches(self, position: Position) -> bool:
        """Return whether a cursor at ``position`` touches the range; both ends count."""
        return self.start <= position <= self.end


@frozen(slots=False)
class Source:
    """The path and text of a file; an open editor may have a newer text than the disk."""

    path: Path
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their line ends, split as in LSP."""
        return tuple(split_lines(self.text))

    def line(self, number: int) -> str:
        """Return a line by its 0-based number; past the end, it is empty."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""


def split_lines(text: str) -> list[str]:
    """Split a text at the line ends of LSP, into one line more than there are line ends.

    LSP has three line ends; ``str.splitlines`` has eight more (form feed, U+2028, ...).
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


class ChangedLines(NamedTuple):
    """An edit in whole lines: lines ``first`` to ``before`` of the old text were replaced with
    lines ``first`` to ``after`` of the new one. Both ends are exclusive."""

    first: int
    before: int
    after: int


def changed_lines(old: Sequence[str], new: Sequence[str]) -> ChangedLines:
    """Return the smallest block of lines in which two texts differ."""
    shortest = min(len(old), len(new))
    first = _shared(shortest, lambda low, high: old[low:high] == new[low:high])
    last = _shared(
        shortest - first,
        lambda low, high: (
            old[len(old) - high : len(old) - low] == new[len(new) - high : len(new) - low]
        ),
    )
    return ChangedLines(first, len(old) - last, len(new) - last)


def _shared(most: int, same: Callable[[int, int], bool]) -> int:
    """Return the number of leading items, at most ``most``, that are the ``same``, by bisection."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low


def utf16_units(line: str, character: int) -> int:
    """Return the number of UTF-16 units before a code point of a line."""
    before = line[:character]
    return character if before.isascii() else len(before.encode("utf-16-le", "surrogatepass")) // 2


def utf8_units(line: str, character: int) -> int:
    """Return the number of UTF-8 bytes before a code point of a line."""
    before = line[:character]
    return character if before.isascii() else len(before.encode("utf-8", "surrogatepass"))
