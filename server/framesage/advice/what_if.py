"""What would have to be true for the verdict to turn: the fewest traits that do it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from framesage.advice.use import declarations
from framesage.advice.verdict import reach_verdict
from framesage.inference import infer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.advice.model import Assessment, Verdict
    from framesage.rulebase.model import RuleBase, Trait

MOST = 3
"""More changes than this are no answer that helps anybody."""


@dataclass(frozen=True, slots=True)
class Change:
    """A trait that would have to be so (``holds``), or not be so."""

    trait: Trait
    holds: bool


def what_would_turn(assessment: Assessment) -> tuple[str, tuple[Change, ...]]:
    """Return the framework the verdict could turn to, and the fewest changes found that do it.

    Each step takes the trait that moves the verdict most; ("", ()) where at most ``MOST`` steps do
    not turn it, or nothing is favoured.
    """
    goal = _other(assessment.verdict.favors, assessment.rule_base)
    changes: tuple[Change, ...] = ()
    while goal and len(changes) < MOST:
        tried = [(*changes, change) for change in _candidates(assessment, changes)]
        if not tried:
            break
        verdict, changes = max(
            ((_verdict_with(assessment, one), one) for one in tried),
            key=lambda pair: (_toward(pair[0], goal), pair[1][-1].trait.id),
        )
        if verdict.favors == goal:
            return goal, changes
    return "", ()


def _other(favored: str, rule_base: RuleBase) -> str:
    """Return the other of the two frameworks in question, or "" where neither is favoured."""
    asked = [framework.id for framework in rule_base.frameworks.values() if not framework.other]
    return next((one for one in asked if one != favored), "") if favored in asked else ""


def _candidates(assessment: Assessment, taken: tuple[Change, ...]) -> Iterator[Change]:
    """Yield the changes to traits that guidance reads and that nobody declared."""
    base = assessment.rule_base
    used = {change.trait.id for change in taken} | assessment.project.settings.traits.keys()
    for trait_id in _read_by_guidance(base):
        if trait_id in base.traits and trait_id not in used:
            believed = assessment.world.conclusion(f"trait:{trait_id}").certainty
            if believed < base.scale.levels["high"]:
                yield Change(base.traits[trait_id], holds=True)
            if believed >= base.scale.levels["low"]:
                yield Change(base.traits[trait_id], holds=False)


def _read_by_guidance(rule_base: RuleBase) -> list[str]:
    read = (p for rule in rule_base.guidance.values() for p in rule.condition.propositions())
    return list(dict.fromkeys(one.removeprefix("trait:") for one in read))


def _verdict_with(assessment: Assessment, changes: tuple[Change, ...]) -> Verdict:
    base = assessment.rule_base
    supposed = {f"trait:{change.trait.id}": change.holds for change in changes}
    declared: Mapping[str, bool] = {
        **declarations(assessment.project.settings, base),
        **supposed,
    }
    seen = chain.from_iterable(assessment.world.observations.values())
    return reach_verdict(infer(base.program, seen, declared), base, assessment.use)


def _toward(verdict: Verdict, goal: str) -> float:
    if verdict.favors == goal:
        return 1 + verdict.score
    return -verdict.score
