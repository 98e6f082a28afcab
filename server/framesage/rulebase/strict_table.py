"""A TOML table that is read strictly: every key asked for by name and type, no key left over."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from framesage.rulebase.names import is_package, no_package, unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from framesage.rulebase.errors import RuleErrors
    from framesage.rulebase.location import SourceLocation

T = TypeVar("T")

_ID = re.compile(r"[a-zA-Z0-9]+(?:-[a-z0-9]+)*")


@dataclass(slots=True)
class Table:
    """One table. A mistake is noted and a harmless value returned, so that reading goes on.

    In every method a ``default`` of None means that the key is required.
    """

    raw: Mapping[str, object]
    location: SourceLocation
    errors: RuleErrors
    asked: set[str] = field(default_factory=set)

    def finish(self, also: Iterable[str] = ()) -> None:
        """Note every key that nobody asked for; ``also`` are keys that could have been given."""
        for key in self.raw:
            if key not in self.asked:
                known = {*self.asked, *also}
                self.errors.add(self.location.at(key), unknown("key", key, sorted(known)))

    def fail(self, key: str, message: str) -> None:
        """Note a mistake in the value of a key."""
        self.errors.add(self.location.at(key) if key in self.raw else self.location, message)

    def _get(self, key: str, kind: type[T], words: str, default: T | None, harmless: T) -> T:
        self.asked.add(key)
        value = self.raw.get(key)
        if value is None:
            if default is None:
                self.fail(key, f"'{key}' is missing: {words}")
            return harmless if default is None else default
        if isinstance(value, kind) and not (kind is not bool and isinstance(value, bool)):
            return value
        self.fail(key, f"'{key}' must be {words}")
        return harmless

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text; a required one must not be empty."""
        value = self._get(key, str, "a text", default, "?")
        if default is None and not value.strip():
            self.fail(key, f"'{key}' must not be empty")
        return value

    def identifier(self, key: str = "id") -> str:
        """Return a readable id in kebab-case."""
        value = self.text(key)
        if value != "?" and not _ID.fullmatch(value):
            self.fail(key, f"'{value}' must be in kebab-case: lower-case words joined by '-'")
        return value

    def choice(
        self, key: str, kind: str, known: Collection[str], default: str | None = None
    ) -> str:
        """Return one of the known names."""
        value = self.text(key, default)
        if key in self.raw and value not in known and value != "?":
            self.fail(key, unknown(kind, value, known))
        return value

    def flag(self, key: str) -> bool:
        """Return true or false; false where the key is absent."""
        return self._get(key, bool, "true or false", False, False)

    def whole(self, key: str) -> int:
        """Return a whole number above 0."""
        value = self._get(key, int, "a whole number", None, 1)
        if value < 1:
            self.fail(key, f"'{key}' must be 1 or more")
        return value

    def fraction(self, key: str, *, default: float | None = None, closed: bool = False) -> float:
        """Return a number between 0 and 1; the ends count only if ``closed``."""
        self.asked.add(key)
        if key not in self.raw and default is not None:
            return default
        value = self.raw.get(key)
        if key in self.raw and is_fraction(value, closed=closed):
            return float(value)  # type: ignore[arg-type]
        self.fail(key, f"'{key}' must be a number between 0 and 1")
        return 0.5

    def strength(
        self, key: str, words: Mapping[str, float], *, default: float | None = None
    ) -> float:
        """Return a strength: one of the words for it, or a number between 0 and 1."""
        word = self.raw.get(key)
        if not isinstance(word, str):
            return self.fraction(key, default=default)
        self.asked.add(key)
        if word not in words:
            self.fail(key, unknown("strength", word, words))
        return words.get(word, 0.5)

    def day(self, key: str) -> date | None:
        """Return a date (a TOML date, or a text like 2026-04-30), or None where there is none."""
        self.asked.add(key)
        value = self.raw.get(key)
        try:
            if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
                return value
            return date.fromisoformat(value)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            self.fail(key, f"'{key}' must be a date like 2026-04-30")
            return None

    def texts(self, key: str, *, required: bool = False, single: bool = False) -> tuple[str, ...]:
        """Return a list of texts; with ``single``, one text stands for a list of one."""
        self.asked.add(key)
        value = self.raw.get(key, None if required else [])
        if single and isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            if required and not value:
                self.fail(key, f"'{key}' must not be empty")
            return tuple(value)
        self.fail(key, f"'{key}' must be a list of texts")
        return ()

    def packages(
        self, key: str, *, required: bool = False, single: bool = False
    ) -> tuple[str, ...]:
        """Return a list of normalized package names."""
        names = self.texts(key, required=required, single=single)
        for at, name in enumerate(names):
            if not is_package(name):
                self.errors.add(self.location.at(key, at), no_package(name))
        return names

    def tables(self, key: str) -> Iterator[Table]:
        """Yield the tables of an array of tables."""
        self.asked.add(key)
        value = self.raw.get(key, [])
        if not isinstance(value, list):
            self.fail(key, f"write '{key}' as an array of tables: [[{key}]]")
            return
        for at, one in enumerate(value):
            if isinstance(one, dict):
                yield Table(one, self.location.at(key, at), self.errors)
            else:
                self.errors.add(self.location.at(key, at), f"'{key}' must hold tables")

    def table(self, key: str) -> Table:
        """Return a table below this one, an empty one where there is none."""
        value: dict[str, object] = self._get(key, dict, "a table", {}, {})
        return Table(value, self.location.at(key), self.errors)


def is_fraction(value: object, *, closed: bool = False) -> bool:
    """Tell whether a value is a number between 0 and 1, with the ends only if ``closed``."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return 0 <= value <= 1 if closed else 0 < value < 1
