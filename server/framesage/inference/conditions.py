"""Conditions: a condition's belief follows from that of its parts.

``evaluate`` keeps the evaluation of every part, so that *why* and *why not* are read off it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.inference.model import Evaluation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference.model import Condition, FactBase


@frozen
class Believed:
    """The proposition is believed at least to ``threshold``."""

    proposition: str
    threshold: float

    def evaluate(self, known: FactBase) -> Evaluation:
        """Judge by the net certainty."""
        certainty = known.conclusion(self.proposition).belief
        return Evaluation(self, certainty if certainty >= self.threshold else 0.0)

    def propositions(self) -> Iterator[str]:
        """Yield what must be concluded before this can be judged."""
        yield self.proposition

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that this looks for."""
        yield from ()


@frozen
class Disbelieved:
    """The proposition's opposite is believed at least to ``threshold``."""

    proposition: str
    threshold: float

    def evaluate(self, known: FactBase) -> Evaluation:
        """Judge by the net doubt."""
        doubt = known.conclusion(self.proposition).disbelief
        return Evaluation(self, doubt if doubt >= self.threshold else 0.0)

    def propositions(self) -> Iterator[str]:
        """Yield what must be concluded before this can be judged."""
        yield self.proposition

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that this looks for."""
        yield from ()


@frozen
class Observed:
    """One of these symbols was seen, in a location worth at least ``reliability``.

    ``label`` names the set for explanations ("migrations").
    """

    any_of: tuple[str, ...]
    reliability: float = 0.5
    label: str = ""

    def evaluate(self, known: FactBase) -> Evaluation:
        """Judge by the best location; all good enough ones are kept."""
        if not known.observed_any(self.any_of):
            return Evaluation(self, 0.0)
        found = [
            seen
            for symbol in self.any_of
            for seen in known.observed(symbol)
            if seen.reliability >= self.reliability
        ]
        belief = max((seen.reliability for seen in found), default=0.0)
        return Evaluation(self, belief, locations=tuple(dict.fromkeys(s.location for s in found)))

    def propositions(self) -> Iterator[str]:
        """Yield what must be concluded before this can be judged."""
        yield from ()

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that this looks for."""
        yield from self.any_of


@frozen
class Compound:
    """A condition made of other conditions."""

    parts: tuple[Condition, ...]

    def _evaluate_parts(self, known: FactBase) -> tuple[Evaluation, ...]:
        return tuple(part.evaluate(known) for part in self.parts)

    def propositions(self) -> Iterator[str]:
        """Yield what must be concluded before this can be judged."""
        for part in self.parts:
            yield from part.propositions()

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that its parts look for."""
        for part in self.parts:
            yield from part.symbols()


@frozen
class AllOf(Compound):
    """Every part holds: as strong as the weakest."""

    def evaluate(self, known: FactBase) -> Evaluation:
        """Judge by the weakest part."""
        parts = self._evaluate_parts(known)
        return Evaluation(self, min((part.belief for part in parts), default=1.0), parts)


@frozen
class AnyOf(Compound):
    """A part holds: as strong as the strongest.

    Without ``keep_false``, parts that do not hold are left out of the evaluation. Conditions over
    dozens of frameworks, evaluated at every keystroke, save their evaluations this way.
    """

    keep_false: bool = True

    def evaluate(self, known: FactBase) -> Evaluation:
        """Evaluate by the strongest part."""
        parts = self._evaluate_parts(known)
        if not self.keep_false:
            parts = tuple(part for part in parts if part.holds)
        return Evaluation(self, max((part.belief for part in parts), default=0.0), parts)


@frozen
class NoneOf(Compound):
    """No part holds."""

    def evaluate(self, known: FactBase) -> Evaluation:
        """Judge: wholly, or not at all."""
        parts = self._evaluate_parts(known)
        return Evaluation(self, 0.0 if any(part.holds for part in parts) else 1.0, parts)


@frozen
class AtLeast(Compound):
    """At least ``minimum`` parts hold: as strong as the ``minimum``-th strongest."""

    minimum: int = 1

    def evaluate(self, known: FactBase) -> Evaluation:
        """Judge by the part that completes the number."""
        parts = self._evaluate_parts(known)
        beliefs = sorted((part.belief for part in parts), reverse=True)
        enough = len(beliefs) >= self.minimum
        return Evaluation(self, beliefs[self.minimum - 1] if enough else 0.0, parts)
