"""Cache of assessments, one for each project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.lockfiles import is_lock
from framesage.project.include_paths import resolve_include
from framesage.project.readme import may_be_readme
from framesage.project.settings import SETTINGS_FILES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.project.model import Project


class AssessmentCache:
    """Assessments by the root of their project, each made on demand."""

    def __init__(self, assess: Callable[[Path], Assessment]) -> None:
        self._assess = assess
        self._assessments: dict[Path, Assessment] = {}

    def get(self, root: Path) -> Assessment:
        """Return the assessment of the project at a root."""
        if root not in self._assessments:
            self._assessments[root] = self._assess(root)
        return self._assessments[root]

    def projects(self) -> list[Project]:
        """Return the projects that have been assessed."""
        return [assessment.project for assessment in self._assessments.values()]

    def clear(self) -> None:
        """Drop all assessments."""
        self._assessments.clear()

    def drop_readers(self, path: Path, owner: Path | None = None) -> None:
        """Drop the assessments of the projects that read a file, and of the project ``owner``."""
        self._drop(lambda root, project: root in (path, owner) or reads(project, path))

    def drop_affected(self, path: Path) -> None:
        """Drop the assessments that a new or deleted file may affect: those of the projects that
        read it or are around it, and for settings and lock files, of those below it."""
        folder = path.parent
        applies_below = path.name in SETTINGS_FILES or is_lock(path.name)
        self._drop(
            lambda root, project: (
                root == path
                or reads(project, path)
                or folder.is_relative_to(root)
                or (applies_below and root.is_relative_to(folder))
            )
        )

    def _drop(self, is_stale: Callable[[Path, Project], bool]) -> None:
        assessments = self._assessments.items()
        for root in [root for root, found in assessments if is_stale(root, found.project)]:
            del self._assessments[root]


def reads(project: Project, path: Path) -> bool:
    """Return whether a project reads a file, or would read it if the file existed."""
    return reads_requirements(project, path) or may_be_readme(path, project)


def reads_requirements(project: Project, path: Path) -> bool:
    """Return whether a file is a dependency file of a project, or would be if it existed."""
    return any(
        manifest.source.path == path
        or any(
            resolve_include(include.target, manifest.source.path.parent) == path
            for include in manifest.includes
        )
        for manifest in project.manifests
    )
