"""Texts, lines and positions.

Framesage counts lines and characters from 0, and characters in Unicode code points like Python.
Only ``lsp/`` and ``report/`` convert to UTF-8 or UTF-16 units.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path


CONTROLS = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028-\\u202e\\u2066-\\u2069\\ud800-\\udfff"
"""The characters, as in a class of a regular expression, that a terminal obeys, that change the
order of a text, or that are no characters."""

LONGEST_MESSAGE = 1000
"""The most characters of a message; editors show it in a small window, CI in a table."""
LONGEST_TEXT = 4000
"""The most characters of a paragraph."""
LONGEST_LABEL = 200
"""The most characters of a name or title, which has a row of an editor for itself."""

_CONTROL = re.compile(f"[{CONTROLS}]")
_COMMAND = re.compile(r"^(\s*)(?=::)|(?<=##)(?=\[)")


def visible(text: str, kept: str = "") -> str:
    """Return a text with escapes for line ends, control characters and invisible ones.

    A terminal would obey them, or show a text in another order. The characters in ``kept`` stay.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in kept else _escape(character)
        for character in text
    )


def _escape(character: str) -> str:
    """Return the code of a character in the form that Python, JSON and TOML have in common."""
    number = ord(character)
    short = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character, "")
    return short or (f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}")


def in_one_line(text: str, longest: int = LONGEST_MESSAGE) -> str:
    """Return a text that people read, whatever it quotes, as a visible line of a bounded length.

    A long one loses its middle: what helps is often at its end.
    """
    line = visible(text)
    if len(line) <= longest:
        return line
    half = longest // 2 - 2
    return f"{line[:half]}...{line[-half:]}"


def without_controls(text: str) -> str:
    """Return a text of the same length with replacements for control characters; tabs stay, and so
    do line ends and what joins the parts of an emoji."""
    return text if text.isprintable() else _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def harmless(line: str) -> str:
    """Return a line of output without what a terminal or the runner of GitHub would obey.

    The runner obeys ``::error::`` at the start of a line, and ``##[error]`` anywhere.
    """
    return _COMMAND.sub(r"\1\\", visible(line))


def printed(lines: Iterable[str]) -> str:
    """Return lines as the text of an output that people read."""
    return "".join(f"{harmless(line)}\n" for line in lines)


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

    @staticmethod
    def of_lines(path: Path, text: str, lines: Sequence[str]) -> Source:
        """Create a source whose text is already split as LSP does, into lines that stay as they
        are."""
        source = Source(path, text)
        vars(source)["lines"] = lines
        return source

    @cached_property
    def lines(self) -> Sequence[str]:
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

    @property
    def shift(self) -> int:
        """The number of lines by which the text below the edit moves down."""
        return self.after - self.before


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
