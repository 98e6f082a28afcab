"""Check for thresholds that no evidence can reach."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.inference import (
    AllOf,
    AnyOf,
    AtLeast,
    Believed,
    Compound,
    Disbelieved,
    NoneOf,
    Observed,
    belief_of,
    weight_of,
)
from framesage.inference.certainty import discounts
from framesage.rulebase.checks.consistency import words
from framesage.rulebase.checks.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import Condition, Evidence, Program
    from framesage.rulebase.rule_base import RuleBase

Bounds = dict[tuple[str, bool], float]  # (proposition, against) -> the highest possible belief


def check_reachability(rule_base: RuleBase) -> Iterator[Issue]:
    """Find rules whose condition no evidence can satisfy, apart from declared traits."""
    bounds = _bounds(rule_base.program)
    for rule in rule_base.all_rules():
        for part in _required(rule.condition):
            if most(part, bounds) <= 0:
                message = f"'{rule.id}' can never hold: no evidence can establish {words(part)}"
                yield Issue("unreachable", rule.location.at("when"), message)


def most(condition: Condition, bounds: Bounds) -> float:
    """Return the highest belief that a condition can have."""
    if isinstance(condition, (Believed, Disbelieved)):
        bound = bounds.get((condition.proposition, isinstance(condition, Disbelieved)), 0.0)
        return bound if bound >= condition.threshold else 0.0
    if isinstance(condition, Observed):
        return 1.0 if condition.any_of else 0.0
    if isinstance(condition, NoneOf) or not isinstance(condition, Compound):
        return 1.0
    beliefs = sorted((most(part, bounds) for part in condition.parts), reverse=True)
    rank = {AnyOf: 0, AllOf: -1}.get(type(condition), 0)
    if isinstance(condition, AtLeast):
        rank = condition.minimum - 1
    return beliefs[rank] if beliefs else 1.0


def _required(condition: Condition) -> Iterator[Condition]:
    """Yield the parts that all have to hold."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _required(part)
    else:
        yield condition


def _bounds(program: Program) -> Bounds:
    weights = _evidence_weights(program)
    bounds: Bounds = {}
    for proposition in program.order:
        for rule in program.rules.get(proposition, ()):
            weight = weight_of(rule.strength) * most(rule.condition, bounds)
            weights[proposition, rule.against] += weight
        for against in (False, True):
            bounds[proposition, against] = belief_of(weights[proposition, against])
    return bounds


def _evidence_weights(program: Program) -> defaultdict[tuple[str, bool], float]:
    groups: dict[tuple[str, bool, str], list[Evidence]] = defaultdict(list)
    for pieces in program.evidence.values():
        for piece in pieces:
            groups[piece.proposition, piece.against, piece.group].append(piece)
    weights: defaultdict[tuple[str, bool], float] = defaultdict(float)
    for (proposition, against, _), found in groups.items():
        weights[proposition, against] += sum(
            discounts(weight_of(piece.strength) for piece in found)
        )
    return weights
