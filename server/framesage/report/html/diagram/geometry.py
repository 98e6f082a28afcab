"""The positions of boxes in their columns, and the curve of each link."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.report.html.diagram.layering import arrange, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framesage.explanation.inference_graph import Link
    from framesage.report.html.diagram.selection import Selection

_WIDTHS = (166.0, 200.0, 200.0, 112.0)
_NARROW, _WIDE = 48.0, 96.0  # gap between columns, with and without the third column
_TRUNK = 22.0
_PORT = 9.0  # distance of curves that end at the same box
_TRUNK_PREFIX = "trunk:"


@frozen
class Spot:
    """The position of a box: its left and right side, and its middle from the top."""

    left: float
    right: float
    middle: float


@frozen(slots=False)
class Geometry:
    """A selection with positions; links that skip the third column pass it in a trunk per goal."""

    selection: Selection
    heights: Mapping[str, float]
    spots: Mapping[str, Spot]
    width: float
    height: float

    def paths(self) -> list[str]:
        """Return the curve of each link as an SVG path."""
        links = self.selection.links
        starts = self._ports([link.source for link in links], [self._next(link) for link in links])
        ends = self._ports([link.target for link in links], [link.source for link in links])
        return [self._path(*ends_of) for ends_of in zip(links, starts, ends, strict=True)]

    def _next(self, link: Link) -> str:
        return _trunk(link, self.selection) or link.target

    def _ports(self, boxes: Sequence[str], others: Sequence[str]) -> list[float]:
        """Return where links meet their boxes: spread along a side, in the order of the others."""
        links_of = defaultdict[str, list[int]](list)
        for link, name in enumerate(boxes):
            links_of[name].append(link)
        ports = [0.0] * len(boxes)
        for name, links in links_of.items():
            links.sort(key=lambda link: self.spots[others[link]].middle)
            step = min(_PORT, 0.7 * self.heights[name] / len(links))
            first = self.spots[name].middle - step * (len(links) - 1) / 2
            for index, link in enumerate(links):
                ports[link] = first + step * index
        return ports

    def _path(self, link: Link, start: float, end: float) -> str:
        x, target = self.spots[link.source].right, self.spots[link.target].left
        trunk = self.spots.get(_trunk(link, self.selection))
        if trunk is None:
            return f"M{x:g} {start:g}{_curve(x, start, target, end)}"
        through = trunk.middle + (start - self.spots[link.source].middle) / 4
        into, out = _curve(x, start, trunk.left, through), _curve(trunk.right, through, target, end)
        return f"M{x:g} {start:g}{into}H{trunk.right:g}{out}"


def geometry(selection: Selection, heights: Mapping[str, float]) -> Geometry:
    """Find the positions of everything in a selection."""
    steps = list(_steps(selection))
    trunks = dict.fromkeys(end for step in steps for end in step if end.startswith(_TRUNK_PREFIX))
    observed, second, third, goals = selection.columns
    columns = arrange((observed, second, (*third, *trunks), goals), steps)
    tall = {**heights, **dict.fromkeys(trunks, _TRUNK)}
    layout = place([column for column in columns if column], steps, tall)
    spots: dict[str, Spot] = {}
    left, gap = 0.0, _NARROW if third else _WIDE
    for width, column in zip(_WIDTHS, columns, strict=True):
        for name in column:
            spots[name] = Spot(left, left + width, layout.middles[name])
        left += (width + gap) * bool(column)
    return Geometry(selection, heights, spots, left - gap, layout.height)


def _steps(selection: Selection) -> Iterator[tuple[str, str]]:
    for link in selection.links:
        trunk = _trunk(link, selection)
        if trunk:
            yield link.source, trunk
            yield trunk, link.target
        else:
            yield link.source, link.target


def _trunk(link: Link, selection: Selection) -> str:
    _, second, third, goals = selection.columns
    skips = third and link.source in second and link.target in goals
    return _TRUNK_PREFIX + link.target if skips else ""


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (x + to_x) / 2
    return f"C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}"
