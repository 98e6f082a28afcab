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
        rules = [rule for rule in program.rules.get(proposition, ()) if rule.id not in without]
        _apply_rules(rules, reasons[proposition], memory)
        conclusions[proposition] = Conclusion(
            proposition,
            tuple(_discounted(reasons[proposition].supporting)),
            tuple(_discounted(reasons[proposition].opposing)),
            declared.get(proposition),
        )
    return memory


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
    for symbol, facts in by_symbol.items():
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
            reason = Reason(rule.id, rule.id, weight, evaluation=evaluation)
            reasons.add(reason, against=rule.against)


def _discounted(groups: Mapping[str, list[Reason]]) -> list[Reason]:
    return sorted(_discounted_in_groups(groups), key=lambda reason: (-reason.weight, reason.source))


def _discounted_in_groups(groups: Mapping[str, list[Reason]]) -> Iterator[Reason]:
    for reasons in groups.values():
        ranked = sorted(reasons, key=lambda reason: (-reason.weight, reason.source))
        counted = discounts(reason.weight for reason in ranked)
        for reason, weight in zip(ranked, counted, strict=True):
            yield replace(reason, weight=weight)
