"""Requirements written as text inside another format's strings, placed in their file."""

from __future__ import annotations

from framesage.manifests.model import Group, Origin, Requirement
from framesage.manifests.pep508 import parse_requirement
from framesage.memoize import memoize_short
from framesage.text import Position, Range


@memoize_short(32768)  # a keystroke changes one string; the others are known
def requirement_from_string(
    text: str, content: Range, group: Group, origin: Origin = Origin.DIRECT
) -> Requirement | None:
    """Return the requirement that a string says, or None where it says none.

    ``content`` is where the string stands, without its quotes. Where it is not written there
    letter by letter (escapes, several lines), the whole of it is the requirement's location.
    """
    parsed = parse_requirement(text)
    if parsed is None:
        return None
    return Requirement(
        parsed.name,
        subrange(text, content, parsed.start, parsed.end),
        subrange(text, content, parsed.start, parsed.name_end),
        parsed.extras,
        parsed.specifier,
        parsed.marker,
        parsed.url,
        group,
        origin,
    )


def subrange(text: str, content: Range, start: int, end: int) -> Range:
    """Return the range of a part of a string; with escapes or several lines, all of it."""
    begin = content.start
    if content.end != Position(begin.line, begin.character + len(text)):
        return content
    return Range.on_line(begin.line, begin.character + start, begin.character + end)
