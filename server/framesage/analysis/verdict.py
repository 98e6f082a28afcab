"""Which framework the guidance favours: conflict and ignorance are told apart.

Guidance adds weight to ``favors:flask`` or ``favors:django``; what speaks for the one speaks
against the other, so the net certainty of one side is the doubt of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.model import Use, Verdict
from framesage.analysis.traits import level_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import World
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.rule_base import RuleBase

LEVELS = ("low", "medium", "high")


def reach_verdict(world: World, rule_base: RuleBase, use: Use) -> Verdict:
    """Weigh what speaks for each of the two frameworks.

    A project that uses neither, but has one in an extra or for its tests, supports it: that is no
    choice to make.
    """
    if use.state == "other" or (use.state == "none" and _is_outside(world, rule_base, use)):
        return Verdict("outside")
    best = max(
        (world.conclusion(f"favors:{one.id}") for one in _the_two(rule_base)),
        key=lambda conclusion: conclusion.certainty,
    )
    level = level_of(best.certainty, rule_base.scale)
    if level:
        favored = best.proposition.partition(":")[2]
        return Verdict(favored, level, best.certainty, best.supporting, best.opposing)
    low = rule_base.scale.levels["low"]
    conflict = best.support >= low and best.opposition >= low
    return Verdict("either" if conflict else "undecided", "", 0.0, best.supporting, best.opposing)


def verdict_symbols(verdict: Verdict) -> Iterator[str]:
    """Yield the symbols by which advice asks for a verdict, at its level and those below."""
    yield f"verdict:{verdict.favors}"
    if verdict.level:
        for level in LEVELS[: LEVELS.index(verdict.level) + 1]:
            yield f"verdict:{verdict.favors}:{level}"


def _the_two(rule_base: RuleBase) -> list[Framework]:
    return [framework for framework in rule_base.frameworks.values() if not framework.other]


def _is_outside(world: World, rule_base: RuleBase, use: Use) -> bool:
    medium = rule_base.scale.levels["medium"]
    return bool(use.parts) or any(
        world.conclusion(f"trait:{trait.id}").certainty >= medium
        for trait in rule_base.traits.values()
        if trait.outside
    )
