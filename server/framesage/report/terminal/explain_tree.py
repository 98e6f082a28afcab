"""Explanations for a terminal: each statement on a line, indented below the one that it supports.

A statement is one line, however wide the terminal is, so that it can be searched and piped; Rich's
``Tree`` would wrap it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from framesage.report.terminal.source_snippet import printable
from framesage.report.terminal.text import QUIET
from framesage.wording.locations import location_list
from framesage.wording.statement import StatementKind, applies_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.analysis.location import Location
    from framesage.project.model import Project
    from framesage.wording.statement import Statement

_POSITIVE, _NEGATIVE = "green", "magenta"
_LABELS = {
    StatementKind.FOR: ("for     ", _POSITIVE),
    StatementKind.AGAINST: ("against ", _NEGATIVE),
    StatementKind.HOLDS: ("yes ", _POSITIVE),
    StatementKind.FAILS: ("no  ", _NEGATIVE),
    StatementKind.NOTE: ("", ""),
}


def rule_lines(rule: Statement, project: Project) -> Iterator[Text]:
    """Yield whether a rule applies, and for each part of its condition whether it holds."""
    style = _LABELS[rule.kind][1]
    yield Text.assemble((rule.text, "bold"), " ", (applies_words(rule), style), ":")
    for part in rule.parts:
        yield from tree_lines(part, project, depth=1)


def tree_lines(statement: Statement, project: Project, depth: int = 0) -> Iterator[Text]:
    """Yield a statement and, below it, those that support it."""
    contribution = statement.contribution
    yield Text.assemble(
        "  " * depth,
        _LABELS[statement.kind],
        (f"{contribution:>6}  " if contribution else "", QUIET),
        printable(statement.text),
        locations_text(statement.locations, project),
    )
    for part in statement.parts:
        yield from tree_lines(part, project, depth + 1)


def locations_text(locations: Iterable[Location], project: Project) -> Text:
    """Return the first few locations, behind an arrow."""
    shown = location_list(locations, project, printable)
    return Text(f"  <- {shown}" if shown else "", QUIET)
