"""An issue that a check reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.rulebase.location import SourceLocation


@frozen
class Issue:
    """A likely mistake in the rule base, with the id of the check that reports it.

    ``other`` is the location of a definition that it is about, too, and ``details`` are further
    lines for those who correct it.
    """

    check: str
    location: SourceLocation
    message: str
    other: SourceLocation | None = None
    details: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that the issue is about."""
        return tuple(place.path for place in (self.location, self.other) if place)

    def __str__(self) -> str:
        line, column = self.location.line_column
        return f"{self.location.path}:{line}:{column}: {self.message} [{self.check}]"
