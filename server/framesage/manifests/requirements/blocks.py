"""Read a file in blocks: a logical line with the comment lines directly below it.

The content of a block does not depend on anything outside it, and two lines tell whether a block
starts between them. After an edit, only the blocks that it touches are read again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from framesage.frozen import frozen
from framesage.manifests.manifest import is_pinned
from framesage.manifests.numbered import Numbered
from framesage.manifests.requirements.logical_lines import continues, is_comment
from framesage.text import ChangedLines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from framesage.manifests.model import Include, LocalPackage, Requirement
    from framesage.text import Range


class Details(NamedTuple):
    """The rarer content of a block: an included file, the range of further requirements on the same
    line, the heading above those that pip added, or a package without a name."""

    include: Include | None = None
    further: Range | None = None
    added_below: bool = False
    unnamed: LocalPackage | None = None


class Block(NamedTuple):
    """The content of a block, with ranges that count from its first line.

    ``annotated`` is whether it has a ``# via`` comment.
    """

    requirement: Requirement | None = None
    details: Details = Details()
    annotated: bool = False


@frozen
class Blocks:
    """The content of the blocks of a file; ``loose`` is the number of requirements that do not
    have one version."""

    requirements: Numbered[Requirement] = Numbered()
    details: Numbered[Details] = Numbered()
    annotated: Numbered[bool] = Numbered()
    loose: int = 0

    def edited(self, change: ChangedLines, fresh: Blocks) -> Blocks:
        """Return the content after an edit, with that of the blocks that it touched."""
        replaced = self.requirements.between(change.first, change.before)
        return Blocks(
            self.requirements.edited(change, fresh.requirements),
            self.details.edited(change, fresh.details),
            self.annotated.edited(change, fresh.annotated),
            self.loose - _count_loose(replaced) + fresh.loose,
        )


def read_blocks(
    lines: Sequence[str], read: Callable[[Sequence[str]], Block], first: int = 0
) -> Blocks:
    """Read lines, of which the first one starts a block; it is the line ``first`` of the file."""
    found: list[tuple[int, Block]] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and not _starts(lines, end):
            end += 1
        found.append((first + start, read(lines[start:end])))
        start = end
    listed = [(line, block.requirement) for line, block in found if block.requirement]
    detailed = [(line, block.details) for line, block in found if any(block.details)]
    annotated = [line for line, block in found if block.annotated]
    requirements = [requirement for _, requirement in listed]
    return Blocks(
        Numbered(requirements, [line for line, _ in listed]),
        Numbered([details for _, details in detailed], [line for line, _ in detailed]),
        Numbered([True] * len(annotated), annotated),
        _count_loose(requirements),
    )


def reread_blocks(
    before: Blocks,
    change: ChangedLines,
    old: Sequence[str],
    lines: Sequence[str],
    read: Callable[[Sequence[str]], Block],
) -> Blocks:
    """Read the blocks again that an edit touched: up to where blocks start before and after it."""
    first, end, shift = change.first, change.after, change.shift
    while first and not (_starts(old, first) and _starts(lines, first)):
        first -= 1
    while end < len(lines) and not (_starts(old, end - shift) and _starts(lines, end)):
        end += 1
    fresh = read_blocks(lines[first:end], read, first)
    return before.edited(ChangedLines(first, end - shift, end), fresh)


def _starts(lines: Sequence[str], number: int) -> bool:
    """Return whether a block starts on a line, or would start there below the last line."""
    if not 0 < number < len(lines):
        return True
    return not (is_comment(lines[number]) or continues(lines[number - 1]))


def _count_loose(requirements: Iterable[Requirement]) -> int:
    return sum(not is_pinned(requirement) for requirement in requirements)
