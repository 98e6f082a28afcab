"""Requirements written as TOML strings, placed in their file."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.manifests.model import Group, Origin, Requirement
from framesage.manifests.pep508 import parse_requirement
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.toml import Value


def requirements_in(
    array: Value | None, group: Group, origin: Origin = Origin.DIRECT
) -> Iterator[Requirement]:
    """Yield the requirements of an array; words that lost their quotes count too."""
    for item in array.items if array else ():
        if found := _requirement(item, group, origin):
            yield found


@lru_cache(maxsize=32768)  # a keystroke changes one string; the others are known
def _requirement(item: Value, group: Group, origin: Origin) -> Requirement | None:
    parsed = parse_requirement(item.text) if item.kind in ("string", "other") else None
    if parsed is None:
        return None
    return Requirement(
        parsed.name,
        _part(item, parsed.start, parsed.end),
        _part(item, parsed.start, parsed.name_end),
        parsed.extras,
        parsed.specifier,
        parsed.marker,
        parsed.url,
        group,
        origin,
    )


def _part(item: Value, start: int, end: int) -> Range:
    """Return the range of a part of a string; with escapes or several lines, all of it."""
    begin = item.content.start
    if item.content.end != Position(begin.line, begin.character + len(item.text)):
        return item.content
    return Range.on_line(begin.line, begin.character + start, begin.character + end)
