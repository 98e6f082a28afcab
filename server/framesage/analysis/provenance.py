"""Find out where conclusions come from: the locations, labels and counts behind an evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import AtLeast, Believed, Disbelieved, NoneOf, Observed
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.location import Location
    from framesage.analysis.sightings import Sightings
    from framesage.inference import Conclusion, Condition, Evaluation, Reason, WorkingMemory

SIGNIFICANT_SHARE = 0.25
"""A reason is significant if it has at least this share of the weight of the strongest one."""


def significant_reasons(conclusion: Conclusion) -> list[Reason]:
    """Return the reasons for a conclusion, without those that are weak beside the strongest."""
    reasons = conclusion.supporting
    return [reason for reason in reasons if reason.weight >= SIGNIFICANT_SHARE * reasons[0].weight]


def supporting_leaves(evaluation: Evaluation) -> Iterator[Evaluation]:
    """Yield the leaves that hold and count in favor, so none below a ``NoneOf``."""
    if isinstance(evaluation.condition, NoneOf) or not evaluation.holds:
        return
    if not evaluation.parts:
        yield evaluation
    for part in evaluation.parts:
        yield from supporting_leaves(part)


def direct_locations(sightings: Sightings, package: str) -> Iterator[Location]:
    """Yield where the project itself requires a package, not through another one."""
    return (found.location for found in sightings.required(package) if found.is_direct)


def matched_locations(evaluation: Evaluation, sightings: Sightings) -> list[Location]:
    """Return the locations of the facts that a condition matched, without duplicates."""
    leaves = supporting_leaves(evaluation)
    return list(dict.fromkeys(location for leaf in leaves for location in sightings.of_leaf(leaf)))


def subject_locations(evaluation: Evaluation, sightings: Sightings) -> list[Location]:
    """Return the locations of the facts that a condition is about.

    Those are the facts that its own parts observe. Facts observed in nested conditions only limit
    when it holds ("and Django is 6.0 or later"); they are returned if there are no others.
    """
    own = [part for part in evaluation.parts if isinstance(part.condition, Observed)]
    found = (location for part in own for location in matched_locations(part, sightings))
    return list(dict.fromkeys(found)) or matched_locations(evaluation, sightings)


def evidence_locations(
    evaluation: Evaluation, memory: WorkingMemory, sightings: Sightings
) -> list[Location]:
    """Return the matched locations and those of the evidence for the matched traits."""
    locations = dict.fromkeys(matched_locations(evaluation, sightings))
    for leaf in supporting_leaves(evaluation):
        behind = locations_behind(proposition_of(leaf.condition), memory, sightings)
        locations.update(dict.fromkeys(behind))
    return list(locations)


def proposition_of(condition: Condition) -> str:
    """Return the proposition that a condition tests, directly or as a verdict; "" if none."""
    if isinstance(condition, Believed):
        return condition.proposition
    parsed = map(symbols.parse, condition.any_of if isinstance(condition, Observed) else ())
    verdicts = (symbol.name for symbol in parsed if symbol.kind is symbols.Kind.VERDICT)
    return next(map(symbols.favors, verdicts), "")


def locations_behind(
    proposition: str, memory: WorkingMemory, sightings: Sightings, depth: int = 1
) -> Iterator[Location]:
    """Yield the locations of the significant evidence for a proposition.

    ``depth`` is how many derivations are followed. More than one is too indirect to be convincing:
    a database driver is hardly evidence of user accounts.
    """
    for reason in significant_reasons(memory.conclusion(proposition)):
        yield from sightings.of_reason(reason)
        if reason.evaluation and depth:
            for leaf in telling_leaves(reason.evaluation):
                yield from sightings.of_leaf(leaf)
                if isinstance(leaf.condition, Believed):
                    behind = leaf.condition.proposition
                    yield from locations_behind(behind, memory, sightings, depth - 1)


def telling_leaves(evaluation: Evaluation) -> list[Evaluation]:
    """Return the leaves that hold, without the framework in use if there are others.

    In a derivation, the framework only limits when a name or a package counts.
    """
    leaves = list(supporting_leaves(evaluation))
    return [leaf for leaf in leaves if not _is_framework(leaf.condition)] or leaves


def _is_framework(condition: Condition) -> bool:
    proposition = condition.proposition if isinstance(condition, Believed) else ""
    return bool(proposition) and symbols.parse(proposition).kind is symbols.Kind.USES


def rests_on_declaration(evaluation: Evaluation, memory: WorkingMemory) -> bool:
    """Return whether a condition holds, directly or not, because of a trait that is declared."""
    conditions = [leaf.condition for leaf in supporting_leaves(evaluation)]
    conclusions = [
        memory.conclusion(condition.proposition)
        for condition in conditions
        if isinstance(condition, (Believed, Disbelieved))
    ]
    return any(
        conclusion.declared is not None
        or any(
            reason.evaluation and rests_on_declaration(reason.evaluation, memory)
            for reason in conclusion.supporting
        )
        for conclusion in conclusions
    )


def matched_labels(evaluation: Evaluation) -> list[str]:
    """Return the labels (ids of needs) of the parts that matched, in their order."""
    return list(dict.fromkeys(label for label, _ in _labeled(evaluation)))


def labels_by_location(evaluation: Evaluation, sightings: Sightings) -> dict[Location, list[str]]:
    """Return the labels of the parts that matched at each location, in their order."""
    found: dict[Location, dict[str, None]] = {}
    for label, leaf in _labeled(evaluation):
        for location in sightings.of_leaf(leaf):
            found.setdefault(location, {})[label] = None
    return {location: list(labels) for location, labels in found.items()}


def _labeled(evaluation: Evaluation) -> Iterator[tuple[str, Evaluation]]:
    for leaf in supporting_leaves(evaluation):
        if isinstance(leaf.condition, Observed) and leaf.condition.label:
            yield leaf.condition.label, leaf


def count_parts(evaluation: Evaluation) -> tuple[int, int]:
    """Return how many parts of the first ``AtLeast`` hold, and how many it has; else (0, 0)."""
    if isinstance(evaluation.condition, AtLeast):
        return sum(part.holds for part in evaluation.parts), len(evaluation.parts)
    for part in evaluation.parts:
        count, total = count_parts(part)
        if total:
            return count, total
    return 0, 0
