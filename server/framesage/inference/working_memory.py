"""What is known after inference: what was seen, what was concluded, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.inference.model import Conclusion

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from framesage.inference.model import Fact, Reason


@frozen(slots=False)
class WorkingMemory:
    """Observations by symbol (best first) and conclusions by proposition."""

    facts: Mapping[str, tuple[Fact, ...]]
    conclusions: Mapping[str, Conclusion]

    def conclusion(self, proposition: str) -> Conclusion:
        """Return what is concluded; of a proposition nobody spoke of, an empty conclusion."""
        return self.conclusions.get(proposition) or Conclusion(proposition)

    def observed(self, symbol: str) -> tuple[Fact, ...]:
        """Return where a symbol was seen, best first."""
        return self.facts.get(symbol, ())

    def observed_any(self, symbols: Iterable[str]) -> bool:
        """Tell whether any of the symbols was observed, faster than looking up each of them."""
        return not self.facts.keys().isdisjoint(symbols)

    def contributions(self, location: Hashable) -> Iterator[tuple[Conclusion, Reason, bool]]:
        """Yield what one location contributes: conclusion, reason, and whether it speaks against.

        Only direct evidence counts, not what follows from it.
        """
        for conclusion in self.conclusions.values():
            for against, reasons in ((False, conclusion.supporting), (True, conclusion.opposing)):
                for reason in reasons:
                    if location in reason.locations:
                        yield conclusion, reason, against
