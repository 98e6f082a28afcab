"""Split a text into sentences of words, with the position of each word in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 2_000
"""How many characters of a text are read: enough for an abstract, and quick while typing."""
_IGNORED = re.compile(
    r"<!--.*?-->|<[^<>]*>|&[a-z]+;|\bhttps?://\S+|\]\([^()]*\)"
    r"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b-\u200f\ufeff*_`#~|\"\u201c\u201d\[\]]",
    re.DOTALL,
)
"""Markup, addresses and control characters; blanked out, so that positions stay."""
_TOKEN = re.compile(
    r"[0-9]{1,3}(?:[.,][0-9]{3})+(?![^\W_])"  # "200,000"
    r"|(?<![^\s(])[wW]/(?:[oO](?=\s)|(?=\s))"  # "w/o", "w/"
    r"|[^\W_]+(?:['\u2019&][^\W_]+)?"  # a word, or "Q&A"
    r"|\n\s*\n"  # a blank line ends a sentence
    r"|(?<![\s.][A-Za-z])[.!?]+(?=\s|$)|\.{2,}|[\u2026\u3002]"
    r"|\s-{1,3}\s|[\u2013\u2014,;:()/&+]"
)
_PLAIN = re.compile(r"[^\W_]+(?:&[^\W_]+)?")
_POSSESSIVE = re.compile(r"'s?$")
_STOPS = (".", "!", "?", "\n", "\u2026", "\u3002")


class Word(NamedTuple):
    """A word in lower case, or a punctuation mark, with its range in the text.

    ``joined`` is true for a word that a hyphen joins to the next one.
    """

    text: str
    start: int
    end: int
    joined: bool = False

    @property
    def is_mark(self) -> bool:
        """Whether this is a punctuation mark."""
        return not self.text[:1].isalnum()


def sentences(text: str) -> Iterator[list[Word]]:
    """Yield the sentences of the beginning of a text, without empty ones."""
    blank = _IGNORED.sub(lambda found: " " * len(found.group()), text[:LONGEST])
    sentence: list[Word] = []
    for found in _TOKEN.finditer(blank):
        if found.group().strip(" \t").startswith(_STOPS):
            if sentence:
                yield sentence
            sentence = []
        else:
            sentence.append(_word(found, blank))
    if sentence:
        yield sentence


def words(text: str) -> tuple[str, ...]:
    """Return the words of a short text in lower case, without punctuation."""
    return tuple(_PLAIN.findall(text.lower()))


def _word(found: re.Match[str], text: str) -> Word:
    plain = found.group().strip().lower().replace("\u2019", "'")
    if not plain[:1].isalnum():
        return Word("-" if plain[:1] in "-\u2013\u2014" else plain, *found.span())
    end = found.end()
    joined = text[end : end + 1] in ("-", "\u2011") and text[end + 1 : end + 2].isalnum()
    return Word(_POSSESSIVE.sub("", plain) or plain, found.start(), end, joined)
