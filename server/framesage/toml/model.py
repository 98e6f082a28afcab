"""What a TOML text says, with the range of everything it says."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Path = tuple["str | int", ...]
"""Keys from the top; an array's items, and the tables of an array of tables, count from 0."""

START = Range(Position(0, 0), Position(0, 0))


@frozen
class Value:
    """A value: ``kind`` is ``string``, ``array``, ``table`` or ``other``.

    ``text`` is a string's decoded value, any other scalar's raw text; ``range`` has the quotes or
    brackets with it, ``content`` has not. ``items`` are an array's, ``entries`` an inline table's.
    """

    kind: str
    text: str
    range: Range
    content: Range
    items: tuple[Value, ...] = ()
    entries: tuple[Entry, ...] = ()


@frozen
class Entry:
    """A key and its value; ``path`` is the whole path from the top, inline tables' included."""

    path: Path
    key_range: Range
    value: Value


@frozen
class Header:
    """A ``[table]`` or ``[[array.of.tables]]`` line; ``range`` is that of the name."""

    path: Path
    range: Range


@frozen(slots=False)
class Document:
    """Entries and headers in the order of the text; duplicates are kept."""

    entries: tuple[Entry, ...]
    headers: tuple[Header, ...]

    def find(self, *path: str | int) -> Value | None:
        """Return the first value at a path, or None."""
        entry = self._by_path.get(path)
        return entry.value if entry else None

    def each(self, *path: str | int) -> Iterator[Value]:
        """Yield every value at a path: a key is there twice where two versions are being merged."""
        return (entry.value for entry in self.flat if entry.path == path)

    def entry(self, *path: str | int) -> Entry | None:
        """Return the first entry at a path, or None."""
        return self._by_path.get(path)

    def under(self, *prefix: str | int) -> Iterator[Entry]:
        """Yield the entries below a path, those of inline tables included, in their order."""
        yield from self._below(len(prefix)).get(prefix, ())

    def header(self, *path: str | int) -> Header | None:
        """Return the first header that names a path, or None."""
        return self._headers.get(path)

    def locate(self, path: Path) -> Range:
        """Return the range of a path's key, or of the nearest thing above it that is there."""
        for length in range(len(path), 0, -1):
            found = self._ranges.get(path[:length])
            if found:
                return found
        return START

    @cached_property
    def flat(self) -> tuple[Entry, ...]:
        """All entries, each inline table followed by its own entries."""
        return tuple(flat for entry in self.entries for flat in _flatten(entry))

    @cached_property
    def _by_path(self) -> Mapping[Path, Entry]:
        found: dict[Path, Entry] = {}
        for entry in self.flat:
            found.setdefault(entry.path, entry)
        return found

    @cached_property
    def _headers(self) -> Mapping[Path, Header]:
        return {header.path: header for header in reversed(self.headers)}

    def _below(self, length: int) -> Mapping[Path, Sequence[Entry]]:
        """Return the entries below each path of a length: a file can have thousands of tables that
        each are asked for."""
        if length not in self._levels:
            level = self._levels[length] = {}
            for entry in self.flat:
                if len(entry.path) > length:
                    level.setdefault(entry.path[:length], []).append(entry)
        return self._levels[length]

    @cached_property
    def _levels(self) -> dict[int, dict[Path, list[Entry]]]:
        return {}

    @cached_property
    def _ranges(self) -> Mapping[Path, Range]:
        ranges: dict[Path, Range] = {}
        for header in self.headers:
            ranges.setdefault(header.path, header.range)
        for entry in self.flat:
            ranges.setdefault(entry.path, entry.key_range)
            for path, location in _items(entry.path, entry.value):
                ranges.setdefault(path, location)
        return ranges


def _flatten(entry: Entry) -> Iterator[Entry]:
    yield entry
    for inner in entry.value.entries:
        yield from _flatten(inner)


def _items(path: Path, value: Value) -> Iterator[tuple[Path, Range]]:
    for number, item in enumerate(value.items):
        yield (*path, number), item.range
        for entry in item.entries:
            yield from ((flat.path, flat.key_range) for flat in _flatten(entry))
        yield from _items((*path, number), item)
