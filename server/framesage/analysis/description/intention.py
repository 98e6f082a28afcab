"""Find what people say they want to build: "I need a forum", "Creating a shop"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.language.stems import is_plural, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.description.sentence import Sentence

_LATEST = 14
"""How many words into a sentence somebody may say what they want."""


def intended(sentence: Sentence) -> Iterator[int]:
    """Yield where the noun phrase may start that names what somebody wants to build."""
    grammar = sentence.grammar
    speaks = sentence.is_one_of(0, grammar.speakers)
    first = 1 if sentence.is_one_of(0, grammar.speakers | grammar.determiners) else 0
    for place in range(first, _LATEST if speaks else first + 1):
        if sentence.is_one_of(place, grammar.relatives):
            return
        end = _object(sentence, place)
        says = speaks or sentence.is_one_of(place, grammar.intentions) or _is_order(sentence, end)
        if end > place and says and _is_wanted(sentence, place, end):
            yield end


def _object(sentence: Sentence, start: int) -> int:
    """Return where the object of "want to build" begins, if that is at ``start``."""
    grammar, place = sentence.grammar, start
    while place < len(sentence):
        is_link = place > start and sentence.is_one_of(place, grammar.links)
        article = sentence.is_one_of(place, grammar.determiners) and place > start
        idea = article and sentence.is_one_of(place + 1, grammar.intentions)
        if not (is_link or idea or _is_intention(sentence, place)):
            break
        place += 1
    return place


def _is_intention(sentence: Sentence, place: int) -> bool:
    return _creates(sentence, place) or sentence.is_one_of(place, sentence.grammar.intentions)


def _creates(sentence: Sentence, place: int) -> bool:
    return stem(sentence.texts[place]) in sentence.lexicon.creations


def _is_order(sentence: Sentence, start: int) -> bool:
    """Return whether "Build a forum" is a plan: a tool builds sites "from your notes"."""
    article = sentence.is_one_of(start, sentence.grammar.determiners)
    return article and sentence.grammar.sources.isdisjoint(sentence.texts[start:])


def _is_wanted(sentence: Sentence, start: int, end: int) -> bool:
    """Return whether an object is a project: who builds "websites" describes a tool."""
    span = sentence.noun_phrase(end)
    creates = any(_creates(sentence, place) for place in range(start, end))
    return span.end > span.start and not (creates and is_plural(sentence.texts[span.end - 1]))
