"""Findings as a GitLab Code Quality report, shown in merge requests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from framesage.advice.fingerprints import digest, fingerprint, numbered
from framesage.project import relative
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding

SEVERITIES = {
    Severity.HINT: "info",
    Severity.INFORMATION: "minor",
    Severity.WARNING: "major",
    Severity.ERROR: "critical",
}


def gitlab_text(assessments: Sequence[Assessment], base: Path) -> str:
    """Return the whole report; in ASCII. Files are relative to ``base``, the repository's root."""
    return json.dumps(gitlab_report(assessments, base), indent=2) + "\n"


def gitlab_report(assessments: Sequence[Assessment], base: Path) -> list[dict[str, Any]]:
    """Return the report as plain values.

    The fingerprints do not depend on lines, so that GitLab tells new findings from moved ones.
    """
    findings = [finding for assessment in assessments for finding in assessment.findings]
    files = [relative(finding.location.path, base) for finding in findings]
    identities = numbered(map(fingerprint, findings, files))
    return [
        _issue(finding, file, digest(*identity))
        for finding, file, identity in zip(findings, files, identities, strict=True)
    ]


def _issue(finding: Finding, file: str, identity: str) -> dict[str, Any]:
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": identity,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": file, "lines": {"begin": finding.location.range.start.line + 1}},
    }
