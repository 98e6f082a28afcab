"""Blocks: a logical line and the comment lines right below it, which say who pulled it in.

What a block says depends on nothing outside it, so after an edit only the blocks that it touched
are read again; inside a block, lines count from its own first.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate, compress
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen
from framesage.manifests.requirements.logical_lines import continues

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from framesage.manifests.model import Include, Requirement
    from framesage.text import ChangedLines, Range

_REQUIREMENT, _ASIDE = attrgetter("requirement"), attrgetter("aside")


class Aside(NamedTuple):
    """What few blocks say: a file to include, who pulled the requirement in (``annotated``), or
    where further requirements stand on its line (``glued``)."""

    include: Include | None = None
    annotated: bool = False
    glued: Range | None = None


class Block(NamedTuple):
    """What a block says, and how many lines it has."""

    height: int
    requirement: Requirement | None = None
    aside: Aside | None = None


@frozen
class Blocks:
    """The blocks of a file in their order, and the line that each begins on.

    What asks all of them, as every keystroke does, leaves the loop to the standard library.
    """

    each: list[Block]
    starts: list[int]

    def requirements(self) -> tuple[list[Requirement], list[int]]:
        """Return the requirements as they were read, and the line that the block of each is on."""
        found = list(map(_REQUIREMENT, self.each))
        return list(filter(None, found)), list(compress(self.starts, found))

    def asides(self) -> list[tuple[Aside, int]]:
        """Return what else the blocks say, and the line that each is on."""
        found = list(map(_ASIDE, self.each))
        return list(compress(zip(found, self.starts, strict=True), found))


def read_blocks(lines: Sequence[str], read: Callable[[Sequence[str]], Block]) -> Blocks:
    """Return the blocks of a file, each read by ``read``."""
    return _from_heights(_blocks(lines, 0, len(lines), read))


def reread_blocks(
    before: Blocks,
    change: ChangedLines,
    lines: Sequence[str],
    read: Callable[[Sequence[str]], Block],
) -> Blocks:
    """Return the blocks after an edit: those it did not touch are taken over.

    A changed line may belong to the block above it, so reading begins with that one; it ends where
    a block begins below the edit that began there before.
    """
    first = max(bisect_right(before.starts, max(change.first - 1, 0)) - 1, 0)
    shift = change.after - change.before
    line = before.starts[first] if before.starts else 0
    fresh: list[Block] = []
    while line < len(lines):
        kept = bisect_left(before.starts, line - shift)
        old = line - shift
        if old >= change.before and kept < len(before.starts) and before.starts[kept] == old:
            return _spliced(before, first, fresh, kept, shift)
        fresh += _blocks(lines, line, line + 1, read)
        line += fresh[-1].height
    return _spliced(before, first, fresh, len(before.each), shift)


def _spliced(before: Blocks, first: int, fresh: list[Block], kept: int, shift: int) -> Blocks:
    each = [*before.each[:first], *fresh, *before.each[kept:]]
    if shift:
        return _from_heights(each)
    middle = accumulate((one.height for one in fresh[:-1]), initial=before.starts[first])
    return Blocks(each, [*before.starts[:first], *middle, *before.starts[kept:]])


def _from_heights(each: list[Block]) -> Blocks:
    starts = [0, *accumulate([one.height for one in each])]
    return Blocks(each, starts[:-1])


def _blocks(
    lines: Sequence[str], first: int, until: int, read: Callable[[Sequence[str]], Block]
) -> list[Block]:
    """Read the blocks that begin on the lines from ``first``, up to the line ``until``."""
    found = []
    while first < until:
        end = _end(lines, first)
        found.append(read(tuple(lines[first:end])))
        first = end
    return found


def _end(lines: Sequence[str], first: int) -> int:
    """Return the line after the block that begins on a line."""
    end = first + 1
    while end < len(lines) and continues(lines[end - 1]):
        end += 1
    while end < len(lines) and lines[end].lstrip().startswith("#"):
        end += 1
    return end
