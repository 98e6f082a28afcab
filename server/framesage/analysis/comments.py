"""Read the comments about a requirement, which may give the reason why it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.analysis.location import Location
    from framesage.text import Source

_MOST_LINES = 6


def comment_on(location: Location) -> str:
    """Return the comment after a requirement, and the one above it; "" without any.

    A comment above several requirements is a heading, and says nothing about one of them.
    """
    source, (start, end) = location.manifest.source, location.range
    beside = source.line(end.line)[end.character :].partition("#")[2]
    above = () if _is_item(source, end.line + 1) else _comments_above(source, start.line)
    return " ".join((*above, *beside.split()))


def _comments_above(source: Source, line: int) -> tuple[str, ...]:
    found: list[str] = []
    for number in range(line - 1, max(line - 1 - _MOST_LINES, -1), -1):
        text = source.line(number).strip()
        if not text.startswith("#"):
            break
        found[:0] = text.strip("#").split()
    return tuple(found)


def _is_item(source: Source, line: int) -> bool:
    """Return whether a line continues a list: it is neither blank, a comment nor a bracket."""
    text = source.line(line).strip()
    return bool(text) and not text.startswith(("#", "]", "[", ")"))
