"""Places as links: to the file and line, and for an editor to the character."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framesage.report.places import lsp_range, shown_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from framesage.advice.model import Place


@dataclass(frozen=True, slots=True)
class Paging:
    """What a page is called, the folder that paths are shown from, and the URL of a file."""

    title: str
    base: Path
    url: Callable[[Path], str]

    def to(self, place: Place) -> dict[str, str | int]:
        """Return the attributes of a link to a place."""
        start = lsp_range(place)["start"]
        href = f"{self.url(place.path)}#L{start['line'] + 1}"
        return {"href": href, "data_line": start["line"], "data_character": start["character"]}


def line_name(place: Place, root: Path) -> str:
    """Return a place as people name it: ``requirements.txt:3``."""
    return f"{shown_path(place.path, root)}:{place.range.start.line + 1}"
