"""How many findings and projects, in words; which findings come first."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence, Sized

    from framesage.advice.model import Finding


def counted_projects(projects: Sized) -> str:
    """Return ``1 project``, ``2 projects``."""
    return counted(len(projects), "project")


def counted_findings(findings: Sequence[Finding]) -> str:
    """Return how many there are of each severity: ``3 findings (1 warning, 2 information)``."""
    times = Counter(finding.severity for finding in findings)
    parts = [_of_severity(severity, times[severity]) for severity in sorted(times, reverse=True)]
    return f"{counted(len(findings), 'finding')} ({', '.join(parts)})"


def loud_first(findings: Iterable[Finding]) -> list[Finding]:
    """Return warnings before information before hints, each kind in the order given."""
    return sorted(findings, key=lambda one: -one.severity)


def counted(number: int, noun: str) -> str:
    """Return a number and what it is of."""
    return f"{number} {noun}{'s' * (number != 1)}"


def _of_severity(severity: Severity, number: int) -> str:
    return (
        f"{number} {severity}"
        if severity is Severity.INFORMATION
        else counted(number, str(severity))
    )
