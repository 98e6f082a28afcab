"""The diagram as a tree for narrow pages: the conclusion on top, its evidence indented below.

It is made of nested lists, so that its boxes take the width there is, and their text wraps. What is
evidence for several things is below each of them; what is based on it is only below the first.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.report.html.diagram.wires import wire_classes
from framesage.report.html.markup import Markup, tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.report.html.diagram.boxes import Box
    from framesage.report.html.diagram.highlight import Highlight
    from framesage.report.html.diagram.selection import Selection
    from framesage.rulebase.model import Scale


@frozen
class Tree:
    """Draws the selected part of an inference graph as a tree."""

    selection: Selection
    boxes: Mapping[str, Box]
    scale: Scale
    highlight: Highlight
    drawn: set[str] = field(default_factory=set)

    def lists(self, label: str) -> Markup:
        """Return the tree, the favored framework first."""
        sources = {link.source for link in self.selection.links}
        roots = [name for name in reversed([*self.boxes]) if name not in sources]
        roots.sort(key=lambda name: "favored" not in self.boxes[name].classes)
        items = [tag("li", self._box(name), self._behind(name)) for name in roots]
        return tag("ul", *items, class_="tree", aria_label=label)

    def _behind(self, name: str) -> Markup | None:
        """Return what leads to a box, the strongest first; only the first time it is drawn."""
        if name in self.drawn:
            return None
        self.drawn.add(name)
        links = [link for link in enumerate(self.selection.links) if link[1].target == name]
        links.sort(key=lambda link: -link[1].weight)
        items = [
            tag("li", self._box(link.source), self._behind(link.source),
                class_=wire_classes(link, self.scale), data_id=self.highlight.wire(index))
            for index, link in links
        ]  # fmt: skip
        return tag("ul", *items) if items else None

    def _box(self, name: str) -> Markup:
        box = self.boxes[name]
        return tag(
            "a" if box.link else "div",
            tag("span", box.words, class_="title"),
            tag("span", f" {box.note}", class_="note") if box.note else None,
            class_=f"box {box.kind} {box.classes}".strip(),
            **self.highlight.box(name),
            **box.link,
        )
