"""A sentence in which noun phrases and negated words can be found."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from framesage.analysis.description.negation import negated
from framesage.language.stems import is_participle, is_plural, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.language.words import Word
    from framesage.rulebase.lexicon import Lexicon

_SIGNS = frozenset(("/", "&", "+"))
"""The signs that mean "and"."""


class Span(NamedTuple):
    """The words of a sentence from ``start`` to ``end`` (exclusive)."""

    start: int
    end: int


class Sentence:
    """The words of a sentence, with the grammar of its language."""

    def __init__(self, words: Sequence[Word], lexicon: Lexicon) -> None:
        self.words = words
        self.texts = [word.text for word in words]
        self.lexicon = lexicon
        self.grammar = lexicon.grammar

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def negated(self) -> frozenset[int]:
        """The indexes of the words that the sentence denies."""
        return frozenset(negated(self.words, self.grammar))

    def noun_phrase(self, start: int) -> Span:
        """Return the noun phrase from ``start`` on, without its determiners; possibly empty.

        "Track your expenses" has none: a verb and its object are not what the sentence is about.
        """
        while self.is_one_of(start, self.grammar.determiners | self.grammar.quantifiers):
            start += 1
        end = start + self._name_of_function_words(start)
        while end < len(self) and not self._ends_at(end, start):
            end += self._fixed_expression(end)
        return Span(start, start) if self._is_order(start, end) else Span(start, end)

    def coordinated(self, start: int) -> Iterator[Span]:
        """Yield the noun phrase from ``start`` on, and those joined to it: "a wiki and a blog"."""
        span = self.noun_phrase(start)
        yield span
        while span.end > span.start and self._continues(span.end):
            span = self.noun_phrase(span.end + 1)
            yield span

    def main_parts(self, span: Span) -> Iterator[Span]:
        """Yield the words of a phrase before a verb, the longest first: "app renders"."""
        for place in range(span.end - 1, span.start, -1):
            text = self.texts[place]
            is_verb = text.endswith("s") and stem(text) in self.lexicon.verbs
            is_compound = self.words[place].joined or self.words[place - 1].joined
            acts = is_verb or is_participle(text) or self._has_object(place, span.end)
            if acts and not is_compound:
                yield Span(span.start, place)

    def _has_object(self, place: int, end: int) -> bool:
        """Return whether a word is a verb with its object: "connecting tutors", "showing the"."""
        is_object = place + 1 < end and is_plural(self.texts[place + 1])
        articles = self.grammar.determiners | self.grammar.quantifiers
        is_object |= place + 1 == end and self.is_one_of(end, articles)
        return is_object and self.texts[place].endswith("ing")

    def _continues(self, place: int) -> bool:
        """Return whether a list goes on: "a fast, small and simple wiki"."""
        comma = self.texts[place : place + 1] == [","]
        article = self.is_one_of(place + 1, self.grammar.determiners)
        return (comma and not article) or self.is_conjunction(place)

    def is_conjunction(self, place: int) -> bool:
        """Return whether there is an "and" or a slash."""
        return self.is_one_of(place, self.grammar.conjunctions | _SIGNS)

    def is_one_of(self, place: int, words: frozenset[str]) -> bool:
        """Return whether the word at an index, if there is one, is one of these."""
        return place < len(self) and self.texts[place] in words

    def _ends_at(self, place: int, start: int) -> bool:
        word = self.words[place]
        if word.is_mark:
            return True
        if word.joined or (place > start and self.words[place - 1].joined):
            return False  # "peer-to-peer"
        grammar = self.grammar
        inner = grammar.determiners | grammar.quantifiers | grammar.definitions
        return word.text in grammar.phrase_ends or (place > start and word.text in inner)

    def _fixed_expression(self, place: int) -> int:
        """Return how many words belong together, such as in "proof of concept"."""
        if not self.is_one_of(place + 1, self.grammar.prepositions):
            return 1
        match = self.lexicon.kinds.longest_at(self.texts, place, min(place + 4, len(self)))
        return match.end - place if match and match.end > place + 2 else 1

    def _name_of_function_words(self, place: int) -> int:
        """Return how many words a name has that begins like the end of a phrase: "to do list"."""
        if not self.is_one_of(place, self.grammar.phrase_ends):
            return 0
        match = self.lexicon.kinds.longest_at(self.texts, place, min(place + 3, len(self)))
        return match.end - place if match and match.end > place + 1 else 0

    def _is_order(self, start: int, end: int) -> bool:
        """Return whether a phrase is a verb, with its object: "build websites"."""
        if start or end == start or stem(self.texts[start]) not in self.lexicon.verbs:
            return False
        if is_participle(self.texts[start]):  # "shared models"
            return False
        if end == start + 1:
            return self.texts[end : end + 1] != ["of"]  # "map of", a noun
        return is_plural(self.texts[end - 1])
