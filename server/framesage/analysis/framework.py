"""Which framework the project uses, and whether it is a web application at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from framesage.analysis.framework_parts import find_parts, stand_apart
from framesage.analysis.model import FrameworkUse, Location, UseKind
from framesage.rulebase import symbols
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.inference import WorkingMemory
    from framesage.project.model import Project, Settings
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.rule_base import RuleBase

WEB = symbols.trait("web-application")


def declarations(settings: Settings, rule_base: RuleBase) -> dict[str, bool]:
    """Return what the settings declare, by proposition."""
    declared = {symbols.trait(trait): holds for trait, holds in settings.traits.items()}
    if settings.framework:
        for framework in rule_base.frameworks.values():
            if not framework.other or framework.id == settings.framework:
                declared[symbols.uses(framework.id)] = framework.id == settings.framework
    return declared


def disabled_rules(settings: Settings) -> frozenset[str]:
    """Return the ids of the rules that the settings switch off."""
    severities = settings.severities.items()
    return frozenset(rule for rule, severity in severities if severity is Severity.OFF)


def find_framework_use(
    memory: WorkingMemory, rule_base: RuleBase, project: Project
) -> FrameworkUse:
    """Return the frameworks that a project uses, and where."""
    medium = rule_base.scale.thresholds["medium"]
    used = [
        framework
        for framework in rule_base.frameworks.values()
        if memory.conclusion(symbols.uses(framework.id)).belief >= medium
    ]
    locations = [location for framework in used for location in _locations(memory, framework)]
    declared, parts = bool(project.settings.framework), find_parts(memory, rule_base)
    use = FrameworkUse(tuple(used), tuple(locations), declared, parts)
    apart = use.kind is UseKind.BOTH and stand_apart(parts, project)
    return replace(use, apart=True) if apart else use


def use_symbols(use: FrameworkUse) -> Iterator[str]:
    """Yield the symbols by which advice asks how the framework was chosen."""
    if use.is_declared:
        yield symbols.DECIDED
    if use.kind is UseKind.BOTH:
        yield symbols.parts("apart" if use.apart else "together")


def is_web(
    memory: WorkingMemory, rule_base: RuleBase, use: FrameworkUse, declared: Mapping[str, bool]
) -> bool:
    """Tell whether this is a web application: by its framework, the evidence, or declaration."""
    if WEB in declared:
        return declared[WEB]
    enough = memory.conclusion(WEB).belief >= rule_base.scale.thresholds["medium"]
    return enough or use.kind is not UseKind.NONE or any(declared.values())


def _locations(memory: WorkingMemory, framework: Framework) -> Iterator[Location]:
    """Yield the best locations that name the framework; where none does, those of its plugins."""
    packages = map(symbols.package, framework.packages)
    facts = [fact for package in packages for fact in memory.observed(package)]
    facts = facts or list(memory.observed(symbols.plugin(framework.id)))
    best = max((fact.reliability for fact in facts), default=0.0)
    yield from (cast("Location", fact.location) for fact in facts if fact.reliability == best)
