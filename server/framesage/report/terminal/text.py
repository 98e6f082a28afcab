"""Assessments for people at a terminal: each finding with its line underlined, then a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from framesage.advice.model import Level
from framesage.report.locations import place_name, shown_path
from framesage.report.summary import counted_findings, counted_projects, loud_first
from framesage.report.terminal.source_snippet import printable, source_line
from framesage.text import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding, Place

STYLES = {Level.HINT: "cyan", Level.INFORMATION: "blue", Level.WARNING: "yellow"}
QUIET = "dim"


def text_lines(assessments: Sequence[Assessment], base: Path) -> Iterator[Text]:
    """Yield the lines of the whole report; files are named as seen from ``base``."""
    for assessment in assessments:
        for finding in loud_first(assessment.findings):
            yield from finding_lines(finding, base)
            yield Text()
    yield summary(assessments)


def finding_lines(finding: Finding, base: Path) -> Iterator[Text]:
    """Yield one finding: where, which rule, what; the line; the lines that are evidence."""
    style = STYLES[finding.level]
    yield Text.assemble(
        (printable(place_name(finding.place, base)), "bold"),
        (f" {finding.rule} ", f"bold {style}"),
        printable(finding.message),
    )
    places = [finding.place, *(related.place for related in finding.related)]
    gutter = max(len(str(place.range.start.line + 1)) for place in places)
    yield Text(f" {'':>{gutter}} |", QUIET)
    yield _numbered(finding.place, gutter, f"bold {style}")
    yield _underlined(finding, gutter, style)
    yield from _evidence(places, gutter, base)
    for reference in finding.references:
        if reference.startswith("https:"):
            yield Text.assemble(_margin(gutter, "="), (f"see {reference}", QUIET))
            break


def summary(assessments: Sequence[Assessment]) -> Text:
    """Return the last line: what was looked at, and what was found."""
    looked = f"{counted_projects(assessments)} checked"
    findings = [finding for assessment in assessments for finding in assessment.findings]
    if not findings:
        return Text(f"Nothing to say: {looked}.", "green")
    return Text.assemble((counted_findings(findings), "bold"), f", {looked}.")


def _margin(gutter: int, sign: str = "|", number: str = "") -> Text:
    return Text(f" {number:>{gutter}} {sign} ", QUIET)


def _numbered(place: Place, gutter: int, style: str) -> Text:
    line = source_line(place)
    margin = _margin(gutter, number=str(place.range.start.line + 1))
    return Text.assemble(margin, line.before, (line.meant, style), line.after)


def _underlined(finding: Finding, gutter: int, style: str) -> Text:
    line = source_line(finding.place)
    mark = (f"{'^' * line.width} {finding.level}", style)
    return Text.assemble(_margin(gutter), " " * line.indent, mark)


def _evidence(places: Sequence[Place], gutter: int, base: Path) -> Iterator[Text]:
    """Yield the other lines that a finding points at, each once, with a head for another file."""
    shown = {_line(places[0])}
    current = places[0].path
    for place in sorted(places[1:], key=lambda one: (one.path != current, one.path, one.range)):
        if _line(place) in shown:
            continue
        shown.add(_line(place))
        if place.path != current:
            current = place.path
            yield Text.assemble(_margin(gutter, ":::"), printable(shown_path(current, base)))
        yield _numbered(place, gutter, "bold")


def _line(place: Place) -> tuple[Path, Position]:
    return place.path, Position(place.range.start.line, 0)
