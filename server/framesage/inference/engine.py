"""Infer conclusions from facts, in one pass over the propositions."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from framesage.inference.certainty import discounts, weight_of
from framesage.inference.model import Conclusion, Reason
from framesage.inference.working_memory import WorkingMemory

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from framesage.inference.model import Fact, Rule
    from framesage.inference.program import Program


@dataclass
class _Reasons:
    """The reasons for and against one proposition, by evidence group."""

    supporting: dict[str, list[Reason]] = field(default_factory=lambda: defaultdict(list))
    opposing: dict[str, list[Reason]] = field(default_factory=lambda: defaultdict(list))

    def add(self, reason: Reason, *, against: bool) -> None:
        (self.opposing if against else self.supporting)[reason.group].append(reason)


def infer(
    program: Program,
    facts: Iterable[Fact],
    declared: Mapping[str, bool] | None = None,
    without: Collection[str] = (),
) -> WorkingMemory:
    """Run a program on facts and on propositions that the user declared true or false.

    Rules with an id in ``without`` are left out. The result does not depend on the order of facts
    or rules, and duplicate facts only add locations.
    """
    by_symbol = _by_symbol(facts)
    reasons = _weigh_evidence(program, by_symbol)
    declared = declared or {}
    conclusions: dict[str, Conclusion] = {}
    memory = WorkingMemory(by_symbol, conclusions)
    for proposition in (*program.order, *(p for p in declared if p not in program.order)):
        rules = program.rules_that_can_hold(proposition, memory, without)
        _apply_rules(rules, reasons[proposition], memory)
        conclusions[proposition] = Conclusion(
            proposition,
            tuple(_discounted(reasons[proposition].supporting)),
            tuple(_discounted(reasons[proposition].opposing)),
            declared.get(proposition),
        )
    return memory


def suppose(
    program: Program,
    memory: WorkingMemory,
    supposed: Mapping[str, bool],
    without: Collection[str] = (),
) -> WorkingMemory:
    """Return what would be concluded if some propositions were declared true or false.

    The same as ``infer`` with these declarations added, but only what depends on them is inferred
    again. ``memory`` is the result of ``infer`` with the same program and rules left out.
    """
    conclusions = dict(memory.conclusions)
    result = WorkingMemory(memory.facts, conclusions)
    for proposition in program.affected_by(supposed):
        before = memory.conclusion(proposition)
        reasons = _Reasons()
        rules = program.rules_that_can_hold(proposition, result, without)
        _apply_rules(rules, reasons, result)
        conclusions[proposition] = Conclusion(
            proposition,
            _merged(before.supporting, reasons.supporting),
            _merged(before.opposing, reasons.opposing),
            supposed.get(proposition, before.declared),
        )
    return result


def _merged(before: Iterable[Reason], inferred: Mapping[str, list[Reason]]) -> tuple[Reason, ...]:
    """Return the evidence among earlier reasons, and the reasons that rules now give."""
    evidence = (reason for reason in before if reason.evaluation is None)
    return tuple(_ranked((*evidence, *_discounted_in_groups(inferred))))


def _by_symbol(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for fact in dict.fromkeys(facts):
        grouped[fact.symbol].append(fact)
    return {
        symbol: tuple(sorted(group, key=lambda fact: -fact.reliability))
        for symbol, group in grouped.items()
    }


def _weigh_evidence(
    program: Program, by_symbol: Mapping[str, tuple[Fact, ...]]
) -> defaultdict[str, _Reasons]:
    reasons: defaultdict[str, _Reasons] = defaultdict(_Reasons)
    for symbol, observed in by_symbol.items():
        facts = [fact for fact in observed if not fact.implied]
        if not facts:
            continue
        reliability = facts[0].reliability
        locations = tuple(fact.location for fact in facts)
        for piece in program.evidence.get(symbol, ()):
            weight = weight_of(piece.strength) * reliability
            if weight > 0:
                reason = Reason(symbol, piece.group, weight, locations)
                reasons[piece.proposition].add(reason, against=piece.against)
    return reasons


def _apply_rules(rules: Iterable[Rule], reasons: _Reasons, memory: WorkingMemory) -> None:
    for rule in rules:
        evaluation = rule.condition.evaluate(memory)
        if evaluation.holds:
            weight = weight_of(rule.strength) * evaluation.belief
            reason = Reason(rule.id, rule.group or rule.id, weight, evaluation=evaluation)
            reasons.add(reason, against=rule.against)


def _discounted(groups: Mapping[str, list[Reason]]) -> list[Reason]:
    return _ranked(_discounted_in_groups(groups))


def _ranked(reasons: Iterable[Reason]) -> list[Reason]:
    return sorted(reasons, key=lambda reason: (-reason.weight, reason.source))


def _discounted_in_groups(groups: Mapping[str, list[Reason]]) -> Iterator[Reason]:
    for reasons in groups.values():
        ranked = _ranked(reasons)
        counted = discounts(reason.weight for reason in ranked)
        for reason, weight in zip(ranked, counted, strict=True):
            yield replace(reason, weight=weight)
