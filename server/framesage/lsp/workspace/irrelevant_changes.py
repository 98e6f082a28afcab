"""Which changes on the disk matter to nobody: those among other people's code, and where the user
says to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.project.folder_names import is_excluded, is_ignored

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from framesage.project.model import Project


def is_left_out(path: Path, boundary: Path | None, projects: Iterable[Project]) -> bool:
    """Tell whether nothing is read at a path unless a file names it.

    ``boundary`` is the workspace folder around it, ``projects`` are those that are known.
    """
    folders = path.relative_to(boundary).parts[:-1] if boundary else ()
    return any(map(is_ignored, folders)) or any(_excludes(one, path) for one in projects)


def _excludes(project: Project, path: Path) -> bool:
    patterns = project.settings.exclude
    if not patterns or not path.is_relative_to(project.root):
        return False
    relative = path.relative_to(project.root)
    return any(is_excluded(one, patterns) for one in (relative, *relative.parents[:-1]))
