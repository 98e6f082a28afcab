"""The words of the rule base: kinds of projects, phrases of the evidence, and grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.language.phrasebook import Phrasebook
from framesage.language.stems import stem
from framesage.rulebase.description_model import Grammar
from framesage.rulebase.symbols import Kind
from framesage.rulebase.vocabulary import GATE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from framesage.rulebase.description_model import ProjectKind
    from framesage.rulebase.model import EvidenceGroup, Trait


class Phrasebooks(NamedTuple):
    """What is found in texts."""

    kinds: Phrasebook[ProjectKind]
    phrases: Phrasebook[str]
    attributes: Phrasebook[str]


def phrasebooks(
    kinds: Iterable[ProjectKind],
    evidence: Sequence[EvidenceGroup],
    grammar: Mapping[str, tuple[str, ...]],
) -> Phrasebooks:
    """Return the phrasebooks; phrases leave out determiners and auxiliaries."""
    skipped = (*grammar.get("determiners", ()), *grammar.get("auxiliaries", ()))
    return Phrasebooks(
        Phrasebook((head, kind) for kind in kinds for head in kind.heads),
        Phrasebook(_named(evidence, Kind.PHRASE), skipped),
        Phrasebook(_named(evidence, Kind.ATTRIBUTE), skipped),
    )


class Lexicon:
    """Finds kinds and phrases in texts; ``skipped`` are the words that phrases leave out."""

    def __init__(
        self,
        books: Phrasebooks,
        grammar: Mapping[str, tuple[str, ...]],
        traits: Iterable[Trait],
    ) -> None:
        self.grammar = Grammar(**{part: frozenset(words) for part, words in grammar.items()})
        self.kinds, self.phrases, self.attributes = books
        self.skipped = self.grammar.determiners | self.grammar.auxiliaries
        self.verbs = _stems(self.grammar.verbs)
        self.impersonal = _stems(self.grammar.impersonal)
        self.creations = _stems(self.grammar.creations)
        self.persons = _stems(self.grammar.persons)
        self.activities = _stems(self.grammar.activities)
        self.exchanges = _stems(self.grammar.exchanges)
        self.mechanics = _stems(self.grammar.mechanics)
        self._outside = frozenset(trait.id for trait in traits if trait.outside)

    def is_outside(self, kind: ProjectKind) -> bool:
        """Return whether projects of a kind are not web applications, by definition."""
        return GATE in kind.is_not or not self._outside.isdisjoint(kind.is_)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


def _named(evidence: Iterable[EvidenceGroup], kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield the names of the evidence of a kind, each with itself as the entry."""
    beginning = f"{kind.value}:"
    symbols = (symbol for group in evidence for symbol in group.strengths)
    for symbol in dict.fromkeys(symbols):
        if symbol.startswith(beginning):
            name = symbol[len(beginning) :]
            yield name, name
