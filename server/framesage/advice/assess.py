"""Assess a project: analyze it and add the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_findings import (
    invalid_toml_findings,
    settings_findings,
    suppression_findings,
    two_on_a_line_findings,
    unreadable_file_findings,
)
from framesage.advice.findings import rule_findings
from framesage.advice.model import Assessment
from framesage.advice.suppressions import suppressions_of, without_suppressed
from framesage.advice.told_once import told_once
from framesage.analysis.analyze import analyze
from framesage.analysis.verdict import is_applicable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from framesage.advice.model import Finding
    from framesage.analysis.model import Analysis
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.rulebase.rule_base import RuleBase


def assess(
    project: Project, rule_base: RuleBase, today: date, rule_errors: tuple[RuleError, ...] = ()
) -> Assessment:
    """Analyze a project and return the analysis with its findings.

    Pure: the same project, rules and date give the same assessment. ``rule_errors`` are the errors
    that keep the project's custom rules out of the rule base.
    """
    analysis = analyze(project, rule_base, today)
    project = analysis.project
    findings = [
        *settings_findings(project, rule_base, rule_errors),
        *unreadable_file_findings(project),
        *_advice(analysis),
    ]
    return Assessment(**vars(analysis), findings=_sorted(findings), rule_errors=rule_errors)


def _advice(analysis: Analysis) -> Iterator[Finding]:
    """Yield the advice that is not suppressed, and the findings about the suppressions.

    If the project does not choose between Flask and Django, only invalid TOML is reported, and what
    the rules about such projects, or about all, say.
    """
    project = analysis.project
    is_advised = analysis.web and is_applicable(analysis)
    findings = list(invalid_toml_findings(project))
    findings += rule_findings(analysis)
    if is_advised:
        findings += two_on_a_line_findings(project)
    suppressions = suppressions_of(project)
    yield from told_once(without_suppressed(findings, suppressions, analysis.today), project)
    if is_advised:
        yield from suppression_findings(findings, suppressions, analysis)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by file, range and rule."""

    def key(finding: Finding) -> tuple[object, ...]:
        return finding.location.path, finding.location.range, finding.rule

    return tuple(sorted(findings, key=key))
