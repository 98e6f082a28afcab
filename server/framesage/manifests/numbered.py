"""What was read in a file, by the numbers of its lines.

An edit replaces some lines. What was read on all others stays the same objects, so that whoever
compares two readings of a file sees at once what has changed. The lists can have ten thousand
items, and this runs on every keystroke: loops are left to the standard library.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, Generic, TypeVar

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.text import ChangedLines

T = TypeVar("T")


@frozen
class Numbered(Generic[T]):
    """Items in the order of the file, and the number of the line on which each of them starts."""

    items: Sequence[T] = ()
    lines: Sequence[int] = ()

    def between(self, first: int, end: int) -> Sequence[T]:
        """Return the items that start on the lines from ``first`` to ``end`` (exclusive)."""
        return self.items[bisect_left(self.lines, first) : bisect_left(self.lines, end)]

    def edited(self, change: ChangedLines, fresh: Numbered[T]) -> Numbered[T]:
        """Return the items after an edit, with the ``fresh`` ones on the lines that changed."""
        first = bisect_left(self.lines, change.first)
        last = bisect_left(self.lines, change.before)
        below = self.lines[last:]
        if change.shift:
            below = [line + change.shift for line in below]
        items = kept(self.items[first:last], fresh.items)
        return Numbered(
            [*self.items[:first], *items, *self.items[last:]],
            [*self.lines[:first], *fresh.lines, *below],
        )


def kept(old: Sequence[T], fresh: Sequence[T]) -> list[T]:
    """Return the fresh items, and the old objects for those at both ends that are equal."""
    items = [*fresh]
    shortest, first, last = min(len(old), len(items)), 0, 1
    while first < shortest and items[first] == old[first]:
        items[first] = old[first]
        first += 1
    while last <= shortest - first and items[-last] == old[-last]:
        items[-last] = old[-last]
        last += 1
    return items
