"""``framework = "..."`` spelt out: what must be used, and what not, for each state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import AllOf, AnyOf, Believed, NoneOf
from framesage.rulebase.symbols import uses

if TYPE_CHECKING:
    from collections.abc import Collection

    from framesage.inference import Condition
    from framesage.rulebase.framework_model import Framework

STATES = ("both", "none", "other", "beside")


def framework_state(state: str, frameworks: Collection[Framework], medium: float) -> Condition:
    """Return the condition for a state: one of the two, ``both``, ``none``, ``other``, ``beside``.

    ``other`` is another framework and neither of the two; ``beside``, another with one of them.
    """
    used = {framework.id: Believed(uses(framework.id), medium) for framework in frameworks}
    the_two = {framework.id: used[framework.id] for framework in frameworks if not framework.other}
    others = AnyOf(
        tuple(holds for name, holds in used.items() if name not in the_two), keep_false=False
    )
    neither = NoneOf(tuple(the_two.values()))
    if state == "both":
        return AllOf(tuple(the_two.values()))
    if state == "none":
        return NoneOf((*the_two.values(), others))
    if state == "other":
        return AllOf((others, neither))
    if state == "beside":
        return AllOf((others, AnyOf(tuple(the_two.values()))))
    rest = tuple(holds for name, holds in the_two.items() if name != state)
    return AllOf((the_two[state], NoneOf(rest)))
