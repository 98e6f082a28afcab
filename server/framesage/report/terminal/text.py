"""Assessments for people at a terminal: each finding with its line underlined, then a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from framesage.report.locations import location_name, shown_path
from framesage.report.summary import counted_findings, counted_projects, loud_first
from framesage.report.terminal.source_snippet import printable, source_line
from framesage.severity import Severity
from framesage.text import Position

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.model import Location

STYLES = {Severity.HINT: "cyan", Severity.INFORMATION: "blue", Severity.WARNING: "yellow"}
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
    style = STYLES[finding.severity]
    yield Text.assemble(
        (printable(location_name(finding.location, base)), "bold"),
        (f" {finding.rule} ", f"bold {style}"),
        printable(finding.message),
    )
    locations = [finding.location, *(related.location for related in finding.related)]
    gutter = max(len(str(location.range.start.line + 1)) for location in locations)
    yield Text(f" {'':>{gutter}} |", QUIET)
    yield _numbered(finding.location, gutter, f"bold {style}")
    yield _underlined(finding, gutter, style)
    yield from _evidence(locations, gutter, base)
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


def _numbered(location: Location, gutter: int, style: str) -> Text:
    line = source_line(location)
    margin = _margin(gutter, number=str(location.range.start.line + 1))
    return Text.assemble(margin, line.before, (line.meant, style), line.after)


def _underlined(finding: Finding, gutter: int, style: str) -> Text:
    line = source_line(finding.location)
    mark = (f"{'^' * line.width} {finding.severity}", style)
    return Text.assemble(_margin(gutter), " " * line.indent, mark)


def _evidence(locations: Sequence[Location], gutter: int, base: Path) -> Iterator[Text]:
    """Yield the other lines that a finding points at, each once, with a head for another file."""
    shown = {_line(locations[0])}
    current = locations[0].path
    for location in sorted(
        locations[1:], key=lambda one: (one.path != current, one.path, one.range)
    ):
        if _line(location) in shown:
            continue
        shown.add(_line(location))
        if location.path != current:
            current = location.path
            yield Text.assemble(_margin(gutter, ":::"), printable(shown_path(current, base)))
        yield _numbered(location, gutter, "bold")


def _line(location: Location) -> tuple[Path, Position]:
    return location.path, Position(location.range.start.line, 0)
