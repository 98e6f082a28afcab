"""Logical lines: continuation lines are joined and comments removed, as in pip."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SINGLE_LINE = (0,)
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")


@frozen
class LogicalLine:
    """A logical line; ``offsets`` are the offsets in ``text`` at which physical lines start."""

    text: str
    comment: str
    first: int
    offsets: tuple[int, ...]

    def position(self, offset: int) -> Position:
        """Return the position in the file of an offset in ``text``."""
        part = bisect_right(self.offsets, offset) - 1
        return Position(self.first + part, offset - self.offsets[part])

    def range(self, start: int, end: int) -> Range:
        """Return the range of a part of ``text``; it never ends at the start of a line."""
        last = self.position(max(end - 1, start))
        extra = end - max(end - 1, start)
        return Range(self.position(start), Position(last.line, last.character + extra))


def logical_lines(lines: Sequence[str]) -> Iterator[LogicalLine]:
    """Yield the logical lines; that of a comment line has an empty text."""
    number = 0
    while number < len(lines):
        line, last = lines[number], number
        if "#" not in line and "\\" not in line:
            yield LogicalLine(line, "", number, _SINGLE_LINE)
        else:
            while last + 1 < len(lines) and continues(lines[last]):
                last += 1
            yield _join(lines, number, last)
        number = last + 1


def continues(line: str) -> bool:
    """Return whether the next line continues a line; comments have no continuation."""
    return line.endswith("\\") and not is_comment(line)


def is_comment(line: str) -> bool:
    """Return whether a line has nothing but a comment."""
    return line.lstrip().startswith("#")


def _join(lines: Sequence[str], first: int, last: int) -> LogicalLine:
    parts = [line.rstrip("\\") if continues(line) else line for line in lines[first : last + 1]]
    offsets = [0]
    for part in parts[:-1]:
        offsets.append(offsets[-1] + len(part))
    text = "".join(parts)
    start = _comment_start(text, offsets[-1] if is_comment(lines[last]) else len(text))
    return LogicalLine(text[:start], text[start:], first, tuple(offsets))


def _comment_start(text: str, comment_line: int) -> int:
    """Return where the comment starts; a comment on a line of its own needs no blank before it."""
    comment = _COMMENT.search(text) if "#" in text else None
    return min(comment.start(), comment_line) if comment else comment_line
