"""Analyze a project: extract facts, infer traits, and decide on a verdict."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from framesage.analysis.clashes import find_clashes
from framesage.analysis.facts import read_facts
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
from framesage.analysis.sightings import Sighting, Sightings
from framesage.analysis.traits import find_traits
from framesage.analysis.verdict import reach_verdict, verdict_symbols
from framesage.inference import Fact, WorkingMemory, infer, reliabilities, revise
from framesage.rulebase import symbols
from framesage.rulebase.framework_model import PENDING
from framesage.rulebase.model import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from framesage.analysis.model import FrameworkUse
    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase


def analyze(
    project: Project, rule_base: RuleBase, today: date, before: Analysis | None = None
) -> Analysis:
    """Infer a project's framework, traits and verdict.

    Pure: the same project, rules and date give the same analysis. ``today`` decides which releases
    get security fixes. ``before`` is another analysis: what both conclude is not inferred again.
    """
    project = _without_unknown_names(project, rule_base)
    declared = declarations(project.settings, rule_base)
    known = before.sightings.shown if before else None
    sightings = Sightings(partial(read_facts, project, rule_base, today), known)
    facts = (fact for seen in sightings.seen for fact in seen.facts)
    memory = _conclude(project, rule_base, facts, before)
    use = find_framework_use(memory, sightings, rule_base, project)
    web = is_web(memory, rule_base, declared)
    verdict = (
        reach_verdict(memory, sightings, rule_base, use) if web else Verdict(VerdictKind.OUTSIDE)
    )
    held = HeldVersions(project, rule_base, sightings)
    changed = list(find_package_changes(held, use, today))
    broken = [required.location for required, kind, _ in changed if kind == "broken"]
    clashing = list(find_clashes(held, broken))
    clashes = {clash.location: clash for clash, _ in clashing}
    changed = [
        (required, kind, change)
        for required, kind, change in changed
        if kind != PENDING or required.location not in clashes
    ]
    changes = {required.location: change for required, _, change in changed}
    observed = [
        *(
            Sighting(symbols.change(kind), required.reliability, required.location)
            for required, kind, _ in changed
        ),
        *(
            Sighting(
                symbols.clash(clash.kind),
                rule_base.scale.reliabilities[purpose.value],
                clash.location,
            )
            for clash, purpose in clashing
        ),
    ]
    memory = _with_results(memory, use, verdict, observed)
    sightings = sightings.with_results(observed)
    traits = find_traits(memory, rule_base)
    return Analysis(
        project,
        rule_base,
        today,
        web,
        use,
        traits,
        verdict,
        memory,
        sightings,
        changes,
        clashes,
        tuple(held.explained),
    )


def _conclude(
    project: Project, rule_base: RuleBase, facts: Iterable[Fact], before: Analysis | None
) -> WorkingMemory:
    """Infer what facts mean, or only what is not so in an analysis with the same declarations."""
    program, settings = rule_base.program, project.settings
    declared, without = declarations(settings, rule_base), disabled_rules(settings)
    if before and before.rule_base is rule_base:
        others = before.project.settings
        if (declared, without) == (declarations(others, rule_base), disabled_rules(others)):
            return revise(program, before.memory, reliabilities(facts), without)
    return infer(program, facts, declared, without)


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
    memory: WorkingMemory, use: FrameworkUse, verdict: Verdict, changed: Iterable[Sighting]
) -> WorkingMemory:
    """Add the framework, verdict, changes and clashes to the facts, for rules of advice."""
    results = (Fact(symbol) for symbol in (*verdict_symbols(verdict), *use_symbols(use)))
    added = reliabilities([*results, *(sighting.fact for sighting in changed)])
    return WorkingMemory({**memory.facts, **added}, memory.conclusions, memory.evidence)
