"""Findings as GitHub workflow commands, shown as annotations on a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.project import relative
from framesage.report.locations import lsp_range
from framesage.report.summary import most_severe_first
from framesage.severity import Severity
from framesage.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.location import Location

_COMMANDS = {
    Severity.HINT: "notice",
    Severity.INFORMATION: "notice",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}


def github_lines(assessments: Iterable[Assessment], base: Path) -> Iterator[str]:
    """Yield a command for each finding, the most severe first: GitHub shows ten of a type per step.

    Files are relative to ``base``, the root of the repository.
    """
    findings = [finding for assessment in assessments for finding in assessment.findings]
    for finding in most_severe_first(findings):
        yield _command(finding, base)


def _command(finding: Finding, base: Path) -> str:
    properties = {
        "title": f"Framesage ({finding.rule})",
        "file": relative(finding.location.path, base),
        **_region(finding.location),
    }
    values = ",".join(f"{key}={escaped_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {values}::{escaped(finding.message)}"


def _region(location: Location) -> dict[str, int]:
    span = lsp_range(location)
    start, end = span["start"], span["end"]
    region = {"line": start["line"] + 1, "endLine": end["line"] + 1}
    if start["line"] == end["line"]:  # GitHub supports columns only within one line
        region.update(col=start["character"] + 1, endColumn=end["character"] + 1)
    return region


def escaped(text: str) -> str:
    """Return a message as the data of a workflow command."""
    shown = visible(text, kept="\r\n")
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """Return text as the value of a property."""
    return escaped(text).replace(":", "%3A").replace(",", "%2C")
