"""Detect the frameworks that a project uses, and whether it is a web application at all."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.analysis.framework_parts import are_apart, find_parts
from framesage.analysis.model import FrameworkUse, UseKind
from framesage.manifests.model import Origin, Purpose
from framesage.project.layout_facts import SERVICES
from framesage.rulebase import symbols
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.analysis.location import Location
    from framesage.analysis.sightings import Sightings
    from framesage.inference import WorkingMemory
    from framesage.project.model import Project
    from framesage.project.settings.model import Settings
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.rule_base import RuleBase

WEB = symbols.trait("web-application")
"""The proposition that a project is a web application."""


def declarations(settings: Settings, rule_base: RuleBase) -> dict[str, bool]:
    """Return what the settings declare to be true or false, by proposition.

    A declared framework is the only candidate in use.
    """
    declared = {symbols.trait(trait): value for trait, value in settings.traits.items()}
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
    memory: WorkingMemory, sightings: Sightings, rule_base: RuleBase, project: Project
) -> FrameworkUse:
    """Return the frameworks that a project uses, and where it requires them."""
    medium = rule_base.threshold("medium")
    frameworks = tuple(
        framework
        for framework in rule_base.frameworks.values()
        if memory.conclusion(symbols.uses(framework.id)).belief >= medium
    )
    use = FrameworkUse(
        frameworks,
        locations=tuple(
            location for framework in frameworks for location in _locations(sightings, framework)
        ),
        is_declared=bool(project.settings.framework),
        parts=find_parts(sightings, rule_base, project),
        around=_frameworks_around(project, rule_base),
    )
    if use.kind is not UseKind.BOTH:
        return use
    return replace(use, apart=SERVICES in project.layout or are_apart(use.parts, project))


def _frameworks_around(project: Project, rule_base: RuleBase) -> tuple[Framework, ...]:
    """Return the frameworks that the project in a folder above requires.

    A list below it, such as one for deployment, belongs to the same application, unless settings
    say what it is.
    """
    if project.settings.traits:
        return ()
    required = {
        requirement.name
        for manifest in project.around
        for requirement in manifest.requirements.named(rule_base.is_relevant)
        if requirement.origin is Origin.DIRECT and requirement.group.purpose is Purpose.RUNTIME
    }
    frameworks = rule_base.frameworks.values() if required else ()
    return tuple(item for item in frameworks if not required.isdisjoint(item.packages))


def use_symbols(use: FrameworkUse) -> Iterator[str]:
    """Yield the symbols of how a framework was chosen, for rules to match."""
    if use.is_declared:
        yield symbols.DECIDED
    if use.kind is UseKind.BOTH:
        yield symbols.parts("apart" if use.apart else "together")


def is_web(memory: WorkingMemory, rule_base: RuleBase, declared: Mapping[str, bool]) -> bool:
    """Return whether a project is a web application.

    What the settings declare decides. Otherwise it is one if the evidence suffices, or if the
    settings declare any trait to be true. A web framework is strong evidence, but a bot can use one
    for a page that keeps it awake.
    """
    if WEB in declared:
        return declared[WEB]
    believed = memory.conclusion(WEB).belief >= rule_base.threshold("medium")
    return believed or any(declared.values())


def _locations(sightings: Sightings, framework: Framework) -> Iterator[Location]:
    """Yield the most reliable locations of a framework's packages, or else of its plugins."""
    packages = map(symbols.package, framework.packages)
    found = [seen for package in packages for seen in sightings.of(package)]
    found = found or list(sightings.of(symbols.plugin(framework.id)))
    best = max((seen.reliability for seen in found), default=0.0)
    yield from (seen.location for seen in found if seen.location and seen.reliability == best)
