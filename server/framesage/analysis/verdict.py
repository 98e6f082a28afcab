"""Which framework the guidance favors: conflict and ignorance are told apart.

Guidance adds weight to ``favors:flask`` or ``favors:django``; what speaks for the one speaks
against the other, so the net certainty of one side is the doubt of the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import FrameworkUse, UseKind, Verdict
from framesage.analysis.traits import certainty_of
from framesage.rulebase import symbols
from framesage.rulebase.model import CERTAINTIES, VerdictKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import Conclusion, WorkingMemory
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.rule_base import RuleBase


def reach_verdict(memory: WorkingMemory, rule_base: RuleBase, use: FrameworkUse) -> Verdict:
    """Weigh what speaks for each of the two frameworks.

    A project that uses neither, but has one in an extra or for its tests, supports it: that is no
    choice to make.
    """
    if use.kind is UseKind.OTHER or (
        use.kind is UseKind.NONE and _is_outside(memory, rule_base, use)
    ):
        return Verdict(VerdictKind.OUTSIDE)
    framework, best = max(_guidance(memory, rule_base), key=lambda found: found[1].belief)
    because, despite = best.supporting, best.opposing
    certainty = certainty_of(best.belief, rule_base.scale)
    if certainty:
        return Verdict(VerdictKind.FAVORS, framework, certainty, best.belief, because, despite)
    low = rule_base.scale.thresholds["low"]
    conflict = best.support >= low and best.opposition >= low
    kind = VerdictKind.EITHER if conflict else VerdictKind.UNDECIDED
    return Verdict(kind, because=because, despite=despite)


def _guidance(memory: WorkingMemory, rule_base: RuleBase) -> Iterator[tuple[Framework, Conclusion]]:
    for framework in rule_base.candidates:
        yield framework, memory.conclusion(symbols.favors(framework.id))


def verdict_symbols(verdict: Verdict) -> Iterator[str]:
    """Yield the symbols by which advice asks for a verdict, at its certainty and those below."""
    yield symbols.verdict(verdict.favors)
    if verdict.certainty:
        for certainty in CERTAINTIES[: CERTAINTIES.index(verdict.certainty) + 1]:
            yield symbols.verdict(verdict.favors, certainty)


def _is_outside(memory: WorkingMemory, rule_base: RuleBase, use: FrameworkUse) -> bool:
    medium = rule_base.scale.thresholds["medium"]
    return bool(use.parts) or any(
        memory.conclusion(symbols.trait(trait.id)).belief >= medium
        for trait in rule_base.traits.values()
        if trait.outside
    )
