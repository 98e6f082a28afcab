"""Find the kinds of projects that a noun phrase names."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.analysis.description.sentence import Span
from framesage.language.stems import is_participle, stem

if TYPE_CHECKING:
    from framesage.analysis.description.sentence import Sentence
    from framesage.rulebase.description_model import ProjectKind
    from framesage.rulebase.lexicon import Lexicon


class Head(NamedTuple):
    """The kind that words of a sentence name; ``about`` if the project is only a part of one.

    ``first`` is where the noun phrase begins: its words before ``start`` are attributes.
    """

    kind: ProjectKind
    first: int
    start: int
    end: int
    about: bool = False

    @property
    def is_vague(self) -> bool:
        """Whether the kind says little without another: "prototype", "project"."""
        return self.kind.complement == "is"


def kinds_of(sentence: Sentence, span: Span) -> list[Head]:
    """Return the kinds that a noun phrase names, or else the words of it before a verb."""
    for part in (span, *sentence.main_parts(span)):
        found = kinds_in(sentence.texts, part, sentence.lexicon)
        if found:
            return found
    return []


def kinds_in(texts: list[str], span: Span, lexicon: Lexicon) -> list[Head]:
    """Return the kinds that a noun phrase names: that of its last words and of its modifiers."""
    match = lexicon.kinds.longest_ending(texts, *span)
    if not match or is_participle(texts[match.end - 1]):  # "stored" is not a store
        return []
    kind = match.entries[-1]  # that of a team takes the place of a built-in one
    head = Head(kind, span.start, match.start, match.end)
    if not head.kind.modifiers:
        return [head]
    if head.kind.modifiers == "require" and not _names_activity(texts, head, lexicon):
        return []
    modifiers = kinds_in(texts, Span(span.start, match.start), lexicon)
    if any(lexicon.is_outside(modifier.kind) for modifier in modifiers):
        return [head] if head.kind.modifiers == "add" else modifiers
    return [head, *(_served(modifier, head) for modifier in modifiers)]


def _served(modifier: Head, head: Head) -> Head:
    """Return a modifier as what its head is about: a "shop API" is an API for a shop."""
    is_about = head.kind.complement == "about" and not modifier.kind.modifiers
    return modifier._replace(about=modifier.about or is_about)


def _names_activity(texts: list[str], head: Head, lexicon: Lexicon) -> bool:
    """Return whether the word before a head names what people do: "medication tracker"."""
    return head.start > head.first and stem(texts[head.start - 1]) not in lexicon.impersonal


def software_served(sentence: Sentence, start: int) -> frozenset[int]:
    """Return the words for a project of others: "images for web apps" are not a web application."""
    span = Span(start, start)
    if start and sentence.is_one_of(start, sentence.grammar.complements):
        span = sentence.noun_phrase(start + 1)
    return frozenset(range(*span)) if kinds_of(sentence, span) else frozenset()
