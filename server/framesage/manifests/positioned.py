"""Requirements inside the strings of another format, with their ranges in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.extra_markers import group_with_extra
from framesage.manifests.model import Group, Origin, Requirement
from framesage.manifests.pep508 import parse_requirement
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.toml import Value


def requirement_from_string(
    text: str, content: Range, group: Group, origin: Origin = Origin.DIRECT
) -> Requirement | None:
    """Parse the requirement in a string; return None if there is none.

    ``content`` is the range of the string without its quotes. If the string has escapes or several
    lines, the requirement has that whole range.
    """
    parsed = parse_requirement(text)
    if parsed is None:
        return None
    return Requirement(
        name=parsed.name,
        range=subrange(text, content, parsed.start, parsed.end),
        name_range=subrange(text, content, parsed.start, parsed.name_end),
        extras=parsed.extras,
        specifier=parsed.specifier,
        marker=parsed.marker,
        url=parsed.url,
        group=group_with_extra(parsed.marker, group),
        origin=origin,
    )


def requirements_in_items(
    items: Iterable[Value], group: Group, origin: Origin = Origin.DIRECT
) -> Iterator[Requirement]:
    """Yield the requirements among items of a TOML array, including words without quotes."""
    for item in items:
        if item.kind in ("string", "other"):
            found = requirement_from_string(item.text, item.content, group, origin)
            if found:
                yield found


def subrange(text: str, content: Range, start: int, end: int) -> Range:
    """Return the range of a part of a string; the whole range if it has escapes or more lines."""
    first = content.start
    if content.end != Position(first.line, first.character + len(text)):
        return content
    return Range.on_line(first.line, first.character + start, first.character + end)
