"""One pass from observations to conclusions, proposition by proposition, without recursion."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from framesage.inference.certainty import discounts, weight_of
from framesage.inference.model import Conclusion, Reason
from framesage.inference.working_memory import World

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from framesage.inference.model import Observation, Rule
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
    observations: Iterable[Observation],
    declared: Mapping[str, bool] | None = None,
    without: Collection[str] = (),
) -> World:
    """Run a program over what was seen and what the user declared, ``without`` the rules of some
    ids.

    The result depends on neither the order of the observations nor that of the rules, and seeing a
    thing twice changes nothing but the places named.
    """
    seen = _by_symbol(observations)
    cases = _weigh_evidence(program, seen)
    declared = declared or {}
    conclusions: dict[str, Conclusion] = {}
    world = World(seen, conclusions)
    for proposition in (*program.order, *(p for p in declared if p not in program.order)):
        case = cases[proposition]
        rules = [one for one in program.rules.get(proposition, ()) if one.id not in without]
        _apply_rules(rules, case, world)
        conclusions[proposition] = _conclude(proposition, case, declared.get(proposition))
    return world


def _by_symbol(observations: Iterable[Observation]) -> dict[str, tuple[Observation, ...]]:
    grouped: dict[str, list[Observation]] = defaultdict(list)
    for observation in dict.fromkeys(observations):
        grouped[observation.symbol].append(observation)
    return {
        symbol: tuple(sorted(seen, key=lambda one: -one.quality))
        for symbol, seen in grouped.items()
    }


def _weigh_evidence(
    program: Program, seen: Mapping[str, tuple[Observation, ...]]
) -> defaultdict[str, _Case]:
    cases: defaultdict[str, _Case] = defaultdict(_Case)
    for symbol, observations in seen.items():
        best = observations[0].quality
        places = tuple(observation.place for observation in observations)
        for piece in program.evidence.get(symbol, ()):
            weight = weight_of(piece.strength) * best
            if weight > 0:
                reason = Reason(symbol, piece.group, weight, places)
                cases[piece.proposition].add(reason, against=piece.against)
    return cases


def _apply_rules(rules: Iterable[Rule], case: _Case, world: World) -> None:
    for rule in rules:
        judgement = rule.condition.judge(world)
        if judgement.holds:
            weight = weight_of(rule.strength) * judgement.belief
            reason = Reason(rule.id, rule.id, weight, judgement=judgement)
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
