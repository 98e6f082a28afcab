"""Decide which framework the guidance favors, if any.

Guidance adds weight to the proposition that a framework is favored. Reasons for one candidate
count against the others. A framework is favored if its reasons have a clear majority of the weight,
``Scale.majority``, against each of the others: a further candidate must not turn a clear choice
between two into an open one. Without a majority, the verdict is ``EITHER`` if the best reasons have
at least medium certainty (those for another framework then have half their weight), or else
``UNDECIDED``. The size of the tree alone is not a reason to change from the framework
in use: every project begins with few files. A framework that the settings declare is a decision,
against which no reasons count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import FrameworkUse, UseKind, Verdict
from framesage.analysis.needs import count_included
from framesage.analysis.provenance import evidence_locations, rests_on_declaration
from framesage.analysis.traits import certainty_of
from framesage.inference import belief_of
from framesage.rulebase import symbols
from framesage.rulebase.model import CERTAINTIES, VerdictKind
from framesage.rulebase.vocabulary import REUSABLE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.analysis.model import Analysis
    from framesage.analysis.sightings import Sightings
    from framesage.inference import Conclusion, WorkingMemory
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.model import Certainty, Scale, Trait
    from framesage.rulebase.rule_base import RuleBase

DECLARED: Certainty = "declared"
"""The certainty of a decision in the settings."""

_REUSABLE = symbols.trait(REUSABLE)


def reach_verdict(
    memory: WorkingMemory, sightings: Sightings, rule_base: RuleBase, use: FrameworkUse
) -> Verdict:
    """Return the verdict on a web application."""
    if use.is_declared and use.candidate:
        return Verdict(VerdictKind.FAVORS, use.candidate, DECLARED, 1.0)
    if _is_outside(memory, rule_base, use):
        return Verdict(VerdictKind.OUTSIDE)
    weights = guidance_weights(memory, rule_base)
    framework = max(weights, key=weights.__getitem__)
    best = memory.conclusion(symbols.favors(framework.id))
    because, despite = best.supporting, best.opposing
    rivals = tuple(
        rival
        for rival in weights
        if rival != framework and not _is_clear(framework, rival, weights, rule_base.scale)
    )
    is_other = use.candidate not in (None, framework)
    if not rivals and is_other and not _is_founded(best, memory, sightings):
        return Verdict(VerdictKind.UNDECIDED, because=because, despite=despite)
    if not rivals:
        belief = belief_against_rivals(framework, weights)
        certainty = certainty_of(belief, rule_base.scale)
        return Verdict(VerdictKind.FAVORS, framework, certainty, belief, because, despite)
    if best.support < rule_base.threshold("medium"):
        return Verdict(VerdictKind.UNDECIDED, because=because, despite=despite)
    fitting = tuple(found for found in weights if found == framework or found in rivals)
    return Verdict(VerdictKind.EITHER, because=because, despite=despite, fitting=fitting)


def guidance_weights(memory: WorkingMemory, rule_base: RuleBase) -> dict[Framework, float]:
    """Return the weight of the reasons for each candidate."""
    return {
        framework: memory.conclusion(symbols.favors(framework.id)).weight_for
        for framework in rule_base.candidates
    }


def belief_against_rivals(framework: Framework, weights: Mapping[Framework, float]) -> float:
    """Return the belief that a framework is favored, less what the best of the others has; it is
    negative if that one has more."""
    rival = max((weight for other, weight in weights.items() if other != framework), default=0.0)
    margin = weights[framework] - rival
    return belief_of(margin) if margin >= 0 else -belief_of(-margin)


def _is_clear(
    framework: Framework, rival: Framework, weights: Mapping[Framework, float], scale: Scale
) -> bool:
    """Return whether the reasons for a framework clearly outweigh those for another one."""
    weight, other = weights[framework], weights[rival]
    certainty = certainty_of(belief_of(weight - other), scale)
    return bool(certainty) and weight >= scale.majority * (weight + other)


def verdict_symbols(verdict: Verdict) -> Iterator[str]:
    """Yield the symbols of a verdict, at its certainty and at those below."""
    yield symbols.verdict(verdict.favors)
    if verdict.certainty in CERTAINTIES:
        for certainty in CERTAINTIES[: CERTAINTIES.index(verdict.certainty) + 1]:
            yield symbols.verdict(verdict.favors, certainty)


def is_reusable_package(analysis: Analysis) -> bool:
    """Return whether the project is a web package for other projects to use.

    Such a package was written for its framework, so it gets no verdict.
    """
    medium = analysis.rule_base.threshold("medium")
    return analysis.web and analysis.memory.conclusion(_REUSABLE).belief >= medium


def differs_from_use(analysis: Analysis) -> bool:
    """Return whether a verdict that is shown calls the framework in use into question.

    A framework that the settings declare is a decision, so the verdict is always that one.
    """
    used, favored = analysis.framework.candidate, analysis.verdict.framework
    differs = is_applicable(analysis) and None not in (used, favored) and used != favored
    return differs and not is_enough(analysis)


def is_enough(analysis: Analysis) -> bool:
    """Return whether another framework is in use than the favored one, and includes no less of what
    the project needs."""
    used, favored = analysis.framework.candidate, analysis.verdict.framework
    if used is None or favored is None or used == favored:
        return False
    return count_included(used.id, analysis) >= count_included(favored.id, analysis)


def is_applicable(analysis: Analysis) -> bool:
    """Return whether the project has to choose between the candidates.

    If not, no verdict is shown, and neither the kits nor the comparison matter.
    """
    outside = analysis.verdict.kind is VerdictKind.OUTSIDE
    return not outside and not is_reusable_package(analysis)


def _is_founded(conclusion: Conclusion, memory: WorkingMemory, sightings: Sightings) -> bool:
    """Return whether reasons are several, or rest on more than the names of files."""
    reasons = conclusion.supporting
    groups = {reason.group or reason.source for reason in reasons}
    evaluations = [reason.evaluation for reason in reasons if reason.evaluation]
    return len(groups) > 1 or any(
        evidence_locations(evaluation, memory, sightings)
        or rests_on_declaration(evaluation, memory)
        for evaluation in evaluations
    )


def _is_outside(memory: WorkingMemory, rule_base: RuleBase, use: FrameworkUse) -> bool:
    """Return whether another framework is in use, or none and there is no choice to make.

    A project that uses no framework but requires a candidate in an extra or for its tests supports
    that framework; it does not choose one. Nor does a folder of a project that uses one.
    """
    if use.kind is not UseKind.NONE:
        return use.kind is UseKind.OTHER
    return bool(use.parts or use.around or outside_traits(memory, rule_base))


def outside_traits(memory: WorkingMemory, rule_base: RuleBase) -> list[Trait]:
    """Return the traits that put a project outside of the choice, the strongest belief first."""

    def belief(trait: Trait) -> float:
        return memory.conclusion(symbols.trait(trait.id)).belief

    medium = rule_base.threshold("medium")
    traits = [trait for trait in rule_base.traits.values() if trait.outside]
    return sorted((trait for trait in traits if belief(trait) >= medium), key=belief, reverse=True)
