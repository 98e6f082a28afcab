"""Cache of assessments, one for each project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from framesage.analysis.model import UseKind
from framesage.lsp.workspace.invalidation import applies_below, outermost_owner
from framesage.project.readme import may_be_readme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from framesage.advice.model import Assessment
    from framesage.project.model import Project


MOST_UNUSED = 100
"""How many assessments of projects that are not in use are kept."""


class Dropped(NamedTuple):
    """An assessment that is out of date: files were ``edited``, or with None, anything else."""

    assessment: Assessment
    edited: tuple[Path, ...] | None


class AssessmentCache:
    """Assessments by the root of their project, each made on demand.

    A project has another assessment for each file that is open under several names. Those of
    projects that are ``in_use`` stay; of the others, which were closed, a number is kept.
    """

    def __init__(
        self,
        assess: Callable[[Path, Path | None, Dropped | None], Assessment],
        in_use: Callable[[], Iterable[Path | None]],
    ) -> None:
        """Make assessments with a function of a root, a name, and what was dropped before."""
        self._assess, self._in_use = assess, in_use
        self._most = MOST_UNUSED
        self._assessments: dict[tuple[Path, Path | None], Assessment] = {}
        self._dropped: dict[tuple[Path, Path | None], Dropped] = {}

    def get(self, root: Path, name: Path | None = None) -> Assessment:
        """Return the assessment of the project at a root, with a file under another name."""
        key = root, name
        if key not in self._assessments:
            before = self._dropped.pop(key, None)
            self._make_room()
            self._assessments[key] = self._assess(root, name, before)
        return self._assessments[key]

    def __len__(self) -> int:
        return len(self._assessments) + len(self._dropped)

    def _make_room(self) -> None:
        """Forget the oldest assessments that are not in use, if there are too many."""
        if len(self) < self._most:
            return
        used = set(self._in_use())
        for known in (self._dropped, self._assessments):
            unused = [key for key in known if key[0] not in used]
            for key in unused[: -MOST_UNUSED // 2]:
                del known[key]
        self._most = len(self) + MOST_UNUSED // 2

    def projects(self) -> list[Project]:
        """Return the projects that have been assessed."""
        return [assessment.project for assessment in self._assessments.values()]

    def forget_edits(self, path: Path) -> None:
        """Load the projects as a whole that were dropped and read a file that has changed."""
        for key, (assessment, _) in self._dropped.items():
            if reads(assessment.project, path):
                self._dropped[key] = Dropped(assessment, None)

    def known(self) -> list[Assessment]:
        """Return the assessment of each project that has been assessed."""
        return [found for (_, name), found in self._assessments.items() if name is None]

    def missing(self, roots: Iterable[Path]) -> int:
        """Return how many of the projects at these roots are not assessed yet."""
        return sum((root, None) not in self._assessments for root in roots)

    def clear(self) -> None:
        """Drop all assessments."""
        self._assessments.clear()
        self._dropped.clear()

    def drop_readers(self, path: Path, owner: Path | None = None) -> None:
        """Drop the assessments that an edit affects which leaves the structure as it is.

        Those are the ones of the projects that read the file, and of the project ``owner``.
        """
        self._drop(
            lambda root, found: (
                root in (path, owner) or reads(found.project, path) or depends_on(found, path)
            ),
            path,
        )

    def drop_affected(self, path: Path, declares_framework: Callable[[Path], bool]) -> None:
        """Drop the assessments that a new or deleted file or folder may affect.

        Those are the ones of the projects that read it, are around it or in it, or look for
        something that they have not found, and for settings and lock files, of those in the same
        folder or below. The file can begin or end a project in its folder, in which case the
        framework that settings declare there no longer applies to subfolders, or applies again.
        """
        folder, owner = path.parent, outermost_owner(path)
        around = folder if applies_below(path.name) else path
        around = next(filter(declares_framework, (owner, folder)), around)
        self._drop(
            lambda root, found: (
                reads(found.project, path)
                or folder.is_relative_to(root)
                or root.is_relative_to(around)
                or bool(found.project.local.unread)
                or (found.framework.kind is UseKind.NONE and root.is_relative_to(owner))
            )
        )

    def drop_with_rules(self) -> None:
        """Drop the assessments of the projects with custom rules."""
        self._drop(lambda _, found: bool(_rules_of(found.project)))

    def _drop(
        self, is_stale: Callable[[Path, Assessment], bool], edited: Path | None = None
    ) -> None:
        """Drop assessments because of an edited file, or of anything.

        Nobody knows what concerns one that was dropped before, so everything does.
        """
        for key, (assessment, paths) in self._dropped.items():
            known = None if paths is None or edited is None else _with(paths, edited)
            self._dropped[key] = Dropped(assessment, known)
        assessments = self._assessments.items()
        for key in [key for key, found in assessments if is_stale(key[0], found)]:
            paths = None if edited is None else (edited,)
            self._dropped[key] = Dropped(self._assessments.pop(key), paths)


def _with(paths: tuple[Path, ...], path: Path) -> tuple[Path, ...]:
    return paths if path in paths else (*paths, path)


def depends_on(assessment: Assessment, path: Path) -> bool:
    """Return whether a project without a framework is below a file that may name one."""
    around = (manifest.source.path for manifest in assessment.project.around)
    return path in around and assessment.framework.kind is UseKind.NONE


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
