"""What was said of projects, kept until something changes that bears on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.lockfiles import is_lock
from framesage.project.includes import resolve
from framesage.project.settings import SETTINGS_FILES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.project.model import Project


class Assessments:
    """Assessments by the root of their project, each made when it is asked for."""

    def __init__(self, make: Callable[[Path], Assessment]) -> None:
        self._make = make
        self._made: dict[Path, Assessment] = {}

    def of(self, root: Path) -> Assessment:
        """Return what is said of the project at a root."""
        if root not in self._made:
            self._made[root] = self._make(root)
        return self._made[root]

    def projects(self) -> list[Project]:
        """Return the projects of which something is known to be said."""
        return [one.project for one in self._made.values()]

    def clear(self) -> None:
        """Drop all: anything may be new."""
        self._made.clear()

    def drop_of(self, path: Path, owner: Path | None = None) -> None:
        """Drop those of the projects that read a file, and that of its owner."""
        self._drop(lambda root, project: root in (path, owner) or reads(project, path))

    def drop_around(self, path: Path) -> None:
        """Drop those that a file may be new to, and those that its settings, or the versions that
        it locks, hold for."""
        folder, sets = path.parent, path.name in SETTINGS_FILES or is_lock(path.name)
        self._drop(
            lambda root, project: (
                root == path
                or reads(project, path)
                or folder.is_relative_to(root)
                or (sets and root.is_relative_to(folder))
            )
        )

    def _drop(self, is_stale: Callable[[Path, Project], bool]) -> None:
        stale = [root for root, one in self._made.items() if is_stale(root, one.project)]
        for root in stale:
            del self._made[root]


def reads(project: Project, path: Path) -> bool:
    """Tell whether a project reads a file, or would if it were there."""
    return any(
        one.source.path == path
        or any(resolve(each.target, one.source.path.parent) == path for each in one.includes)
        for one in project.manifests
    )
