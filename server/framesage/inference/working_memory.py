"""What is so: how reliably symbols were observed, and what is concluded from that."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen
from framesage.inference.model import Conclusion, Reliability

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framesage.inference.model import Fact, Reason

    Side = tuple[Reason, bool]
    """A reason, and whether it is one against the proposition."""


class Drawn(NamedTuple):
    """What a conclusion rests on, or has ``against`` it; ``number`` is that of the conclusion."""

    number: int
    conclusion: Conclusion
    reason: Reason
    against: bool


@frozen(slots=False)
class WorkingMemory:
    """The reliability of facts by symbol, and conclusions by proposition.

    ``evidence`` is what the facts are evidence for or against, by proposition; None is unknown.
    """

    facts: Mapping[str, Reliability]
    conclusions: Mapping[str, Conclusion]
    evidence: Mapping[str, Sequence[Side]] | None = field(default=None, compare=False)

    @cached_property
    def drawn_from(self) -> Mapping[str, Sequence[Drawn]]:
        """What is concluded from each piece of evidence, and from each rule."""
        found: dict[str, list[Drawn]] = {}
        for number, conclusion in enumerate(self.conclusions.values()):
            for against, reasons in ((False, conclusion.supporting), (True, conclusion.opposing)):
                for reason in reasons:
                    drawn = Drawn(number, conclusion, reason, against)
                    found.setdefault(reason.source, []).append(drawn)
        return found

    def conclusion(self, proposition: str) -> Conclusion:
        """Return the conclusion about a proposition; an empty one if there are no reasons."""
        return self.conclusions.get(proposition) or Conclusion(proposition)

    def reliability(self, symbols: Iterable[str]) -> float:
        """Return the reliability of the most reliable fact with one of the symbols; 0 without."""
        if self.facts.keys().isdisjoint(symbols):  # faster than looking up each of them
            return 0.0
        return max(self.facts[symbol].highest for symbol in symbols if symbol in self.facts)


def reliabilities(facts: Iterable[Fact]) -> dict[str, Reliability]:
    """Return how reliable the facts with each symbol are at most."""
    found: dict[str, Reliability] = {}
    for symbol, reliability, implied in facts:
        own = 0.0 if implied else reliability
        known = found.get(symbol)
        if known is None:
            found[symbol] = Reliability(reliability, own)
        elif known.highest < reliability or known.own < own:
            found[symbol] = Reliability(max(known.highest, reliability), max(known.own, own))
    return found
