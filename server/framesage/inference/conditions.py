"""Conditions, and judging them: a condition's belief flows from that of its parts.

``judge`` keeps the judgement of every part, so that *why* and *why not* are read off it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from framesage.inference.model import Conclusion, Observation


class Known(Protocol):
    """What a condition is judged against."""

    def conclusion(self, proposition: str) -> Conclusion:
        """Return what is concluded of a proposition so far."""

    def observed(self, symbol: str) -> Sequence[Observation]:
        """Return where a symbol was seen, best first."""

    def unseen(self, symbols: Iterable[str]) -> bool:
        """Tell whether none of the symbols was seen, sooner than by looking for each."""


@frozen
class Judgement:
    """How far a condition holds, in [0, 1], and why: its parts, or the places that show it."""

    condition: Condition
    belief: float
    parts: tuple[Judgement, ...] = ()
    places: tuple[Hashable, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether the condition holds at all."""
        return self.belief > 0

    def leaves(self) -> Iterator[Judgement]:
        """Yield the judgements of the parts that have no parts, in their order."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()


@frozen
class Holds:
    """The proposition is believed at least to ``threshold``."""

    proposition: str
    threshold: float

    def judge(self, known: Known) -> Judgement:
        """Judge by the net certainty."""
        certainty = known.conclusion(self.proposition).certainty
        return Judgement(self, certainty if certainty >= self.threshold else 0.0)

    def propositions(self) -> Iterator[str]:
        """Yield what must be concluded before this can be judged."""
        yield self.proposition

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that this looks for."""
        yield from ()


@frozen
class Refuted:
    """The proposition's opposite is believed at least to ``threshold``."""

    proposition: str
    threshold: float

    def judge(self, known: Known) -> Judgement:
        """Judge by the net doubt."""
        doubt = known.conclusion(self.proposition).doubt
        return Judgement(self, doubt if doubt >= self.threshold else 0.0)

    def propositions(self) -> Iterator[str]:
        """Yield what must be concluded before this can be judged."""
        yield self.proposition

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that this looks for."""
        yield from ()


@frozen
class Seen:
    """One of these symbols was seen, in a place worth at least ``quality``.

    ``label`` names the set for explanations ("migrations").
    """

    any_of: tuple[str, ...]
    quality: float = 0.5
    label: str = ""

    def judge(self, known: Known) -> Judgement:
        """Judge by the best place; all good enough ones are kept."""
        if known.unseen(self.any_of):
            return Judgement(self, 0.0)
        found = [
            seen
            for symbol in self.any_of
            for seen in known.observed(symbol)
            if seen.quality >= self.quality
        ]
        belief = max((seen.quality for seen in found), default=0.0)
        return Judgement(self, belief, places=tuple(dict.fromkeys(s.place for s in found)))

    def propositions(self) -> Iterator[str]:
        """Yield what must be concluded before this can be judged."""
        yield from ()

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that this looks for."""
        yield from self.any_of


@frozen
class _Compound:
    parts: tuple[Condition, ...]

    def _judge_parts(self, known: Known) -> tuple[Judgement, ...]:
        return tuple(part.judge(known) for part in self.parts)

    def propositions(self) -> Iterator[str]:
        """Yield what must be concluded before this can be judged."""
        for part in self.parts:
            yield from part.propositions()

    def symbols(self) -> Iterator[str]:
        """Yield the symbols that its parts look for."""
        for part in self.parts:
            yield from part.symbols()


@frozen
class AllOf(_Compound):
    """Every part holds: as strong as the weakest."""

    def judge(self, known: Known) -> Judgement:
        """Judge by the weakest part."""
        parts = self._judge_parts(known)
        return Judgement(self, min((part.belief for part in parts), default=1.0), parts)


@frozen
class AnyOf(_Compound):
    """A part holds: as strong as the strongest."""

    def judge(self, known: Known) -> Judgement:
        """Judge by the strongest part."""
        parts = self._judge_parts(known)
        return Judgement(self, max((part.belief for part in parts), default=0.0), parts)


@frozen
class AnyOfMany(AnyOf):
    """As ``AnyOf``, of beliefs that seldom hold: those that do not are left out of the judgement.

    It is asked at every keystroke whether one of dozens of frameworks is in use.
    """

    parts: tuple[Holds, ...]

    def judge(self, known: Known) -> Judgement:
        """Judge by the strongest part."""
        conclusions = ((part, known.conclusion(part.proposition)) for part in self.parts)
        held = (part for part, found in conclusions if found.certainty >= part.threshold)
        parts = tuple(part.judge(known) for part in held)
        return Judgement(self, max((part.belief for part in parts), default=0.0), parts)


@frozen
class NoneOf(_Compound):
    """No part holds."""

    def judge(self, known: Known) -> Judgement:
        """Judge: wholly, or not at all."""
        parts = self._judge_parts(known)
        return Judgement(self, 0.0 if any(part.holds for part in parts) else 1.0, parts)


@frozen
class AtLeast(_Compound):
    """At least ``minimum`` parts hold: as strong as the ``minimum``-th strongest."""

    minimum: int = 1

    def judge(self, known: Known) -> Judgement:
        """Judge by the part that completes the number."""
        parts = self._judge_parts(known)
        beliefs = sorted((part.belief for part in parts), reverse=True)
        enough = len(beliefs) >= self.minimum
        return Judgement(self, beliefs[self.minimum - 1] if enough else 0.0, parts)


Condition = Holds | Refuted | Seen | AllOf | AnyOf | NoneOf | AtLeast
