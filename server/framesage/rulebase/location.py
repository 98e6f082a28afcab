"""Where in the rule base something is written, looked up only when somebody asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path


@frozen
class SourceLocation:
    """A value in a file of the rule base, by the keys that lead to it (``("rule", 3, "when")``)."""

    path: Path
    keys: tuple[str | int, ...] = ()

    def at(self, *keys: str | int) -> SourceLocation:
        """Return the location of something below this one."""
        return SourceLocation(self.path, self.keys + keys)

    @property
    def line_column(self) -> tuple[int, int]:
        """The line and the column, from 1; (1, 1) for the file as a whole."""
        from framesage.rulebase.positions import find

        return find(self.path, self.keys)

    @property
    def line(self) -> int:
        """The line, from 1."""
        return self.line_column[0]

    @property
    def column(self) -> int:
        """The column, from 1."""
        return self.line_column[1]
