"""The projects that documents belong to, and their assessments.

A keystroke never reads the disk: the caches here hold what is known until an event drops it.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from framesage.advice.rule_sources import rule_sources
from framesage.advice.shared_ignores import is_whole, with_unused_ignores
from framesage.advice.shared_lists import owner, with_own_findings
from framesage.advice.workspace import assess_project
from framesage.lsp.workspace.assessment_cache import (
    AssessmentCache,
    Dropped,
    files_of,
    reads_requirements,
)
from framesage.lsp.workspace.documents import Documents
from framesage.lsp.workspace.folders import WorkspaceFolders
from framesage.lsp.workspace.invalidation import is_named
from framesage.lsp.workspace.rule_cache import RuleCache
from framesage.manifests import is_python, reader_by_name
from framesage.project import (
    ManifestCache,
    load_project,
    project_root_of,
    repository_root,
    resolve_settings,
    walk,
)
from framesage.project.reload import with_edited
from framesage.rulebase.load import LoadedRules, load_rule_base
from framesage.rulebase.packs.model import PACK_FILE, RuleSource
from framesage.rulebase.paths import is_builtin

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.advice.shared_lists import Owner
    from framesage.project import FileSystem
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.text import Source

MOST_MISSING = 20
"""The most projects that are assessed at once to tell whether an ignore is unused."""

_log = logging.getLogger(__name__)


class Projects:
    """The open documents and the projects of a workspace, as they are now."""

    def __init__(self, today: Callable[[], date]) -> None:
        self.today = today
        self._documents = Documents()
        self.buffers, self.uris = self._documents.buffers, self._documents.uris
        self._folders = WorkspaceFolders()
        self._cache = ManifestCache(self._documents.files)
        self._cache.split = self._documents.split
        self._by_name: dict[Path, ManifestCache] = {}
        self._roots: dict[Path, Path | None] = {}
        self._repositories: dict[Path, Path] = {}
        self._assessments = AssessmentCache(
            self._assess, lambda: (*self.roots, *map(self.root_of, self.buffers))
        )
        self._logged: dict[Path, tuple[RuleError, ...]] = {}
        self._rules = RuleCache(self._documents, self._documents.texts)
        self.structure = 0
        """A number that is another one whenever there may be other projects than before."""
        self.searched: tuple[Path, ...] = ()
        """The workspace folders of which all projects are known; none while any may be missing."""
        self.roots: tuple[Path, ...] = ()
        """The roots of all projects in these folders."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """The workspace folders."""
        return self._folders.paths

    def folder_of(self, path: Path) -> Path | None:
        """Return the innermost workspace folder that contains a path."""
        return self._folders.containing(path)

    def _forget_roots(self) -> None:
        """Decide again which folders are projects, and which one each file belongs to."""
        self._roots.clear()
        self.structure += 1
        self.searched = ()

    def root_of(self, path: Path) -> Path | None:
        """Return the root of the project that a document belongs to, or None."""
        if path not in self._roots:
            folder = self.folder_of(path)
            exclude = resolve_settings(self._folders.settings_of(folder)).exclude
            self._roots[path] = project_root_of(path, self._cache, folder, exclude)
        return self._roots[path]

    def assessment(self, root: Path) -> Assessment:
        """Return the assessment of the project at a root, without findings of other projects.

        Shared ignores that are unused are known as long as all projects of the workspace are.
        """
        found = with_own_findings(self._assessments.get(root), self._owner_of)
        if not found.project.shares_ignores or not is_whole(
            root, self.searched, self._cache.skipped
        ):
            return found
        known = {*self.roots, *filter(None, map(self.root_of, self.buffers))}
        below = [other for other in known if other != root and other.is_relative_to(root)]
        if self._assessments.missing(below) > MOST_MISSING:
            return found  # another request assesses them, in small steps
        return with_unused_ignores(found, [found, *map(self._assessments.get, below)])

    def assessment_of(self, path: Path) -> Assessment | None:
        """Return the assessment of the project that reports a document, under its name."""
        root = self.reporting_root(path)
        if root is None:
            return None
        if self._is_other_name(path, root):
            return self._assessments.get(root, path)
        return self.assessment(root)

    def reporting_root(self, path: Path) -> Path | None:
        """Return the root of the project that reports the findings in a file.

        This is the project that the file belongs to if it reads the file, or else the first known
        one that does: an inner project can include a file from the folder of an outer one.
        """
        root = self.root_of(path)
        if root is None or reads_requirements(self._assessments.get(root).project, path):
            return root
        projects = (found.project for found in self._assessments.known())
        readers = (item for item in projects if reads_requirements(item, path))
        return next((item.start for item in readers if self._is_current(item)), root)

    def is_reported(self, project: Project) -> bool:
        """Return whether a project is in a workspace folder, if there are any, or is open."""
        if not self._is_current(project):
            return False
        is_inside = not self.folders or self.folder_of(project.root) is not None
        return is_inside or any(item.source.path in self.buffers for item in project.manifests)

    def _is_current(self, project: Project) -> bool:
        """Return whether a project is still one.

        Settings can exclude it by now, or its files belong to a project that was begun around it.
        """
        files = (manifest.source.path for manifest in project.manifests)
        own = (path for path in files if path.is_relative_to(project.root))
        belong = (self.root_of(path) == project.start for path in own)
        return next(belong, True) or any(belong)  # nearly always, the first one tells

    def other_names(self, root: Path) -> list[Path]:
        """Return the open documents that are files of a project under another name."""
        return [
            path
            for path in self.buffers
            if self.root_of(path) == root and self._is_other_name(path, root)
        ]

    def _is_other_name(self, path: Path, root: Path) -> bool:
        """Return whether a document is a file that its project reads under another open name."""
        manifests = self._assessments.get(root).project.manifests
        names = {manifest.source.path for manifest in manifests}
        if path in names or path not in self.buffers:
            return False
        real_path = self._cache.real_path
        return real_path(path) in map(real_path, names)

    def _owner_of(self, path: Path) -> Owner | None:
        """Return the closest project around a file, if it reads the file and is reported itself."""
        root = self.root_of(path)
        found = None if root is None else self._assessments.get(root)
        if found is None or path not in found.project.paths or not self.is_reported(found.project):
            return None
        return owner(found)

    def source_of(self, path: Path) -> Source | None:
        """Return the current text of a file: the open document's, or else the disk's."""
        return self._documents.source(path)

    def saved_text(self, path: Path) -> str | None:
        """Return the text of a file on the disk, whether it is open or not."""
        return self._documents.saved_text(path)

    def assessment_with(self, path: Path, text: str) -> Assessment | None:
        """Return the assessment that a document's project would have with another text there."""
        root = self.reporting_root(path)
        if root is None:
            return None
        name = path if self._is_other_name(path, root) else None
        return self._assess_from(self._new_cache(self._documents.with_text(path, text), name), root)

    def _new_cache(self, files: FileSystem, name: Path | None) -> ManifestCache:
        cache = ManifestCache(files, name)
        cache.layouts = self._cache.layouts
        cache.workspaces = self._cache.workspaces
        cache.split = self._cache.split
        cache.with_projects_below = self._cache.with_projects_below
        return cache

    def is_dependency_file(self, path: Path) -> bool:
        """Return whether a document is a dependency file, by its name or because it is included."""
        if reader_by_name(path) is not None:
            return True
        if is_python(path) or self._cache.is_script(path):
            return self._cache.is_script(path)
        if self._cache.is_named(path):
            return True
        assessment = self.assessment_of(path)
        return assessment is not None and reads_requirements(assessment.project, path)

    def walk(self, folder: Path) -> Iterator[tuple[Path, bool]]:
        """Yield the folders in a workspace folder, and whether each is the root of a project."""
        exclude = resolve_settings(self._folders.settings_of(folder)).exclude
        return walk(folder, self._cache, exclude)

    def unnamed_files(self) -> set[Path]:
        """Return the files that projects read, or would read, whatever their names are."""
        files = (path for project in self._assessments.projects() for path in files_of(project))
        return {path for path in files if not is_named(path)}

    def _assess(self, root: Path, name: Path | None, before: Dropped | None) -> Assessment:
        """Assess a project, with an open document under its name if it is given."""
        if name is None:
            return self._assess_from(self._cache, root, before)
        if name not in self._by_name:
            self._by_name[name] = self._new_cache(self._documents.files, name)
        return self._assess_from(self._by_name[name], root, before)

    def _assess_from(
        self, cache: ManifestCache, root: Path, before: Dropped | None = None
    ) -> Assessment:
        """Assess a project, of which only edited files are looked at if that is enough."""
        old, edited = before or (None, None)
        project = with_edited(old.project, edited, cache) if old and edited else None
        project = project or self._load(cache, root)
        assessment = assess_project(project, self.today(), self._rules.load, old)
        self._log_errors(root, assessment.rule_errors)
        return assessment

    def _load(self, cache: ManifestCache, root: Path) -> Project:
        """Load a project; settings up to the repository apply, as on the command line."""
        folder = self.folder_of(root)
        boundary = self._repository(folder or root)
        return load_project(root, cache, boundary, self._folders.settings_of(folder))

    def _log_errors(self, root: Path, errors: tuple[RuleError, ...]) -> None:
        """Log the mistakes in the rules of a project once, until there are others."""
        if errors and self._logged.get(root) != errors:
            _log.error("custom rules are not used because of errors:")
            for error in errors:
                _log.error("%s", error)
        self._logged[root] = errors

    def rules_at(self, path: Path) -> LoadedRules | None:
        """Return the rules that a rule file or a ``pack.toml`` belongs to; None for other files."""
        if path.suffix != ".toml" or reader_by_name(path) is not None:
            return None
        if is_builtin(path):
            return LoadedRules(load_rule_base(whole=True))
        found = self._rules.rules_with(path)
        if found is None and (pack := self._pack_around(path)):
            return self._rules.load([RuleSource(pack)])
        if found is None and (root := self.root_of(path)):
            self._assessments.get(root)  # loads the rules of the project around the file
            return self._rules.rules_with(path)
        return found

    def rules_of(self, project: Project) -> LoadedRules:
        """Return the rules of a project."""
        return self._rules.load(rule_sources(project.settings, project.root, project.boundary))

    def known(self) -> list[Assessment]:
        """Return the assessments of projects that are up to date, without making others."""
        return self._assessments.known()

    def _pack_around(self, path: Path) -> Path | None:
        """Return the folder of the pack that a file is in, within the workspace folder."""
        folder = self.folder_of(path)
        around = [path.parent, *path.parent.parents]
        inside = [parent for parent in around if folder is None or parent.is_relative_to(folder)]
        return next((item for item in inside if self._cache.is_file(item / PACK_FILE)), None)

    def reads_rules(self, path: Path) -> bool:
        """Return whether custom rules are read from a file or folder."""
        return self._rules.reads(path)

    def _repository(self, path: Path) -> Path:
        """Return the repository that contains a path; the search goes through all its parents."""
        if path not in self._repositories:
            self._repositories[path] = repository_root(path, self._cache)
        return self._repositories[path]
