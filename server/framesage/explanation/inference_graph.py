"""The inference as a graph: from what was read, over traits, to the frameworks they speak for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import Location
from framesage.analysis.provenance import supporting_leaves
from framesage.frozen import frozen
from framesage.inference import Believed, weight_of
from framesage.rulebase import symbols
from framesage.wording.reasons import reasons_by_side, subject_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.inference import Conclusion, Reason

CERTAIN = weight_of(0.95)
"""The weight that stands for a declaration, which none outweighs."""
MOST_TRAITS = 8
"""Where nothing speaks for a framework: so many of the traits that were found, at most."""


@frozen
class Fact:
    """Something read off a project, named once however often it stands there."""

    id: str
    words: str
    locations: tuple[Location, ...] = ()


@frozen
class Link:
    """That one thing speaks for another, or ``against`` it, and with which weight of evidence.

    ``source`` is a fact's id or a trait; ``target`` a trait or a framework: ``trait:ID``,
    ``favors:ID``.
    """

    source: str
    target: str
    weight: float
    against: bool = False


@frozen
class Graph:
    """Facts in the order of the files; traits by id, the most telling first; and the links."""

    facts: tuple[Fact, ...]
    traits: tuple[str, ...]
    links: tuple[Link, ...]


def inference_graph(assessment: Assessment) -> Graph:
    """Return all that the verdict rests on; without a verdict, what the traits found rest on."""
    gathering = _Gathering(assessment, {}, {}, {})
    told = (reason for _, reasons in reasons_by_side(assessment) for reason in reasons)
    for reason in told:
        rule = assessment.rule_base.guidance.get(reason.source)
        if rule:
            gathering.follow(reason, symbols.favors(rule.favors), against=False)
    if not gathering.traits:
        for found in assessment.traits[:MOST_TRAITS]:
            gathering.trait(found.trait.id)
    facts = sorted(gathering.facts.values(), key=_position)
    return Graph(tuple(facts), tuple(gathering.traits), tuple(gathering.links.values()))


def traits_behind(reason: Reason) -> list[str]:
    """Return the ids of the traits that a rule drew its conclusion from."""
    leaves = supporting_leaves(reason.evaluation) if reason.evaluation else ()
    asked = [one.condition.proposition for one in leaves if isinstance(one.condition, Believed)]
    return list(filter(None, dict.fromkeys(map(symbols.trait_of, asked))))


@frozen
class _Gathering:
    assessment: Assessment
    facts: dict[str, Fact]
    traits: dict[str, None]
    links: dict[tuple[str, str, bool], Link]

    def trait(self, trait: str) -> None:
        """Take in a trait and all that speaks for and against it."""
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
        """Take in a reason: the traits that it follows from, or the fact that it is."""
        if reason.evaluation is None:
            fact = self._fact(reason)
            self.facts[fact.id] = fact
            self._link(fact.id, target, reason.weight, against)
            return
        for trait in traits_behind(reason):
            self._link(symbols.trait(trait), target, reason.weight, against)
            self.trait(trait)

    def _link(self, source: str, target: str, weight: float, against: bool) -> None:
        before = self.links.get((source, target, against))
        weight += before.weight if before else 0.0
        self.links[source, target, against] = Link(source, target, weight, against)

    def _fact(self, reason: Reason) -> Fact:
        locations = tuple(one for one in reason.locations if isinstance(one, Location))
        return Fact(reason.source, subject_words(reason), locations)

    def _declared(self, conclusion: Conclusion) -> None:
        """A declaration is certain, and nothing else counts beside it."""
        trait = symbols.trait_of(conclusion.proposition)
        fact = Fact(
            symbols.declared(trait), "the settings", tuple(_settings(trait, self.assessment))
        )
        self.facts[fact.id] = fact
        self._link(fact.id, conclusion.proposition, CERTAIN, not conclusion.declared)


def _settings(trait: str, assessment: Assessment) -> Iterator[Location]:
    for manifest in assessment.project.manifests:
        for setting in manifest.settings:
            if setting.path == ("traits", trait):
                yield Location(manifest, setting.key_range)


def _position(fact: Fact) -> tuple[object, ...]:
    return (
        not fact.locations,
        *((one.path, one.range.start) for one in fact.locations[:1]),
        fact.words,
    )
