"""A passage: the words of a block, and where they are in the file."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from framesage.manifests.readme.blocks import Line
from framesage.manifests.readme.conventions import is_pointer
from framesage.manifests.readme.markers import LINK, LINK_END, erase, without_control_characters
from framesage.text import Position, Range

if TYPE_CHECKING:
    from framesage.manifests.readme.blocks import Block
    from framesage.text import Source

_LINKED = re.compile(f"{LINK}[^{LINK_END}]*(?:{LINK_END}|$)")
_SENTENCE = re.compile(r"\S.*?(?:[.!?](?=\s)|\Z)", re.DOTALL)
_SENTENCE_END = re.compile("[.!?][\"')\\]]*(?=\\s|$)|\u3002|\uff01|\uff1f")
_EMPTY = re.compile(r"\[\s*\]|\(\s*\)")
_BEFORE_SIGN = re.compile(r"(?<!\s)\s+(?=[.,;:!?](?:\s|$))")
_LETTER = re.compile(r"[^\W\d_]")
_FEW = 3
_SENTENCE_WORDS = 5
_IDEOGRAPHS = ("\u3040", "\u9fff")
_PER_WORD = 2  # ideographs


class Passage(NamedTuple):
    """The words of a block by line; ``unlinked`` is how many are outside of links."""

    lines: tuple[Line, ...]
    unlinked: int

    @property
    def is_prose(self) -> bool:
        """Whether it is more than a label or a row of links."""
        return self.unlinked >= _FEW or (self.unlinked > 1 and count_words(self.text) > _FEW)

    @property
    def is_subtitle(self) -> bool:
        """Whether a heading has enough words to be a sentence."""
        return self.unlinked >= _SENTENCE_WORDS

    @property
    def first_line(self) -> int:
        """The number of the line in the file where it begins."""
        return self.lines[0].number

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(line.text for line in self.lines)

    def shortened(self, length: int, *, at_sentences: bool) -> Passage:
        """Return its first sentences, up to a length; without any, at most its first words."""
        text = self.text
        if len(text) <= length:
            return self
        ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, length)]
        if ends or at_sentences:
            return self._first(ends[-1] if ends else 0)
        space = text.rfind(" ", 0, length + 1)
        return self._first(space if space > 0 else length)

    def range_in(self, source: Source) -> Range:
        """Return the range from its first to its last word in the file."""
        first, last = self.lines[0], self.lines[-1]
        start = max(source.line(first.number).find(first.text.split()[0]), 0)
        last_line, word = source.line(last.number), last.text.split()[-1]
        begin = last_line.rfind(word)
        end = begin + len(word) if begin >= 0 else len(last_line)
        return Range(Position(first.number, start), Position(last.number, end))

    def _first(self, length: int) -> Passage:
        lines = []
        for line in self.lines:
            if length > 0:
                lines.append(Line(line.number, line.text[:length].rstrip()))
            length -= len(line.text) + 1
        return Passage(tuple(line for line in lines if line.text), self.unlinked)


def passage_of(block: Block) -> Passage:
    """Return the passage of a block."""
    text = _SENTENCE.sub(_unless_pointer, "\n".join(line.text for line in block.lines))
    texts = zip(block.lines, text.split("\n"), strict=True)
    lines = (Line(line.number, _plain(text)) for line, text in texts)
    unlinked = count_words(_LINKED.sub("", text))
    return Passage(tuple(line for line in lines if line.text), unlinked)


def _unless_pointer(sentence: re.Match[str]) -> str:
    """Return a sentence, without its words if it only points to other pages."""
    points = LINK in sentence.group() and is_pointer(_plain(sentence.group()))
    return erase(sentence) if points else sentence.group()


def _plain(text: str) -> str:
    """Return the words of a text, with single spaces and without marks and empty brackets."""
    plain = html.unescape(text.replace(LINK, "").replace(LINK_END, ""))
    plain = _EMPTY.sub("", without_control_characters(plain))
    return " ".join(_BEFORE_SIGN.sub("", plain).split())


def count_words(text: str) -> int:
    """Return the number of words; without spaces between them, of half the ideographs."""
    low, high = _IDEOGRAPHS
    ideographs = 0 if text.isascii() else sum(low <= character <= high for character in text)
    words = sum(_LETTER.search(word) is not None for word in text.split())
    return max(words, ideographs // _PER_WORD)
