"""Read a TOML table strictly: each key by name and type, with an error for every other key."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from framesage.rulebase.names import (
    alternatives,
    intended_key,
    is_package,
    is_requirement,
    not_a_package,
    unknown,
    unknown_key,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from framesage.rulebase.errors import RuleErrors
    from framesage.rulebase.location import SourceLocation

T = TypeVar("T")

_ID = re.compile(r"[a-zA-Z0-9]+(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class Table:
    """A table whose errors are collected: reading continues with a harmless value.

    In all methods, a ``default`` of None means that the key is required.
    """

    raw: Mapping[str, object]
    location: SourceLocation
    errors: RuleErrors
    read: set[str] = field(default_factory=set)
    """The keys that were read."""
    missing: dict[str, str] = field(default_factory=dict)
    """The messages for required keys that are absent; ``finish`` reports them."""

    def finish(self, also: Iterable[str] = ()) -> None:
        """Report required keys that are absent, and every key that was not read.

        ``also`` has further known keys. A misspelled required key is one error, not two.
        """
        known = {*self.read, *also}
        for key in self.raw:
            if key not in self.read:
                self.missing.pop(intended_key(key, known), None)
                self.errors.add(self.location.at(key), unknown_key(key, known))
        for message in self.missing.values():
            self.errors.add(self.location, message)

    def excuse(self, keys: Iterable[str]) -> None:
        """Accept keys as they are, present or absent, after an error about them."""
        for key in keys:
            self.read.add(key)
            self.missing.pop(key, None)

    def fail(self, key: str, message: str) -> None:
        """Report an error in the value of a key."""
        self.errors.add(self.location.at(key) if key in self.raw else self.location, message)

    def miss(self, key: str, words: str) -> None:
        """Report, with the unknown keys, that a required key is absent; ``words`` describe it."""
        self.missing[key] = f"'{key}' is missing: {words}"

    def _lack(self, key: str, words: str) -> None:
        """Report that a key is absent, or that its value is not what ``words`` describe."""
        if key in self.raw:
            self.fail(key, f"'{key}' must be {words}")
        else:
            self.miss(key, words)

    def _get(self, key: str, kind: type[T], words: str, default: T | None, harmless: T) -> T:
        self.read.add(key)
        value = self.raw.get(key)
        if value is None:
            if default is None:
                self.miss(key, words)
            return harmless if default is None else default
        if isinstance(value, kind) and not (kind is not bool and isinstance(value, bool)):
            return value
        self.fail(key, f"'{key}' must be {words}")
        return harmless

    def text(self, key: str, default: str | None = None) -> str:
        """Return a string; a required one must not be empty."""
        value = self._get(key, str, "a string", default, "?")
        if default is None and not value.strip():
            self.fail(key, f"'{key}' must not be empty")
        return value

    def page(self, key: str, *, required: bool = False) -> str:
        """Return the address of a page; "" if the key is absent and not required."""
        value = self.text(key, None if required else "")
        if key in self.raw and not value.startswith("https://"):
            self.fail(key, f"'{key}' must be an https page")
        return value

    def identifier(self, key: str = "id") -> str:
        """Return an id in kebab-case."""
        value = self.text(key)
        if value != "?" and not _ID.fullmatch(value):
            self.fail(key, f"'{value}' must be in kebab-case: lowercase words joined by '-'")
        return value

    def choice(
        self, key: str, kind: str, known: Collection[str], default: str | None = None
    ) -> str:
        """Return one of the known names; ``kind`` describes them in the error."""
        value = self._get(key, str, alternatives(known) or f"a {kind}", default, "?")
        if key in self.raw and value not in known and value != "?":
            self.fail(key, unknown(kind, value, known))
        return value

    def flag(self, key: str, *, required: bool = False) -> bool:
        """Return a Boolean; False if the key is absent."""
        return self._get(key, bool, "true or false", None if required else False, False)

    def positive(self, key: str) -> int:
        """Return a positive integer."""
        value = self._get(key, int, "an integer", None, 1)
        if value < 1:
            self.fail(key, f"'{key}' must be 1 or more")
        return value

    def fraction(self, key: str, *, default: float | None = None, closed: bool = False) -> float:
        """Return a number between 0 and 1; 0 and 1 themselves only if ``closed``."""
        self.read.add(key)
        if key not in self.raw and default is not None:
            return default
        value = self.raw.get(key)
        if is_fraction(value, closed=closed):
            return float(value)  # type: ignore[arg-type]
        self._lack(key, "a number between 0 and 1")
        return 0.5

    def strength(
        self, key: str, words: Mapping[str, float], *, default: float | None = None
    ) -> float:
        """Return a strength: one of the words for it, or a number between 0 and 1."""
        self.read.add(key)
        word = self.raw.get(key)
        if key not in self.raw and default is not None:
            return default
        if is_fraction(word):
            return float(word)  # type: ignore[arg-type]
        if not isinstance(word, str):
            self._lack(key, f"a number between 0 and 1, or {alternatives(words)}")
            return 0.5
        if word not in words:
            self.fail(key, unknown("strength", word, words))
        return words.get(word, 0.5)

    def day(self, key: str) -> date | None:
        """Return a date, or None if the key is absent."""
        self.read.add(key)
        value = self.raw.get(key)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        self.fail(key, f"'{key}' must be a date without quotation marks, like 2026-04-30")
        return None

    def texts(
        self,
        key: str,
        *,
        required: bool = False,
        single: bool = False,
        words: str = "a list of strings",
    ) -> tuple[str, ...]:
        """Return a list of strings, which ``words`` describe; with ``single``, a string is one."""
        self.read.add(key)
        value = self.raw.get(key, None if required else [])
        if single and isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            if required and not value:
                self.fail(key, f"'{key}' must not be empty")
            return tuple(value)
        self._lack(key, words)
        return ()

    def requirements(self, key: str) -> tuple[str, ...]:
        """Return a list of requirements (PEP 508)."""
        found = self.texts(key)
        for position, text in enumerate(found):
            if not is_requirement(text):
                message = f"'{text}' is not a requirement (PEP 508), like 'flask>=3'"
                self.errors.add(self.location.at(key, position), message)
        return found

    def packages(
        self, key: str, *, required: bool = False, single: bool = False
    ) -> tuple[str, ...]:
        """Return a list of normalized package names."""
        names = self.texts(key, required=required, single=single)
        for position, name in enumerate(names):
            if not is_package(name):
                self.errors.add(self.location.at(key, position), not_a_package(name))
        return names

    def tables(self, key: str) -> Iterator[Table]:
        """Yield the tables of an array of tables."""
        self.read.add(key)
        value = self.raw.get(key, [])
        if not isinstance(value, list):
            path = ".".join(part for part in (*self.location.keys, key) if isinstance(part, str))
            self.fail(key, f"write '{key}' as an array of tables: [[{path}]]")
            return
        for position, item in enumerate(value):
            location = self.location.at(key, position)
            if isinstance(item, dict):
                yield Table(item, location, self.errors)
            else:
                self.errors.add(location, f"'{key}' must be an array of tables")

    def table(self, key: str) -> Table:
        """Return the table at a key, or an empty one if it is absent."""
        value: dict[str, object] = self._get(key, dict, "a table", {}, {})
        return Table(value, self.location.at(key), self.errors)


def is_fraction(value: object, *, closed: bool = False) -> bool:
    """Return whether a value is a number between 0 and 1; 0 and 1 only if ``closed``."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return 0 <= value <= 1 if closed else 0 < value < 1
