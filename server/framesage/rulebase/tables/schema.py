"""What a declaration of a table consists of, and the check of a table against it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.names import intended_key, unknown_key
from framesage.suggest import series

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


class ValueType(ABC):
    """The type of a value."""

    __slots__ = ()

    @property
    @abstractmethod
    def words(self) -> str:
        """What such a value is, in an error message: "a list of strings"."""

    @abstractmethod
    def accepts(self, value: object, /) -> bool:
        """Return whether TOML reads a value as this type, whatever is in it."""

    def mismatch(self, key: str, _value: object) -> str:
        """Return the message for a value of another type."""
        return f"'{key}' must be {self.words}"

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
    purposes: tuple[str, ...] = ()
    """What the groups of ``one_of`` are for: "favor a framework"."""
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
                names = self._names(context)
                yield (name,), unknown_key(name, names)
                meant.add(intended_key(name, names))
            else:
                yield from value_problems(key.type, name, value, context)
        yield from self._missing(raw, meant)
        yield from self._choices(raw, meant)

    def _is_named(self, name: str, context: Context) -> bool:
        """Return whether one of the further keys may have a name."""
        return self.named is None or not any(self.named.problems(name, context))

    def _names(self, context: Context) -> list[str]:
        kind = getattr(self.named, "kind", "")
        return sorted({*self.by_name, *context.ids.get(kind, ())})

    def _missing(self, raw: Collection[str], meant: Collection[str]) -> Iterator[Problem]:
        """Yield what is missing; a key that is ``meant`` by a misspelled one is not.

        ``meant`` has "" for an unknown key that may stand for any.
        """
        there = {*raw, *meant}
        for key in self.keys:
            if key.required and there.isdisjoint((key.name, *key.unless)):
                yield (), _is_missing(key)
            elif key.name in raw and key.needs and there.isdisjoint((*key.needs, *self._partners)):
                yield (key.name,), f"'{key.name}' needs {series(key.needs, 'or')} beside it"
        for group in self.together:
            if not there.isdisjoint(group):
                yield from self._incomplete(group, there)

    def _incomplete(self, group: Iterable[str], there: Collection[str]) -> Iterator[Problem]:
        return (((), _is_missing(self.by_name[name])) for name in group if name not in there)

    @cached_property
    def _partners(self) -> frozenset[str]:
        """The keys of which a table has one group: what needs one of these belongs to it."""
        return frozenset(name for group in self.one_of for name in group)

    def _with_partners(self, group: Sequence[str]) -> list[str]:
        needing = (key.name for key in self.keys if key.needs and {*key.needs} <= {*group})
        return [*group, *needing]

    def unlike(self, present: Collection[str]) -> set[str]:
        """Return the keys that a table with these ones cannot have."""
        groups = [self._with_partners(group) for group in self.one_of]
        chosen = [group for group in groups if not {*present}.isdisjoint(group)]
        return {name for group in groups for name in group} - {*chosen[0]} if chosen else set()

    def _choices(self, raw: Collection[str], meant: Collection[str]) -> Iterator[Problem]:
        there = {*raw, *meant}
        groups = [self._with_partners(group) for group in self.one_of]
        chosen = [number for number, group in enumerate(groups) if not there.isdisjoint(group)]
        if len(chosen) == 1:
            yield from self._incomplete(self.one_of[chosen[0]], there)
        elif chosen:
            found = [[name for name in groups[number] if name in raw] for number in chosen]
            if all(found):
                yield (found[1][0],), self._remove(chosen, found)
        elif groups and "" not in meant:
            yield (), self._choose()
        if self.any_of and "" not in meant and there.isdisjoint(self.any_of):
            yield (), f"give one of {series(self.any_of, 'or')}"

    def _remove(self, chosen: Sequence[int], found: Sequence[Sequence[str]]) -> str:
        if not self.purposes:
            return f"give only one of {series([names[0] for names in found])}"
        purposes = " and ".join(self.purposes[number] for number in chosen)
        remedy = f"remove {', or '.join(map(series, found))}"
        return f"a {self.name} cannot both {purposes}: {remedy}"

    def _choose(self) -> str:
        if not self.purposes:
            return f"give one of {series([name for name, *_ in self.one_of], 'or')}"
        ways = zip(self.one_of, self.purposes, strict=True)
        words = ", or ".join(f"{series(group)} to {purpose}" for group, purpose in ways)
        return f"a {self.name} needs {words}"


def value_problems(
    value_type: ValueType, key: str, value: object, context: Context
) -> Iterator[Problem]:
    """Yield the errors in the value of a key."""
    if not value_type.accepts(value):
        yield (key,), value_type.mismatch(key, value)
        return
    for keys, message in value_type.problems(value, context):
        yield (key, *keys), f"'{key}' {message}" if message.startswith("must ") else message


def _is_missing(key: Key) -> str:
    return f"'{key.name}' is missing: {key.type.words}"
