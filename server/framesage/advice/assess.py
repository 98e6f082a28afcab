"""Assess a project: analyze it and add the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.baseline import split_known
from framesage.advice.builtin_findings import (
    has_all_rules,
    invalid_toml_findings,
    known_suppressions,
    settings_findings,
    suppression_findings,
    two_on_a_line_findings,
    unreadable_file_findings,
)
from framesage.advice.extended_ignores import expired_extended_ignores
from framesage.advice.findings import rule_findings
from framesage.advice.model import Assessment
from framesage.advice.moved import moved_assessment
from framesage.advice.suppressions import for_others, split_suppressed, suppressions_of
from framesage.advice.told_once import told_once
from framesage.analysis.analyze import analyze
from framesage.analysis.verdict import is_applicable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from framesage.advice.model import Finding
    from framesage.advice.suppressions import Suppression
    from framesage.analysis.model import Analysis
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.rulebase.rule_base import RuleBase


def assess(
    project: Project,
    rule_base: RuleBase,
    today: date,
    rule_errors: tuple[RuleError, ...] = (),
    before: Assessment | None = None,
) -> Assessment:
    """Analyze a project and return the analysis with its findings.

    Pure: the same project, rules and date give the same assessment. ``rule_errors`` are the errors
    that keep the project's custom rules out of the rule base. ``before`` is any other assessment;
    what it has in common with this one is not computed again.
    """
    if before and (before.rule_base, before.today, before.rule_errors) == (
        rule_base,
        today,
        rule_errors,
    ):
        moved = moved_assessment(before, project)
        if moved:
            return moved
    analysis = analyze(project, rule_base, today, before)
    project = analysis.project
    advice, suppressed = _advice(analysis, rule_errors)
    findings = [
        *settings_findings(project, rule_base, rule_errors),
        *unreadable_file_findings(project),
        *advice,
    ]
    new, known = split_known(_sorted(findings), project.baseline)
    return Assessment(
        **vars(analysis),
        findings=new,
        rule_errors=rule_errors,
        suppressed=tuple(suppressed),
        known=known,
    )


def _advice(
    analysis: Analysis, rule_errors: Sequence[RuleError]
) -> tuple[list[Finding], list[Finding]]:
    """Return the advice with the findings about suppressions, and the findings that these hide.

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
    shown, suppressed = split_suppressed(findings, suppressions, analysis.today)
    advice = list(told_once(shown, project))
    judged = suppressions if is_advised else _still_checked(suppressions, analysis)
    if not has_all_rules(project, rule_errors):
        judged = [*known_suppressions(judged, analysis.rule_base)]
    advice += suppression_findings(findings, judged, analysis)
    if is_advised or _shares_settings(project):
        advice += expired_extended_ignores(analysis)
    return advice, suppressed


def _still_checked(
    suppressions: Sequence[Suppression], analysis: Analysis
) -> Sequence[Suppression]:
    """Return the suppressions that matter where the rules of web applications give no advice:
    those of rules about any project, and those in settings that other projects share."""
    advice, project = analysis.rule_base.advice, analysis.project
    own = [
        suppression
        for suppression in suppressions
        if suppression.rule in advice and advice[suppression.rule].of_any_project
    ]
    if not _shares_settings(project):
        return own
    in_comments = (suppression for suppression in own if suppression.comment)
    return [*in_comments, *for_others(suppressions)]


def _shares_settings(project: Project) -> bool:
    return project.only_has_settings or project.shares_ignores


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by file, range and rule."""

    def key(finding: Finding) -> tuple[object, ...]:
        return finding.location.path, finding.location.range, finding.rule

    return tuple(sorted(findings, key=key))
