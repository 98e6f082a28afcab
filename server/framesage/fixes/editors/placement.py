"""Where a new requirement belongs in a list: in the section of another one, at its sorted place."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from framesage.fixes.line_edits import insert_above, insert_below
from framesage.frozen import frozen
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.fixes.model import Edit
    from framesage.manifests.model import Requirement
    from framesage.text import Source

_FEWEST_SORTED = 3
"""Fewer names may be in alphabetical order by chance."""
_FEWEST_NEARLY_SORTED, _NEARLY = 6, 0.8
_SORT_KEYS: tuple[Callable[[str], str], ...] = (canonicalize_name, str.lower, str)
_IGNORE = re.compile(r"\s*#.*\bframesage:\s*ignore\b")
_DISABLED = re.compile(r"#\s*[\"']?[A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?\s*(?:[<>=~!]=|[<>]).*")
"""A requirement that is commented out; one without a version looks like a heading."""


@frozen
class Listed:
    """A requirement of a list: its name as written, and its first and its last line (from 0)."""

    name: str
    first: int
    last: int


def insert_line(
    text: str, name: str, listed: Sequence[Listed], beside: int, source: Source
) -> Edit:
    """Return the edit that inserts a line for a package where it belongs (see ``place``)."""
    index, first = place(name, listed, beside, source.lines)
    if index > first:
        return insert_below(source, listed[index - 1].last, text)
    return insert_above(source, line_above(listed[first].first, source.lines), text)


def place(
    name: str, listed: Sequence[Listed], beside: int, lines: Sequence[str]
) -> tuple[int, int]:
    """Return the index before which a name belongs, and that of the first item of its section.

    The section is that of the item ``beside``. The place is the sorted one if the section is
    sorted, or nearly so, and else its end.
    """
    first, end = section(listed, beside, lines)
    return first + _sorted_place([item.name for item in listed[first:end]], name), first


def written_name(requirement: Requirement, source: Source) -> str:
    """Return the name of a requirement as it is written, without quotes."""
    start, end = requirement.name_range
    return source.line(start.line)[start.character : end.character].strip("\"'")


def section(listed: Sequence[Listed], beside: int, lines: Sequence[str]) -> tuple[int, int]:
    """Return the first and the end index of a section: the items that no blank line and no line
    with a comment separates from one of them."""
    first, end = beside, beside + 1
    while first and not _are_apart(listed[first - 1], listed[first], lines):
        first -= 1
    while end < len(listed) and not _are_apart(listed[end - 1], listed[end], lines):
        end += 1
    return first, end


def line_above(number: int, lines: Sequence[str]) -> int:
    """Return the line above which to insert, so that ignore comments stay with the line below."""
    while number and _IGNORE.match(lines[number - 1]):
        number -= 1
    return number


def is_heading(line: str) -> bool:
    """Return whether a line is a comment on what is below, and not a requirement or an ignore."""
    text = line.strip()
    return text.startswith("#") and not _IGNORE.match(text) and not _DISABLED.fullmatch(text)


def _are_apart(one: Listed, other: Listed, lines: Sequence[str]) -> bool:
    return any(not line.strip() or is_heading(line) for line in lines[one.last + 1 : other.first])


def _sorted_place(names: Sequence[str], name: str) -> int:
    """Return where a name belongs among others; at the end if they are in no order."""
    for key in _SORT_KEYS if len(names) >= _FEWEST_SORTED else ():
        keys = [key(existing) for existing in names]
        if keys == sorted(keys):
            return bisect_left(keys, key(name))
    keys = [canonicalize_name(existing) for existing in names]
    return _nearly_sorted_place(keys, canonicalize_name(name))


def _nearly_sorted_place(keys: Sequence[str], key: str) -> int:
    """Return the place with most smaller keys before it and larger ones behind it."""
    in_order = [before <= after for before, after in pairwise(keys)]
    if len(keys) < _FEWEST_NEARLY_SORTED or sum(in_order) < _NEARLY * len(in_order):
        return len(keys)
    gains = accumulate((1 if other < key else -1 for other in keys), initial=0)
    return max(enumerate(gains), key=lambda place: place[1])[0]
