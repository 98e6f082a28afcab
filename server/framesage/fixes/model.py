"""Fixes, the edits that they consist of, and applying edits to a text."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.text import Position

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from framesage.text import Range, Source

_LINE_END = re.compile(r"\r\n|\n|\r")


class FixKind(Enum):
    """What a fix does about a finding."""

    REMEDY = "remedy"
    """Adds or removes a requirement, as the finding's rule proposes."""
    CLEAN_UP = "clean-up"
    """Corrects or removes an ignore or a setting."""
    START = "start"
    """Starts with a framework; a person decides which one."""
    KIT = "kit"
    """Starts with a framework and the packages that it takes for the project's needs."""
    DECLARE = "declare"
    """Writes a decision of the user: an ignore, a trait, or the framework."""


CHOICES = frozenset((FixKind.START, FixKind.KIT, FixKind.DECLARE))
"""The kinds of fixes that write a choice of the user, instead of making it unnecessary."""


@frozen
class Edit:
    """Replaces a range of a file, in code points, by a text; ``create`` if the file is new."""

    path: Path
    range: Range
    text: str
    create: bool = False


@frozen
class Fix:
    """Edits that belong together; ``preferred`` if most users want this fix."""

    title: str
    kind: FixKind
    edits: tuple[Edit, ...]
    preferred: bool = False


def toml_string(text: str) -> str:
    """Return a string in TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def line_end(source: Source) -> str:
    """Return the first line end of a file; LF if it has none."""
    found = _LINE_END.search(source.text)
    return found.group() if found else "\n"


def apply_edits(source: Source, edits: Iterable[Edit]) -> str:
    """Return a file's text after edits, which must not overlap and refer to the original text."""
    text = source.text
    own_edits = [edit for edit in edits if edit.path == source.path]
    for edit in sorted(own_edits, key=lambda edit: edit.range, reverse=True):
        start, end = offset_of(source, edit.range.start), offset_of(source, edit.range.end)
        text = text[:start] + edit.text + text[end:]
    return text


def offset_of(source: Source, position: Position) -> int:
    """Return the offset of a position in a file's text, clipped to the text."""
    if position.line >= len(source.lines):
        return len(source.text)
    start = _line_starts(source)[position.line]
    return start + min(position.character, len(source.line(position.line)))


def position_of(source: Source, offset: int) -> Position:
    """Return the position of an offset in a file's text."""
    starts = _line_starts(source)
    line = bisect_right(starts, offset) - 1
    return Position(line, offset - starts[line])


@lru_cache(maxsize=4)
def _line_starts(source: Source) -> list[int]:
    return [0, *(match.end() for match in _LINE_END.finditer(source.text))]


def common_prefix_length(first: str, second: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((index for index, (a, b) in pairs if a != b), min(len(first), len(second)))
