"""Analyze a project: extract facts, infer traits, and decide on a verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from framesage.analysis.clashes import find_clashes
from framesage.analysis.facts import extract_facts
from framesage.analysis.framework import (
    declarations,
    disabled_rules,
    find_framework_use,
    is_web,
    use_symbols,
)
from framesage.analysis.held_versions import HeldVersions
from framesage.analysis.model import Analysis, Verdict
from framesage.analysis.package_changes import find_package_changes
from framesage.analysis.traits import find_traits
from framesage.analysis.verdict import reach_verdict, verdict_symbols
from framesage.inference import Fact, WorkingMemory, infer
from framesage.rulebase import symbols
from framesage.rulebase.framework_model import PENDING
from framesage.rulebase.model import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from framesage.analysis.model import FrameworkUse, Location
    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase


def analyze(project: Project, rule_base: RuleBase, today: date) -> Analysis:
    """Infer a project's framework, traits and verdict.

    Pure: the same project, rules and date give the same analysis. ``today`` decides which releases
    get security fixes.
    """
    project = _without_unknown_names(project, rule_base)
    declared = declarations(project.settings, rule_base)
    facts = extract_facts(project, rule_base, today)
    memory = infer(rule_base.program, facts, declared, disabled_rules(project.settings))
    use = find_framework_use(memory, rule_base, project)
    web = is_web(memory, rule_base, declared)
    verdict = reach_verdict(memory, rule_base, use) if web else Verdict(VerdictKind.OUTSIDE)
    held = HeldVersions(project, rule_base, memory)
    changed = list(find_package_changes(held, use, today))
    broken = [
        cast("Location", fact.location)
        for fact, _ in changed
        if fact.symbol == symbols.change("broken")
    ]
    clashing = list(find_clashes(held, broken))
    clashes = {clash.location: clash for _, clash in clashing}
    changed = [
        (fact, change)
        for fact, change in changed
        if fact.symbol != symbols.change(PENDING) or fact.location not in clashes
    ]
    changes = {cast("Location", fact.location): change for fact, change in changed}
    observed = [fact for fact, _ in (*changed, *clashing)]
    memory = _with_results(memory, use, verdict, observed)
    traits = find_traits(memory, rule_base)
    return Analysis(project, rule_base, today, web, use, traits, verdict, memory, changes, clashes)


def _without_unknown_names(project: Project, rule_base: RuleBase) -> Project:
    """Drop the framework and traits in the settings that the rule base does not define.

    A misspelled name has no effect; ``settings_findings`` reports it.
    """
    settings = project.settings
    framework = settings.framework if settings.framework in rule_base.frameworks else ""
    traits = {name: value for name, value in settings.traits.items() if name in rule_base.traits}
    if framework == settings.framework and len(traits) == len(settings.traits):
        return project
    return replace(project, settings=replace(settings, framework=framework, traits=traits))


def _with_results(
    memory: WorkingMemory, use: FrameworkUse, verdict: Verdict, changed: Iterable[Fact]
) -> WorkingMemory:
    """Add the framework, verdict, changes and clashes to the facts, for rules of advice."""
    added: dict[str, tuple[Fact, ...]] = {}
    results = (Fact(symbol) for symbol in (*verdict_symbols(verdict), *use_symbols(use)))
    for fact in (*results, *changed):
        added[fact.symbol] = (*added.get(fact.symbol, ()), fact)
    ranked = {symbol: tuple(sorted(found, key=_by_reliability)) for symbol, found in added.items()}
    return WorkingMemory({**memory.facts, **ranked}, memory.conclusions)


def _by_reliability(fact: Fact) -> float:
    return -fact.reliability
