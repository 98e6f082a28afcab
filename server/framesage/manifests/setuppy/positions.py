"""Ranges of syntax tree nodes: ``ast`` counts UTF-8 bytes, Framesage counts code points."""

from __future__ import annotations

import ast
import re
import warnings
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_LENGTH = 100_000  # characters; no setup.py is longer
_OPENING = re.compile(r"[A-Za-z]{0,2}('''|\"\"\"|'|\")")


def parse(text: str) -> ast.Module | None:
    """Parse a text; return None if it is not valid Python, or too long."""
    if len(text) > _MAX_LENGTH:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # invalid escapes such as "\d" do not matter here
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


class StringLiteral(NamedTuple):
    """A string and the range of its content, without the quotes."""

    text: str
    range: Range


def string_literal(node: ast.Constant, lines: Sequence[str]) -> StringLiteral:
    """Return a string constant; the range of adjacent literals includes the inner quotes."""
    start, end = _span(node, lines)
    opening = _OPENING.match(_line(lines, start.line), start.character)
    if opening:
        quote = len(opening.group(1))
        start = Position(start.line, opening.end())
        end = Position(end.line, max(end.character - quote, 0))
    return StringLiteral(str(node.value), Range(start, max(start, end)))


def keyword_range(node: ast.keyword, lines: Sequence[str]) -> Range:
    """Return the range of the name of a keyword argument."""
    start, _ = _span(node, lines)
    return Range.on_line(start.line, start.character, start.character + len(node.arg or ""))


def _span(node: ast.Constant | ast.keyword, lines: Sequence[str]) -> tuple[Position, Position]:
    last, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
    return _position(node.lineno, node.col_offset, lines), _position(last, end, lines)


def _position(number: int, column: int, lines: Sequence[str]) -> Position:
    line = _line(lines, number - 1)
    if not line.isascii():
        column = bisect_left(_byte_offsets(line), column)
    return Position(number - 1, column)


@lru_cache(maxsize=8)  # one line can contain thousands of strings
def _byte_offsets(line: str) -> list[int]:
    """Return the UTF-8 offset of each character of a line, and of its end."""
    widths = (len(character.encode("utf-8", "surrogatepass")) for character in line)
    return list(accumulate(widths, initial=0))


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""
