"""One thing that looks wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.rulebase.location import SourceLocation


@frozen
class Issue:
    """What a check (by its readable name) found, and where."""

    check: str
    location: SourceLocation
    message: str

    def __str__(self) -> str:
        line, column = self.location.line_column
        return f"{self.location.path}:{line}:{column}: {self.message} [{self.check}]"
