"""Findings as Markdown: a table that fits a comment on a pull request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.report.locations import relative
from framesage.report.summary import counted_findings, counted_projects, loud_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding

_CODE_OR_SPECIAL = re.compile(r"(?P<code>`[^`|]+`)|[\\`*_\[\]<>#|~&]")


def markdown_lines(assessments: Sequence[Assessment], base: Path) -> Iterator[str]:
    """Yield a heading with the numbers, and a row for each finding, loud ones first."""
    findings = [finding for one in assessments for finding in one.findings]
    looked = counted_projects(assessments)
    if not findings:
        yield f"**Framesage**: nothing to say, {looked} checked."
        return
    yield f"**Framesage**: {counted_findings(findings)}, {looked} checked."
    yield ""
    yield "| Level | Where | What | Rule |"
    yield "|---|---|---|---|"
    for finding in loud_first(findings):
        yield _row(finding, base)


def _row(finding: Finding, base: Path) -> str:
    where = f"{relative(finding.location.path, base)}:{finding.location.range.start.line + 1}"
    page = next((one for one in finding.references if one.startswith("https:")), "")
    rule = f"[{finding.rule}]({page})" if page else finding.rule
    return f"| {finding.severity} | {escaped(where)} | {escaped(finding.message)} | {rule} |"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line; what stands in backquotes is code."""
    line = "".join(one if one.isprintable() else " " for one in text)
    return _CODE_OR_SPECIAL.sub(lambda one: one["code"] or f"\\{one.group()}", line)
