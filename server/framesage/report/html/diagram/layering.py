"""Where boxes stand in their columns, so that few of the lines between them cross."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from statistics import fmean
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

GAP = 10.0
_ROUNDS = 12

Wire = tuple[str, str]
Columns = list[list[str]]


@frozen
class Layout:
    """The middle of each box, from the top, and the height of all."""

    middles: Mapping[str, float]
    height: float


def arrange(columns: Sequence[Sequence[str]], wires: Sequence[Wire]) -> Columns:
    """Return the columns in an order with few crossings.

    Each box goes to the mean of what it is wired to, column by column, forth and back; the best
    order that turns up is taken.
    """
    beside = defaultdict[str, list[str]](list)
    for source, target in wires:
        beside[source].append(target)
        beside[target].append(source)
    current = [list(column) for column in columns]
    best, fewest = current, _crossings(current, wires)
    for at in range(_ROUNDS):
        current = _sweep(current, beside, backward=at % 2 == 0)
        crossings = _crossings(current, wires)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def _sweep(columns: Columns, beside: Mapping[str, list[str]], *, backward: bool) -> Columns:
    done = [list(column) for column in columns]
    order = range(len(done))
    for at in reversed(order) if backward else order:
        rank = _ranks(done)
        own = {one: [rank[other] for other in beside[one]] or [rank[one]] for one in done[at]}
        done[at].sort(key=lambda one, own=own: fmean(own[one]))  # type: ignore[misc]
    return done


def _ranks(columns: Columns) -> dict[str, float]:
    """Return how far down its column each box stands, in [0, 1]."""
    return {one: (at + 0.5) / len(column) for column in columns for at, one in enumerate(column)}


def _crossings(columns: Columns, wires: Iterable[Wire]) -> int:
    rank = {one: at for column in columns for at, one in enumerate(column)}
    column = {one: at for at, names in enumerate(columns) for one in names}
    between = defaultdict[tuple[int, int], list[tuple[int, int]]](list)
    for source, target in wires:
        between[column[source], column[target]].append((rank[source], rank[target]))
    return sum(
        (a[0] - b[0]) * (a[1] - b[1]) < 0
        for pairs in between.values()
        for a, b in combinations(pairs, 2)
    )


def location(columns: Columns, wires: Iterable[Wire], heights: Mapping[str, float]) -> Layout:
    """Return where the boxes stand: the tallest column evenly, the others beside their sources."""
    whole = max(_tall(column, heights) for column in columns)
    before = defaultdict[str, list[str]](list)
    for source, target in wires:
        before[target].append(source)
    middles: dict[str, float] = {}
    for column in columns:
        spare = (whole - _tall(column, heights)) / (len(column) + 1)
        at = spare
        wanted = []
        for one in column:
            even = at + heights[one] / 2
            at += heights[one] + GAP + spare
            sources = [middles[other] for other in before[one] if other in middles]
            wanted.append(fmean(sources) if sources else even)
        middles.update(_settle(column, wanted, heights, whole))
    return Layout(middles, whole)


def _tall(column: Sequence[str], heights: Mapping[str, float]) -> float:
    return sum(heights[one] + GAP for one in column) - GAP


def _settle(
    column: Sequence[str], wanted: Sequence[float], heights: Mapping[str, float], whole: float
) -> dict[str, float]:
    """Return middles as near to the wanted ones as order and space allow."""
    middles = list(wanted)
    top = 0.0
    for at, one in enumerate(column):
        middles[at] = max(middles[at], top + heights[one] / 2)
        top = middles[at] + heights[one] / 2 + GAP
    bottom = whole
    for at, one in reversed(list(enumerate(column))):
        middles[at] = min(middles[at], bottom - heights[one] / 2)
        bottom = middles[at] - heights[one] / 2 - GAP
    return dict(zip(column, middles, strict=True))
