"""What pointing at a box highlights: everything that it is based on, or that is based on it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.report.html.diagram.selection import Selection


@frozen(slots=False)
class Highlight:
    """The ids of boxes and links, which are the same in both layouts of a picture."""

    selection: Selection
    names: Sequence[str]

    def box(self, name: str) -> dict[str, str]:
        """Return the attributes of a box: its id, and the ids that it highlights."""
        return {
            "data_id": self._ids[name],
            "data_lights": " ".join(sorted(set(self._lights(name)))),
        }

    def wire(self, link: int) -> str:
        """Return the id of a link, given its index."""
        return f"w{link}"

    @cached_property
    def _ids(self) -> dict[str, str]:
        return {name: f"n{index}" for index, name in enumerate(self.names)}

    def _lights(self, name: str) -> Iterator[str]:
        """Yield the ids of a box and of everything before and after it, links included."""
        yield self._ids[name]
        for forward in (True, False):
            frontier = [name]
            while frontier:
                current = frontier.pop()
                for index, link in enumerate(self.selection.links):
                    near, far = (
                        (link.source, link.target) if forward else (link.target, link.source)
                    )
                    if near == current:
                        yield from (self.wire(index), self._ids[far])
                        frontier.append(far)
