"""Find what people do with a project: "citizens report potholes", "swap seeds with neighbors"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.description.sentence import Span
from framesage.language.stems import is_plural, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.description.sentence import Sentence

ACT, ACT_TOGETHER = "people interact", "people interact with each other"
"""The phrases of the evidence that stand for any person and activity of ``[grammar]``."""


def activities(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Yield the phrases that stand for what people do, with its words; nothing for a program."""
    for verb in range(len(sentence)):
        start = _beginning(sentence, verb)
        if start is not None and _is_human(sentence, verb):
            yield ACT, Span(start, verb + 1)
            others = range(verb + 1, len(sentence))
            if any(_is_person(sentence, place) for place in others) or _each_other(sentence):
                yield ACT_TOGETHER, Span(start, verb + 1)
            return


def _beginning(sentence: Sentence, verb: int) -> int | None:
    """Return where the words begin that say who does what a verb says; None if nobody does."""
    text, lexicon = sentence.texts[verb], sentence.lexicon
    if is_plural(text) or verb in sentence.negated or verb + 1 == len(sentence):
        return None
    start = verb - 1
    while start >= 0 and _is_between(sentence, start):
        start -= 1
    if start >= 0 and _is_person(sentence, start):
        is_told = stem(text) in lexicon.activities and not _is_relative(sentence, start)
        return start if is_told else None
    is_order = start < 0 or sentence.texts[start] == "you"
    return verb if is_order and stem(text) in lexicon.exchanges and _says_whom(sentence) else None


def _is_between(sentence: Sentence, place: int) -> bool:
    """Return whether a word may be between people and what they do: "can easily", "need to"."""
    text, grammar = sentence.texts[place], sentence.grammar
    return text in grammar.auxiliaries | grammar.intentions or text == "to" or text.endswith("ly")


def _is_person(sentence: Sentence, place: int) -> bool:
    text = sentence.texts[place]
    is_ours = place > 0 and sentence.is_one_of(place - 1, sentence.grammar.speakers)
    known = stem(text) in sentence.lexicon.persons and (is_plural(text) or is_ours)
    return known or text in sentence.grammar.everyone


def _is_relative(sentence: Sentence, person: int) -> bool:
    """Return whether a clause is about a noun before it: "scripts teams share"."""
    before = sentence.texts[person - 1] if person else ""
    return is_plural(before) and stem(before) not in sentence.lexicon.verbs


def _says_whom(sentence: Sentence) -> bool:
    """Return whether an order says with whom, or near whom: "from neighbors", "of who comes"."""
    texts, grammar = sentence.texts, sentence.grammar
    return any(
        text in grammar.nearby
        or (text == "who" and texts[place - 1] == "of")
        or (
            _is_person(sentence, place)
            and not grammar.companions.isdisjoint(texts[max(0, place - 3) : place])
        )
        for place, text in enumerate(texts)
    )


def _is_human(sentence: Sentence, verb: int) -> bool:
    """Return whether no word makes it the activity of a program: "convert", "memory"."""
    lexicon, end = sentence.lexicon, len(sentence)
    if not lexicon.mechanics.isdisjoint(map(stem, sentence.texts)):
        return False
    if any(stem(text) in lexicon.impersonal for text in sentence.texts[verb + 1 : verb + 3]):
        return False
    nouns = (
        place for place in range(end) if sentence.texts[place] not in sentence.grammar.phrase_ends
    )
    found = (lexicon.kinds.longest_at(sentence.texts, place, end) for place in nouns)
    return not any(match and lexicon.is_outside(match.entries[0]) for match in found)


def _each_other(sentence: Sentence) -> bool:
    return ("each", "other") in zip(sentence.texts, sentence.texts[1:], strict=False)
