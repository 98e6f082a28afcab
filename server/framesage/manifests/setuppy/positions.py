"""Where the nodes of a syntax tree stand: ``ast`` counts bytes, Framesage code points."""

from __future__ import annotations

import ast
import re
import warnings
from bisect import bisect_left
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Sequence

_LONGEST = 300_000  # characters: longer ones are no setup.py, and take long to follow
_OPENING = re.compile(r"[A-Za-z]{0,2}('''|\"\"\"|'|\")")


def parse(text: str) -> ast.Module | None:
    """Return the tree of a text, or None where it is no Python (any more, or not yet)."""
    if len(text) > _LONGEST:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "\d" in their strings is their affair
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


@frozen
class Piece:
    """A string and where it stands, without its quotes."""

    text: str
    range: Range


def literal(node: ast.Constant, lines: Sequence[str]) -> Piece:
    """Return a string constant; of strings glued together the range has the inner quotes."""
    start, end = _span(node, lines)
    opening = _OPENING.match(_line(lines, start.line), start.character)
    if opening:
        quote = len(opening.group(1))
        start = Position(start.line, opening.end())
        end = Position(end.line, max(end.character - quote, 0))
    return Piece(str(node.value), Range(start, max(start, end)))


def keyword_range(node: ast.keyword, lines: Sequence[str]) -> Range:
    """Return where a keyword argument's name stands."""
    start, _ = _span(node, lines)
    return Range.on_line(start.line, start.character, start.character + len(node.arg or ""))


def _span(node: ast.Constant | ast.keyword, lines: Sequence[str]) -> tuple[Position, Position]:
    last, end = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
    return _position(node.lineno, node.col_offset, lines), _position(last, end, lines)


def _position(number: int, column: int, lines: Sequence[str]) -> Position:
    line = _line(lines, number - 1)
    return Position(number - 1, column if line.isascii() else bisect_left(_bytes(line), column))


@lru_cache(maxsize=8)  # a line can hold a hundred thousand strings
def _bytes(line: str) -> list[int]:
    """Return how many bytes stand before each character of a line, and before its end."""
    each = (len(one.encode("utf-8", "surrogatepass")) for one in line)
    return list(accumulate(each, initial=0))


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""
