"""Which framework the guidance favors: conflict and ignorance are told apart.

Guidance adds weight to ``favors:flask`` or ``favors:django``; what speaks for the one speaks
against the other, so the net certainty of one side is the doubt of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import FrameworkUse, Verdict
from framesage.analysis.traits import certainty_of
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import WorkingMemory
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.rule_base import RuleBase

CERTAINTIES = ("low", "medium", "high")


def reach_verdict(memory: WorkingMemory, rule_base: RuleBase, use: FrameworkUse) -> Verdict:
    """Weigh what speaks for each of the two frameworks.

    A project that uses neither, but has one in an extra or for its tests, supports it: that is no
    choice to make.
    """
    if use.state == "other" or (use.state == "none" and _is_outside(memory, rule_base, use)):
        return Verdict("outside")
    best = max(
        (memory.conclusion(symbols.favors(one.id)) for one in _the_two(rule_base)),
        key=lambda conclusion: conclusion.belief,
    )
    certainty = certainty_of(best.belief, rule_base.scale)
    if certainty:
        favored = symbols.parse(best.proposition).name
        return Verdict(favored, certainty, best.belief, best.supporting, best.opposing)
    low = rule_base.scale.thresholds["low"]
    conflict = best.support >= low and best.opposition >= low
    return Verdict("either" if conflict else "undecided", "", 0.0, best.supporting, best.opposing)


def verdict_symbols(verdict: Verdict) -> Iterator[str]:
    """Yield the symbols by which advice asks for a verdict, at its certainty and those below."""
    yield symbols.verdict(verdict.favors)
    if verdict.certainty:
        for certainty in CERTAINTIES[: CERTAINTIES.index(verdict.certainty) + 1]:
            yield symbols.verdict(verdict.favors, certainty)


def _the_two(rule_base: RuleBase) -> list[Framework]:
    return [framework for framework in rule_base.frameworks.values() if not framework.other]


def _is_outside(memory: WorkingMemory, rule_base: RuleBase, use: FrameworkUse) -> bool:
    medium = rule_base.scale.thresholds["medium"]
    return bool(use.parts) or any(
        memory.conclusion(symbols.trait(trait.id)).belief >= medium
        for trait in rule_base.traits.values()
        if trait.outside
    )
