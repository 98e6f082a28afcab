"""Types of Booleans, numbers, strengths and dates."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from framesage.frozen import frozen
from framesage.rulebase.names import alternatives, unknown
from framesage.rulebase.tables.schema import ValueType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.tables.schema import Context, Problem


STRENGTHS = ("conclusive", "strong", "fair", "weak", "slight")
"""The words for strengths, which ``[scale.strengths]`` defines."""


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
