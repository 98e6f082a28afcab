"""How far propositions that are still open could move the conclusions.

Sound but not exact: the bounds contain every weight that some combination of declarations can give,
and possibly others, because the same proposition may count as true in one condition and as false in
another.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen
from framesage.inference.certainty import belief_of, discounts, weight_of
from framesage.inference.conditions import Believed, Compound, Disbelieved, NoneOf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from framesage.inference.model import Belief, Condition, Reason, Rule
    from framesage.inference.program import Program
    from framesage.inference.working_memory import WorkingMemory


class Bounds(NamedTuple):
    """The smallest and the largest possible value."""

    low: float
    high: float


class WeightBounds(NamedTuple):
    """The bounds of the weight for a proposition and of the weight against it."""

    support: Bounds
    opposition: Bounds


class _Extreme(NamedTuple):
    belief: float
    disbelief: float


_FALSE, _NEITHER, _BOTH, _TRUE = _Extreme(0, 1), _Extreme(0, 0), _Extreme(1, 1), _Extreme(1, 0)


@frozen
class Outlook:
    """What can still be concluded while the propositions in ``unknown`` are open.

    Each of them could be declared true, declared false, or stay as it is. ``memory`` is the result
    of ``infer`` with the same program and without the rules in ``without``.
    """

    program: Program
    memory: WorkingMemory
    unknown: frozenset[str]
    without: Collection[str]
    low: Mapping[str, _Extreme]
    high: Mapping[str, _Extreme]
    computed: Mapping[str, WeightBounds]

    @staticmethod
    def of(
        program: Program,
        memory: WorkingMemory,
        unknown: Iterable[str],
        without: Collection[str] = (),
    ) -> Outlook:
        """Compute the bounds of everything that depends on the unknown propositions."""
        start = Outlook(program, memory, frozenset(unknown), without, {}, {}, {})
        return start._computed_again(start.unknown, {})

    def weights(self, proposition: str) -> WeightBounds:
        """Return the bounds of the weights for and against a proposition."""
        lowest, highest = (_Beliefs(self.memory, found, {}) for found in (self.low, self.high))
        return self.computed.get(proposition) or _weights(self, proposition, lowest, highest)

    def supposing(self, answers: Mapping[str, bool], closed: Iterable[str] = ()) -> Outlook:
        """Return the outlook if some propositions are answered and others stay as they are."""
        changed = {*answers, *closed}
        rest = self.unknown - changed
        narrowed = Outlook(
            self.program, self.memory, rest, self.without, self.low, self.high, self.computed
        )
        return narrowed._computed_again(changed, answers)

    def _computed_again(self, changed: Collection[str], answers: Mapping[str, bool]) -> Outlook:
        low, high, computed = dict(self.low), dict(self.high), dict(self.computed)
        result = Outlook(self.program, self.memory, self.unknown, self.without, low, high, computed)
        lowest, highest = _Beliefs(self.memory, low, {}), _Beliefs(self.memory, high, {})
        for proposition in self.program.affected_by(changed):
            weights = _weights(result, proposition, lowest, highest)
            computed[proposition] = weights
            if proposition in answers:
                low[proposition] = high[proposition] = _TRUE if answers[proposition] else _FALSE
            elif proposition in self.unknown:
                low[proposition], high[proposition] = _NEITHER, _BOTH
            elif self.memory.conclusion(proposition).declared is None:
                low[proposition], high[proposition] = _extremes(*weights)
        return result


def _extremes(support: Bounds, opposition: Bounds) -> tuple[_Extreme, _Extreme]:
    low = belief_of(support.low - opposition.high), belief_of(opposition.low - support.high)
    high = belief_of(support.high - opposition.low), belief_of(opposition.high - support.low)
    return _Extreme(*low), _Extreme(*high)


@frozen
class _Beliefs:
    """Facts with the lowest or the highest possible beliefs.

    Those in the conditions of rules are ``known`` once all that a condition depends on is: the same
    condition is for one framework and against another.
    """

    memory: WorkingMemory
    beliefs: Mapping[str, _Extreme]
    known: dict[int, float]

    def conclusion(self, proposition: str) -> Belief:
        """Return the lowest or highest belief in a proposition, and in its opposite."""
        return self.beliefs.get(proposition) or self.memory.conclusion(proposition)

    def reliability(self, symbols: Iterable[str]) -> float:
        """Return the reliability of the most reliable fact with one of the symbols."""
        return self.memory.reliability(symbols)


def _weights(outlook: Outlook, proposition: str, low: _Beliefs, high: _Beliefs) -> WeightBounds:
    conclusion = outlook.memory.conclusion(proposition)
    rules = outlook.program.rules_for(proposition, outlook.without)
    supporting = [rule for rule in rules if not rule.against]
    opposing = [rule for rule in rules if rule.against]
    return WeightBounds(
        _side(conclusion.supporting, supporting, low, high),
        _side(conclusion.opposing, opposing, low, high),
    )


def _side(
    reasons: Iterable[Reason], rules: Sequence[Rule], low: _Beliefs, high: _Beliefs
) -> Bounds:
    evidence = sum(reason.weight for reason in reasons if reason.evaluation is None)
    return Bounds(evidence + _sum(rules, low, high), evidence + _sum(rules, high, low))


def _sum(rules: Iterable[Rule], facts: _Beliefs, opposite: _Beliefs) -> float:
    groups: dict[str, list[float]] = defaultdict(list)
    for rule in rules:
        belief = facts.known.get(id(rule.condition))
        if belief is None:
            belief = facts.known[id(rule.condition)] = _belief(rule.condition, facts, opposite)
        groups[rule.group or rule.id].append(weight_of(rule.strength) * belief)
    return sum(sum(discounts(weights)) for weights in groups.values())


def _belief(condition: Condition, facts: _Beliefs, opposite: _Beliefs) -> float:
    """Return the extreme belief in a condition; a negation reads the opposite extreme."""
    if isinstance(condition, Believed | Disbelieved):
        return condition.belief(facts)
    if not isinstance(condition, Compound):
        return condition.evaluate(facts).belief
    if isinstance(condition, NoneOf):
        facts, opposite = opposite, facts
    return condition.combine([_belief(part, facts, opposite) for part in condition.parts])
