"""The diagram as SVG, for pages that are wide enough: boxes in columns, and curves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.report.html.diagram.boxes import LINE
from framesage.report.html.diagram.geometry import geometry
from framesage.report.html.diagram.wires import wire_classes
from framesage.report.html.markup import Markup, join, tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.explanation.inference_graph import Link
    from framesage.report.html.diagram.boxes import Box
    from framesage.report.html.diagram.geometry import Spot
    from framesage.report.html.diagram.highlight import Highlight
    from framesage.report.html.diagram.selection import Selection
    from framesage.rulebase.model import Scale

_EDGE = 2.0


@frozen(slots=False)
class Diagram:
    """Draws the selected part of an inference graph."""

    selection: Selection
    boxes: Mapping[str, Box]
    scale: Scale
    highlight: Highlight

    def svg(self, label: str, described_by: str) -> Markup:
        """Return the SVG element; ``described_by`` is the id of the caption."""
        placed = geometry(self.selection, {name: box.height for name, box in self.boxes.items()})
        paths = enumerate(zip(self.selection.links, placed.paths(), strict=True))
        wires = join(self._wire(index, link, path) for index, (link, path) in paths)
        boxes = join(self._box(name, placed.spots[name]) for name in self.boxes)
        width, height = placed.width + 2 * _EDGE, placed.height + 2 * _EDGE
        return tag(
            "svg",
            tag("g", wires, class_="wires", aria_hidden="true"),
            boxes,
            viewBox=f"{-_EDGE:g} {-_EDGE:g} {width:g} {height:g}",
            width=width,
            height=height,
            class_=f"columns-{sum(map(bool, self.selection.columns))}",
            role="group",
            aria_label=label,
            aria_describedby=described_by,
        )

    def _wire(self, index: int, link: Link, path: str) -> Markup:
        classes = wire_classes(link, self.scale)
        return tag("path", d=path, class_=classes, data_id=self.highlight.wire(index))

    def _box(self, name: str, spot: Spot) -> Markup:
        box = self.boxes[name]
        top = spot.middle - box.height / 2
        rect = tag(
            "rect", x=spot.left, y=top, width=spot.right - spot.left, height=box.height, rx=6
        )
        texts = [(line, "title") for line in box.title] + [(box.note, "note")] * bool(box.note)
        lines = [
            tag("text", text, x=spot.left + 10, y=top + 20 + LINE * number, class_=kind)
            for number, (text, kind) in enumerate(texts)
        ]
        return tag(
            "a" if box.link else "g",
            tag("title", box.name),
            rect,
            join(lines),
            class_=f"box {box.kind} {box.classes}".strip(),
            **self.highlight.box(name),
            **box.link,
        )
