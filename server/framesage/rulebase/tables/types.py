"""The types that values of rule files can have."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from framesage.frozen import frozen
from framesage.rulebase.names import alternatives, not_a_candidate, unknown
from framesage.rulebase.tables.schema import ValueType, value_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from framesage.rulebase.tables.schema import Context, Problem, TableSchema

GUIDE = "guide:"
STRENGTHS = ("conclusive", "strong", "fair", "weak", "slight")
"""The words for strengths, which ``[scale.strengths]`` defines."""


@frozen
class Text(ValueType):
    """A string that matches ``pattern``, a regular expression that JSON Schema understands, too.

    ``check`` returns what is wrong with a text, "" for nothing, where the pattern cannot say it.
    """

    words: str = "a string"
    pattern: str = ""
    check: Callable[[str], str] | None = None

    def accepts(self, value: object) -> bool:
        """Return whether it is a string."""
        return isinstance(value, str)

    def problems(self, value: object, _context: Context, /) -> Iterator[Problem]:
        """Yield what is wrong with the text."""
        text = cast("str", value)
        if self.check is not None:
            message = self.check(text)
            if message:
                yield (), message
        elif self.pattern and not re.search(self.pattern, text):
            yield (), f"must be {self.words}" if text.strip() else "must not be empty"


@frozen
class Id(ValueType):
    """The id of something that is defined elsewhere, or one of the words in ``also``.

    ``kind`` is the table that defines it, or ``candidate`` for a framework to choose.
    """

    kind: str
    called: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What such a value is."""
        return f"the id of a {self.called}"

    def accepts(self, value: object) -> bool:
        """Return whether it is a string."""
        return isinstance(value, str)

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield that nothing has this id."""
        name, known = cast("str", value), context.ids.get(self.kind)
        if known is None or name in known or name in self.also:
            return
        choices = (*known, *self.also)
        if self.kind == "candidate" and name in context.ids.get("framework", ()):
            yield (), not_a_candidate(name, choices)
        else:
            yield (), unknown(self.called, name, choices)


@frozen
class Reference(ValueType):
    """A claim of the guidance, ``guide:G07``, or an https page."""

    words: str = "'guide:G07' or an https page"

    def accepts(self, value: object) -> bool:
        """Return whether it is a string."""
        return isinstance(value, str)

    def problems(self, value: object, context: Context, /) -> Iterator[Problem]:
        """Yield that it is neither, or that there is no such claim."""
        text = cast("str", value)
        known = context.ids.get("claim")
        claim = text.removeprefix(GUIDE)
        if claim == text and not text.startswith("https://"):
            yield (), f"'{text}' is neither '{GUIDE}G01' nor an https page"
        elif claim != text and known is not None and claim not in known:
            yield (), unknown("claim", claim, known)


@frozen
class Choice(ValueType):
    """One of a few words; ``meanings`` tells what each of them means."""

    called: str
    meanings: Mapping[str, str]

    @property
    def words(self) -> str:
        """What such a value is."""
        return alternatives(word for word in self.meanings if word)

    def accepts(self, value: object) -> bool:
        """Return whether it is a string."""
        return isinstance(value, str)

    def problems(self, value: object, _context: Context, /) -> Iterator[Problem]:
        """Yield that it is another word."""
        if value not in self.meanings:
            yield (), unknown(self.called, cast("str", value), self.meanings)


@frozen
class Boolean(ValueType):
    """True or false."""

    words: str = "true or false"

    def accepts(self, value: object) -> bool:
        """Return whether it is a Boolean."""
        return isinstance(value, bool)


@frozen
class Count(ValueType):
    """A positive integer."""

    words: str = "an integer"

    def accepts(self, value: object) -> bool:
        """Return whether it is an integer."""
        return isinstance(value, int) and not isinstance(value, bool)

    def problems(self, value: object, _context: Context, /) -> Iterator[Problem]:
        """Yield that it is too small."""
        if cast("int", value) < 1:
            yield (), "must be 1 or more"


@frozen
class Fraction(ValueType):
    """A number between 0 and 1; 0 and 1 themselves only if ``closed``."""

    closed: bool = False
    words: str = "a number between 0 and 1"

    def accepts(self, value: object) -> bool:
        """Return whether it is such a number."""
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return False
        return 0 <= value <= 1 if self.closed else 0 < value < 1


@frozen
class Strength(ValueType):
    """A word for a strength, or a number between 0 and 1."""

    words: str = f"a number between 0 and 1, or {alternatives(STRENGTHS)}"

    def accepts(self, value: object) -> bool:
        """Return whether it is a word or such a number."""
        return isinstance(value, str) or Fraction().accepts(value)

    def problems(self, value: object, _context: Context, /) -> Iterator[Problem]:
        """Yield that it is another word."""
        if isinstance(value, str) and value not in STRENGTHS:
            yield (), unknown("strength", value, STRENGTHS)


@frozen
class Day(ValueType):
    """A date."""

    words: str = "a date without quotation marks, like 2026-04-30"

    def accepts(self, value: object) -> bool:
        """Return whether it is a date of TOML."""
        return isinstance(value, date) and not isinstance(value, datetime)


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
