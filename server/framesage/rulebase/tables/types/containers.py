"""Types of lists and tables, whose parts have types of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.frozen import frozen
from framesage.rulebase.names import unknown
from framesage.rulebase.tables.schema import ValueType, value_problems
from framesage.rulebase.tables.types.numbers import STRENGTHS, Fraction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.rulebase.tables.schema import Context, Problem, TableSchema


@frozen
class ListOf(ValueType):
    """A list; not empty if ``filled``. If ``single``, a value alone is a list of one."""

    item: ValueType
    words: str
    filled: bool = False
    single: bool = False

    def accepts(self, value: object) -> bool:
        """Return whether it is a list."""
        return isinstance(value, list) or (self.single and self.item.accepts(value))

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield the errors of the items."""
        if not isinstance(value, list):
            yield from self.item.problems(value, context)
            return
        if self.filled and not value:
            yield (), "must not be empty"
        if not all(map(self.item.accepts, value)):
            yield (), f"must be {self.words}"
            return
        for position, item in enumerate(value):
            for keys, message in self.item.problems(item, context):
                yield (position, *keys), message

    def inner(self, part: str | int, _tables: Mapping[str, TableSchema], /) -> Iterator[ValueType]:
        """Yield the types that the value at a key, or at a position, can have."""
        if isinstance(part, int):
            yield self.item


@frozen
class TableOf(ValueType):
    """A table, by the name of its declaration."""

    table: str
    words: str = "a table"

    def accepts(self, value: object) -> bool:
        """Return whether it is a table."""
        return isinstance(value, dict)

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield the errors in the table."""
        return context.tables[self.table].problems(cast("dict[str, object]", value), context)

    def inner(self, part: str | int, tables: Mapping[str, TableSchema], /) -> Iterator[ValueType]:
        """Yield the types that the value at a key, or at a position, can have."""
        key = tables[self.table].key(part) if isinstance(part, str) else None
        if key is not None:
            yield key.type


@frozen
class TablesOf(ValueType):
    """An array of tables, ``[[key]]``, by the name of their declaration."""

    table: str

    @property
    def words(self) -> str:
        """What such a value is."""
        return f"an array of tables: [[{self.table}]]"

    def mismatch(self, key: str, _value: object) -> str:
        """Return the message for a value of another type."""
        return f"write '{key}' as {self.words}"

    def accepts(self, value: object) -> bool:
        """Return whether it is a list of tables."""
        return isinstance(value, list) and all(isinstance(item, dict) for item in value)

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield the errors in each table."""
        schema = context.tables[self.table]
        for position, raw in enumerate(cast("list[dict[str, object]]", value)):
            for keys, message in schema.problems(raw, context):
                yield (position, *keys), message

    def inner(self, part: str | int, _tables: Mapping[str, TableSchema], /) -> Iterator[ValueType]:
        """Yield the types that the value at a key, or at a position, can have."""
        if isinstance(part, int):
            yield TableOf(self.table)


@frozen
class MapOf(ValueType):
    """A table from names to values."""

    name: ValueType
    value: ValueType
    words: str = "a table"
    filled: bool = False

    def accepts(self, value: object) -> bool:
        """Return whether it is a table."""
        return isinstance(value, dict)

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield the errors in names and values."""
        if self.filled and not value:
            yield (), "must not be empty"
        for name, item in cast("dict[str, object]", value).items():
            for _, message in self.name.problems(name, context):
                yield (name,), message
            yield from value_problems(self.value, name, item, context)

    def inner(self, part: str | int, _tables: Mapping[str, TableSchema], /) -> Iterator[ValueType]:
        """Yield the types that the value at a key, or at a position, can have."""
        if isinstance(part, str):
            yield self.value


@frozen
class StrengthsOf(ValueType):
    """A table of names with their strengths: ``word = [names]``, or ``name = number``."""

    name: ValueType
    words: str = "a table"

    def accepts(self, value: object) -> bool:
        """Return whether it is a table."""
        return isinstance(value, dict)

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield the errors in names and strengths."""
        names = ListOf(self.name, "a list of strings")
        for name, item in cast("dict[str, object]", value).items():
            if not isinstance(item, list):
                yield from self._problems(name, item, context)
            elif name not in STRENGTHS:
                yield (name,), unknown("strength", name, STRENGTHS)
            else:
                yield from value_problems(names, name, item, context)

    def _problems(self, name: str, strength: object, context: Context) -> Iterator[Problem]:
        for _, message in self.name.problems(name, context):
            yield (name,), message
        if not Fraction().accepts(strength):
            yield (name,), f"the strength of '{name}' must be between 0 and 1, both excluded"

    def inner(self, part: str | int, _tables: Mapping[str, TableSchema], /) -> Iterator[ValueType]:
        """Yield the types that the value at a key, or at a position, can have."""
        if isinstance(part, str):
            yield from (ListOf(self.name, "a list of strings"), Fraction())


@frozen
class Either(ValueType):
    """One of several types, which TOML tells apart.

    ``of_list`` says what to write instead of a list.
    """

    types: tuple[ValueType, ...]
    words: str
    of_list: str = ""

    def mismatch(self, key: str, value: object) -> str:
        """Return the message for a value of another type."""
        if self.of_list and value and isinstance(value, list):
            return self.of_list
        return ValueType.mismatch(self, key, value)

    def accepts(self, value: object) -> bool:
        """Return whether it is of one of the types."""
        return any(value_type.accepts(value) for value_type in self.types)

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield the errors of the type that the value has."""
        found = next(value_type for value_type in self.types if value_type.accepts(value))
        return found.problems(value, context)

    def inner(self, part: str | int, tables: Mapping[str, TableSchema], /) -> Iterator[ValueType]:
        """Yield the types that the value at a key, or at a position, can have."""
        for value_type in self.types:
            yield from value_type.inner(part, tables)
