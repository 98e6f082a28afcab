"""One pass from facts to conclusions, proposition by proposition, without recursion."""

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
class _Case:
    """The reasons gathered for one proposition: for and against, by evidence group."""

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
    """Run a program over what was seen and what the user declared, ``without`` the rules of some
    ids.

    The result depends on neither the order of the facts nor that of the rules, and seeing a
    thing twice changes nothing but the locations named.
    """
    seen = _by_symbol(facts)
    cases = _weigh_evidence(program, seen)
    declared = declared or {}
    conclusions: dict[str, Conclusion] = {}
    memory = WorkingMemory(seen, conclusions)
    for proposition in (*program.order, *(p for p in declared if p not in program.order)):
        case = cases[proposition]
        rules = [one for one in program.rules.get(proposition, ()) if one.id not in without]
        _apply_rules(rules, case, memory)
        conclusions[proposition] = _conclude(proposition, case, declared.get(proposition))
    return memory


def _by_symbol(facts: Iterable[Fact]) -> dict[str, tuple[Fact, ...]]:
    grouped: dict[str, list[Fact]] = defaultdict(list)
    for fact in dict.fromkeys(facts):
        grouped[fact.symbol].append(fact)
    return {
        symbol: tuple(sorted(seen, key=lambda one: -one.reliability))
        for symbol, seen in grouped.items()
    }


def _weigh_evidence(
    program: Program, seen: Mapping[str, tuple[Fact, ...]]
) -> defaultdict[str, _Case]:
    cases: defaultdict[str, _Case] = defaultdict(_Case)
    for symbol, facts in seen.items():
        best = facts[0].reliability
        locations = tuple(fact.location for fact in facts)
        for piece in program.evidence.get(symbol, ()):
            weight = weight_of(piece.strength) * best
            if weight > 0:
                reason = Reason(symbol, piece.group, weight, locations)
                cases[piece.proposition].add(reason, against=piece.against)
    return cases


def _apply_rules(rules: Iterable[Rule], case: _Case, memory: WorkingMemory) -> None:
    for rule in rules:
        evaluation = rule.condition.evaluate(memory)
        if evaluation.holds:
            weight = weight_of(rule.strength) * evaluation.belief
            reason = Reason(rule.id, rule.id, weight, evaluation=evaluation)
            case.add(reason, against=rule.against)


def _conclude(proposition: str, case: _Case, declared: bool | None) -> Conclusion:
    return Conclusion(
        proposition,
        tuple(_discounted(case.supporting)),
        tuple(_discounted(case.opposing)),
        declared,
    )


def _discounted(groups: Mapping[str, list[Reason]]) -> list[Reason]:
    return sorted(_each_discounted(groups), key=lambda reason: (-reason.weight, reason.source))


def _each_discounted(groups: Mapping[str, list[Reason]]) -> Iterator[Reason]:
    for reasons in groups.values():
        ranked = sorted(reasons, key=lambda reason: (-reason.weight, reason.source))
        counted = discounts(reason.weight for reason in ranked)
        for reason, weight in zip(ranked, counted, strict=True):
            yield replace(reason, weight=weight)
