"""The one pipeline: from a project and the rule base to its assessment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.findings import Advisor, rule_names, settings_findings, unread_findings
from framesage.advice.model import Assessment, Finding
from framesage.advice.multiple_per_line import glued_findings
from framesage.advice.suppressions import suppression_findings, suppressions_of, without_suppressed
from framesage.analysis.analyze import analyze
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from framesage.analysis.model import Analysis
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.rulebase.rule_base import RuleBase


def assess(
    project: Project, rule_base: RuleBase, today: date, rule_errors: tuple[RuleError, ...] = ()
) -> Assessment:
    """Analyze a project and return the analysis with its findings.

    Pure: the same project, rules and date give the same assessment. ``rule_errors`` are the errors
    that keep the project's own rules out of the rule base.
    """
    analysis = analyze(project, rule_base, today)
    project = analysis.project
    advice = _heeding_ignores(analysis) if analysis.web else ()
    unusable = (*settings_findings(project, rule_base, rule_errors), *unread_findings(project))
    findings = _sorted([*unusable, *advice])
    return Assessment(**vars(analysis), findings=findings, rule_errors=rule_errors)


def _heeding_ignores(analysis: Analysis) -> Iterator[Finding]:
    """Yield the advice that no ignore silences, and what is to be said of the ignores."""
    found = [*Advisor(analysis).findings(), *glued_findings(analysis.project)]
    statements = suppressions_of(analysis.project)
    yield from without_suppressed(found, statements, analysis.today)
    severities = analysis.project.settings.severities
    rules = rule_names(analysis.rule_base)
    for remark in dict.fromkeys(suppression_findings(found, statements, analysis.today, rules)):
        severity = severities.get(remark.rule, remark.severity)
        if severity is not Severity.OFF:
            yield replace(remark, severity=severity)


def _sorted(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(
        sorted(findings, key=lambda one: (one.location.path, one.location.range, one.rule))
    )
