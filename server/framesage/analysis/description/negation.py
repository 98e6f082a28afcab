"""Find what a sentence denies: "no login", "a login is not needed", "account-free"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.language.words import Word
    from framesage.rulebase.description_model import Grammar

_LONGEST = 8
_LONGEST_SUBJECT = 4


def negated(words: Sequence[Word], grammar: Grammar) -> Iterator[int]:
    """Yield the indexes of the words of a sentence that it denies; some more than once."""
    for place, word in enumerate(words):
        following = words[place + 1].text if place + 1 < len(words) else ""
        if word.joined:
            if following in grammar.lacking:
                yield place
        elif word.text in grammar.negations and following not in grammar.emphasis:
            yield from _words_after(words, place + 1, grammar)
            if following in grammar.dispensable:
                yield from _subject(words, place, grammar)
        elif word.text in grammar.optional:
            yield from _subject(words, place, grammar)


def _words_after(words: Sequence[Word], start: int, grammar: Grammar) -> Iterator[int]:
    """Yield the words that a "no" or "without" before them negates."""
    ends = grammar.relatives | grammar.accompaniments | grammar.boundaries
    for place in range(start, min(start + _LONGEST, len(words))):
        goes_on = place == start or words[place - 1].text in grammar.intentions  # "need for"
        if words[place].is_mark or (words[place].text in ends and not goes_on):
            return
        yield place


def _subject(words: Sequence[Word], end: int, grammar: Grammar) -> Iterator[int]:
    """Yield the words of a clause before its verb: "login" in "login is not needed"."""
    ends = grammar.relatives | grammar.boundaries
    for place in range(end - 1, max(-1, end - 2 - _LONGEST_SUBJECT), -1):
        if words[place].is_mark or words[place].text in ends:
            return
        yield place
