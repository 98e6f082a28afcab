"""The inference as a graph: from observations through traits to the favored frameworks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.location import Location
from framesage.frozen import frozen
from framesage.inference import weight_of
from framesage.rulebase import symbols
from framesage.wording.reasons import reasons_by_side, subject_words, traits_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.inference import Conclusion, Reason

CERTAIN = weight_of(0.95)
"""The weight of a declaration."""
MOST_TRAITS = 8
"""Number of traits in the graph of a project without reasons for a framework."""


@frozen
class Observation:
    """Something observed in a project, once for all its locations."""

    id: str
    words: str
    locations: tuple[Location, ...] = ()


@frozen
class Link:
    """Support of one thing for another, or ``against`` it, with its weight of evidence.

    ``source`` is the id of an observation or a trait (``trait:ID``), ``target`` a trait or a
    framework (``favors:ID``).
    """

    source: str
    target: str
    weight: float
    against: bool = False


@frozen
class Graph:
    """Observations in the order of the files, the ids of traits by importance, and the links."""

    observations: tuple[Observation, ...]
    traits: tuple[str, ...]
    links: tuple[Link, ...]


def inference_graph(assessment: Assessment) -> Graph:
    """Return everything that the verdict is based on; without a verdict, the main traits."""
    builder = _GraphBuilder(assessment, {}, {}, {})
    reasons = (reason for _, reasons in reasons_by_side(assessment) for reason in reasons)
    for reason in reasons:
        rule = assessment.rule_base.guidance.get(reason.source)
        if rule:
            builder.follow(reason, symbols.favors(rule.favors), against=False)
    if not builder.traits:
        for found in assessment.traits[:MOST_TRAITS]:
            builder.trait(found.trait.id)
    observations = sorted(builder.observations.values(), key=_position)
    return Graph(tuple(observations), tuple(builder.traits), tuple(builder.links.values()))


@frozen
class _GraphBuilder:
    assessment: Assessment
    observations: dict[str, Observation]
    traits: dict[str, None]
    links: dict[tuple[str, str, bool], Link]

    def trait(self, trait: str) -> None:
        """Add a trait and all evidence for and against it."""
        if trait in self.traits:
            return
        self.traits[trait] = None
        conclusion = self.assessment.memory.conclusion(symbols.trait(trait))
        if conclusion.declared is not None:
            self._declared(conclusion)
            return
        for against, reasons in ((False, conclusion.supporting), (True, conclusion.opposing)):
            for reason in reasons:
                self.follow(reason, conclusion.proposition, against)

    def follow(self, reason: Reason, target: str, against: bool) -> None:
        """Add a reason: the traits that it follows from, or its own observation."""
        if reason.evaluation is None:
            sightings = self.assessment.sightings
            words, locations = subject_words(reason, sightings), sightings.of_reason(reason)
            observation = Observation(reason.source, words, tuple(locations))
            self._add(observation, target, reason.weight, against)
            return
        for trait in traits_behind(reason):
            self._link(symbols.trait(trait), target, reason.weight, against)
            self.trait(trait)

    def _link(self, source: str, target: str, weight: float, against: bool) -> None:
        before = self.links.get((source, target, against))
        weight += before.weight if before else 0.0
        self.links[source, target, against] = Link(source, target, weight, against)

    def _add(self, observation: Observation, target: str, weight: float, against: bool) -> None:
        self.observations[observation.id] = observation
        self._link(observation.id, target, weight, against)

    def _declared(self, conclusion: Conclusion) -> None:
        """Add a declaration; it is certain and replaces all other evidence."""
        trait = symbols.trait_of(conclusion.proposition)
        locations = tuple(_settings(trait, self.assessment))
        observation = Observation(symbols.declared(trait), "the settings", locations)
        self._add(observation, conclusion.proposition, CERTAIN, not conclusion.declared)


def _settings(trait: str, assessment: Assessment) -> Iterator[Location]:
    for manifest in assessment.project.manifests:
        for setting in manifest.settings:
            if setting.path == ("traits", trait):
                yield Location(manifest, setting.key_range)


def _position(observation: Observation) -> tuple[object, ...]:
    locations = observation.locations
    first = [(location.path, location.range.start) for location in locations[:1]]
    return (not locations, *first, observation.words)
