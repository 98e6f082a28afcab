"""Find the words that say what a project is: the heads of its noun phrases.

A "CLI for the JSON API of Jira" is a CLI: the head of the phrase decides, not what follows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.description.intention import intended
from framesage.analysis.description.kinds import kinds_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.description.kinds import Head
    from framesage.analysis.description.sentence import Sentence

_LATEST_DEFINITION, _LATEST_TITLE, _LATEST_APPOSITION = 14, 6, 8
"""How many words into a sentence it may say what it is about: "NAME (...) is a", "NAME: a"."""
_TITLE_MARKS = ("-", ":")


def find_heads(sentence: Sentence) -> list[Head]:
    """Return the kinds that a sentence says a project is; none if it does not say."""
    for start in _starts(sentence):
        found = _heads_at(sentence, start)
        if found:
            return found + _title(sentence, start, found)
    return []


def find_parts(sentence: Sentence, start: int) -> Iterator[Head]:
    """Yield the kinds that a project has as parts: "with a wiki", "and a REST API"."""
    is_list = False
    for place in range(start, len(sentence)):
        grammar = sentence.grammar
        comma = sentence.texts[place] == "," or sentence.is_conjunction(place)
        is_list = is_list if comma else sentence.is_one_of(place, grammar.accompaniments)
        article = comma and sentence.is_one_of(place + 1, grammar.determiners)
        if is_list or article:
            span = sentence.noun_phrase(place + 1)
            is_list = is_list and span.end > span.start
            yield from (head for head in kinds_of(sentence, span) if _is_part(head, sentence))


def _starts(sentence: Sentence) -> Iterator[int]:
    """Yield where the phrase that names the kind may start, the likeliest first."""
    yield from intended(sentence)
    texts, grammar = sentence.texts, sentence.grammar
    for place, text in enumerate(texts[:_LATEST_DEFINITION]):
        if text in grammar.relatives:
            break
        if text in grammar.definitions and place + 1 not in sentence.negated:
            is_purpose = text.endswith("ing") and texts[place - 1] in grammar.prepositions
            if not is_purpose:  # "for providing"
                yield place + 1
    yield from (
        place + 1 for place, text in enumerate(texts[:_LATEST_TITLE]) if text in _TITLE_MARKS
    )
    yield 0
    for place, text in enumerate(texts[:_LATEST_APPOSITION]):
        if text in (",", "(") and sentence.is_one_of(place + 1, grammar.determiners):
            yield place + 1
    yield from _asked(sentence)


def _asked(sentence: Sentence) -> Iterator[int]:
    """Yield where a question says what it is about: "Flask or Django for a shop"."""
    texts = sentence.texts
    is_choice = "or" in texts[1:4]
    if is_choice or sentence.is_one_of(0, sentence.grammar.questions):
        for place, text in enumerate(texts):
            if text == "for" and sentence.is_one_of(place + 1, sentence.grammar.determiners):
                yield place + 1


def _title(sentence: Sentence, start: int, found: list[Head]) -> list[Head]:
    """Return the kinds in a title before a dash or colon: "My first website: a page for cats"."""
    if not start or sentence.texts[start - 1] not in _TITLE_MARKS:
        return []
    heads = [*found, *kinds_of(sentence, sentence.noun_phrase(0))]
    if any(sentence.lexicon.is_outside(head.kind) for head in heads):
        return []
    known = {head.kind.id for head in found}
    return [head for head in heads[len(found) :] if head.kind.id not in known]


def _heads_at(sentence: Sentence, start: int) -> list[Head]:
    found: list[Head] = []
    for span in sentence.coordinated(start):
        if span.end - 1 in sentence.negated:
            continue
        heads = kinds_of(sentence, span)
        if any(sentence.lexicon.is_outside(head.kind) for head in heads):
            found = [head for head in found if head.kind.modifiers]  # "a blog and wiki generator"
        found += heads
        if heads:
            found += _complement(sentence, heads)
            if sentence.texts[span.end : span.end + 1] == [","]:
                break
    return found


def _complement(sentence: Sentence, heads: list[Head]) -> list[Head]:
    """Return the kinds in "of a shop", after a head such as "prototype", or "starter project"."""
    end = heads[0].end
    takes = next((head.kind.complement for head in heads if head.kind.complement), "")
    if not takes or not sentence.is_one_of(end, sentence.grammar.complements):
        return []
    found = kinds_of(sentence, sentence.noun_phrase(end + 1))
    if takes == "is":
        return found
    found = [head for head in found if not sentence.lexicon.is_outside(head.kind)]
    return [head._replace(about=True) for head in found]


def _is_part(head: Head, sentence: Sentence) -> bool:
    """Return whether a kind can be a part: a "tool" says nothing, and a "library" is only used."""
    negated = head.start in sentence.negated
    vague = head.is_vague or head.kind.modifiers == "decide"
    return not (negated or vague or sentence.lexicon.is_outside(head.kind))
