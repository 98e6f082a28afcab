"""The conditions that ``framework = "..."`` in a rule stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import AllOf, AnyOf, AtLeast, Believed, NoneOf
from framesage.rulebase.symbols import uses

if TYPE_CHECKING:
    from collections.abc import Collection

    from framesage.inference import Condition
    from framesage.rulebase.framework_model import Framework

STATES = ("any", "both", "none", "other", "beside")


def framework_state(
    state: str,
    frameworks: Collection[Framework],
    medium: float,
    unknown: tuple[Condition, ...] = (),
) -> Condition:
    """Return the condition for a state: the id of a candidate, or one of ``STATES``.

    While one of the conditions in ``unknown`` holds, it is not known that there is no framework.
    ``any`` is one candidate or more, ``both`` two or more, ``other`` another framework without a
    candidate, ``beside`` another one with a candidate.
    """
    used = {
        framework.id: Believed(uses(framework.id), medium)
        for framework in frameworks
        if not framework.other
    }
    candidates = tuple(used.values())
    if state in used:
        rest = tuple(holds for name, holds in used.items() if name != state)
        return AllOf((used[state], NoneOf(rest)))
    if state == "any":
        return AnyOf(candidates)
    if state == "both":
        return AtLeast(candidates, 2)
    others = AnyOf(
        tuple(Believed(uses(framework.id), medium) for framework in frameworks if framework.other),
        keep_false=False,
    )
    if state == "none":
        return NoneOf((*candidates, others, *unknown))
    return AllOf((others, NoneOf(candidates) if state == "other" else AnyOf(candidates)))
