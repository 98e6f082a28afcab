"""Findings for a terminal: each with its line underlined, then a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from framesage.analysis.open_choice import has_open_choice
from framesage.report.locations import position_name, shown_path
from framesage.report.summary import count_findings, most_severe_first, no_findings
from framesage.report.terminal.source_snippet import printable, source_line
from framesage.severity import Severity
from framesage.text import Position
from framesage.wording.grammar import capitalize, count_noun
from framesage.wording.references import first_page
from framesage.wording.silence import says_nothing, silence_or_framework

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.location import Location

STYLES = {
    Severity.HINT: "cyan",
    Severity.INFORMATION: "blue",
    Severity.WARNING: "yellow",
    Severity.ERROR: "red",
}
QUIET = "dim"
NOTHING_KNOWN = "To get advice, describe the project in its `description`, or run `framesage ask`."

OPEN_CHOICE = "To answer the questions, and to start with a framework, run `framesage ask`."


def text_lines(
    assessments: Sequence[Assessment], base: Path, least: Severity = Severity.HINT
) -> Iterator[Text]:
    """Yield the lines of the whole report; paths are relative to ``base``.

    ``least`` is the lowest severity that the assessments have findings of.
    """
    for assessment in assessments:
        for finding in most_severe_first(assessment.findings):
            yield from finding_lines(finding, base)
            yield Text()
    for assessment in assessments:
        yield from silence_lines(assessment, base)
    if len(assessments) == 1 and (next_step := _next_step(assessments[0])):
        yield Text(next_step, QUIET)
    yield summary(assessments, least)


def _next_step(assessment: Assessment) -> str:
    """Return how to go on with a project that has no framework yet, or ""."""
    if says_nothing(assessment):
        return NOTHING_KNOWN
    return OPEN_CHOICE if assessment.findings and has_open_choice(assessment) else ""


def finding_lines(finding: Finding, base: Path) -> Iterator[Text]:
    """Yield a finding: its location, rule and message; its line; the lines that are evidence."""
    style = STYLES[finding.severity]
    yield Text.assemble(
        (printable(position_name(finding.location, base)), "bold"),
        (f" {finding.rule} ", f"bold {style}"),
        printable(finding.message),
    )
    locations = [finding.location, *(related.location for related in finding.related)]
    gutter = max(len(str(location.range.start.line + 1)) for location in locations)
    yield Text(f" {'':>{gutter}} |", QUIET)
    yield _numbered(finding.location, gutter, f"bold {style}")
    yield _underlined(finding, gutter, style)
    yield from _evidence(locations, gutter, base)
    if page := first_page(finding.references):
        yield Text.assemble(_margin(gutter, "="), (f"see {page}", QUIET))


def silence_lines(assessment: Assessment, base: Path) -> Iterator[Text]:
    """Yield why there is no advice for a project: evidence against it, or another framework."""
    silence = silence_or_framework(assessment)
    if silence:
        start = assessment.project.start
        place = (
            position_name(silence.location, base) if silence.location else shown_path(start, base)
        )
        yield Text(printable(f"{place} {silence.words}"), QUIET)


def summary(assessments: Sequence[Assessment], least: Severity = Severity.HINT) -> Text:
    """Return the last line: the numbers of findings and projects."""
    checked = f"{count_noun(len(assessments), 'project')} checked"
    findings = [finding for assessment in assessments for finding in assessment.findings]
    if not findings:
        return Text(f"{capitalize(no_findings(least))}, {checked}.", "green")
    return Text.assemble((count_findings(findings), "bold"), f", {checked}.")


def _margin(gutter: int, sign: str = "|", number: str = "") -> Text:
    return Text(f" {number:>{gutter}} {sign} ", QUIET)


def _numbered(location: Location, gutter: int, style: str) -> Text:
    line = source_line(location)
    margin = _margin(gutter, number=str(location.range.start.line + 1))
    return Text.assemble(margin, line.before, (line.marked, style), line.after)


def _underlined(finding: Finding, gutter: int, style: str) -> Text:
    line = source_line(finding.location)
    mark = (f"{'^' * line.width} {finding.severity}", style)
    return Text.assemble(_margin(gutter), " " * line.indent, mark)


def _evidence(locations: Sequence[Location], gutter: int, base: Path) -> Iterator[Text]:
    """Yield the other lines of a finding, each once, with a heading for each other file."""
    shown = {_line(locations[0])}
    current = locations[0].path
    own_file_first = sorted(
        locations[1:],
        key=lambda location: (location.path != current, location.path, location.range),
    )
    for location in own_file_first:
        if _line(location) in shown:
            continue
        shown.add(_line(location))
        if location.path != current:
            current = location.path
            yield Text.assemble(_margin(gutter, "-->"), printable(shown_path(current, base)))
        yield _numbered(location, gutter, "bold")


def _line(location: Location) -> tuple[Path, Position]:
    return location.path, Position(location.range.start.line, 0)
