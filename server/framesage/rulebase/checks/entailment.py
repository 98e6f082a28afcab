"""Entailment between conditions, to find contradictory and redundant ones.

The logic is sound but incomplete: it does not find every entailment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.inference import AllOf, AnyOf, AtLeast, Believed, Disbelieved, NoneOf, Observed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.inference import Condition


@frozen
class Demands:
    """The conditions that must hold, and those that must not, for a condition to hold."""

    required: tuple[Condition, ...]
    forbidden: tuple[Condition, ...]

    @staticmethod
    def of(condition: Condition) -> Demands:
        """Return the demands of a condition; alternatives are kept as one demand."""
        parts = list(_flat(condition))
        forbidden = [item for part in parts if isinstance(part, NoneOf) for item in part.parts]
        required = [part for part in parts if not isinstance(part, NoneOf)]
        return Demands(tuple(required), tuple(forbidden))

    def contradiction(self) -> Condition | None:
        """Return a condition that is both required and forbidden, or None."""
        for forbidden in self.forbidden:
            if self.imply(forbidden):
                return forbidden
        for required in self.required:
            if isinstance(required, Disbelieved) and self.imply(
                Believed(required.proposition, 0.0)
            ):
                return required
            if isinstance(required, AnyOf) and all(
                map(self._without(required).excludes, required.parts)
            ):
                return required
        return None

    def excludes(self, condition: Condition) -> bool:
        """Return whether the condition contradicts these demands."""
        other = Demands.of(condition)
        both = Demands(self.required + other.required, self.forbidden + other.forbidden)
        return both.contradiction() is not None

    def _without(self, condition: Condition) -> Demands:
        return Demands(tuple(part for part in self.required if part != condition), self.forbidden)

    def imply(self, condition: Condition) -> bool:
        """Return whether the condition holds whenever these demands are met."""
        if any(_implies_alone(required, condition) for required in self.required):
            return True
        if isinstance(condition, AllOf):
            return all(map(self.imply, condition.parts))
        if isinstance(condition, AnyOf):
            return any(map(self.imply, condition.parts))
        if isinstance(condition, AtLeast):
            return sum(map(self.imply, condition.parts)) >= condition.minimum
        return isinstance(condition, NoneOf) and all(map(self._forbid, condition.parts))

    def _forbid(self, condition: Condition) -> bool:
        demands = Demands.of(condition)
        return any(demands.imply(forbidden) for forbidden in self.forbidden)


def implies(condition: Condition, other: Condition) -> bool:
    """Return whether ``other`` holds whenever ``condition`` does."""
    return Demands.of(condition).imply(other)


def _flat(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from _flat(part)
    else:
        yield condition


def _implies_alone(required: Condition, wanted: Condition) -> bool:
    """Return whether a single required condition implies the wanted one."""
    if isinstance(required, Believed) and isinstance(wanted, Believed):
        return required.proposition == wanted.proposition and required.threshold >= wanted.threshold
    if isinstance(required, Disbelieved) and isinstance(wanted, Disbelieved):
        return required.proposition == wanted.proposition and required.threshold >= wanted.threshold
    if isinstance(required, Observed) and isinstance(wanted, Observed):
        return (
            set(required.any_of) <= set(wanted.any_of)
            and required.reliability >= wanted.reliability
        )
    if isinstance(required, AnyOf):
        return all(implies(part, wanted) for part in required.parts)
    return required == wanted
