"""Find out which of many conditions can hold, without evaluating all of them.

What a condition needs is written as clauses: sets of atoms of which one must be true. An atom is
the symbol of a fact, or a threshold of a belief. Each condition is found by the rarest of its
clauses, and then compared with the others, so that thousands of conditions about packages that a
project does not have cost nothing.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations, islice
from typing import TYPE_CHECKING

from framesage.inference.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Believed,
    Disbelieved,
    NoneOf,
    Observed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.inference.model import Condition
    from framesage.inference.working_memory import WorkingMemory

    Clause = frozenset[str]
    Leaf = Believed | Disbelieved

MOST_CLAUSES = 20
"""The maximum number of clauses of one count of conditions."""
RELIABLE = 0.5
"""The reliability at which a fact makes its symbol a true atom."""


class ConditionIndex:
    """Conditions by what they need; a condition is identified by its position."""

    def __init__(self, conditions: Sequence[Condition]) -> None:
        self._leaves: dict[str, dict[str, Leaf]] = {}
        self._needs = [tuple(_needs(condition)) for condition in conditions]
        self._excludes = [frozenset(_excludes(condition)) for condition in conditions]
        self._always: list[int] = []
        self._by_atom: dict[str, list[int]] = {}
        uses = Counter(atom for needs in self._needs for clause in needs for atom in clause)
        for number, needs in enumerate(self._needs):
            if needs:
                for atom in min(needs, key=lambda clause: sum(uses[atom] for atom in clause)):
                    self._by_atom.setdefault(atom, []).append(number)
            else:
                self._always.append(number)
        for leaf in set(_leaves(conditions)):
            self._leaves.setdefault(leaf.proposition, {})[_atom(leaf)] = leaf

    def candidates(self, memory: WorkingMemory) -> list[int]:
        """Return the positions of the conditions that can hold, in order: few of them do not."""
        true = self._true_atoms(memory)
        found = {number for atom in true for number in self._by_atom.get(atom, ())}
        return sorted(number for number in (*self._always, *found) if self._can_hold(number, true))

    def _can_hold(self, number: int, true: set[str]) -> bool:
        if not self._excludes[number].isdisjoint(true):
            return False
        return not any(map(true.isdisjoint, self._needs[number]))

    def _true_atoms(self, memory: WorkingMemory) -> set[str]:
        true = {symbol for symbol, found in memory.facts.items() if found.highest >= RELIABLE}
        for proposition in memory.conclusions.keys() & self._leaves.keys():
            leaves = self._leaves[proposition].items()
            true.update(atom for atom, leaf in leaves if leaf.belief(memory) > 0)
        return true


def _atom(leaf: Leaf) -> str:
    return f"{type(leaf).__name__} {leaf.proposition} {leaf.threshold}"


def _needs(condition: Condition) -> Iterator[Clause]:
    """Yield sets of atoms of which each must contain a true one for the condition to hold.

    A condition of another kind needs nothing that is known here.
    """
    if isinstance(condition, Observed) and condition.reliability >= RELIABLE:
        yield frozenset(condition.any_of)
    elif isinstance(condition, Believed | Disbelieved):
        yield frozenset((_atom(condition),))
    elif isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _needs(part)
    elif isinstance(condition, AnyOf):
        yield from _one_of(condition.parts, 1)
    elif isinstance(condition, AtLeast):
        yield from _one_of(condition.parts, condition.minimum)


def _one_of(parts: Sequence[Condition], minimum: int) -> Iterator[Clause]:
    """Yield what is needed for a number of parts to hold: beside fewer parts, one of the rest."""
    smallest = [min(_needs(part), key=len, default=None) for part in parts]
    known = [clause for clause in smallest if clause is not None]
    least = max(len(parts) - minimum + 1, 0)  # of these parts, one must hold
    if minimum > 0 and least <= len(known):
        for rest in islice(combinations(known, least), MOST_CLAUSES):
            yield frozenset().union(*rest)


def _excludes(condition: Condition) -> Iterator[str]:
    """Yield atoms with which the condition cannot hold."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _excludes(part)
    elif isinstance(condition, NoneOf):
        for part in condition.parts:
            yield from _sufficient(part)


def _sufficient(condition: Condition) -> Iterator[str]:
    """Yield atoms of which each is enough for the condition to hold."""
    if isinstance(condition, Observed) and condition.reliability <= RELIABLE:
        yield from condition.any_of
    elif isinstance(condition, Believed | Disbelieved):
        yield _atom(condition)
    elif isinstance(condition, AnyOf):
        for part in condition.parts:
            yield from _sufficient(part)


def _leaves(conditions: Iterable[Condition]) -> Iterator[Leaf]:
    for condition in conditions:
        if isinstance(condition, Believed | Disbelieved):
            yield condition
        else:
            yield from _leaves(getattr(condition, "parts", ()))
