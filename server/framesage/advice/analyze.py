"""The one pipeline: from a project and the rule base to everything that is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from framesage.advice.context import Case
from framesage.advice.findings import Advisor, rule_names, settings_findings, unread_findings
from framesage.advice.model import Assessment, Finding, Level, Verdict
from framesage.advice.multiple_per_line import glued_findings
from framesage.advice.suppressions import remarks, statements_of, unsilenced
from framesage.analysis.framework import declarations, find_use, is_web, switched_off, use_symbols
from framesage.analysis.known_settings import heeding_known
from framesage.analysis.observations import Observer
from framesage.analysis.package_changes import find_changes
from framesage.analysis.traits import find_traits
from framesage.analysis.verdict import reach_verdict, verdict_symbols
from framesage.inference import Observation, World, infer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from framesage.advice.model import Place, Use
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.rulebase.rule_base import RuleBase


def analyze(
    project: Project, rule_base: RuleBase, today: date, mistakes: tuple[RuleError, ...] = ()
) -> Assessment:
    """Say all there is to say of a project.

    Pure: the same project, rules and day give the same assessment. ``today`` decides which
    releases still get security fixes; ``mistakes`` keep the project's own rules out of the base.
    """
    project = heeding_known(project, rule_base)
    declared = declarations(project.settings, rule_base)
    observations = Observer(rule_base, today).observe(project)
    world = infer(rule_base.program, observations, declared, switched_off(project.settings))
    use = find_use(world, rule_base, project)
    web = is_web(world, rule_base, use, declared)
    verdict = reach_verdict(world, rule_base, use) if web else Verdict("outside")
    changed = list(find_changes(world, rule_base, use))
    world = _with_outcome(world, use, verdict, [seen for seen, _ in changed])
    changes = {cast("Place", seen.place): change for seen, change in changed}
    case = Case(project, rule_base, world, use, verdict, changes, today)
    advice = _heeding_ignores(case) if web else ()
    unusable = (*settings_findings(project, rule_base, mistakes), *unread_findings(project))
    findings = _sorted([*unusable, *advice])
    traits = find_traits(world, rule_base)
    return Assessment(project, rule_base, web, use, traits, verdict, findings, world, mistakes)


def _heeding_ignores(case: Case) -> Iterator[Finding]:
    """Yield the advice that no ignore silences, and what is to be said of the ignores."""
    found = [*Advisor(case).findings(), *glued_findings(case.project)]
    statements = statements_of(case.project)
    yield from unsilenced(found, statements, case.today)
    levels = case.project.settings.levels
    rules = rule_names(case.rule_base)
    for remark in dict.fromkeys(remarks(found, statements, case.today, rules)):
        level = Level.named(levels[remark.rule]) if remark.rule in levels else remark.level
        if level is not Level.OFF:
            yield replace(remark, level=level)


def _with_outcome(
    world: World, use: Use, verdict: Verdict, changed: Iterable[Observation]
) -> World:
    """Let advice look for what was found out so far, as for anything else that is seen."""
    seen: dict[str, tuple[Observation, ...]] = {}
    said = (Observation(symbol) for symbol in (*verdict_symbols(verdict), *use_symbols(use)))
    for one in (*said, *changed):
        seen[one.symbol] = (*seen.get(one.symbol, ()), one)
    return World({**world.observations, **seen}, world.conclusions)


def _sorted(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: (one.place.path, one.place.range, one.rule)))
