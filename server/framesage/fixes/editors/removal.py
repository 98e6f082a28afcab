"""Which lines to remove with a requirement, so that the list stays tidy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.placement import is_heading, line_above, section
from framesage.fixes.line_edits import remove_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.fixes.editors.placement import Listed
    from framesage.fixes.model import Edit
    from framesage.text import Source


def remove_listed(listed: Sequence[Listed], at: int, source: Source, top: int = 0) -> Edit:
    """Return the edit that removes the lines of an item of a list.

    Its ignore comments go with it and, if it is alone in its section, the comment above and a blank
    line. ``top`` is the first line of the list.
    """
    lines, item = source.lines, listed[at]
    first, last = line_above(item.first, lines), item.last
    if section(listed, at, lines) == (at, at + 1):
        first = _with_heading(first, lines, top)
        if not first and last + 1 < len(lines) and _is_blank(last + 1, lines, top):
            last += 1
        elif _is_blank(first - 1, lines, top) and _is_blank(last + 1, lines, top):
            first -= 1
    return remove_lines(source, first, last)


def _with_heading(first: int, lines: Sequence[str], top: int) -> int:
    """Return the first line of the comment above a line.

    At the top of a file, it is about the section only if other sections have comments, too.
    """
    number = first
    while number > top and is_heading(lines[number - 1]):
        number -= 1
    is_of_section = number or (first == 1 and any(map(is_heading, lines[first:])))
    return number if is_of_section else first


def _is_blank(number: int, lines: Sequence[str], top: int) -> bool:
    """Return whether a line is blank; the end of the file is."""
    return number >= top and (number >= len(lines) or not lines[number].strip())
