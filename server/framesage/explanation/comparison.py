"""How the two frameworks compare for a project: what it has of Django's full kit, and which
differences matter to it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from framesage.analysis.framework import disabled_rules
from framesage.analysis.model import Location
from framesage.frozen import frozen
from framesage.inference import NoneOf, Observed
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.model import Assessment
    from framesage.analysis.model import FrameworkUse, InferredTrait
    from framesage.inference import Evaluation
    from framesage.rulebase.framework_model import Battery, Comparison

_NEEDED = ("medium", "high", "declared")


class Coverage(Enum):
    """How a project covers something that Django includes."""

    INCLUDED = "included"
    DUPLICATED = "included, and installed again"
    ADDED = "added here"
    MISSING = "needed, but missing"
    ABSENT = "not here"
    UNNEEDED = "not needed"


@frozen
class BatteryCoverage:
    """How a project covers a battery: the packages for it, the trait that needs it (if believed at
    all), and the id of a rule that reports it as missing ("" for none)."""

    battery: Battery
    coverage: Coverage
    locations: tuple[Location, ...] = ()
    trait: InferredTrait | None = None
    rule: str = ""


@frozen
class ComparisonRow:
    """A difference between the frameworks, the traits that make it matter to the project, and the
    ids of the frameworks that it favors here."""

    difference: Comparison
    traits: tuple[InferredTrait, ...]
    favors: frozenset[str]


def includes_batteries(use: FrameworkUse) -> bool:
    """Return whether a framework in use includes the batteries."""
    return any(framework.includes_batteries for framework in use.frameworks)


def battery_coverage(assessment: Assessment) -> tuple[BatteryCoverage, ...]:
    """Return how the project covers everything that Django includes, in the rule base's order."""
    traits = {found.trait.id: found for found in assessment.traits}
    missing = {
        label: finding.rule
        for finding in assessment.findings
        for label in _missing(finding.evaluation)
    }
    return tuple(
        _coverage(battery, traits.get(battery.trait), missing.get(battery.id, ""), assessment)
        for battery in assessment.rule_base.batteries.values()
    )


def _missing(evaluation: Evaluation | None) -> Iterator[str]:
    """Yield the batteries that a finding's condition requires to be absent."""
    if evaluation is None:
        return
    for part in evaluation.parts:
        if isinstance(evaluation.condition, NoneOf) and isinstance(part.condition, Observed):
            yield part.condition.label
        yield from _missing(part)


def _coverage(
    battery: Battery, trait: InferredTrait | None, rule: str, assessment: Assessment
) -> BatteryCoverage:
    if includes_batteries(assessment.framework):
        doubles = tuple(_observed(battery.duplicates, assessment))
        coverage = Coverage.DUPLICATED if doubles else Coverage.INCLUDED
        return BatteryCoverage(battery, coverage, doubles, trait)
    locations = tuple(_observed(battery.packages, assessment))
    if locations:
        return BatteryCoverage(battery, Coverage.ADDED, locations, trait)
    if rule or (trait and trait.certainty in _NEEDED):
        return BatteryCoverage(battery, Coverage.MISSING, trait=trait, rule=rule)
    coverage = Coverage.UNNEEDED if battery.trait else Coverage.ABSENT
    return BatteryCoverage(battery, coverage, trait=trait)


def _observed(packages: Iterable[str], assessment: Assessment) -> Iterator[Location]:
    """Yield the best location of each package that counts as evidence."""
    for package in packages:
        for fact in assessment.memory.observed(symbols.package(package))[:1]:
            if fact.reliability > 0 and isinstance(fact.location, Location):
                yield fact.location


def comparison_rows(assessment: Assessment) -> tuple[ComparisonRow, ...]:
    """Return all differences between the frameworks, with those that matter to the project."""
    return tuple(_row(difference, assessment) for difference in assessment.rule_base.comparison)


def _row(difference: Comparison, assessment: Assessment) -> ComparisonRow:
    traits = tuple(found for found in assessment.traits if found.trait.id in difference.traits)
    relevant = {symbols.trait(found.trait.id) for found in traits}
    off = disabled_rules(assessment.project.settings)
    favors = {
        rule.favors
        for rule in assessment.rule_base.guidance.values()
        if rule.id not in off
        and not relevant.isdisjoint(rule.condition.propositions())
        and rule.condition.evaluate(assessment.memory).holds
    }
    return ComparisonRow(difference, traits, frozenset(favors))
