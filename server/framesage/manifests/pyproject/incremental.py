"""Read a pyproject.toml with long lists of requirements quickly after an edit.

A line with nothing but a string and a comma is an item. In the *outline* of a file, one placeholder
replaces each long run of items. The outline is short to read, and most edits leave it unchanged;
the items are then read line by line, with a cache.
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

# No comments, because they can be ignore comments; no quotes that could close a string elsewhere;
# no characters that TOML forbids in a string.
_ITEM = re.compile(r"""[ \t]*"((?:(?!''')[^"\\\x00-\x08\x0a-\x1f\x7f]){0,500})",[ \t]*""")
_RUN = re.compile(rb"\x01{66,}")
_PLACEHOLDER = '"placeholder",'


class Run(NamedTuple):
    """The lines ``first`` to ``end`` (exclusive) of a run of items.

    The lines directly before and after are items too, so that everything around a run has the same
    neighbors in the outline.
    """

    first: int
    end: int


def flag_items(lines: Iterable[str]) -> bytes:
    """Return a byte for each line, which is 1 for an item."""
    return bytes(map(_is_item, lines))


def find_runs(flags: bytes) -> list[Run]:
    """Return the runs that are long enough to replace."""
    return [Run(found.start() + 1, found.end() - 1) for found in _RUN.finditer(flags)]


def outline_of(lines: Sequence[str], runs: Iterable[Run]) -> list[str]:
    """Return the lines, with a placeholder and empty lines instead of each run."""
    outline = list(lines)
    for first, end in runs:
        outline[first:end] = [_PLACEHOLDER, *[""] * (end - first - 1)]
    return outline


def expand(
    outline: Sequence[Requirement], lines: Sequence[str], runs: Iterable[Run]
) -> LazyRequirements | None:
    """Return the requirements of an outline, with those of the runs instead of the placeholders.

    Return None if a placeholder is missing, because its run is not a list of requirements.
    """
    ends, missing = dict(runs), {run.first for run in runs}
    unpositioned: list[Requirement] = []
    starts: list[int] = []
    for requirement in outline:
        start = requirement.range.start.line
        if start in ends:
            missing.discard(start)
            read = list(
                map(_item_reader(requirement.group, requirement.origin), lines[start : ends[start]])
            )
            unpositioned += filter(None, read)
            starts += compress(range(start, ends[start]), read)
        else:
            unpositioned.append(moved_requirement(requirement, -start))
            starts.append(start)
    return None if missing else LazyRequirements(unpositioned, starts)


def _is_item(line: str) -> bool:
    return _ITEM.fullmatch(line) is not None


@lru_cache(maxsize=16)
def _item_reader(group: Group, origin: Origin) -> Callable[[str], Requirement | None]:
    """Return a memoized function that reads an item as if it were on line 0."""
    return lru_cache(maxsize=32768)(partial(_read_item, group=group, origin=origin))


def _read_item(line: str, group: Group, origin: Origin) -> Requirement | None:
    item = _ITEM.fullmatch(line)
    if item is None:
        return None
    return requirement_from_string(item[1], Range.on_line(0, *item.span(1)), group, origin)
