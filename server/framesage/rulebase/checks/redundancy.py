"""Pairs of rules: one that adds nothing to another, and two that conclude opposites."""

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
class _Step:
    """A derivation or a rule of guidance, reduced to what it concludes and how strongly."""

    id: str
    about: str
    side: str
    strength: float
    condition: Condition
    location: SourceLocation


def check_pairs(rule_base: RuleBase) -> Iterator[Issue]:
    """Find rules that another one, as strong, always accompanies, and opposite conclusions."""
    for one, other in permutations(_steps(rule_base), 2):
        if one.about == other.about and implies(one.condition, other.condition):
            yield from _check_pair(one, other)


def _check_pair(one: _Step, other: _Step) -> Iterator[Issue]:
    equal = implies(other.condition, one.condition)
    if equal and one.id < other.id:
        return  # said once, of the later one
    if one.side != other.side and equal:
        message = f"'{one.id}' concludes the opposite of '{other.id}' under the same condition"
        yield Issue("opposite", one.location, message)
    elif one.side == other.side and one.strength <= other.strength:
        message = f"'{one.id}' adds little to '{other.id}', which says as much wherever it holds"
        yield Issue("subsumed", one.location, message)


def _steps(rule_base: RuleBase) -> Iterator[_Step]:
    for one in rule_base.derivations:
        side = "against" if one.against else "for"
        yield _Step(one.id, one.trait, side, one.strength, one.condition, one.location)
    for rule in rule_base.guidance.values():
        yield _Step(rule.id, "favors", rule.favors, rule.strength, rule.condition, rule.location)
