"""A line of a file that is safe and narrow enough to print, and the part to underline."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from rich.cells import cell_len

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.analysis.location import Location

TAB = 4
WIDEST = 160  # code points; longer lines are shown in part
_BEFORE = 40
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@frozen
class SourceLine:
    """A printable line in three parts; the middle one is underlined."""

    before: str
    marked: str
    after: str

    @property
    def indent(self) -> int:
        """Columns of the terminal before the marked part."""
        return cell_len(self.before)

    @property
    def width(self) -> int:
        """Columns of the terminal to underline: at least one."""
        return max(1, cell_len(self.marked))


def source_line(location: Location) -> SourceLine:
    """Return the first line of a location."""
    begin, end = location.range.start, location.range.end
    line = location.manifest.source.line(begin.line)
    until = end.character if end.line == begin.line else len(line)
    return _printable(*_cropped(line, begin.character, max(begin.character, until)))


def _cropped(line: str, begin: int, end: int) -> tuple[str, str, str]:
    if len(line) <= WIDEST:
        return line[:begin], line[begin:end], line[end:]
    first = max(0, begin - _BEFORE)
    last = min(len(line), first + WIDEST)
    head = "..." * (first > 0) + line[first:begin]
    return (
        head,
        line[begin : min(end, last)],
        line[min(end, last) : last] + "..." * (last < len(line)),
    )


def _printable(before: str, marked: str, after: str) -> SourceLine:
    shown = printable(before)
    middle = printable(marked, cell_len(shown))
    return SourceLine(shown, middle, printable(after, cell_len(shown + middle)))


def printable(text: str, column: int = 0) -> str:
    """Return text that is safe on a terminal: tabs as spaces, no control characters.

    ``column`` is where the text begins; tabs depend on it.
    """
    if text.isprintable():
        return text
    shown = ""
    for character in text:
        if character == "\t":
            width = TAB - (column + cell_len(shown)) % TAB
        else:
            width = max(1, cell_len(character))
        shown += character if character.isprintable() else _replacement(character) * width
    return shown


def _replacement(character: str) -> str:
    blank = character == "\t" or unicodedata.category(character).startswith("Z")
    return " " if blank else _UNKNOWN
