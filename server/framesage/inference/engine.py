"""Infer conclusions from facts, in one pass over the propositions."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.inference.certainty import discounts, weight_of
from framesage.inference.model import Conclusion, Reason
from framesage.inference.working_memory import WorkingMemory, reliabilities

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from framesage.inference.model import Fact, Reliability
    from framesage.inference.program import Program
    from framesage.inference.working_memory import Side


def infer(
    program: Program,
    facts: Iterable[Fact],
    declared: Mapping[str, bool] | None = None,
    without: Collection[str] = (),
) -> WorkingMemory:
    """Run a program on facts and on propositions that the user declared true or false.

    Rules with an id in ``without`` are left out. The result does not depend on the order of facts
    or rules, nor on how often a fact was observed.
    """
    declared = declared or {}
    found = reliabilities(facts)
    evidence = _evidence(program, found)
    conclusions: dict[str, Conclusion] = {}
    memory = WorkingMemory(found, conclusions, evidence)
    for proposition in (*program.order, *(p for p in declared if p not in program.order)):
        reasons = [*evidence.get(proposition, ()), *_derived(program, proposition, memory, without)]
        conclusions[proposition] = _concluded(proposition, reasons, declared.get(proposition))
    return memory


def revise(
    program: Program,
    before: WorkingMemory,
    facts: Mapping[str, Reliability],
    without: Collection[str] = (),
) -> WorkingMemory:
    """Return what is concluded from other facts, with the same declarations.

    The same as ``infer`` with these facts, but only what depends on a difference is inferred again.
    ``before`` is a result with the same program, and with the same rules left out.
    """
    if facts == before.facts:
        return before
    return _inferred_again(
        program, before, facts, program.about(_differences(before.facts, facts)), {}, without
    )


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
    return _inferred_again(program, memory, memory.facts, supposed, supposed, without)


def _inferred_again(
    program: Program,
    before: WorkingMemory,
    facts: Mapping[str, Reliability],
    stale: Iterable[str],
    supposed: Mapping[str, bool],
    without: Collection[str],
) -> WorkingMemory:
    """Infer the stale propositions again, and those that depend on a belief that changes."""
    waiting = set(stale)
    conclusions = dict(before.conclusions)
    known_evidence = before.evidence if facts is before.facts else None
    evidence = known_evidence or _evidence(program, facts)
    result = WorkingMemory(facts, conclusions, evidence)
    for proposition in (*program.order, *sorted(waiting.difference(program.order))):
        if proposition in waiting:
            known = before.conclusion(proposition)
            declared = supposed.get(proposition, known.declared)
            sides = [
                *evidence.get(proposition, ()),
                *_derived(program, proposition, result, without),
            ]
            found = conclusions[proposition] = _concluded(proposition, sides, declared)
            if (found.belief, found.disbelief) != (known.belief, known.disbelief):
                waiting.update(program.dependents.get(proposition, ()))
    return result


def _differences(
    before: Mapping[str, Reliability], after: Mapping[str, Reliability]
) -> Iterator[str]:
    for symbol in before.keys() | after.keys():
        if before.get(symbol) != after.get(symbol):
            yield symbol


def _concluded(proposition: str, reasons: Sequence[Side], declared: bool | None) -> Conclusion:
    if not reasons:
        return Conclusion(proposition, declared=declared)
    supporting = _discounted(reason for reason, against in reasons if not against)
    opposing = _discounted(reason for reason, against in reasons if against)
    return Conclusion(proposition, supporting, opposing, declared)


def _evidence(program: Program, facts: Mapping[str, Reliability]) -> Mapping[str, Sequence[Side]]:
    """Return what facts are evidence for and against, by proposition."""
    reasons: dict[str, list[Side]] = defaultdict(list)
    for symbol, reliability in facts.items():
        for piece in program.evidence.get(symbol, ()):
            weight = weight_of(piece.strength) * reliability.own
            if weight > 0:
                reason = Reason(symbol, piece.group, weight)
                reasons[piece.proposition].append((reason, piece.against))
    return reasons


def _derived(
    program: Program, proposition: str, memory: WorkingMemory, without: Collection[str]
) -> Iterator[Side]:
    for rule in program.rules_that_can_hold(proposition, memory, without):
        evaluation = rule.condition.evaluate(memory)
        if evaluation.holds:
            weight = weight_of(rule.strength) * evaluation.belief
            yield Reason(rule.id, rule.group or rule.id, weight, evaluation), rule.against


def _discounted(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    groups: dict[str, list[Reason]] = defaultdict(list)
    for reason in _ranked(reasons):
        groups[reason.group].append(reason)
    counted = (
        Reason(reason.source, reason.group, weight, reason.evaluation)
        for group in groups.values()
        for reason, weight in zip(group, discounts(found.weight for found in group), strict=True)
    )
    return tuple(_ranked(counted))


def _ranked(reasons: Iterable[Reason]) -> list[Reason]:
    return sorted(reasons, key=lambda reason: (-reason.weight, reason.source, reason.group))
