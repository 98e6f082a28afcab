"""A pyproject.toml with long lists of requirements: the lists apart, and what is around them.

Lines that hold a string and its comma, and nothing else, leave the reader of a list where it was,
so of a long run of them one stands for all: the *gist* of a file has a line in the run's place and
the others empty. It is short to read, and after most edits it is the same; the run's own lines are
then read one by one, and what was read before is known.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from framesage.manifests.lazy_requirements import LazyRequirements, moved_requirement
from framesage.manifests.positioned import requirement_from_string
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from framesage.manifests.model import Group, Origin, Requirement

# No comment, which may hold an ignore; no quotes that might close a string elsewhere; and nothing
# that TOML forbids in a string.
_ITEM = re.compile(r"""[ \t]*"((?:(?!''')[^"\\\x00-\x08\x0a-\x1f\x7f]){0,500})",[ \t]*""")
_RUN = re.compile(rb"\x01{66,}")
_STAND_IN = '"stand-in",'


class Run(NamedTuple):
    """The lines from ``first`` up to ``end``; those just outside are such lines too, so that what
    is around a run has the same neighbours in the gist."""

    first: int
    end: int


def marks_of(lines: Iterable[str]) -> bytes:
    """Return a byte for each line: whether it holds a string and its comma alone."""
    return bytes(map(_is_item, lines))


def runs_in(marks: bytes) -> list[Run]:
    """Return the runs that are long enough to be worth it."""
    return [Run(found.start() + 1, found.end() - 1) for found in _RUN.finditer(marks)]


def gist_of(lines: Sequence[str], runs: Iterable[Run]) -> list[str]:
    """Return the lines with one in the location of each run, at its first, and the others empty."""
    gist = list(lines)
    for first, end in runs:
        gist[first:end] = [_STAND_IN, *[""] * (end - first - 1)]
    return gist


def filled(
    gist: Sequence[Requirement], lines: Sequence[str], runs: Iterable[Run]
) -> LazyRequirements | None:
    """Return a gist's requirements with the runs' in the locations of those that stand for them.

    None where a run turns out to be no list of requirements: what it means is then unknown.
    """
    ends, unseen = dict(runs), {run.first for run in runs}
    as_read: list[Requirement] = []
    starts: list[int] = []
    for one in gist:
        start = one.range.start.line
        if start in ends:
            unseen.discard(start)
            read = list(map(_item_reader(one.group, one.origin), lines[start : ends[start]]))
            as_read += filter(None, read)
            starts += compress(range(start, ends[start]), read)
        else:
            as_read.append(moved_requirement(one, -start))
            starts.append(start)
    return None if unseen else LazyRequirements(as_read, starts)


def _is_item(line: str) -> bool:
    return _ITEM.fullmatch(line) is not None


@lru_cache(maxsize=16)
def _item_reader(group: Group, origin: Origin) -> Callable[[str], Requirement | None]:
    """Return who reads the lines of a run, each as if it were line 0; what it read, it knows."""
    return lru_cache(maxsize=32768)(partial(_read_item, group=group, origin=origin))


def _read_item(line: str, group: Group, origin: Origin) -> Requirement | None:
    item = _ITEM.fullmatch(line)
    if item is None:
        return None
    return requirement_from_string(item[1], Range.on_line(0, *item.span(1)), group, origin)
