"""Entailment between conditions, to find contradictory and redundant ones.

The logic is sound but incomplete: it does not find every entailment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.inference import AllOf, AnyOf, AtLeast, Believed, Disbelieved, NoneOf, Observed
from framesage.rulebase import symbols
from framesage.rulebase.requirement_query import RUNTIME, RequirementQuery, query_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.inference import Condition

_QUERY = f"{symbols.Kind.REQUIREMENT.value}:"


@frozen
class Demands:
    """The conditions that must hold, and those that must not, for a condition to hold."""

    required: tuple[Condition, ...]
    forbidden: tuple[Condition, ...]

    @staticmethod
    def of(condition: Condition) -> Demands:
        """Return the demands of a condition; alternatives are kept as one demand."""
        parts = list(flat(condition))
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


def flat(condition: Condition) -> Iterator[Condition]:
    """Yield the parts that all have to hold."""
    if isinstance(condition, AllOf):
        for part in condition.parts:
            yield from flat(part)
    else:
        yield condition


def _implies_alone(required: Condition, wanted: Condition) -> bool:
    """Return whether a single required condition implies the wanted one."""
    if isinstance(required, Believed) and isinstance(wanted, Believed):
        return required.proposition == wanted.proposition and required.threshold >= wanted.threshold
    if isinstance(required, Disbelieved) and isinstance(wanted, Disbelieved):
        return required.proposition == wanted.proposition and required.threshold >= wanted.threshold
    if isinstance(required, Observed) and isinstance(wanted, Observed):
        return required.reliability >= wanted.reliability and _is_within(
            required.any_of, wanted.any_of
        )
    if isinstance(required, AnyOf):
        return all(implies(part, wanted) for part in required.parts)
    return required == wanted


def _is_within(required: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Return whether each symbol implies one of the wanted ones."""
    others = set(required).difference(wanted)
    if not others or not any(symbol.startswith(_QUERY) for symbol in wanted):
        return not others
    queries = [query_of(symbol) for symbol in wanted if symbol.startswith(_QUERY)]
    return all(_implies_any(symbol, queries) for symbol in others)


def _implies_any(symbol: str, queries: Iterable[RequirementQuery]) -> bool:
    """Return whether a symbol is about requirements that one of the queries means."""
    kind, name, version = symbols.parse(symbol)
    if kind is symbols.Kind.REQUIREMENT:
        asked = query_of(symbol)
    elif kind is symbols.Kind.PACKAGE:  # the application requires it
        asked = RequirementQuery(symbol, name, (RUNTIME,), version=version)
    else:
        return False
    return any(query.includes(asked) for query in queries)
