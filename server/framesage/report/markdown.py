"""Findings as a Markdown table, for a comment on a pull request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.project import relative
from framesage.report.summary import count_findings, most_severe_first, no_findings
from framesage.severity import Severity
from framesage.text import LONGEST_TEXT, in_one_line
from framesage.wording.grammar import count_noun
from framesage.wording.references import first_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding

_CODE_OR_SPECIAL = re.compile(r"(?P<code>`[^`|]+`)|[\\`*_\[\]<>#|~&]")


def markdown_lines(
    assessments: Sequence[Assessment], base: Path, least: Severity = Severity.HINT
) -> Iterator[str]:
    """Yield a summary and a row for each finding, the most severe first.

    ``least`` is the lowest severity that the assessments have findings of.
    """
    findings = [finding for assessment in assessments for finding in assessment.findings]
    checked = f"{count_noun(len(assessments), 'project')} checked"
    if not findings:
        yield f"**Framesage**: {no_findings(least)}, {checked}."
        return
    yield f"**Framesage**: {count_findings(findings)}, {checked}."
    yield ""
    yield "| Severity | Location | Message | Rule |"
    yield "|---|---|---|---|"
    for finding in most_severe_first(findings):
        yield _row(finding, base)


def _row(finding: Finding, base: Path) -> str:
    where = f"{relative(finding.location.path, base)}:{finding.location.range.start.line + 1}"
    page = first_page(finding.references)
    rule = f"[{finding.rule}]({address(page)})" if page else finding.rule
    return f"| {finding.severity} | {escaped(where)} | {escaped(finding.message)} | {rule} |"


def escaped(text: str) -> str:
    """Return text on one line with its Markdown escaped, except code in backticks.

    A text of many thousands of characters loses its middle.
    """
    line = "".join(character if character.isprintable() else " " for character in text)
    line = in_one_line(line, LONGEST_TEXT)
    return _CODE_OR_SPECIAL.sub(lambda match: match["code"] or f"\\{match.group()}", line)


def address(page: str) -> str:
    """Return the address of a page as the target of a link, which a bracket cannot end."""
    return page.replace("(", "%28").replace(")", "%29")
