"""The one pipeline: from a project and the rule base to everything that is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.findings import Advisor, settings_findings
from framesage.advice.model import Assessment, Finding, Verdict
from framesage.advice.observe import Observer
from framesage.advice.traits import find_traits
from framesage.advice.use import declarations, find_use, is_web
from framesage.advice.verdict import reach_verdict, verdict_symbols
from framesage.inference import Observation, World, infer

if TYPE_CHECKING:
    from datetime import date

    from framesage.project.model import Project
    from framesage.rulebase.model import RuleBase


def analyze(project: Project, rule_base: RuleBase, today: date) -> Assessment:
    """Say all there is to say of a project.

    Pure: the same project, rules and day give the same assessment. ``today`` decides which
    releases still get security fixes.
    """
    declared = declarations(project.settings, rule_base)
    observations = Observer(rule_base, today).observe(project)
    world = infer(rule_base.program, observations, declared)
    use = find_use(world, rule_base, project.settings)
    web = is_web(world, rule_base, use, declared)
    verdict = reach_verdict(world, rule_base, use) if web else Verdict("outside")
    world = _with_verdict(world, verdict)
    advisor = Advisor(project, rule_base, world, use, verdict)
    findings = [*settings_findings(project, rule_base), *(advisor.findings() if web else ())]
    traits = find_traits(world, rule_base)
    return Assessment(project, rule_base, web, use, traits, verdict, _sorted(findings), world)


def _with_verdict(world: World, verdict: Verdict) -> World:
    seen = {symbol: (Observation(symbol),) for symbol in verdict_symbols(verdict)}
    return World({**world.observations, **seen}, world.conclusions)


def _sorted(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: (one.place.path, one.place.range, one.rule)))
