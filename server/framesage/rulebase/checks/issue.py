"""An issue that a check reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.rulebase.location import SourceLocation


@frozen
class Issue:
    """A likely mistake in the rule base, with the id of the check that reports it."""

    check: str
    location: SourceLocation
    message: str

    def __str__(self) -> str:
        line, column = self.location.line_column
        return f"{self.location.path}:{line}:{column}: {self.message} [{self.check}]"
