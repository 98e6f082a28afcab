"""Reading a judgement: which places made a condition hold, and which requirement to name."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.inference import AtLeast, Holds, NoneOf, Seen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Place
    from framesage.inference import Conclusion, Condition, Judgement, Reason, World


TELLING = 0.25
"""How much of the strongest reason's weight another must have for its places to be shown."""


def telling(conclusion: Conclusion) -> list[Reason]:
    """Return what speaks for a conclusion, without what weighs little beside the strongest."""
    reasons = conclusion.supporting
    return [one for one in reasons if one.weight >= TELLING * reasons[0].weight]


def positive_leaves(judgement: Judgement) -> Iterator[Judgement]:
    """Yield the leaves that hold and count in favour (nothing below a ``none``)."""
    if isinstance(judgement.condition, NoneOf) or not judgement.holds:
        return
    if not judgement.parts:
        yield judgement
    for part in judgement.parts:
        yield from positive_leaves(part)


def matched_places(judgement: Judgement) -> list[Place]:
    """Return the places that the condition's own looks found, in their order, once each."""
    return list(
        dict.fromkeys(
            cast("Place", place)
            for leaf in positive_leaves(judgement)
            for place in leaf.places
            if place is not None
        )
    )


def subject_places(judgement: Judgement) -> list[Place]:
    """Return the places that a condition is about: those its own looks found.

    What stands in its ``all`` or ``any`` only limits when it holds ("and Django is 6.0 or later"),
    unless it has no look of its own.
    """
    own = [part for part in judgement.parts if isinstance(part.condition, Seen)]
    found = [place for part in own or [judgement] for place in matched_places(part)]
    return list(dict.fromkeys(found)) or matched_places(judgement)


def evidence_places(judgement: Judgement, world: World) -> list[Place]:
    """Return the matched places, and those of the strongest reasons of the traits it rests on."""
    places = dict.fromkeys(matched_places(judgement))
    for leaf in positive_leaves(judgement):
        places.update(dict.fromkeys(places_behind(rests_on(leaf.condition), world)))
    return list(places)


def rests_on(condition: Condition) -> str:
    """Return the proposition that a condition asks about, itself or as a verdict; "" if none."""
    if isinstance(condition, Holds):
        return condition.proposition
    symbols = condition.any_of if isinstance(condition, Seen) else ()
    asked = [symbol for symbol in symbols if symbol.startswith("verdict:")]
    return f"favors:{asked[0].split(':')[1]}" if asked else ""


def places_behind(proposition: str, world: World, depth: int = 1) -> Iterator[Place]:
    """Yield the places that support a proposition, and the traits it was derived from.

    What is derived twice over convinces nobody, nor does what weighs little beside the strongest
    reason: a database driver is no sign that people log in.
    """
    for reason in telling(world.conclusion(proposition)):
        yield from (cast("Place", place) for place in reason.places if place is not None)
        if reason.judgement and depth:
            for leaf in positive_leaves(reason.judgement):
                yield from (cast("Place", place) for place in leaf.places if place is not None)
                if isinstance(leaf.condition, Holds):
                    yield from places_behind(leaf.condition.proposition, world, depth - 1)


def matched_labels(judgement: Judgement, place: Place | None = None) -> list[str]:
    """Return the labels of the named looks that found something (batteries), in their order.

    With a ``place``, only of the looks that found it.
    """
    return list(
        dict.fromkeys(
            leaf.condition.label
            for leaf in positive_leaves(judgement)
            if isinstance(leaf.condition, Seen) and leaf.condition.label
            if place is None or place in leaf.places
        )
    )


def counted(judgement: Judgement) -> tuple[int, int]:
    """Return how many parts of the first count held, and out of how many; (0, 0) without one."""
    if isinstance(judgement.condition, AtLeast):
        return sum(part.holds for part in judgement.parts), len(judgement.parts)
    for part in judgement.parts:
        found = counted(part)
        if found[1]:
            return found
    return 0, 0
