"""How far open propositions could still move a conclusion.

Sound but not exact: the bounds contain every weight that some combination of declarations can give,
and possibly others, because the same proposition may count as true in one condition and as false in
another.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen
from framesage.inference.certainty import belief_of, discounts, weight_of
from framesage.inference.conditions import Compound, NoneOf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from framesage.inference.model import Belief, Condition, Fact, Reason, Rule
    from framesage.inference.program import Program
    from framesage.inference.working_memory import WorkingMemory


class Bounds(NamedTuple):
    """The smallest and the largest possible value."""

    low: float
    high: float


class _Extreme(NamedTuple):
    belief: float
    disbelief: float


def weight_bounds(
    program: Program,
    memory: WorkingMemory,
    unknown: Collection[str],
    target: str,
    without: Collection[str] = (),
) -> tuple[Bounds, Bounds]:
    """Return the bounds of the weight for ``target`` and of the weight against it.

    Each proposition in ``unknown`` could be declared true, declared false, or stay as it is.
    ``memory`` is the result of ``infer`` with the same program and rules left out.
    """
    low, high = _Beliefs(memory, {}), _Beliefs(memory, {})
    support = opposition = Bounds(0.0, 0.0)
    for proposition in program.affected_by((*unknown, target)):
        if memory.conclusion(proposition).declared is not None and proposition != target:
            continue
        support, opposition = _weights(program, proposition, low, high, without)
        if proposition == target:
            break
        if proposition in unknown:
            low.beliefs[proposition], high.beliefs[proposition] = _Extreme(0, 0), _Extreme(1, 1)
        else:
            low.beliefs[proposition] = _Extreme(
                belief_of(support.low - opposition.high), belief_of(opposition.low - support.high)
            )
            high.beliefs[proposition] = _Extreme(
                belief_of(support.high - opposition.low), belief_of(opposition.high - support.low)
            )
    return support, opposition


@frozen
class _Beliefs:
    """Facts with the lowest or highest possible beliefs."""

    memory: WorkingMemory
    beliefs: dict[str, _Extreme]

    def conclusion(self, proposition: str) -> Belief:
        """Return the lowest or highest belief in a proposition, and in its opposite."""
        return self.beliefs.get(proposition) or self.memory.conclusion(proposition)

    def observed(self, symbol: str) -> Sequence[Fact]:
        """Return the facts with a symbol."""
        return self.memory.observed(symbol)

    def observed_any(self, symbols: Iterable[str]) -> bool:
        """Return whether any of the symbols was observed."""
        return self.memory.observed_any(symbols)


def _weights(
    program: Program, proposition: str, low: _Beliefs, high: _Beliefs, without: Collection[str]
) -> tuple[Bounds, Bounds]:
    conclusion = low.memory.conclusion(proposition)
    rules = program.rules_for(proposition, without)
    sides = ((conclusion.supporting, False), (conclusion.opposing, True))
    support, opposition = (
        _side(reasons, [rule for rule in rules if rule.against is against], low, high)
        for reasons, against in sides
    )
    return support, opposition


def _side(
    reasons: Iterable[Reason], rules: Sequence[Rule], low: _Beliefs, high: _Beliefs
) -> Bounds:
    evidence = sum(reason.weight for reason in reasons if reason.evaluation is None)
    return Bounds(evidence + _sum(rules, low, high), evidence + _sum(rules, high, low))


def _sum(rules: Iterable[Rule], facts: _Beliefs, opposite: _Beliefs) -> float:
    groups: dict[str, list[float]] = defaultdict(list)
    for rule in rules:
        belief = _belief(rule.condition, facts, opposite)
        groups[rule.group or rule.id].append(weight_of(rule.strength) * belief)
    return sum(sum(discounts(weights)) for weights in groups.values())


def _belief(condition: Condition, facts: _Beliefs, opposite: _Beliefs) -> float:
    """Return the extreme belief in a condition; a negation reads the opposite extreme."""
    if not isinstance(condition, Compound):
        return condition.evaluate(facts).belief
    if isinstance(condition, NoneOf):
        facts, opposite = opposite, facts
    return condition.combine([_belief(part, facts, opposite) for part in condition.parts])
