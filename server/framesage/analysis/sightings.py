"""Where symbols were seen in a project.

What is believed does not depend on that. It is looked up to place findings, and to explain them.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from framesage.analysis.versions import effective_specifiers
from framesage.inference import Fact, Observed
from framesage.manifests.model import Origin, Requirement
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence, Set

    from framesage.analysis.location import Location
    from framesage.analysis.shown import Shown
    from framesage.inference import Evaluation, Reason
    from framesage.text import Range


class Sighting(NamedTuple):
    """A fact, and where it was seen; facts about the names of files have no location."""

    symbol: str
    reliability: float = 1.0
    location: Location | None = None
    implied: bool = False

    @property
    def fact(self) -> Fact:
        """What is so, wherever it was seen."""
        return Fact(self.symbol, self.reliability, self.implied)


class Seen(NamedTuple):
    """What was seen at one location."""

    location: Location | None
    facts: tuple[Fact, ...]


class Reading(NamedTuple):
    """Everything that was seen, and what requirements showed."""

    seen: Sequence[Seen]
    shown: Shown


class Required(NamedTuple):
    """A requirement for a package, and where it is.

    It is ``implied`` if other requirements install the package anyway.
    """

    location: Location
    requirement: Requirement
    reliability: float
    implied: bool

    @property
    def is_direct(self) -> bool:
        """Whether the project itself requires the package, not through another one."""
        return self.requirement.origin is Origin.DIRECT

    @property
    def specifiers(self) -> Sequence[str]:
        """The locked versions as specifiers, or else the specifier."""
        return effective_specifiers(self.location.manifest, self.requirement)


class Sightings:
    """Everything that was seen in a project, and where the ``results`` of its analysis are.

    What was seen is read on first use: after an edit that changes no fact, few need it. What
    requirements showed ``before`` is not read again.
    """

    def __init__(
        self,
        read: Callable[[Shown | None], Reading],
        before: Shown | None = None,
        results: Sequence[Sighting] = (),
    ) -> None:
        self._read, self._before = read, before
        self.results = results

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sightings) and self.all == other.all

    def __hash__(self) -> int:
        return hash(self.all)

    @cached_property
    def _reading(self) -> Reading:
        return self._read(self._before)

    @property
    def seen(self) -> Sequence[Seen]:
        """What was seen, without the results."""
        return self._reading.seen

    @property
    def shown(self) -> Shown | None:
        """What requirements showed when they were read last."""
        return self._reading.shown if "_reading" in vars(self) else self._before

    @property
    def all(self) -> tuple[Sighting, ...]:
        """What was seen, each once, and the results."""
        seen = (_sighting(fact, place) for place, facts in self.seen for fact in facts)
        return (*dict.fromkeys(seen), *self.results)

    @cached_property
    def _by_symbol(self) -> Mapping[str, Sequence[tuple[Fact, Location | None]]]:
        found: dict[str, list[tuple[Fact, Location | None]]] = defaultdict(list)
        for location, facts in self.seen:
            for fact in facts:
                found[fact[0]].append((fact, location))
        for seen in self.results:
            found[seen.symbol].append((seen.fact, seen.location))
        return dict(found)

    @cached_property
    def _sorted(self) -> dict[str, Sequence[Sighting]]:
        return {}

    def of(self, symbol: str) -> Sequence[Sighting]:
        """Return where a symbol was seen, the most reliable first."""
        found = self._by_symbol.get(symbol)
        if found is None:
            return ()
        if symbol not in self._sorted:
            same = dict.fromkeys(_sighting(fact, place) for fact, place in found)
            self._sorted[symbol] = sorted(same, key=_rank)
        return self._sorted[symbol]

    @cached_property
    def _by_range(self) -> Mapping[Range, Sequence[Seen]]:
        found: dict[Range, list[Seen]] = {}
        results = (Seen(place, (seen.fact,)) for seen in self.results if (place := seen.location))
        for seen in (*self.seen, *results):
            if seen.location:
                found.setdefault(seen.location.range, []).append(seen)
        return found

    def evidence_at(self, location: Location) -> Sequence[str]:
        """Return the symbols that were seen at a location, and are not implied by others."""
        near = [seen for seen in self._by_range.get(location.range, ()) if seen[0] == location]
        facts = (fact for seen in near for fact in seen.facts)
        return list(dict.fromkeys(fact.symbol for fact in facts if not fact.implied))

    @property
    def symbols(self) -> Set[str]:
        """All symbols that were seen."""
        return self._by_symbol.keys()

    def required(self, package: str) -> Iterator[Required]:
        """Yield the requirements and constraints for a package, the most reliable first."""
        for _, reliability, location, implied in self.of(symbols.package(package)):
            if location and isinstance(location.subject, Requirement):
                yield Required(location, location.subject, reliability, implied)

    def with_results(self, results: Sequence[Sighting]) -> Sightings:
        """Return what was seen, with the results of the analysis."""
        found = Sightings(self._read, self._before, results)
        vars(found)["_reading"] = self._reading  # it is read once
        return found

    def locations(self, symbol: str) -> Iterator[Location]:
        """Yield the locations where a symbol was seen."""
        return (found.location for found in self.of(symbol) if found.location)

    def of_reason(self, reason: Reason) -> list[Location]:
        """Return the locations of a piece of evidence; a rule has none of its own."""
        if reason.evaluation is not None:
            return []
        found = (seen.location for seen in self.of(reason.source) if not seen.implied)
        return [location for location in found if location]

    def of_leaf(self, evaluation: Evaluation) -> list[Location]:
        """Return the locations that an evaluated condition without parts looks at, without
        duplicates: those of the facts that are reliable enough for it."""
        condition = evaluation.condition
        if not isinstance(condition, Observed) or self._by_symbol.keys().isdisjoint(
            condition.any_of
        ):
            return []
        found = (seen for symbol in condition.any_of for seen in self.of(symbol))
        near = (seen.location for seen in found if seen.reliability >= condition.reliability)
        return list(dict.fromkeys(location for location in near if location))


def _sighting(fact: Fact, location: Location | None) -> Sighting:
    return Sighting(fact.symbol, fact.reliability, location, fact.implied)


def _rank(sighting: Sighting) -> float:
    return -sighting.reliability
