"""The tree that an explanation consists of: statements, each with those that support it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.analysis.location import Location


class StatementKind(Enum):
    """What a statement means for the one above it; the value is its label."""

    FOR = "for"
    AGAINST = "against"
    HOLDS = "yes"
    FAILS = "no"
    NOTE = ""


@frozen
class Statement:
    """A sentence, the locations that it is based on, and the statements that support it.

    ``contribution`` is how much it counts toward the statement above: the strength of a single
    piece of evidence ("strong"), or a share of all reasons ("40%"); "" where nothing is weighed.
    ``references`` are those of the rule behind it.
    """

    text: str
    kind: StatementKind = StatementKind.NOTE
    contribution: str = ""
    locations: tuple[Location, ...] = ()
    parts: tuple[Statement, ...] = ()
    references: tuple[str, ...] = ()


def applies_words(rule: Statement) -> str:
    """Return whether a rule applies, as the beginning of the list of its conditions."""
    return "applies here because" if rule.kind is StatementKind.HOLDS else "does not apply here"
