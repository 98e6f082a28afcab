"""One thing that looks wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.rulebase.location import Location


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check (by its readable name) found, and where."""

    check: str
    location: Location
    message: str

    def __str__(self) -> str:
        line, column = self.location.place
        return f"{self.location.path}:{line}:{column}: {self.message} [{self.check}]"
