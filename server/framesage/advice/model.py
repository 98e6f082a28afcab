"""Findings and assessments."""

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
    """A location of evidence for a finding, and what it shows."""

    location: Location
    message: str


@frozen
class Finding:
    """What a rule reports at a location.

    ``related`` are the locations of the evidence; ``references`` are claims of the guidance
    (``guide:G01``) and pages. ``evaluation`` is that of the rule's condition; built-in rules have
    none.
    """

    rule: str
    severity: Severity
    message: str
    location: Location
    related: tuple[Related, ...] = ()
    references: tuple[str, ...] = ()
    evaluation: Evaluation | None = None


@frozen(slots=False)
class Assessment(Analysis):
    """An analysis with its findings: the result that all front ends show.

    ``rule_errors`` are the errors because of which the project's custom rules are not used.
    ``suppressed`` are the findings that ignores hide, ``known`` those that the baseline of the
    project hides.
    """

    findings: tuple[Finding, ...]
    rule_errors: tuple[RuleError, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    known: tuple[Finding, ...] = ()
