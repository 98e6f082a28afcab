"""Check pairs of rules: redundant and opposite conclusions."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.checks.entailment import implies
from framesage.rulebase.checks.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import Condition
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.rule_base import RuleBase


@frozen
class _Conclusion:
    """The conclusion of a derivation or of a rule of guidance."""

    id: str
    about: str
    side: str
    strength: float
    condition: Condition
    location: SourceLocation


def check_redundancy(rule_base: RuleBase) -> Iterator[Issue]:
    """Find rules that a stronger one always accompanies, and opposite conclusions."""
    for rule, other in permutations(_conclusions(rule_base), 2):
        if rule.about == other.about and implies(rule.condition, other.condition):
            yield from _check_pair(rule, other)


def _check_pair(rule: _Conclusion, other: _Conclusion) -> Iterator[Issue]:
    equal = implies(other.condition, rule.condition)
    if equal and rule.id < other.id:
        return  # reported for the other order
    if rule.side != other.side and equal:
        message = f"'{rule.id}' and '{other.id}' have opposite conclusions for the same condition"
        yield Issue("opposite", rule.location, message, other.location)
    elif rule.side == other.side and rule.strength <= other.strength:
        message = f"'{rule.id}' adds little: '{other.id}' always applies, too, and is as strong"
        yield Issue("subsumed", rule.location, message, other.location)


def _conclusions(rule_base: RuleBase) -> Iterator[_Conclusion]:
    for derivation in rule_base.derivations:
        side = "against" if derivation.against else "for"
        yield _Conclusion(
            derivation.id,
            derivation.trait,
            side,
            derivation.strength,
            derivation.condition,
            derivation.location,
        )
    for rule in rule_base.guidance.values():
        yield _Conclusion(
            rule.id, "favors", rule.favors, rule.strength, rule.condition, rule.location
        )
