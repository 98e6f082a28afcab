"""Read a description: what the project is, and which needs its words name."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from framesage.analysis.description.activity import activities
from framesage.analysis.description.heads import find_heads, find_parts
from framesage.analysis.description.kinds import kinds_in, software_served
from framesage.analysis.description.sentence import Sentence, Span
from framesage.language.words import LONGEST, sentences
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from framesage.analysis.description.kinds import Head
    from framesage.rulebase.lexicon import Lexicon

_PART = 0.7
"""How much the kind of a part counts: the project is more than that."""
_NAME = 0.35
"""How much the kind in a name counts: too little to make it a web application on its own."""
_TELLING_SENTENCES = 5
"""How many sentences may come before the one that says what the project is."""


class Mention(NamedTuple):
    """A fact that a text states: its symbol, reliability, and range in the text."""

    symbol: str
    start: int
    end: int
    reliability: float = 1.0


class Reading(NamedTuple):
    """What a text says; ``names_kind`` is whether it says what the project is.

    ``remarks`` are what it says where another text has said that: "Example application for ...".
    """

    mentions: tuple[Mention, ...]
    names_kind: bool
    remarks: tuple[Mention, ...] = ()


def read_description(text: str, lexicon: Lexicon) -> Reading:
    """Return what the beginning of a text says of a project."""
    return _read(text[:LONGEST], lexicon)


@lru_cache(maxsize=256)
def _read(text: str, lexicon: Lexicon) -> Reading:
    found = [Sentence(words, lexicon) for words in sentences(text)]
    for sentence in found[:_TELLING_SENTENCES]:
        heads = find_heads(sentence)
        is_told = not all(head.is_vague for head in heads)
        if heads and (is_told or sentence is found[0]):
            parts = list(find_parts(sentence, max(head.end for head in heads)))
            is_remark = any(head.is_vague for head in heads)
            remarks = tuple(_phrases(sentence)) if is_remark else ()
            return Reading(tuple(_mentions(found, sentence, heads, parts)), is_told, remarks)
    return Reading(tuple(_mentions_without_kind(found)), False)


def read_name(name: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the kinds that the name of a project ends in: ``acme-shop``.

    A mere ``example`` or ``demo`` is a placeholder.
    """
    words = [word for sentence in sentences(name[:LONGEST]) for word in sentence]
    heads = kinds_in([word.text for word in words], Span(0, len(words)), lexicon)
    if all(head.is_vague for head in heads):
        return ()
    return tuple(
        Mention(_symbol(head), words[head.start].start, words[head.end - 1].end, _NAME)
        for head in heads
    )


def _mentions(
    text: list[Sentence], telling: Sentence, heads: list[Head], parts: list[Head]
) -> Iterator[Mention]:
    for head in heads:
        yield from _attributes(telling, head.first, head.start)
    outside = any(telling.lexicon.is_outside(head.kind) for head in heads)
    yield from (_mention(head, telling) for head in heads)
    for part in parts:
        span = _range(telling, part.start, part.end)
        symbol = _symbol(part) if part.about else symbols.part(part.kind.id)
        yield Mention(symbol, *span, reliability=_PART)
    if not outside or parts:  # a library has the needs of others
        named = {place for head in (*heads, *parts) for place in range(head.start, head.end)}
        if all(head.kind.modifiers == "decide" for head in heads):
            named.update(software_served(telling, heads[0].end))
        for sentence in text:
            yield from _phrases(sentence, named if sentence is telling else set())


def _mentions_without_kind(text: list[Sentence]) -> Iterator[Mention]:
    """Yield what a text states that does not name a known kind: "Web spreadsheet"."""
    if text:
        span = text[0].noun_phrase(0)
        yield from _attributes(text[0], *span)
        yield from _phrases(text[0], software_served(text[0], span.end))
    for sentence in text[:_TELLING_SENTENCES]:
        for phrase, span in activities(sentence):
            yield Mention(symbols.phrase(phrase), *_range(sentence, *span))
    for sentence in text[1:]:
        yield from _phrases(sentence)


def _attributes(sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    """Yield the attributes among the words before a head: "a small wiki"."""
    for place in range(start, end):
        match = sentence.lexicon.attributes.longest_at(sentence.texts, place, end)
        if match:
            span = _range(sentence, match.start, match.end)
            yield from (Mention(symbols.attribute(name), *span) for name in match.entries)


def _mention(head: Head, sentence: Sentence) -> Mention:
    return Mention(_symbol(head), *_range(sentence, head.start, head.end))


def _symbol(head: Head) -> str:
    return (symbols.about if head.about else symbols.kind)(head.kind.id)


def _phrases(sentence: Sentence, named: Set[int] = frozenset()) -> Iterator[Mention]:
    """Yield the phrases of a sentence, without those within the words that name its kind.

    Phrases may overlap: "share with members" is about sharing, and about members.
    """
    for start in range(len(sentence)):
        match = sentence.lexicon.phrases.longest_at(sentence.texts, start, len(sentence))
        if match and not named >= set(range(start, match.end)):
            symbol = symbols.lacks if start in sentence.negated else symbols.phrase
            span = _range(sentence, start, match.end)
            yield from (Mention(symbol(name), *span) for name in match.entries)


def _range(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    return sentence.words[start].start, sentence.words[end - 1].end
