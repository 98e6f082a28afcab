"""Explanations for people at a terminal: statements, indented below what they explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from framesage.report.locations import shown_path, without_copies
from framesage.report.terminal.source_snippet import printable
from framesage.wording.statement import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.analysis.model import Location
    from framesage.wording.statement import Step

QUIET = "dim"
MOST_PLACES = 4
_LONGEST = 40  # code points of what stands at a location
_SIGNS = {
    Sign.FOR: ("for     ", "green"),
    Sign.AGAINST: ("against ", "magenta"),
    Sign.HOLDS: ("yes ", "green"),
    Sign.FAILS: ("no  ", "magenta"),
    Sign.NOTE: ("", ""),
}


def rule_lines(step: Step, base: Path) -> Iterator[Text]:
    """Yield whether a rule speaks, and each part of its condition with whether it holds."""
    speaks = step.sign is Sign.HOLDS
    verb, style = ("speaks here, because", "green") if speaks else ("is silent here", "magenta")
    yield Text.assemble((step.words, "bold"), " ", (verb, style), ":")
    for part in step.parts:
        yield from tree_lines(part, base, depth=1)


def tree_lines(step: Step, base: Path, depth: int = 0) -> Iterator[Text]:
    """Yield a statement and, below it, what stands behind it."""
    strength = f"{step.strength:<7}" if step.strength else ""
    yield Text.assemble(
        "  " * depth,
        _SIGNS[step.sign],
        (strength, QUIET),
        printable(step.words),
        locations_text(step.locations, base),
    )
    for part in step.parts:
        yield from tree_lines(part, base, depth + 1)


def locations_text(locations: Sequence[Location], base: Path) -> Text:
    """Return what stands at some locations, and where that is."""
    locations = without_copies(locations)
    shown = [_location(location, base) for location in locations[:MOST_PLACES]]
    if len(locations) > MOST_PLACES:
        shown.append(f"{len(locations) - MOST_PLACES} more")
    return Text(f"  <- {', '.join(shown)}" if shown else "", QUIET)


def _location(location: Location, base: Path) -> str:
    text = printable(location.text)
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    return f"{short} ({printable(shown_path(location.path, base))}:{location.range.start.line + 1})"
