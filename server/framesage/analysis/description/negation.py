"""Find what a sentence denies: "no login", "a login is not needed", "account-free"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.description.sentence import Sentence

_LONGEST = 8
_LONGEST_SUBJECT = 4
_EMPHASIS = frozenset(("only", "just", "limited", "least"))  # "not only"
_ENDS = frozenset(("but", "for", "using"))
_LACKING = frozenset(("free", "less"))  # "login-free"


def negated(sentence: Sentence) -> Iterator[int]:
    """Yield the indexes of the words that a sentence denies; some more than once."""
    grammar = sentence.grammar
    for place, word in enumerate(sentence.words):
        if word.joined:
            if sentence.is_one_of(place + 1, _LACKING):
                yield place
        elif word.text in grammar.negations and not sentence.is_one_of(place + 1, _EMPHASIS):
            yield from _words_after(sentence, place + 1)
            if sentence.is_one_of(place + 1, grammar.dispensable):
                yield from _subject(sentence, place)
        elif word.text in grammar.optional:
            yield from _subject(sentence, place)


def _words_after(sentence: Sentence, start: int) -> Iterator[int]:
    """Yield the words that a "no" or "without" before them negates."""
    grammar = sentence.grammar
    ends = grammar.relatives | grammar.accompaniments | _ENDS
    for place in range(start, min(start + _LONGEST, len(sentence))):
        goes_on = place == start or sentence.texts[place - 1] in grammar.intentions  # "need for"
        if sentence.words[place].is_mark or (sentence.texts[place] in ends and not goes_on):
            return
        yield place


def _subject(sentence: Sentence, end: int) -> Iterator[int]:
    """Yield the words of a clause before its verb: "login" in "login is not needed"."""
    grammar = sentence.grammar
    for place in range(end - 1, max(-1, end - 2 - _LONGEST_SUBJECT), -1):
        text = sentence.texts[place]
        if sentence.words[place].is_mark or text in grammar.relatives or text in _ENDS:
            return
        yield place
