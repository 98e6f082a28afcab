"""Reading a evaluation: which locations made a condition hold, and which requirement to name."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.inference import AtLeast, Believed, NoneOf, Observed
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.model import Location
    from framesage.inference import Conclusion, Condition, Evaluation, Reason, WorkingMemory


SIGNIFICANT_SHARE = 0.25
"""How much of the strongest reason's weight another must have for its locations to be shown."""


def significant_reasons(conclusion: Conclusion) -> list[Reason]:
    """Return what speaks for a conclusion, without what weighs little beside the strongest."""
    reasons = conclusion.supporting
    return [one for one in reasons if one.weight >= SIGNIFICANT_SHARE * reasons[0].weight]


def supporting_leaves(evaluation: Evaluation) -> Iterator[Evaluation]:
    """Yield the leaves that hold and count in favor (nothing below a ``none``)."""
    if isinstance(evaluation.condition, NoneOf) or not evaluation.holds:
        return
    if not evaluation.parts:
        yield evaluation
    for part in evaluation.parts:
        yield from supporting_leaves(part)


def matched_locations(evaluation: Evaluation) -> list[Location]:
    """Return the locations that the condition's own looks found, in their order, once each."""
    return list(
        dict.fromkeys(
            cast("Location", location)
            for leaf in supporting_leaves(evaluation)
            for location in leaf.locations
            if location is not None
        )
    )


def subject_locations(evaluation: Evaluation) -> list[Location]:
    """Return the locations that a condition is about: those its own looks found.

    What stands in its ``all`` or ``any`` only limits when it holds ("and Django is 6.0 or later"),
    unless it has no look of its own.
    """
    own = [part for part in evaluation.parts if isinstance(part.condition, Observed)]
    found = [location for part in own or [evaluation] for location in matched_locations(part)]
    return list(dict.fromkeys(found)) or matched_locations(evaluation)


def evidence_locations(evaluation: Evaluation, memory: WorkingMemory) -> list[Location]:
    """Return the matched locations and those of the strongest reasons for the matched traits."""
    locations = dict.fromkeys(matched_locations(evaluation))
    for leaf in supporting_leaves(evaluation):
        locations.update(dict.fromkeys(locations_behind(proposition_of(leaf.condition), memory)))
    return list(locations)


def proposition_of(condition: Condition) -> str:
    """Return the proposition that a condition asks about, itself or as a verdict; "" if none."""
    if isinstance(condition, Believed):
        return condition.proposition
    parsed = map(symbols.parse, condition.any_of if isinstance(condition, Observed) else ())
    verdicts = (symbol.name for symbol in parsed if symbol.kind is symbols.Kind.VERDICT)
    return next(map(symbols.favors, verdicts), "")


def locations_behind(proposition: str, memory: WorkingMemory, depth: int = 1) -> Iterator[Location]:
    """Yield the locations that support a proposition, and the traits it was derived from.

    What is derived twice over convinces nobody, nor does what weighs little beside the strongest
    reason: a database driver is no sign that people log in.
    """
    for reason in significant_reasons(memory.conclusion(proposition)):
        yield from (
            cast("Location", location) for location in reason.locations if location is not None
        )
        if reason.evaluation and depth:
            for leaf in supporting_leaves(reason.evaluation):
                yield from (
                    cast("Location", location)
                    for location in leaf.locations
                    if location is not None
                )
                if isinstance(leaf.condition, Believed):
                    yield from locations_behind(leaf.condition.proposition, memory, depth - 1)


def matched_labels(evaluation: Evaluation, location: Location | None = None) -> list[str]:
    """Return the labels of the named looks that found something (batteries), in their order.

    With a ``location``, only of the looks that found it.
    """
    return list(
        dict.fromkeys(
            leaf.condition.label
            for leaf in supporting_leaves(evaluation)
            if isinstance(leaf.condition, Observed) and leaf.condition.label
            if location is None or location in leaf.locations
        )
    )


def count_parts(evaluation: Evaluation) -> tuple[int, int]:
    """Return how many parts of the first count held, and out of how many; (0, 0) without one."""
    if isinstance(evaluation.condition, AtLeast):
        return sum(part.holds for part in evaluation.parts), len(evaluation.parts)
    for part in evaluation.parts:
        found = count_parts(part)
        if found[1]:
            return found
    return 0, 0
