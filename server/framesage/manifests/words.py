"""Split a line into words as a shell does, with quotes and escapes, and keep their offsets.

A backslash before any other character than a blank, a quote or a backslash is part of the word,
because it separates folders on Windows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"""(?:[^ \t\r\n"'\\]|\\.|\\$|"(?:[^"\\]|\\.|\\$)*(?:"|$)|'[^']*(?:'|$))+""")
_PART = re.compile(r"""\\([ \t"'\\])|"((?:[^"\\]|\\.|\\$)*)"?|'([^']*)'?|([^"'\\]+|\\)""")
_ESCAPED = re.compile(r"""\\(["\\])""")
_QUOTES = ("'", '"')


class Word(NamedTuple):
    """A word without quotes and escapes; ``start`` and ``end`` exclude quotes around all of it."""

    value: str
    start: int
    end: int

    def is_literal(self, text: str) -> bool:
        """Return whether the word is written without escapes and further quotes."""
        return text[self.start : self.end] == self.value

    def is_quoted(self, text: str) -> bool:
        """Return whether the word is written with quotes or escapes."""
        return not self.is_literal(text) or text[: self.start].endswith(_QUOTES)


def words(text: str, start: int = 0) -> Iterator[Word]:
    """Yield the words of a text; an open quote extends to its end."""
    return (word_at(text, *match.span()) for match in _WORD.finditer(text, start))


def word_at(text: str, start: int, end: int) -> Word:
    """Return the word that is written between two offsets."""
    value = "".join(map(_part, _PART.finditer(text, start, end)))
    is_quoted = text.startswith(_QUOTES, start) and text[start + 1 : end - 1] == value
    return Word(value, start + 1, end - 1) if is_quoted else Word(value, start, end)


def _part(match: re.Match[str]) -> str:
    escaped, double_quoted, single_quoted, plain = match.groups("")
    return escaped + _ESCAPED.sub(r"\1", double_quoted) + single_quoted + plain
