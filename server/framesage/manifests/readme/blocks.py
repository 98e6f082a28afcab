"""Split plain text into blocks: headings, paragraphs, items of lists and quotes."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen
from framesage.manifests.readme.markers import BREAK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RULE = re.compile(r"([=\-~^\"'`#*+.:_])\1+")
"""A line of punctuation: an underline or overline of a heading, or a rule between blocks."""
_STARTS = {
    "heading": re.compile(r"(?P<sign>#{1,6})(?:[ ]+|(?=[^\s#\d]))(?P<text>(?:.*[^ #])?)[ #]*"),
    "item": re.compile(r"(?:[-*+\u2022]|\d{1,3}[.)])[ ]+(?P<text>.*)"),
    "quote": re.compile(r"(?:>[ ]?)+(?:#+ )?(?P<text>.*)"),
}
_LEVELS = {"=": 1, "-": 2}
_LOWER = 3
_CODE_INDENT = " " * 4


class Line(NamedTuple):
    """The text of a line or a part of it, with the number of the line in the file."""

    number: int
    text: str


@frozen
class Block:
    """A block of text; ``kind`` is heading, paragraph, item or quote, ``level`` of a heading."""

    kind: str
    lines: tuple[Line, ...]
    level: int = 0


def split_blocks(plain: str) -> Iterator[Block]:
    """Yield the blocks of a text; rules between blocks and indented code are left out."""
    for group in _groups(plain):
        yield from _blocks(group)


def _groups(plain: str) -> Iterator[list[Line]]:
    """Yield the lines between blank lines and breaks."""
    group: list[Line] = []
    after_blank = True
    for number, whole in enumerate(plain.split("\n")):
        is_code = after_blank and not group and whole.startswith(_CODE_INDENT)
        after_blank = not whole.strip(" ") or (is_code and BREAK not in whole)
        for part, text in enumerate(whole.split(BREAK)):
            if group and (part or not text.strip()):
                yield group
                group = []
            if text.strip() and not (is_code and not part):
                group.append(Line(number, text.strip()))
    if group:
        yield group


def _blocks(group: Iterable[Line]) -> Iterator[Block]:
    block: Block | None = None
    for line in group:
        rule = _RULE.fullmatch(line.text)
        start = None if rule else _start(line)
        if block and (rule or start or block.kind == "heading") and not _continues(start, block):
            yield _underlined(block, rule[1]) if rule else block
            block = None
        if not rule:
            block = _joined(block, start or Block("paragraph", (line,)))
    if block:
        yield block


def _start(line: Line) -> Block | None:
    """Return the block that a line starts with a sign, if any."""
    for kind, pattern in _STARTS.items():
        match = pattern.fullmatch(line.text)
        if match:
            level = len(match["sign"]) if kind == "heading" else 0
            return Block(kind, (Line(line.number, match["text"]),), level)
    return None


def _continues(start: Block | None, block: Block) -> bool:
    return start is not None and start.kind == block.kind == "quote"


def _joined(block: Block | None, more: Block) -> Block:
    return replace(block, lines=(*block.lines, *more.lines)) if block else more


def _underlined(block: Block, sign: str) -> Block:
    if block.kind != "paragraph" or len(block.lines) > 1:
        return block
    return Block("heading", block.lines, _LEVELS.get(sign, _LOWER))
