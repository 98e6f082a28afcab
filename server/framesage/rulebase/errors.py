"""What is wrong with a rule base: all of it at once, each thing with its location."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.rulebase.location import SourceLocation


@dataclass(frozen=True, slots=True, order=True)
class RuleError:
    """One mistake; line and column count from 1, as compilers print them."""

    path: Path
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


class RuleBaseError(Exception):
    """The rule base cannot be used; ``errors`` holds every reason, by file and line."""

    def __init__(self, errors: Sequence[RuleError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = tuple(errors)


@frozen
class RuleErrors:
    """Gathers mistakes while loading goes on, so that one look shows them all."""

    found: list[tuple[SourceLocation, str]] = field(default_factory=list)

    def add(self, location: SourceLocation, message: str) -> None:
        """Note a mistake."""
        self.found.append((location, message))

    def raise_if_any(self) -> None:
        """Raise RuleBaseError if anything was noted."""
        if self.found:
            errors = {RuleError(at.path, *at.line_column, message) for at, message in self.found}
            raise RuleBaseError(sorted(errors))
