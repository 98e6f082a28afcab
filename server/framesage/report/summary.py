"""The numbers of findings and projects in words, and the order of findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framesage.advice.to_do import number_of_findings
from framesage.severity import Severity
from framesage.wording.grammar import count_noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framesage.advice.model import Finding


def count_findings(findings: Sequence[Finding]) -> str:
    """Return the number of each severity: ``3 findings (1 warning, 2 information)``."""
    numbers = Counter(finding.severity for finding in findings)
    parts = [
        _of_severity(severity, numbers[severity]) for severity in sorted(numbers, reverse=True)
    ]
    return f"{number_of_findings(findings)} ({', '.join(parts)})"


def no_findings(least: Severity) -> str:
    """Return that there are no findings, if only those of at least a severity are printed."""
    return "no findings" if least <= Severity.HINT else f"no findings of {least} severity or above"


def most_severe_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings by falling severity, those of one severity in the order given."""
    return sorted(findings, key=lambda finding: -finding.severity)


def _of_severity(severity: Severity, number: int) -> str:
    if severity is Severity.INFORMATION:
        return f"{number} {severity}"
    return count_noun(number, str(severity))
