"""What follows from what: enough logic to find conditions that contradict or repeat each other.

Sound and incomplete: what is found is so, but not all that is so is found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.inference import AllOf, AnyOf, AtLeast, Believed, Disbelieved, NoneOf, Observed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import Condition


@frozen
class Facts:
    """What must hold, and what must not, for a condition to hold."""

    required: tuple[Condition, ...]
    forbidden: tuple[Condition, ...]

    @staticmethod
    def of(condition: Condition) -> Facts:
        """Read them off a condition; alternatives stay whole."""
        parts = list(_flat(condition))
        forbidden = [one for part in parts if isinstance(part, NoneOf) for one in part.parts]
        required = [part for part in parts if not isinstance(part, NoneOf)]
        return Facts(tuple(required), tuple(forbidden))

    def contradiction(self) -> Condition | None:
        """Return something that is both required and forbidden, or None."""
        for one in self.forbidden:
            if self.imply(one):
                return one
        for one in self.required:
            if isinstance(one, Disbelieved) and self.imply(Believed(one.proposition, 0.0)):
                return one
            if isinstance(one, AnyOf) and all(map(self._without(one).excludes, one.parts)):
                return one
        return None

    def excludes(self, condition: Condition) -> bool:
        """Tell whether the condition contradicts these facts."""
        other = Facts.of(condition)
        both = Facts(self.required + other.required, self.forbidden + other.forbidden)
        return both.contradiction() is not None

    def _without(self, condition: Condition) -> Facts:
        return Facts(tuple(one for one in self.required if one != condition), self.forbidden)

    def imply(self, condition: Condition) -> bool:
        """Tell whether the condition holds wherever these facts do."""
        if any(_stronger(fact, condition) for fact in self.required):
            return True
        if isinstance(condition, AllOf):
            return all(map(self.imply, condition.parts))
        if isinstance(condition, AnyOf):
            return any(map(self.imply, condition.parts))
        if isinstance(condition, AtLeast):
            return sum(map(self.imply, condition.parts)) >= condition.minimum
        return isinstance(condition, NoneOf) and all(map(self._forbid, condition.parts))

    def _forbid(self, condition: Condition) -> bool:
        facts = Facts.of(condition)
        return any(facts.imply(one) for one in self.forbidden)


def implies(condition: Condition, other: Condition) -> bool:
    """Tell whether ``other`` holds wherever ``condition`` does."""
    return Facts.of(condition).imply(other)


def _flat(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _flat(part)
    else:
        yield condition


def _stronger(fact: Condition, wanted: Condition) -> bool:
    """Tell whether one fact alone is enough."""
    if isinstance(fact, Believed) and isinstance(wanted, Believed):
        return fact.proposition == wanted.proposition and fact.threshold >= wanted.threshold
    if isinstance(fact, Disbelieved) and isinstance(wanted, Disbelieved):
        return fact.proposition == wanted.proposition and fact.threshold >= wanted.threshold
    if isinstance(fact, Observed) and isinstance(wanted, Observed):
        return set(fact.any_of) <= set(wanted.any_of) and fact.reliability >= wanted.reliability
    if isinstance(fact, AnyOf):
        return all(implies(part, wanted) for part in fact.parts)
    return fact == wanted
