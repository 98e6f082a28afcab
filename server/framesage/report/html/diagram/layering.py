"""Layered layout: the order of boxes in columns with few crossings, and their positions."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from statistics import fmean
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

GAP = 10.0
_SWEEPS = 12

Wire = tuple[str, str]
Columns = list[list[str]]


@frozen
class Layout:
    """The middle of each box, from the top, and the height of all."""

    middles: Mapping[str, float]
    height: float


def arrange(columns: Sequence[Sequence[str]], wires: Sequence[Wire]) -> Columns:
    """Return the columns in an order with few crossings.

    Each sweep sorts every column by the mean position of connected boxes (barycenter heuristic), in
    alternating directions; the best order wins.
    """
    beside = defaultdict[str, list[str]](list)
    for source, target in wires:
        beside[source].append(target)
        beside[target].append(source)
    current = [list(column) for column in columns]
    best, fewest = current, _crossings(current, wires)
    for sweep in range(_SWEEPS):
        current = _sweep(current, beside, backward=sweep % 2 == 0)
        crossings = _crossings(current, wires)
        if crossings < fewest:
            best, fewest = current, crossings
    return best


def _sweep(columns: Columns, beside: Mapping[str, list[str]], *, backward: bool) -> Columns:
    swept = [list(column) for column in columns]
    for column in reversed(swept) if backward else swept:
        rank = _ranks(swept)
        means = {
            box: fmean([rank[other] for other in beside[box]] or [rank[box]]) for box in column
        }
        column.sort(key=means.__getitem__)
    return swept


def _ranks(columns: Columns) -> dict[str, float]:
    """Return the position of each box in its column, in [0, 1]."""
    return {
        box: (index + 0.5) / len(column) for column in columns for index, box in enumerate(column)
    }


def _crossings(columns: Columns, wires: Iterable[Wire]) -> int:
    rank = {box: index for column in columns for index, box in enumerate(column)}
    column = {box: index for index, boxes in enumerate(columns) for box in boxes}
    between = defaultdict[tuple[int, int], list[tuple[int, int]]](list)
    for source, target in wires:
        between[column[source], column[target]].append((rank[source], rank[target]))
    return sum(
        (a[0] - b[0]) * (a[1] - b[1]) < 0
        for pairs in between.values()
        for a, b in combinations(pairs, 2)
    )


def place(columns: Columns, wires: Iterable[Wire], heights: Mapping[str, float]) -> Layout:
    """Return the positions of boxes: the tallest column evenly, the others beside their sources."""
    whole = max(_height(column, heights) for column in columns)
    before = defaultdict[str, list[str]](list)
    for source, target in wires:
        before[target].append(source)
    middles: dict[str, float] = {}
    for column in columns:
        gap = (whole - _height(column, heights)) / (len(column) + 1)
        top = gap
        wanted = []
        for box in column:
            even = top + heights[box] / 2
            top += heights[box] + GAP + gap
            sources = [middles[source] for source in before[box] if source in middles]
            wanted.append(fmean(sources) if sources else even)
        middles.update(_settle(column, wanted, heights, whole))
    return Layout(middles, whole)


def _height(column: Sequence[str], heights: Mapping[str, float]) -> float:
    return sum(heights[box] + GAP for box in column) - GAP


def _settle(
    column: Sequence[str], wanted: Sequence[float], heights: Mapping[str, float], whole: float
) -> dict[str, float]:
    """Return middles as close to the wanted ones as order and space allow."""
    middles = list(wanted)
    top = 0.0
    for index, box in enumerate(column):
        middles[index] = max(middles[index], top + heights[box] / 2)
        top = middles[index] + heights[box] / 2 + GAP
    bottom = whole
    for index, box in reversed(list(enumerate(column))):
        middles[index] = min(middles[index], bottom - heights[box] / 2)
        bottom = middles[index] - heights[box] / 2 - GAP
    return dict(zip(column, middles, strict=True))
