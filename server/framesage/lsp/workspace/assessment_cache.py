"""Cache of assessments, one for each project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.analysis.model import UseKind
from framesage.lsp.workspace.invalidation import applies_below
from framesage.project.readme import may_be_readme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from framesage.advice.model import Assessment
    from framesage.project.model import Project


class AssessmentCache:
    """Assessments by the root of their project, each made on demand.

    A project has another assessment for each file that is open under several names.
    """

    def __init__(self, assess: Callable[[Path, Path | None], Assessment]) -> None:
        self._assess = assess
        self._assessments: dict[tuple[Path, Path | None], Assessment] = {}

    def get(self, root: Path, name: Path | None = None) -> Assessment:
        """Return the assessment of the project at a root, with a file under another name."""
        key = root, name
        if key not in self._assessments:
            self._assessments[key] = self._assess(root, name)
        return self._assessments[key]

    def projects(self) -> list[Project]:
        """Return the projects that have been assessed."""
        return [assessment.project for assessment in self._assessments.values()]

    def known(self) -> list[Assessment]:
        """Return the assessment of each project that has been assessed."""
        return [found for (_, name), found in self._assessments.items() if name is None]

    def missing(self, roots: Iterable[Path]) -> int:
        """Return how many of the projects at these roots are not assessed yet."""
        return sum((root, None) not in self._assessments for root in roots)

    def clear(self) -> None:
        """Drop all assessments."""
        self._assessments.clear()

    def drop_readers(self, path: Path, owner: Path | None = None) -> None:
        """Drop the assessments of the projects that read a file, and of the project ``owner``."""
        self._drop(
            lambda root, found: (
                root in (path, owner) or reads(found.project, path) or depends_on(found, path)
            )
        )

    def drop_affected(self, path: Path) -> None:
        """Drop the assessments that a new or deleted file or folder may affect.

        Those are the ones of the projects that read it, are around it or in it, or look for
        something that they have not found, and for settings and lock files, of those in the same
        folder or below.
        """
        folder = path.parent
        around = folder if applies_below(path.name) else path
        self._drop(
            lambda root, found: (
                reads(found.project, path)
                or folder.is_relative_to(root)
                or root.is_relative_to(around)
                or bool(found.project.local.unread)
                or (found.framework.kind is UseKind.NONE and root.is_relative_to(folder))
            )
        )

    def drop_with_rules(self) -> None:
        """Drop the assessments of the projects with custom rules."""
        self._drop(lambda _, found: bool(_rules_of(found.project)))

    def _drop(self, is_stale: Callable[[Path, Assessment], bool]) -> None:
        assessments = self._assessments.items()
        for key in [key for key, found in assessments if is_stale(key[0], found)]:
            del self._assessments[key]


def depends_on(assessment: Assessment, path: Path) -> bool:
    """Return whether a project without a framework is below a file that may name one."""
    around = (manifest.source.path for manifest in assessment.project.around)
    return assessment.framework.kind is UseKind.NONE and path in around


def reads(project: Project, path: Path) -> bool:
    """Return whether a project reads a file, or would read it if the file existed."""
    return (
        reads_requirements(project, path)
        or may_be_readme(path, project)
        or any(path.is_relative_to(rules) for rules in rule_paths_of(project))
        or str(path) == project.settings.baseline
        or path in project.extended
    )


def _rules_of(project: Project) -> tuple[str, ...]:
    return (*project.settings.rule_paths, *project.settings.rule_packs)


def rule_paths_of(project: Project) -> list[Path]:
    """Return the files and folders of a project's custom rules."""
    return [project.root / rules for rules in project.settings.rule_paths]


def reads_requirements(project: Project, path: Path) -> bool:
    """Return whether a file is a dependency file of a project, or would be if it existed."""
    return path in project.paths


def files_of(project: Project) -> Iterator[Path]:
    """Yield the dependency files, included files, extended settings and rules of a project."""
    yield from project.paths
    yield from project.extended
    yield from rule_paths_of(project)
    if project.settings.baseline:
        yield Path(project.settings.baseline)
