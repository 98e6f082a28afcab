"""The number of findings, the same in every view, and the findings left after a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import is_housekeeping
from framesage.advice.findings import repeats_verdict
from framesage.wording.grammar import count_noun
from framesage.wording.verdict import headline_with_count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.advice.model import Assessment, Finding


def to_do(assessment: Assessment) -> list[Finding]:
    """Return the findings about the project itself that do not merely repeat the verdict."""
    return [
        finding
        for finding in assessment.findings
        if not is_housekeeping(finding) and not repeats_verdict(finding)
    ]


def number_of_findings(findings: Sequence[Finding]) -> str:
    """Return ``2 findings``; "" without one.

    Every finding counts, as in ``framesage check``: also one that repeats the verdict.
    """
    return count_noun(len(findings), "finding") if findings else ""


def short_headline(assessment: Assessment) -> str:
    """Return the verdict for a view of one line, with the number of findings."""
    return headline_with_count(assessment, number_of_findings(assessment.findings))
