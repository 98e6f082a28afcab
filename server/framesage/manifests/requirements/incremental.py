"""Read a file in blocks: a logical line with the comment lines directly below it.

The content of a block does not depend on anything outside it, so that only the blocks that an
edit touches are read again. Ranges in a block count from its own first line.
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

    from framesage.manifests.model import Include, LocalPackage, Requirement
    from framesage.text import ChangedLines, Range

_REQUIREMENT, _DETAILS = attrgetter("requirement"), attrgetter("details")


class Details(NamedTuple):
    """The rarer content of a block: an included file, a ``# via`` comment (``annotated``), the
    range of further requirements on the same line, the heading above those that pip added, or a
    package without a name."""

    include: Include | None = None
    annotated: bool = False
    further: Range | None = None
    added_below: bool = False
    unnamed: LocalPackage | None = None


class Block(NamedTuple):
    """The content of a block and its number of lines."""

    height: int
    requirement: Requirement | None = None
    details: Details | None = None


@frozen
class Blocks:
    """The blocks of a file in order, with their first lines.

    The methods run on every keystroke, and leave loops to the standard library for speed.
    """

    blocks: list[Block]
    starts: list[int]

    def requirements(self) -> tuple[list[Requirement], list[int]]:
        """Return the requirements relative to their blocks, and the first lines of these blocks."""
        found = list(map(_REQUIREMENT, self.blocks))
        return list(filter(None, found)), list(compress(self.starts, found))

    def details(self) -> list[tuple[Details, int]]:
        """Return the details, and the first lines of their blocks."""
        found = list(map(_DETAILS, self.blocks))
        return list(compress(zip(found, self.starts, strict=True), found))


def read_blocks(lines: Sequence[str], read: Callable[[Sequence[str]], Block]) -> Blocks:
    """Split a file into blocks, and read each of them with ``read``."""
    return _from_heights(_blocks(lines, 0, len(lines), read))


def reread_blocks(
    before: Blocks,
    change: ChangedLines,
    lines: Sequence[str],
    read: Callable[[Sequence[str]], Block],
) -> Blocks:
    """Read the blocks again after an edit, and reuse those that it did not touch.

    A changed line can belong to the block above, so that reading starts there. It ends at the
    first block below the edit that also started there before.
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
    return _spliced(before, first, fresh, len(before.blocks), shift)


def _spliced(before: Blocks, first: int, fresh: list[Block], kept: int, shift: int) -> Blocks:
    blocks = [*before.blocks[:first], *fresh, *before.blocks[kept:]]
    if shift:
        return _from_heights(blocks)
    middle = accumulate((block.height for block in fresh[:-1]), initial=before.starts[first])
    return Blocks(blocks, [*before.starts[:first], *middle, *before.starts[kept:]])


def _from_heights(blocks: list[Block]) -> Blocks:
    starts = [0, *accumulate([block.height for block in blocks])]
    return Blocks(blocks, starts[:-1])


def _blocks(
    lines: Sequence[str], first: int, until: int, read: Callable[[Sequence[str]], Block]
) -> list[Block]:
    """Read the blocks that start on the lines ``first`` to ``until`` (exclusive)."""
    found = []
    while first < until:
        end = _end(lines, first)
        found.append(read(tuple(lines[first:end])))
        first = end
    return found


def _end(lines: Sequence[str], first: int) -> int:
    """Return the line after the block that starts on a line."""
    end = first + 1
    while end < len(lines) and continues(lines[end - 1]):
        end += 1
    while end < len(lines) and lines[end].lstrip().startswith("#"):
        end += 1
    return end
