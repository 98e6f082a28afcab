"""How many findings of one rule a file gets: nobody reads more, and a file may have thousands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.analysis.location import Location

MOST_PER_FILE = 100
"""The most findings of one rule in one file, beside those on lines with an ignore."""


def listed(locations: Sequence[Location]) -> Iterator[tuple[Location, int]]:
    """Yield the locations to report, the last one of a file with how many more it has.

    Those on lines with an ignore are always reported: the ignore would be unused without them.
    """
    if len(locations) <= MOST_PER_FILE:
        yield from ((location, 0) for location in locations)
        return
    counts = Counter(location.path for location in locations)
    ignored: dict[Path, set[int]] = {}
    seen: Counter[Path] = Counter()
    for location in locations:
        path = location.path
        seen[path] += 1
        if seen[path] < MOST_PER_FILE:
            yield location, 0
        elif seen[path] == MOST_PER_FILE:
            yield location, counts[path] - MOST_PER_FILE
            ignored[path] = {found.range.start.line for found in location.manifest.ignores}
        elif location.range.start.line in ignored[path]:
            yield location, 0
