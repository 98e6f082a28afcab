"""Links to locations: to the file and line, and in an editor to the character."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

from framesage.frozen import frozen
from framesage.project import relative
from framesage.report.locations import lsp_range
from framesage.wording.locations import location_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from framesage.analysis.location import Location
    from framesage.project.model import Project


@frozen
class Paging:
    """The title of a page, the folder that paths are relative to, and the URLs of files."""

    title: str
    base: Path
    url: Callable[[Path], str]

    def to(self, location: Location) -> dict[str, str | int]:
        """Return the attributes of a link to a location."""
        start = lsp_range(location)["start"]
        href = f"{self.url(location.path)}#L{start['line'] + 1}"
        return {"href": href, "data_line": start["line"], "data_character": start["character"]}


def line_name(location: Location, project: Project) -> str:
    """Return the line of a location, with its file unless it is the only dependency file."""
    if is_in_only_file(location, project):
        return f"line {location.range.start.line + 1}"
    return location_name(project, location)


def is_in_only_file(location: Location, project: Project) -> bool:
    """Return whether a location is in the only dependency file, so that its line is enough."""
    return [manifest.source.path for manifest in project.manifests] == [location.path]


def file_url(path: Path, beside: Path) -> str:
    """Return the URL of a file for a page in a folder: relative, so that both can be moved."""
    name = relative(path, beside)
    return path.as_uri() if name == path.as_posix() else f"./{quote(os.fsencode(name))}"
