"""Ini text as configparser reads it, with locations, and without ever refusing.

Half-typed lines are left out; a key that is there twice is there twice.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SECTION = re.compile(r"\[(?P<name>[^\]]*)\]?")
_OPTION = re.compile(r"(?P<key>[^\s=:#;\[][^=:]*)[=:](?P<value>.*)")
_INLINE_COMMENT = re.compile(r"(?:^|\s)#.*$")


@frozen
class Piece:
    """A part of a value on one line, without spaces and comments around it."""

    text: str
    range: Range

    def part(self, start: int, end: int) -> Piece | None:
        """Return a smaller piece, or None where nothing but spaces would be in it."""
        text = self.text[start:end]
        return _piece(self.range.start.line, self.range.start.character + start, text)


@frozen
class Option:
    """A key and the lines of its value; ``key`` is in lower case, with ``_`` for ``-``."""

    section: str
    key: str
    key_range: Range
    pieces: tuple[Piece, ...]


def scan_ini(lines: Sequence[str]) -> Iterator[Option]:
    """Yield the options of a text in their order, lines further in belonging to the one above."""
    section, option, level = "", None, 0
    pieces: list[Piece | None] = []
    for number, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if line[indent : indent + 1] in ("", "#", ";"):
            continue
        if option and indent > level:
            pieces.append(_piece(number, 0, line))
            continue
        if option:
            yield replace(option, pieces=tuple(filter(None, pieces)))
        header, match = _SECTION.match(line, indent), _OPTION.match(line, indent)
        section, level = header.group("name").strip() if header else section, indent
        option = _option(section, number, match) if match and not header else None
        pieces = [_piece(number, match.start("value"), match.group("value"))] if match else []
    if option:
        yield replace(option, pieces=tuple(filter(None, pieces)))


def _option(section: str, number: int, match: re.Match[str]) -> Option:
    written = match.group("key").rstrip()
    location = Range.on_line(number, match.start("key"), match.start("key") + len(written))
    return Option(section, written.lower().replace("-", "_"), location, ())


def _piece(line: int, start: int, text: str) -> Piece | None:
    text = _INLINE_COMMENT.sub("", text)
    begin = start + len(text) - len(text.lstrip())
    text = text.strip()
    return Piece(text, Range.on_line(line, begin, begin + len(text))) if text else None
