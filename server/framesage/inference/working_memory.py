"""The result of inference: facts, conclusions and their justifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.inference.model import Conclusion

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from framesage.inference.model import Fact, Reason


@frozen(slots=False)
class WorkingMemory:
    """Facts by symbol (the most reliable first) and conclusions by proposition."""

    facts: Mapping[str, tuple[Fact, ...]]
    conclusions: Mapping[str, Conclusion]

    def conclusion(self, proposition: str) -> Conclusion:
        """Return the conclusion about a proposition; an empty one if there are no reasons."""
        return self.conclusions.get(proposition) or Conclusion(proposition)

    def observed(self, symbol: str) -> tuple[Fact, ...]:
        """Return the facts with a symbol, the most reliable first."""
        return self.facts.get(symbol, ())

    def observed_any(self, symbols: Iterable[str]) -> bool:
        """Return whether any of the symbols was observed, faster than looking up each of them."""
        return not self.facts.keys().isdisjoint(symbols)

    def contributions(self, location: Hashable) -> Iterator[tuple[Conclusion, Reason, bool]]:
        """Yield each conclusion that a location is direct evidence for or against, with the reason.

        The third value is True for evidence against the conclusion.
        """
        for conclusion in self.conclusions.values():
            for against, reasons in ((False, conclusion.supporting), (True, conclusion.opposing)):
                for reason in reasons:
                    if location in reason.locations:
                        yield conclusion, reason, against
