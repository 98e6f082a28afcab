"""What a declaration of a table consists of, and the check of a table against it."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.names import unknown
from framesage.suggest import closest_match

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    Problem = tuple[tuple[str | int, ...], str]
    """An error message with the keys that lead to its value, from the table that is checked."""


@frozen
class Context:
    """What values can refer to: other ``tables`` by name, and known ``ids`` by kind.

    Ids of a kind that is not in ``ids`` are not checked.
    """

    tables: Mapping[str, TableSchema]
    ids: Mapping[str, Collection[str]] = field(default_factory=dict)


class ValueType:
    """The type of a value."""

    __slots__ = ()

    @property
    def words(self) -> str:
        """What such a value is, in an error message: "a list of strings"."""
        raise NotImplementedError

    def accepts(self, value: object, /) -> bool:
        """Return whether TOML reads a value of this type so, whatever is in it."""
        raise NotImplementedError

    def problems(self, _value: object, _context: Context, /) -> Iterator[Problem]:
        """Yield the errors in a value of this type; the key is put before "must be ..."."""
        return iter(())

    def inner(self, _part: str | int, _tables: Mapping[str, TableSchema], /) -> Iterator[ValueType]:
        """Yield the types that the value at a key, or at a position, can have."""
        return iter(())


@frozen
class Key:
    """A key of a table; ``description`` is a sentence for people who write rules."""

    name: str
    type: ValueType
    description: str
    required: bool = False
    unless: tuple[str, ...] = ()
    """With one of these keys in the table, this one is not required."""
    default: object = None
    """What an absent key stands for, if that is a value."""
    example: object = None
    needs: tuple[str, ...] = ()
    """The keys that this one completes: one of them must be there, too."""


@frozen(slots=False)
class TableSchema:
    """A kind of table: its keys, and which of them belong together.

    ``others`` is the declaration of all further keys, which are names of the type ``named``.
    Of ``one_of``, groups of keys, a table has the keys of exactly one; of ``any_of`` at least one
    key; and of a group in ``together`` all keys or none.
    """

    name: str
    description: str
    keys: tuple[Key, ...]
    named: ValueType | None = None
    others: Key | None = None
    one_of: tuple[tuple[str, ...], ...] = ()
    any_of: tuple[str, ...] = ()
    together: tuple[tuple[str, ...], ...] = ()
    filled: bool = False
    """Whether the table must have a key, whichever it is."""

    @cached_property
    def by_name(self) -> Mapping[str, Key]:
        """The keys by name."""
        return {key.name: key for key in self.keys}

    def key(self, name: str) -> Key | None:
        """Return the declaration of a key, or None for a key that the table cannot have."""
        return self.by_name.get(name) or self.others

    def problems(self, raw: Mapping[str, object], context: Context) -> Iterator[Problem]:
        """Yield the errors in a table of this kind."""
        if self.filled and not raw:
            yield (), "must not be empty"
        meant: set[str] = set()
        for name, value in raw.items():
            key = self.key(name)
            if key is None or (name not in self.by_name and not self._is_named(name, context)):
                yield (name,), self._unknown(name, context)
                meant.add(closest_match(name, self._names(context)))
            else:
                yield from value_problems(key.type, name, value, context)
        yield from self._missing(raw, meant)

    def _is_named(self, name: str, context: Context) -> bool:
        """Return whether one of the further keys may have a name."""
        return self.named is None or not any(self.named.problems(name, context))

    def _names(self, context: Context) -> list[str]:
        kind = getattr(self.named, "kind", "")
        return sorted({*self.by_name, *context.ids.get(kind, ())})

    def _unknown(self, name: str, context: Context) -> str:
        if self.named and not self.keys:
            return next(self.named.problems(name, context))[1]
        return unknown("key", name, self._names(context))

    def _missing(self, raw: Mapping[str, object], meant: Collection[str]) -> Iterator[Problem]:
        """Yield what is missing; a key that is ``meant`` by a misspelled one is not."""
        for key in self.keys:
            if key.name not in raw:
                excused = key.name in meant or any(name in raw for name in key.unless)
                if key.required and not excused:
                    yield (), missing(key)
            elif key.needs and not any(name in raw or name in meant for name in key.needs):
                yield (key.name,), f"'{key.name}' needs {_listed(key.needs, 'or')} beside it"
        begun = [group for group in self.together if any(name in raw for name in group)]
        chosen = [group for group in self.one_of if any(name in raw for name in group)]
        for group in [*begun, *chosen] if len(chosen) < 2 else begun:
            absent = (name for name in group if name not in raw and name not in meant)
            yield from (((), missing(self.by_name[name])) for name in absent)
        yield from self._chosen(chosen, raw, meant)

    def _chosen(
        self, chosen: Sequence[Collection[str]], raw: Collection[str], meant: Collection[str]
    ) -> Iterator[Problem]:
        words = " or ".join(_listed(group, "and") for group in self.one_of)
        if len(chosen) > 1:
            first = next(name for name in raw if name in chosen[-1])
            yield (first,), f"give only one of {words}"
        for names, what in (
            ({name for group in self.one_of for name in group}, words),
            (self.any_of, _listed(self.any_of, "or") if self.any_of else ""),
        ):
            if names and not any(name in raw or name in meant for name in names):
                yield (), f"give one of {what}"


def value_problems(
    value_type: ValueType, key: str, value: object, context: Context
) -> Iterator[Problem]:
    """Yield the errors in the value of a key."""
    if not value_type.accepts(value):
        yield (key,), f"'{key}' must be {value_type.words}"
        return
    for keys, message in value_type.problems(value, context):
        yield (key, *keys), f"'{key}' {message}" if message.startswith("must ") else message


def missing(key: Key) -> str:
    """Return the message for a key that a table must have."""
    return f"'{key.name}' is missing: {key.type.words}"


def _listed(names: Iterable[str], conjunction: str) -> str:
    *most, last = [f"'{name}'" for name in names]
    return f"{', '.join(most)} {conjunction} {last}" if most else last
