"""Where a project stands: what of a full kit it has, put together or lacks, and which of the
differences between the two frameworks matter to it."""

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
_WITH_BATTERIES = "django"


class Standing(Enum):
    """How a project has something that Django includes, in words."""

    INCLUDED = "included"
    DOUBLED = "included, and another beside it"
    ADDED = "put together here"
    MISSING = "asked for, and not here"
    ABSENT = "not here"
    UNASKED = "nothing asks for it"


@frozen
class BatteryHere:
    """A battery in a project: how it has it, the packages for it, and what asks for it: the trait,
    where that is believed at all, and the id of a rule whose finding misses it."""

    battery: Battery
    standing: Standing
    locations: tuple[Location, ...] = ()
    trait: InferredTrait | None = None
    rule: str = ""


@frozen
class DifferenceHere:
    """A row of the comparison; the traits found that make it matter, and whom they speak for."""

    row: Comparison
    traits: tuple[InferredTrait, ...]
    favors: frozenset[str]


def includes_batteries(use: FrameworkUse) -> bool:
    """Return whether a framework in use includes the batteries already."""
    return any(framework.id == _WITH_BATTERIES for framework in use.frameworks)


def batteries_here(assessment: Assessment) -> tuple[BatteryHere, ...]:
    """Return how the project has each thing that Django includes, in the rule base's order."""
    found = {one.trait.id: one for one in assessment.traits}
    missed = {label: one.rule for one in assessment.findings for label in _missed(one.evaluation)}
    return tuple(
        _standing(one, found.get(one.trait), missed.get(one.id, ""), assessment)
        for one in assessment.rule_base.batteries.values()
    )


def _missed(evaluation: Evaluation | None) -> Iterator[str]:
    """Yield the batteries that a finding asks for: those that its condition wants absent."""
    if evaluation is None:
        return
    for part in evaluation.parts:
        if isinstance(evaluation.condition, NoneOf) and isinstance(part.condition, Observed):
            yield part.condition.label
        yield from _missed(part)


def _standing(
    battery: Battery, trait: InferredTrait | None, missed: str, assessment: Assessment
) -> BatteryHere:
    if includes_batteries(assessment.framework):
        doubles = tuple(_seen(battery.doubles, assessment))
        standing = Standing.DOUBLED if doubles else Standing.INCLUDED
        return BatteryHere(battery, standing, doubles, trait)
    locations = tuple(_seen(battery.packages, assessment))
    if locations:
        return BatteryHere(battery, Standing.ADDED, locations, trait)
    if missed or (trait and trait.certainty in _NEEDED):
        return BatteryHere(battery, Standing.MISSING, trait=trait, rule=missed)
    return BatteryHere(battery, Standing.UNASKED if battery.trait else Standing.ABSENT, trait=trait)


def _seen(packages: Iterable[str], assessment: Assessment) -> Iterator[Location]:
    """Yield the best location of each package that counts for anything."""
    for package in packages:
        for one in assessment.memory.observed(symbols.package(package))[:1]:
            if one.reliability > 0 and isinstance(one.location, Location):
                yield one.location


def differences_here(assessment: Assessment) -> tuple[DifferenceHere, ...]:
    """Return the comparison's rows, each with what makes it matter to the project."""
    return tuple(_difference(row, assessment) for row in assessment.rule_base.comparison)


def _difference(row: Comparison, assessment: Assessment) -> DifferenceHere:
    traits = tuple(one for one in assessment.traits if one.trait.id in row.traits)
    asked = {symbols.trait(one.trait.id) for one in traits}
    off = disabled_rules(assessment.project.settings)
    favors = {
        rule.favors
        for rule in assessment.rule_base.guidance.values()
        if rule.id not in off
        and not asked.isdisjoint(rule.condition.propositions())
        and rule.condition.evaluate(assessment.memory).holds
    }
    return DifferenceHere(row, traits, frozenset(favors))
