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

    from framesage.advice.model import Place
    from framesage.wording.statement import Step

QUIET = "dim"
MOST_PLACES = 4
_LONGEST = 40  # code points of what stands at a place
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
        places_text(step.places, base),
    )
    for part in step.parts:
        yield from tree_lines(part, base, depth + 1)


def places_text(places: Sequence[Place], base: Path) -> Text:
    """Return what stands at some places, and where that is."""
    places = without_copies(places)
    shown = [_place(place, base) for place in places[:MOST_PLACES]]
    if len(places) > MOST_PLACES:
        shown.append(f"{len(places) - MOST_PLACES} more")
    return Text(f"  <- {', '.join(shown)}" if shown else "", QUIET)


def _place(place: Place, base: Path) -> str:
    text = printable(place.text)
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}..."
    return f"{short} ({printable(shown_path(place.path, base))}:{place.range.start.line + 1})"
