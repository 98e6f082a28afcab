"""What the engine reasons with, and what it concludes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol

from framesage.frozen import frozen
from framesage.inference.certainty import belief_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence


@frozen
class Fact:
    """Something seen: a symbol, how much seeing it there is worth in [0, 1], and where.

    ``location`` is the caller's own, handed back in justifications.
    """

    symbol: str
    reliability: float = 1.0
    location: Hashable = None


class Evidence(NamedTuple):
    """Seeing ``symbol`` speaks for (or ``against``) ``proposition``.

    Pieces of one ``group`` say the same thing and are discounted together. (A tuple, since there
    are thousands, and they are made at every start.)
    """

    symbol: str
    proposition: str
    strength: float
    group: str
    against: bool = False


class FactBase(Protocol):
    """What a condition is judged against."""

    def conclusion(self, proposition: str) -> Conclusion:
        """Return what is concluded of a proposition so far."""

    def observed(self, symbol: str) -> Sequence[Fact]:
        """Return where a symbol was seen, best first."""

    def observed_any(self, symbols: Iterable[str]) -> bool:
        """Tell whether any of the symbols was observed, faster than looking up each of them."""


class Condition(Protocol):
    """A condition over facts and conclusions, such as ``AllOf`` or ``Believed``."""

    def evaluate(self, known: FactBase) -> Evaluation:
        """Return how far the condition holds, and why."""

    def propositions(self) -> Iterator[str]:
        """Yield the propositions that must be concluded before the condition is evaluated."""

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that the condition looks for."""


@frozen
class Evaluation:
    """How far a condition holds, in [0, 1], and why: its parts, or the locations that show it."""

    condition: Condition
    belief: float
    parts: tuple[Evaluation, ...] = ()
    locations: tuple[Hashable, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether the condition holds at all."""
        return self.belief > 0

    def leaves(self) -> Iterator[Evaluation]:
        """Yield the evaluations of the parts that have no parts, in their order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


@frozen
class Rule:
    """When ``condition`` holds, that speaks for (or ``against``) ``proposition``."""

    id: str
    condition: Condition
    proposition: str
    strength: float
    against: bool = False


@frozen
class Reason:
    """One justification: an evidence's symbol or a rule's id, and the weight it contributed."""

    source: str
    group: str
    weight: float
    locations: tuple[Hashable, ...] = ()
    evaluation: Evaluation | None = None


@frozen(slots=False)
class Conclusion:
    """A proposition with everything for it and everything against it, strongest first.

    ``declared`` is what the user said of it, which no evidence outweighs.
    """

    proposition: str
    supporting: tuple[Reason, ...] = ()
    opposing: tuple[Reason, ...] = ()
    declared: bool | None = None

    @cached_property
    def support(self) -> float:
        """The belief in [0, 1] that the evidence for it alone amounts to."""
        return belief_of(self._weight(self.supporting))

    @cached_property
    def opposition(self) -> float:
        """The belief in [0, 1] that the evidence against it alone amounts to."""
        return belief_of(self._weight(self.opposing))

    @cached_property
    def belief(self) -> float:
        """The net belief in it, in [0, 1]; 0 where more speaks against it."""
        if self.declared is not None:
            return float(self.declared)
        return belief_of(self._weight(self.supporting) - self._weight(self.opposing))

    @cached_property
    def disbelief(self) -> float:
        """The net belief in its opposite, in [0, 1]."""
        if self.declared is not None:
            return float(not self.declared)
        return belief_of(self._weight(self.opposing) - self._weight(self.supporting))

    @staticmethod
    def _weight(reasons: tuple[Reason, ...]) -> float:
        return sum(reason.weight for reason in reasons)
