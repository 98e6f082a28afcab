"""Locations in the formats: relative paths, and ranges in UTF-16 units."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.project import relative
from framesage.text import utf16_units

if TYPE_CHECKING:
    from framesage.analysis.location import Location
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.text import Position


def shown_path(path: Path, base: Path) -> str:
    """Return a path relative to a folder if it is below it, else the absolute path."""
    return relative(path, base) if path.is_relative_to(base) else path.as_posix()


def rule_error_text(error: RuleError, base: Path) -> str:
    """Return an error in rules with the path of its file as somebody in a folder would write it."""
    return error.text(written_path(error.path, base))


def written_path(path: Path, base: Path) -> str:
    """Return a path as somebody in a folder would write it, such as ``../acme/rules.toml``."""
    if not path.is_relative_to(base) and any(map(path.is_relative_to, base.parents[:2])):
        return Path(os.path.relpath(path, base)).as_posix()
    return shown_path(path, base)


def project_name(project: Project, base: Path) -> str:
    """Return the name of a project: its path below a folder, or the name of that folder."""
    start = project.start
    return start.name if start == base else shown_path(start, base)


def lsp_range(location: Location) -> dict[str, dict[str, int]]:
    """Return a location's range in the form of LSP: from 0, in UTF-16 units."""
    return {
        "start": _lsp_position(location, location.range.start),
        "end": _lsp_position(location, location.range.end),
    }


def _lsp_position(location: Location, position: Position) -> dict[str, int]:
    line = location.manifest.source.line(position.line)
    return {"line": position.line, "character": utf16_units(line, position.character)}


def position_name(location: Location, base: Path) -> str:
    """Return a location as compilers name it, with line and column from 1."""
    start = location.range.start
    return f"{shown_path(location.path, base)}:{start.line + 1}:{start.character + 1}"
