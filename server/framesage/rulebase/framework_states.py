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
    used = {framework.id: Believed(uses(framework.id), medium) for framework in frameworks}
    candidates = {
        framework.id: used[framework.id] for framework in frameworks if not framework.other
    }
    others = AnyOf(
        tuple(holds for name, holds in used.items() if name not in candidates), keep_false=False
    )
    neither = NoneOf(tuple(candidates.values()))
    if state == "any":
        return AnyOf(tuple(candidates.values()))
    if state == "both":
        return AtLeast(tuple(candidates.values()), 2)
    if state == "none":
        return NoneOf((*candidates.values(), others, *unknown))
    if state == "other":
        return AllOf((others, neither))
    if state == "beside":
        return AllOf((others, AnyOf(tuple(candidates.values()))))
    rest = tuple(used[name] for name in candidates if name != state)
    return AllOf((candidates[state], NoneOf(rest)))
