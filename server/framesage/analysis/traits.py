"""The traits that seem true, and in which words their certainty is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.advice.model import TraitFound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Place
    from framesage.inference import Conclusion, Reason, World
    from framesage.rulebase.model import Scale, Trait
    from framesage.rulebase.rule_base import RuleBase


class Shown(NamedTuple):
    """A trait that a place is evidence for, or ``against``."""

    trait: Trait
    conclusion: Conclusion
    reason: Reason
    against: bool


def level_of(certainty: float, scale: Scale) -> str:
    """Return ``low``, ``medium`` or ``high``, or "" below low."""
    reached = [name for name, begin in scale.levels.items() if certainty >= begin]
    return max(reached, key=scale.levels.__getitem__, default="")


def find_traits(world: World, rule_base: RuleBase) -> tuple[TraitFound, ...]:
    """Return the traits believed at least a little, the most certain first."""
    found = []
    for trait in rule_base.traits.values():
        conclusion = world.conclusion(f"trait:{trait.id}")
        level = _level(conclusion, rule_base.scale)
        if level:
            found.append(TraitFound(trait, level, conclusion))
    return tuple(sorted(found, key=lambda one: (-one.certainty, one.trait.id)))


def shown_at(place: Place, assessment: Assessment) -> Iterator[Shown]:
    """Yield the traits that what stands at a place is evidence of, itself and directly."""
    for conclusion, reason, against in assessment.world.contributions(place):
        kind, _, identity = conclusion.proposition.partition(":")
        trait = assessment.rule_base.traits.get(identity) if kind == "trait" else None
        if trait:
            yield Shown(trait, conclusion, reason, against)


def _level(conclusion: Conclusion, scale: Scale) -> str:
    if conclusion.declared is not None:
        return "declared" if conclusion.declared else ""
    return level_of(conclusion.certainty, scale)
