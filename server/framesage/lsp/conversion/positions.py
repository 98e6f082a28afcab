"""Paths and URIs, and positions in the encoding that was negotiated with the client."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from framesage.memory import remember
from framesage.text import Position, Range, utf8_units, utf16_units

if TYPE_CHECKING:
    from collections.abc import Callable

    from framesage.analysis.location import Location
    from framesage.text import Source

_UNITS: dict[str, Callable[[str, int], int]] = {
    "utf-8": utf8_units,
    "utf-16": utf16_units,
    "utf-32": lambda _line, character: character,
}


@remember(500_000, lambda path: 400 + 8 * len(str(path)))
def path_of(uri: str) -> Path | None:
    """Return the path of a ``file:`` URI; None if the document cannot be a file on a disk."""
    try:
        path = Path((to_fs_path(uri) or "") if uri.startswith("file:") else "")
    except ValueError:  # half of the brackets of an address
        return None
    return path if path.is_absolute() and _may_exist(str(path)) else None


def _may_exist(name: str) -> bool:
    try:
        return b"\0" not in os.fsencode(name)
    except UnicodeEncodeError:  # half of a surrogate pair
        return False


def uri_of(path: Path) -> str:
    """Return the URI of a path, which may have bytes that are no UTF-8."""
    try:
        return from_fs_path(str(path)) or path.as_uri()
    except UnicodeEncodeError:
        return path.as_uri()


class PositionConverter:
    """Converts positions between code points and the units of the negotiated encoding."""

    def __init__(self, encoding: str) -> None:
        self._units = _UNITS[encoding]

    def range(self, source: Source, span: Range) -> types.Range:
        """Return a range in the client's units."""
        return types.Range(self.position(source, span.start), self.position(source, span.end))

    def position(self, source: Source, position: Position) -> types.Position:
        """Return a position in the client's units."""
        units = self._units(source.line(position.line), position.character)
        return types.Position(position.line, units)

    def range_in_units(self, source: Source, span: Range) -> tuple[int, int, int, int]:
        """Return a range in the client's units, as the lines and characters of its ends."""
        (first, start), (last, end) = span
        units = self._units
        return first, units(source.line(first), start), last, units(source.line(last), end)

    def location(self, location: Location) -> types.Location:
        """Return a location as a location."""
        return types.Location(
            uri_of(location.path), self.range(location.manifest.source, location.range)
        )

    def position_from(self, source: Source, position: types.Position) -> Position:
        """Return the client's position in code points; past the line's end is its end."""
        return Position(position.line, self.column(source.line(position.line), position.character))

    def column(self, line: str, character: int) -> int:
        """Return the client's column of a line in code points; past its end is its end."""
        if line.isascii():
            return min(character, len(line))
        low, high = 0, len(line)
        while low < high:  # the units before a character grow with it
            middle = (low + high + 1) // 2
            if self._units(line, middle) <= character:
                low = middle
            else:
                high = middle - 1
        return low
