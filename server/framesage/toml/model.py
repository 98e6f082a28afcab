"""A TOML document with the ranges of all its parts."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

Path = tuple["str | int", ...]
"""The keys from the top level down; items of arrays and of arrays of tables are 0-based indices."""

START = Range(Position(0, 0), Position(0, 0))


@frozen
class Value:
    """A value; ``kind`` is ``string``, ``array``, ``table`` or ``other``, or ``run`` for lines of
    an array that were left as they are.

    ``text`` is the decoded value of a string, or the source text of another scalar. ``range``
    includes quotes and brackets, ``content`` does not. ``items`` belong to an array, ``entries``
    to an inline table.
    """

    kind: str
    text: str
    range: Range
    content: Range
    items: tuple[Value, ...] = ()
    entries: tuple[Entry, ...] = ()


@frozen
class Entry:
    """A key and its value; ``path`` is the full path from the top level."""

    path: Path
    key_range: Range
    value: Value


@frozen
class Header:
    """A ``[table]`` or ``[[array.of.tables]]`` line; ``range`` covers only the name."""

    path: Path
    range: Range


@frozen(slots=False)
class Document:
    """Entries and headers in the order of the text, including duplicates."""

    entries: tuple[Entry, ...]
    headers: tuple[Header, ...]

    def find(self, *path: str | int) -> Value | None:
        """Return the first value at a path, or None."""
        entry = self._by_path.get(path)
        return entry.value if entry else None

    def find_all(self, *path: str | int) -> Iterator[Value]:
        """Yield every value at a path; an unresolved merge can duplicate a key."""
        return (entry.value for entry in self.flat if entry.path == path)

    def entry(self, *path: str | int) -> Entry | None:
        """Return the first entry at a path, or None."""
        return self._by_path.get(path)

    def under(self, *prefix: str | int) -> Iterator[Entry]:
        """Yield the entries below a path in order, including those of inline tables."""
        yield from self._below(len(prefix)).get(prefix, ())

    def header(self, *path: str | int) -> Header | None:
        """Return the first header with a path, or None."""
        return self._headers.get(path)

    def locate(self, path: Path) -> Range:
        """Return the range of the key at a path, or of its closest existing parent."""
        for length in range(len(path), 0, -1):
            found = self._ranges.get(path[:length])
            if found:
                return found
        return START

    @cached_property
    def flat(self) -> tuple[Entry, ...]:
        """All entries; each inline table is followed by its own entries."""
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
        """Return the entries by the first parts of their paths, so that a file with thousands of
        tables is not searched for each of them."""
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
