"""Findings, and the assessment that every front end shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import Analysis
from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.analysis.model import Location
    from framesage.inference import Evaluation
    from framesage.rulebase import RuleError
    from framesage.severity import Severity


@frozen
class Related:
    """A location that is evidence for a finding, and what it shows."""

    location: Location
    message: str


@frozen
class Finding:
    """One piece of advice at one location."""

    rule: str
    severity: Severity
    message: str
    location: Location
    related: tuple[Related, ...] = ()
    references: tuple[str, ...] = ()
    evaluation: Evaluation | None = None


@frozen(slots=False)
class Assessment(Analysis):
    """An analysis with its findings; every front end shows this and nothing else.

    ``rule_errors`` are the errors that keep the project's own rules from being used.
    """

    findings: tuple[Finding, ...]
    rule_errors: tuple[RuleError, ...] = ()
