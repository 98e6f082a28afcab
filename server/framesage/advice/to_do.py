"""What is left to do in a project, and the headline that counts it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import is_housekeeping
from framesage.advice.findings import repeats_verdict
from framesage.wording.verdict import headline_with_count

if TYPE_CHECKING:
    from framesage.advice.model import Assessment, Finding


def to_do(assessment: Assessment) -> list[Finding]:
    """Return the findings about the project itself that do not merely repeat the verdict."""
    return [
        finding
        for finding in assessment.findings
        if not is_housekeeping(finding) and not repeats_verdict(finding)
    ]


def short_headline(assessment: Assessment) -> str:
    """Return the verdict for a view of one line, with the number of findings.

    The number is that of ``framesage check``. There is none if the findings only repeat the
    verdict.
    """
    findings = assessment.findings
    is_repeated = all(map(repeats_verdict, findings))
    return headline_with_count(assessment, 0 if is_repeated else len(findings))
