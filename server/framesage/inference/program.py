"""Evidence and rules, indexed for inference."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from graphlib import CycleError as _GraphCycle
from graphlib import TopologicalSorter
from typing import TYPE_CHECKING, TypeVar

from framesage.frozen import frozen
from framesage.inference.condition_index import ConditionIndex
from framesage.inference.evidence_index import EvidenceIndex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from framesage.inference.evidence_index import EvidenceSet
    from framesage.inference.model import Rule
    from framesage.inference.working_memory import WorkingMemory


T = TypeVar("T")

MANY_RULES = 100
"""The number of rules for a proposition from which on an index of their conditions is quicker."""


class CycleError(ValueError):
    """Propositions depend on each other in a circle, so that they cannot be ordered."""

    def __init__(self, cycle: tuple[str, ...]) -> None:
        super().__init__(" -> ".join(cycle))
        self.cycle = cycle


@frozen(slots=False)
class Program:
    """Evidence by symbol and rules by proposition.

    ``order`` contains every proposition after those that its rules depend on.
    """

    evidence: EvidenceIndex
    rules: Mapping[str, tuple[Rule, ...]]
    order: tuple[str, ...]

    def rules_for(self, proposition: str, without: Collection[str] = ()) -> list[Rule]:
        """Return the rules for and against a proposition; leave out some by their ids."""
        return [rule for rule in self.rules.get(proposition, ()) if rule.id not in without]

    def rules_that_can_hold(
        self, proposition: str, memory: WorkingMemory, without: Collection[str] = ()
    ) -> list[Rule]:
        """Return ``rules_for`` a proposition; of very many, only those that can hold."""
        rules = self.rules.get(proposition, ())
        if len(rules) <= MANY_RULES:
            return self.rules_for(proposition, without)
        found = (rules[number] for number in self._index(proposition).candidates(memory))
        return [rule for rule in found if rule.id not in without]

    def _index(self, proposition: str) -> ConditionIndex:
        if proposition not in self._indexes:
            conditions = [rule.condition for rule in self.rules[proposition]]
            self._indexes[proposition] = ConditionIndex(conditions)
        return self._indexes[proposition]

    @cached_property
    def _indexes(self) -> dict[str, ConditionIndex]:
        return {}

    def about(self, symbols: Iterable[str]) -> set[str]:
        """Return the propositions that symbols are evidence for, or that rules conclude from."""
        found: set[str] = set()
        for symbol in symbols:
            found.update(piece.proposition for piece in self.evidence.get(symbol, ()))
            found.update(self._concluded_from.get(symbol, ()))
        return found

    @cached_property
    def _concluded_from(self) -> Mapping[str, set[str]]:
        """The propositions with rules that look for each symbol."""
        found: dict[str, set[str]] = defaultdict(set)
        for proposition, rules in self.rules.items():
            for rule in rules:
                for symbol in rule.condition.symbols():
                    found[symbol].add(proposition)
        return found

    @cached_property
    def dependents(self) -> Mapping[str, set[str]]:
        """The propositions whose rules depend on each proposition directly."""
        found: dict[str, set[str]] = defaultdict(set)
        for proposition, needed in self._needs.items():
            for other in needed:
                found[other].add(proposition)
        return found

    def affected_by(self, propositions: Iterable[str]) -> Iterator[str]:
        """Yield the propositions and those that depend on them, in order."""
        affected = set(propositions)
        unordered = affected.difference(self.order)
        yield from sorted(unordered)
        for proposition in self.order:
            if proposition in affected or not affected.isdisjoint(self._needs[proposition]):
                affected.add(proposition)
                yield proposition

    @cached_property
    def _needs(self) -> Mapping[str, frozenset[str]]:
        """The propositions that the rules for each proposition depend on."""
        return {
            proposition: frozenset(
                needed
                for rule in self.rules.get(proposition, ())
                for needed in rule.condition.propositions()
            )
            for proposition in self.order
        }

    @staticmethod
    def build(evidence: Iterable[EvidenceSet], rules: Iterable[Rule]) -> Program:
        """Index evidence and rules; raise CycleError if propositions depend on each other."""
        index = EvidenceIndex(evidence)
        by_proposition: dict[str, list[Rule]] = defaultdict(list)
        needs: dict[str, dict[str, None]] = {}  # dicts as ordered sets, for a stable order
        for found in index.sets:
            needs.setdefault(found.proposition, {})
        for rule in rules:
            by_proposition[rule.proposition].append(rule)
            needed = needs.setdefault(rule.proposition, {})
            needed.update(dict.fromkeys(rule.condition.propositions()))
        return Program(index, _frozen(by_proposition), _order(needs))


def _frozen(index: dict[str, list[T]]) -> dict[str, tuple[T, ...]]:
    return {key: tuple(values) for key, values in index.items()}


def _order(needs: dict[str, dict[str, None]]) -> tuple[str, ...]:
    try:
        return tuple(TopologicalSorter(needs).static_order())
    except _GraphCycle as error:
        raise CycleError(tuple(error.args[1])) from None
