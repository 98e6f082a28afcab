"""What a fix is: edits of text, in code points, that together remedy or silence a finding."""

from __future__ import annotations

import re
from bisect import bisect_right
from enum import Enum
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Position

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from framesage.text import Range, Source

_LINE_END = re.compile(r"\r\n|\n|\r")


class FixKind(Enum):
    """What a fix does about a finding: ``remedy`` it, ``clean`` up a setting, or ``settle`` it
    by a statement of the user's (an ignore, a trait, a decision)."""

    REMEDY = "remedy"
    CLEAN = "clean"
    SETTLE = "settle"


@frozen
class Edit:
    """Replaces a range of a file by a text; ``create`` means that the file is not there yet."""

    path: Path
    range: Range
    text: str
    create: bool = False


@frozen
class Fix:
    """Edits that belong together; the ``preferred`` one is what most people want."""

    title: str
    kind: FixKind
    edits: tuple[Edit, ...]
    preferred: bool = False


def line_end(source: Source) -> str:
    """Return the line end that a file uses: its first one."""
    found = _LINE_END.search(source.text)
    return found.group() if found else "\n"


def offset_of(source: Source, position: Position) -> int:
    """Return where a position stands in a file's text; past the end is the end."""
    if position.line >= len(source.lines):
        return len(source.text)
    begin = _line_starts(source)[position.line]
    return begin + min(position.character, len(source.line(position.line)))


def position_of(source: Source, offset: int) -> Position:
    """Return the position of an offset in a file's text."""
    starts = _line_starts(source)
    line = bisect_right(starts, offset) - 1
    return Position(line, offset - starts[line])


def _line_starts(source: Source) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(source.text))]


def apply_edits(source: Source, edits: Iterable[Edit]) -> str:
    """Return a file's text after edits; they must not overlap, and speak of the text before."""
    mine = (edit for edit in edits if edit.path == source.path)
    text = source.text
    for edit in sorted(mine, key=lambda one: one.range, reverse=True):
        begin, end = offset_of(source, edit.range.start), offset_of(source, edit.range.end)
        text = text[:begin] + edit.text + text[end:]
    return text


def shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
