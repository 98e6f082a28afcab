"""A passage: the words of a block, and where they are in the file."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.readme.blocks import Line
from framesage.manifests.readme.markers import LINK, LINK_END, without_control_characters
from framesage.text import Position, Range

if TYPE_CHECKING:
    from framesage.manifests.readme.blocks import Block
    from framesage.text import Source

_LINKED = re.compile(f"{LINK}[^{LINK_END}]*(?:{LINK_END}|$)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_PER_WORD = 2  # ideographs
_FEWEST_WORDS = {"paragraph": 3, "quote": 3}
_SENTENCE_END = re.compile(r"[.!?][\"')\]\u201d]*(?=\s|$)|[\u3002\uff01\uff1f]")


@frozen
class Passage:
    """The words of a block by line; ``unlinked_words`` is how many are outside of links."""

    lines: tuple[Line, ...]
    unlinked_words: int

    @property
    def text(self) -> str:
        """The words in one line."""
        return " ".join(line.text for line in self.lines)

    def is_prose(self, kind: str) -> bool:
        """Return whether it has some words outside of links, as a row of links has not."""
        return bool(self.lines) and self.unlinked_words >= _FEWEST_WORDS.get(kind, 1)

    def shortened(self, length: int, *, at_sentences: bool) -> Passage:
        """Return its first sentences, up to a length; without any, at most its first words."""
        text = self.text
        if len(text) <= length:
            return self
        ends = [end.end() for end in _SENTENCE_END.finditer(text, 0, length)]
        end = ends[-1] if ends else 0 if at_sentences else text.rfind(" ", 0, length + 1)
        return self._first(length if end < 0 else end)

    def range_in(self, source: Source) -> Range:
        """Return the range from its first to its last word in the file."""
        first, last = self.lines[0], self.lines[-1]
        start = source.line(first.number).find(first.text.split()[0])
        word = last.text.split()[-1]
        end = source.line(last.number).rfind(word) + len(word)
        if end < len(word) or start < 0 or (first.number == last.number and end <= start):
            start, end = 0, len(source.line(last.number))
        return Range(Position(first.number, start), Position(last.number, end))

    def _first(self, length: int) -> Passage:
        lines = []
        for line in self.lines:
            if length > 0:
                lines.append(Line(line.number, line.text[:length].rstrip()))
            length -= len(line.text) + 1
        return Passage(tuple(lines), self.unlinked_words)


def passage_of(block: Block) -> Passage:
    """Return the passage of a block."""
    lines = [Line(line.number, _words(line.text)) for line in block.lines]
    joined = "\n".join(line.text for line in block.lines)
    unlinked = _count_words(_LINKED.sub("", joined))
    return Passage(tuple(line for line in lines if line.text), unlinked)


def _words(text: str) -> str:
    plain = text.replace(LINK, "").replace(LINK_END, "")
    return " ".join(without_control_characters(html.unescape(plain)).split())


def _count_words(text: str) -> int:
    return len(_WORD.findall(text)) + len(_IDEOGRAPH.findall(text)) // _PER_WORD
