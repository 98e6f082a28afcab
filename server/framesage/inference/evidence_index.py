"""Evidence by symbol, created when a symbol is first looked up.

A rule base knows thousands of symbols; a project shows a few dozen of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from framesage.inference.model import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class EvidenceSet(NamedTuple):
    """Symbols that are evidence of the same group, with their strengths."""

    proposition: str
    strengths: Mapping[str, float]
    group: str
    against: bool = False


class EvidenceIndex(Mapping[str, tuple[Evidence, ...]]):
    """What each symbol is evidence for."""

    def __init__(self, sets: Iterable[EvidenceSet]) -> None:
        self.sets = tuple(sets)
        self._made: dict[str, tuple[Evidence, ...]] = {}

    @cached_property
    def _sets_by_symbol(self) -> Mapping[str, tuple[EvidenceSet, ...]]:
        by_symbol: dict[str, tuple[EvidenceSet, ...]] = {}
        for evidence_set in self.sets:
            for symbol in evidence_set.strengths:
                by_symbol[symbol] = (*by_symbol.get(symbol, ()), evidence_set)
        return by_symbol

    def __getitem__(self, symbol: str) -> tuple[Evidence, ...]:
        if symbol not in self._made:
            sets = self._sets_by_symbol[symbol]
            self._made[symbol] = tuple(_evidence(symbol, found) for found in sets)
        return self._made[symbol]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sets_by_symbol)

    def __len__(self) -> int:
        return len(self._sets_by_symbol)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EvidenceIndex) and self.sets == other.sets

    def __hash__(self) -> int:
        return hash(tuple(found.proposition for found in self.sets))

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return EvidenceIndex, (self.sets,)


def _evidence(symbol: str, found: EvidenceSet) -> Evidence:
    strength = found.strengths[symbol]
    return Evidence(symbol, found.proposition, strength, found.group, found.against)
