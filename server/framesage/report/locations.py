"""Locations as every format names them: files relative to the project, columns in UTF-16 units."""

from __future__ import annotations

import os.path
from pathlib import PurePath
from typing import TYPE_CHECKING

from framesage.manifests.model import Origin
from framesage.text import utf16_units

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.analysis.model import Location
    from framesage.project.model import Project
    from framesage.text import Position


def relative(path: Path, base: Path) -> str:
    """Return a path as seen from a folder, with ``/``; absolute where it lies on another drive."""
    try:
        return PurePath(os.path.relpath(path, base)).as_posix()
    except ValueError:  # pragma: no cover - another drive, on Windows
        return path.as_posix()


def shown_path(path: Path, base: Path) -> str:
    """Return a path as people read it: short where it is below the folder they work in."""
    return relative(path, base) if path.is_relative_to(base) else path.as_posix()


def project_name(project: Project, base: Path) -> str:
    """Return how to call a project: where it is below a folder, or by its own folder's name."""
    start = project.start
    return start.name if start == base else shown_path(start, base)


def lsp_range(location: Location) -> dict[str, dict[str, int]]:
    """Return a location's range as LSP writes it: from 0, in UTF-16 units."""
    return {
        "start": _lsp_position(location, location.range.start),
        "end": _lsp_position(location, location.range.end),
    }


def _lsp_position(location: Location, position: Position) -> dict[str, int]:
    line = location.manifest.source.line(position.line)
    return {"line": position.line, "character": utf16_units(line, position.character)}


def location_name(location: Location, base: Path) -> str:
    """Return a location as compilers name it, with line and column from 1."""
    at = location.range.start
    return f"{shown_path(location.path, base)}:{at.line + 1}:{at.character + 1}"


def without_copies(locations: Sequence[Location]) -> list[Location]:
    """Drop locations in compiled files that repeat a requirement at another location.

    What a tool made of ``requirements.in`` says nothing that is not said there.
    """
    asked = {_name(one) for one in locations if not _is_copied(one)}
    return [one for one in locations if not (_is_copied(one) and _name(one) in asked)]


def _name(location: Location) -> str:
    return str(getattr(location.subject, "name", location.text))


def _is_copied(location: Location) -> bool:
    return getattr(location.subject, "origin", None) is Origin.VIA
