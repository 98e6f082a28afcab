"""Errors in rule files: all of them are collected, each with its location."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.limits import LONGEST_ERROR, MOST_ERRORS
from framesage.text import in_one_line, visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.rulebase.location import SourceLocation

NOT_THERE = "does not exist: correct the path, or check out the rules there"
"""The message for a path of rules that leads to nothing."""


@dataclass(frozen=True, slots=True, order=True)
class RuleError:
    """An error in a rule file; line and column count from 1, as in compiler output.

    ``pack`` is the name of the pack that the file belongs to, if any. If the pack itself is not
    found, ``path`` is that of the project, and ``line`` and ``column`` are 0. The message may quote
    anything: it becomes a single line of a bounded length.
    """

    path: Path
    line: int
    column: int
    message: str
    pack: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", in_one_line(self.message, LONGEST_ERROR))

    def __str__(self) -> str:
        return self.text(str(self.path))

    @property
    def is_missing(self) -> bool:
        """Whether what the settings name is not there, so that only they can be corrected."""
        return not self.line or self.message == NOT_THERE

    def text(self, path: str) -> str:
        """Return the error with its location, with the path as it is shown."""
        if not self.line:
            return f"rule-packs: {self.message}"
        pack = f" (pack {self.pack})" if self.pack else ""
        return f"{visible(path)}:{self.line}:{self.column}: {self.message}{pack}"


class RuleBaseError(Exception):
    """The rule base cannot be used; ``errors`` has all errors, by file and line."""

    def __init__(self, errors: Sequence[RuleError]) -> None:
        super().__init__("\n".join(map(str, errors)))
        self.errors = tuple(errors)


@frozen
class RuleErrors:
    """Collects errors, so that a single run reports all of them."""

    collected: list[tuple[SourceLocation, str]] = field(default_factory=list)

    def add(self, location: SourceLocation, message: str) -> None:
        """Add an error; raise RuleBaseError if there are too many to go on."""
        self.collected.append((location, message))
        if len(self.collected) >= MOST_ERRORS:
            self.raise_if_any()

    def raise_if_any(self) -> None:
        """Raise RuleBaseError if there are errors."""
        if self.collected:
            errors = {
                RuleError(location.path, *location.line_column, message)
                for location, message in self.collected
            }
            raise RuleBaseError(sorted(errors))
