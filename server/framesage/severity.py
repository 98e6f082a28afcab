"""The severity of a finding, as rules and settings name it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(IntEnum):
    """The severity of a finding, in rising order."""

    OFF = 0
    HINT = 1
    INFORMATION = 2
    WARNING = 3
    ERROR = 4

    @classmethod
    def named(cls, name: str) -> Severity:
        """Return the severity with a name from the rule base or the settings; raise KeyError."""
        return cls[name.upper()]

    def __str__(self) -> str:
        return self.name.lower()


SEVERITIES = tuple(map(str, Severity))
"""The names of all severities, in rising order."""

MEANINGS: Mapping[str, str] = {
    "off": "The rule reports nothing.",
    "hint": "Editors show a discreet mark; the list of problems does not include it.",
    "information": "For your information. `framesage check` does not fail by default.",
    "warning": "Something is plainly wrong. `framesage check` fails by default.",
    "error": "The project must not go on like this. `framesage check` fails by default.",
}
"""What each severity means to a user."""
