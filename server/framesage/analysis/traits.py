"""The traits of a project: how certain each is, and which locations are evidence for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.analysis.model import InferredTrait
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis
    from framesage.inference import Conclusion, Drawn, Reason, WorkingMemory
    from framesage.rulebase.model import Certainty, Scale, Trait
    from framesage.rulebase.rule_base import RuleBase


class Contribution(NamedTuple):
    """What a location contributes to a trait: a reason for it, or ``against`` it."""

    trait: Trait
    conclusion: Conclusion
    reason: Reason
    against: bool


def certainty_of(belief: float, scale: Scale) -> Certainty:
    """Return the certainty of a belief in [0, 1]."""
    reached = [word for word, threshold in scale.thresholds.items() if belief >= threshold]
    return max(reached, key=scale.thresholds.__getitem__) if reached else ""


def find_traits(memory: WorkingMemory, rule_base: RuleBase) -> tuple[InferredTrait, ...]:
    """Return the traits of at least low certainty, the strongest belief first."""
    found = []
    for trait in rule_base.traits.values():
        conclusion = memory.conclusion(symbols.trait(trait.id))
        certainty = _certainty(conclusion, rule_base.scale)
        if certainty:
            found.append(InferredTrait(trait, certainty, conclusion))
    return tuple(sorted(found, key=lambda inferred: (-inferred.belief, inferred.trait.id)))


def contributions_at(location: Location, analysis: Analysis) -> Iterator[Contribution]:
    """Yield the contributions of a location to traits, without those of derived traits."""
    drawn_from, traits = analysis.memory.drawn_from, analysis.rule_base.traits
    found = (
        drawn
        for symbol in analysis.sightings.evidence_at(location)
        for drawn in drawn_from.get(symbol, ())
    )
    for _, conclusion, reason, against in sorted(found, key=_order):
        trait = traits.get(symbols.trait_of(conclusion.proposition))
        if trait and reason.evaluation is None:
            yield Contribution(trait, conclusion, reason, against)


def _order(drawn: Drawn) -> tuple[object, ...]:
    return drawn.number, drawn.against, -drawn.reason.weight, drawn.reason.source


def _certainty(conclusion: Conclusion, scale: Scale) -> Certainty:
    if conclusion.declared is not None:
        return "declared" if conclusion.declared else ""
    return certainty_of(conclusion.belief, scale)
