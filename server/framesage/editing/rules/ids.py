"""The ids in a rule file, with the kind of what each of them refers to or defines."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.tables import single_types, tables_at, types, types_at
from framesage.rulebase.tables.types import GUIDE
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.editing.rules.cursor import Path
    from framesage.rulebase.tables.schema import TableSchema, ValueType
    from framesage.toml import Document, Value

DEFINED_IN = {"candidate": "framework", "derivation": "derive"}
"""The tables that define a kind of id, where they are called differently."""
DEFINING = ("rule", "trait", "package-set", "need", "framework", "evidence", "derive", "claim")
"""The tables that define ids, which are the kinds of ids here."""


@frozen
class NamedId:
    """An id at a range, without quotes; ``kind`` is the table that defines such ids.

    ``key`` is whether it is a key of a table.
    """

    kind: str
    name: str
    range: Range
    is_definition: bool = False
    is_key: bool = False

    def is_same(self, other: NamedId) -> bool:
        """Return whether both are about the same definition."""
        return (self.kind, self.name) == (other.kind, other.name)


def ids_in(document: Document, file: TableSchema) -> Iterator[NamedId]:
    """Yield the ids in a rule file, or in another declared ``file``, in the order of its text."""
    kinds = _Kinds(file)
    for entry in document.entries:
        yield from _in_entry(entry.path, entry.key_range, entry.value, kinds)


def id_at(document: Document, file: TableSchema, position: Position) -> NamedId | None:
    """Return the id at a position, or None."""
    return next((found for found in ids_in(document, file) if found.range.touches(position)), None)


@frozen
class _Kinds:
    """The kinds of ids at the paths of a file, computed once for each table and key."""

    file: TableSchema
    values: dict[Path, str] = field(default_factory=dict)
    keys: dict[Path, str] = field(default_factory=dict)

    def of_value(self, path: Path) -> str:
        """Return the kind of the id that a string at a path is, or ""."""
        shape = _shape(path)
        if shape not in self.values:
            self.values[shape] = next(_kinds_of(types_at(shape, self.file)), "")
        return self.values[shape]

    def of_key(self, path: Path) -> str:
        """Return the kind of the id that the last key of a path is, or ""."""
        shape = _shape(path)
        if shape not in self.keys:
            self.keys[shape] = next(self._key_kinds(shape), "")
        return self.keys[shape]

    def _key_kinds(self, path: Path) -> Iterator[str]:
        around, name = path[:-1], path[-1]
        for found in single_types(types_at(around, self.file)):
            if isinstance(found, types.MapOf | types.StrengthsOf):
                yield from _kinds_of([found.name])
        for table in tables_at(around, self.file):
            if table.named and name not in table.by_name:
                yield from _kinds_of([table.named])


def _shape(path: Path) -> Path:
    """Return a path that all items of an array have in common."""
    return tuple(0 if isinstance(part, int) else part for part in path)


def _kinds_of(found: Iterable[ValueType]) -> Iterator[str]:
    for value_type in single_types(found):
        if isinstance(value_type, types.Id):
            yield DEFINED_IN.get(value_type.kind, value_type.kind)
        elif isinstance(value_type, types.Reference):
            yield "claim"


def _in_entry(path: Path, key_range: Range, value: Value, kinds: _Kinds) -> Iterator[NamedId]:
    kind = kinds.of_key(path)
    if kind:
        yield NamedId(kind, str(path[-1]), unquoted(key_range, str(path[-1])), is_key=True)
    yield from _in_value(path, value, kinds)


def _in_value(path: Path, value: Value, kinds: _Kinds) -> Iterator[NamedId]:
    if value.kind == "string" and value.text:
        found = _string(path, value, kinds)
        if found:
            yield found
    for number, item in enumerate(value.items):
        yield from _in_value((*path, number), item, kinds)
    for entry in value.entries:
        yield from _in_entry(entry.path, entry.key_range, entry.value, kinds)


def _string(path: Path, value: Value, kinds: _Kinds) -> NamedId | None:
    if len(path) == 3 and path[0] in DEFINING and path[2] == "id":
        return NamedId(str(path[0]), value.text, value.content, is_definition=True)
    kind, span = kinds.of_value(path), value.content
    if kind != "claim":
        return NamedId(kind, value.text, span) if kind else None
    if not value.text.startswith(GUIDE):
        return None
    start = Position(span.start.line, span.start.character + len(GUIDE))
    return NamedId(kind, value.text.removeprefix(GUIDE), Range(start, span.end))


def unquoted(span: Range, name: str) -> Range:
    """Return the range of a key or a string without its quotes, if it has any."""
    around = span.end.character - span.start.character - len(name)
    if span.start.line != span.end.line or around != 2:
        return span
    return Range.on_line(span.start.line, span.start.character + 1, span.end.character - 1)
