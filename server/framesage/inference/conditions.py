"""Conditions on facts and conclusions.

Evaluating a condition keeps the evaluation of each of its parts, which explains the result.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.inference.model import Evaluation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.inference.model import Condition, FactBase


@frozen
class Believed:
    """The belief in a proposition reaches ``threshold``."""

    proposition: str
    threshold: float

    def evaluate(self, facts: FactBase) -> Evaluation:
        """Evaluate by the net belief."""
        return Evaluation(self, self.belief(facts))

    def belief(self, facts: FactBase) -> float:
        """Return the belief in the condition alone, which is faster than evaluating it."""
        belief = facts.conclusion(self.proposition).belief
        return belief if belief >= self.threshold else 0.0

    def propositions(self) -> Iterator[str]:
        """Yield the propositions that the condition depends on."""
        yield self.proposition

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that the condition looks for."""
        yield from ()


@frozen
class Disbelieved:
    """The disbelief in a proposition reaches ``threshold``."""

    proposition: str
    threshold: float

    def evaluate(self, facts: FactBase) -> Evaluation:
        """Evaluate by the net disbelief."""
        return Evaluation(self, self.belief(facts))

    def belief(self, facts: FactBase) -> float:
        """Return the belief in the condition alone, which is faster than evaluating it."""
        disbelief = facts.conclusion(self.proposition).disbelief
        return disbelief if disbelief >= self.threshold else 0.0

    def propositions(self) -> Iterator[str]:
        """Yield the propositions that the condition depends on."""
        yield self.proposition

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that the condition looks for."""
        yield from ()


@frozen
class Observed:
    """A fact has one of the symbols and at least the given reliability.

    ``label`` names the set of symbols in explanations ("migrations").
    """

    any_of: tuple[str, ...]
    reliability: float = 0.5
    label: str = ""

    def evaluate(self, facts: FactBase) -> Evaluation:
        """Evaluate by the most reliable fact."""
        found = facts.reliability(self.any_of)
        return Evaluation(self, found if found >= self.reliability else 0.0)

    def propositions(self) -> Iterator[str]:
        """Yield the propositions that the condition depends on."""
        yield from ()

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that the condition looks for."""
        yield from self.any_of


@frozen
class Compound(ABC):
    """A condition made of other conditions, whose beliefs ``combine`` turns into its own."""

    parts: tuple[Condition, ...]

    @abstractmethod
    def combine(self, beliefs: Sequence[float]) -> float:
        """Return the belief in the condition, given those in its parts, all in [0, 1]."""

    def evaluate(self, facts: FactBase) -> Evaluation:
        """Evaluate the parts and combine their beliefs."""
        parts = tuple(part.evaluate(facts) for part in self.parts)
        return Evaluation(self, self.combine([part.belief for part in parts]), parts)

    def propositions(self) -> Iterator[str]:
        """Yield the propositions that the condition depends on."""
        for part in self.parts:
            yield from part.propositions()

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that the parts look for."""
        for part in self.parts:
            yield from part.symbols()


@frozen
class AllOf(Compound):
    """Every part holds; the belief is that of the weakest."""

    def combine(self, beliefs: Sequence[float]) -> float:
        """Return the belief in the weakest part."""
        return min(beliefs, default=1.0)


@frozen
class AnyOf(Compound):
    """At least one part holds; the belief is that of the strongest.

    With ``keep_false=False``, the evaluation omits parts that do not hold. This saves time in
    conditions over dozens of frameworks, which are evaluated at every keystroke.
    """

    keep_false: bool = True

    def combine(self, beliefs: Sequence[float]) -> float:
        """Return the belief in the strongest part."""
        return max(beliefs, default=0.0)

    def evaluate(self, facts: FactBase) -> Evaluation:
        """Evaluate the parts and combine their beliefs."""
        found = Compound.evaluate(self, facts)
        if self.keep_false:
            return found
        return replace(found, parts=tuple(part for part in found.parts if part.holds))


@frozen
class NoneOf(Compound):
    """No part holds."""

    def combine(self, beliefs: Sequence[float]) -> float:
        """Return 1, or 0 if any part holds."""
        return 0.0 if any(belief > 0 for belief in beliefs) else 1.0


@frozen
class AtLeast(Compound):
    """At least ``minimum`` parts hold; the belief is that of the ``minimum``-th strongest."""

    minimum: int = 1

    def combine(self, beliefs: Sequence[float]) -> float:
        """Return the belief in the ``minimum``-th strongest part."""
        ranked = sorted(beliefs, reverse=True)
        return ranked[self.minimum - 1] if len(ranked) >= self.minimum else 0.0
