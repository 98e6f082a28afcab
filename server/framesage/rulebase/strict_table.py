"""Read a TOML table that is checked against its declaration: each value has its type.

A value of a wrong type, of which the check reports an error, is read as a harmless one, so that all
errors of a file are found at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.rulebase.errors import RuleErrors
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.tables.schema import Context, TableSchema

T = TypeVar("T")


@dataclass(slots=True)
class Table:
    """A table whose errors are collected."""

    raw: Mapping[str, object]
    location: SourceLocation
    errors: RuleErrors

    def check(self, schema: TableSchema, context: Context) -> None:
        """Report the errors that contradict a declaration, of this table and those inside."""
        for keys, message in schema.problems(self.raw, context):
            self.errors.add(self.location.at(*keys), message)

    def fail(self, key: str, message: str) -> None:
        """Report an error in the value of a key."""
        self.errors.add(self.location.at(key) if key in self.raw else self.location, message)

    def get(self, key: str) -> object:
        """Return the value of a key, whatever it is; None if there is none."""
        return self._value(key, object, None)

    def text(self, key: str, default: str = "") -> str:
        """Return a string."""
        return self._value(key, str, default)

    def flag(self, key: str) -> bool:
        """Return a Boolean; False if the key is absent."""
        return self._value(key, bool, False)

    def count(self, key: str) -> int:
        """Return a positive integer."""
        return max(self._value(key, int, 1), 1)

    def number(self, key: str, default: float = 0.5) -> float:
        """Return a number between 0 and 1."""
        value = self._value(key, (int, float), default)
        return float(value) if 0 <= value <= 1 else default

    def strength(self, key: str, words: Mapping[str, float], default: float = 0.5) -> float:
        """Return a strength: the number that a word stands for, or a number between 0 and 1."""
        word = self.text(key)
        return words.get(word, default) if word else self.number(key, default)

    def day(self, key: str) -> date | None:
        """Return a date, or None if the key is absent."""
        value = self._value(key, date, date.min)
        return None if value == date.min or isinstance(value, datetime) else value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; a string is a list of one."""
        value: object = self._value(key, (str, list), [])
        items = value if isinstance(value, list) else [value]
        return tuple(item for item in items if isinstance(item, str))

    def items(self, key: str) -> list[object]:
        """Return a list of anything."""
        return self._value(key, list, [])

    def tables(self, key: str) -> Iterator[Table]:
        """Yield the tables of an array of tables."""
        for position, item in enumerate(self.items(key)):
            if isinstance(item, dict):
                yield Table(item, self.location.at(key, position), self.errors)

    def table(self, key: str) -> Table:
        """Return the table at a key, or an empty one if it is absent."""
        return Table(self._value(key, dict, {}), self.location.at(key), self.errors)

    def _value(self, key: str, kind: type[T] | tuple[type, ...], default: T) -> T:
        """Return the value of a key, or the default if there is none of this type."""
        value = self.raw.get(key)
        is_right = isinstance(value, kind) and (kind is bool or not isinstance(value, bool))
        return cast("T", value) if is_right else default
