"""From what is drawn to where: columns, boxes, and the curve of each link."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.report.html.diagram.layering import arrange, location

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framesage.explanation.inference_graph import Link
    from framesage.report.html.diagram.selection import Picture

_WIDTHS = (166.0, 200.0, 200.0, 112.0)
_NARROW, _WIDE = 48.0, 96.0  # between columns: with the third of them, without
_TRUNK = 22.0
_PORT = 9.0  # between curves that meet at a box
_ACROSS = "trunk:"


@frozen
class Spot:
    """Where a box stands: its left and right side, and its middle from the top."""

    left: float
    right: float
    middle: float


@frozen(slots=False)
class Geometry:
    """A picture with locations; links that skip a column pass it in a trunk, one to each goal."""

    picture: Picture
    heights: Mapping[str, float]
    spots: Mapping[str, Spot]
    width: float
    height: float

    def paths(self) -> list[str]:
        """Return the curve of each link, as SVG writes paths."""
        links = self.picture.links
        starts = self._ports([one.source for one in links], [self._next(one) for one in links])
        ends = self._ports([one.target for one in links], [one.source for one in links])
        return [self._path(*each) for each in zip(links, starts, ends, strict=True)]

    def _next(self, link: Link) -> str:
        return _trunk(link, self.picture) or link.target

    def _ports(self, boxes: Sequence[str], others: Sequence[str]) -> list[float]:
        """Return where links meet their boxes: spread along the side, in the others' order."""
        meeting = defaultdict[str, list[int]](list)
        for at, name in enumerate(boxes):
            meeting[name].append(at)
        found = [0.0] * len(boxes)
        for name, own in meeting.items():
            own.sort(key=lambda at: self.spots[others[at]].middle)
            step = min(_PORT, 0.7 * self.heights[name] / len(own))
            first = self.spots[name].middle - step * (len(own) - 1) / 2
            for at, one in enumerate(own):
                found[one] = first + step * at
        return found

    def _path(self, link: Link, start: float, end: float) -> str:
        x, target = self.spots[link.source].right, self.spots[link.target].left
        trunk = self.spots.get(_trunk(link, self.picture))
        if trunk is None:
            return f"M{x:g} {start:g}{_curve(x, start, target, end)}"
        through = trunk.middle + (start - self.spots[link.source].middle) / 4
        into, out = _curve(x, start, trunk.left, through), _curve(trunk.right, through, target, end)
        return f"M{x:g} {start:g}{into}H{trunk.right:g}{out}"


def geometry(picture: Picture, heights: Mapping[str, float]) -> Geometry:
    """Find locations for all that is drawn."""
    steps = list(_steps(picture))
    trunks = dict.fromkeys(end for step in steps for end in step if end.startswith(_ACROSS))
    lines, seen, follows, goals = picture.columns
    columns = arrange((lines, seen, (*follows, *trunks), goals), steps)
    tall = {**heights, **dict.fromkeys(trunks, _TRUNK)}
    layout = location([column for column in columns if column], steps, tall)
    spots: dict[str, Spot] = {}
    left, gap = 0.0, _NARROW if follows else _WIDE
    for width, column in zip(_WIDTHS, columns, strict=True):
        for one in column:
            spots[one] = Spot(left, left + width, layout.middles[one])
        left += (width + gap) * bool(column)
    return Geometry(picture, heights, spots, left - gap, layout.height)


def _steps(picture: Picture) -> Iterator[tuple[str, str]]:
    for link in picture.links:
        trunk = _trunk(link, picture)
        if trunk:
            yield link.source, trunk
            yield trunk, link.target
        else:
            yield link.source, link.target


def _trunk(link: Link, picture: Picture) -> str:
    _, seen, follows, goals = picture.columns
    skips = follows and link.source in seen and link.target in goals
    return _ACROSS + link.target if skips else ""


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (x + to_x) / 2
    return f"C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}"
