"""Text with positions: lines as LSP counts them, and columns in code points.

Everything inside Framesage counts lines and characters from 0 and characters in Unicode code
points (Python's own unit). Only the edges (``lsp/``, ``report/``) convert to UTF-8 or UTF-16 units.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


class Position(NamedTuple):
    """A location between two characters: line and character from 0, characters in code points.

    A tuple, as a range is, since a large file has a million of them.
    """

    line: int
    character: int


class Range(NamedTuple):
    """The text from ``start`` up to, not including, ``end``."""

    start: Position
    end: Position

    @staticmethod
    def on_line(line: int, start: int, end: int) -> Range:
        """Return the range of the characters ``start`` to ``end`` of one line."""
        return Range(Position(line, start), Position(line, end))

    def touches(self, position: Position) -> bool:
        """Tell whether a cursor at ``position`` touches this range (both ends count)."""
        return self.start <= position <= self.end


@frozen(slots=False)
class Source:
    """A file's text and where it is from; ``text`` may be the editor's, newer than the disk's."""

    path: Path
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends, split where LSP splits them."""
        return tuple(split_lines(self.text))

    def line(self, number: int) -> str:
        """Return one line, or an empty one past the end."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""


def split_lines(text: str) -> list[str]:
    """Split at the line ends of LSP; there is always one line more than there are line ends.

    LSP knows three line ends; ``str.splitlines`` knows eight more (form feed, U+2028, ...).
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


class ChangedLines(NamedTuple):
    """An edit seen in whole lines: those from ``first`` up to ``before`` became those up to
    ``after``; all others are the same."""

    first: int
    before: int
    after: int


def changed_lines(old: Sequence[str], new: Sequence[str]) -> ChangedLines:
    """Return the smallest run of lines in which two texts differ."""
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
    """Return up to which of ``most`` items two sequences are the ``same``, by bisection."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if same(low, middle):
            low = middle
        else:
            high = middle - 1
    return low


def utf16_units(line: str, character: int) -> int:
    """Return how many UTF-16 units stand before the code point ``character`` of ``line``."""
    before = line[:character]
    return character if before.isascii() else len(before.encode("utf-16-le", "surrogatepass")) // 2


def utf8_units(line: str, character: int) -> int:
    """Return how many bytes of UTF-8 stand before the code point ``character`` of ``line``."""
    before = line[:character]
    return character if before.isascii() else len(before.encode("utf-8", "surrogatepass"))
