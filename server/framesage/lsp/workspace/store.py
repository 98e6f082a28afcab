"""The state of the server: documents, the projects that they belong to, and their assessments.

A keystroke never reads the disk: files are read once, and again after a change, which the client
reports or a look at their times and sizes reveals.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from framesage.advice.shared_lists import with_own_findings
from framesage.advice.workspace import assess_project
from framesage.lsp.workspace.assessment_cache import (
    AssessmentCache,
    files_of,
    reads,
    reads_requirements,
    rule_paths_of,
)
from framesage.lsp.workspace.documents import Buffer, Documents
from framesage.lsp.workspace.folders import WorkspaceFolders
from framesage.lsp.workspace.invalidation import (
    is_beside,
    is_by_product,
    is_irrelevant_change,
    is_named,
    project_fingerprint,
)
from framesage.manifests import is_python, reader_by_name
from framesage.project import (
    ManifestCache,
    load_project,
    project_root_of,
    repository_root,
    resolve_settings,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.project import FileSystem, SettingsLayer
    from framesage.text import Source

MANY = 100
"""The number of changes on the disk from which on all projects are assessed again."""

_log = logging.getLogger(__name__)


class Store:
    """The open documents and the projects of a workspace."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._documents = Documents()
        self.buffers, self.uris = self._documents.buffers, self._documents.uris
        self._folders = WorkspaceFolders()
        self._cache = ManifestCache(self._documents.files)
        self._by_name: dict[Path, ManifestCache] = {}
        self._roots: dict[Path, Path | None] = {}
        self._repositories: dict[Path, Path] = {}
        self._assessments = AssessmentCache(self._assess)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The workspace folders."""
        return self._folders.paths

    def name(self, path: Path) -> None:
        """Count a document as a dependency file until it is closed: the client says that it is."""
        if not self._is_named(path):
            self._documents.name(path)
            self._clear_lookups()
            self._assessments.drop_affected(path)

    def _is_named(self, path: Path) -> bool:
        return reader_by_name(path) is not None or self._cache.is_named(path)

    def put(self, path: Path, buffer: Buffer) -> None:
        """Handle a document that was opened or changed."""
        is_new = path not in self.buffers
        if is_new and self._documents.is_as_saved(path, buffer.text) and not self._is_link(path):
            self._documents.put(path, buffer)
            return
        before = self._fingerprint(path)
        self._documents.put(path, buffer)
        is_named = self._is_named(path)
        affects_others = self._fingerprint(path) != before
        if is_new or affects_others:
            self._roots.clear()
            self._cache.forget_links()
        if (is_new and is_named) or affects_others:
            self._assessments.drop_affected(path)
        else:
            self._assessments.drop_readers(path, self._roots.get(path) if is_named else None)

    def close(self, path: Path) -> None:
        """Handle a document that was closed: its text is the disk's again."""
        was_named = self._cache.is_named(path)
        if self._documents.close(path) or was_named or self._is_link(path):
            self._clear_lookups()
            self._assessments.drop_affected(path)

    def save(self, path: Path) -> None:
        """Handle a document that was saved: other files in its folder may be new, too."""
        self._documents.forget(path)
        self._clear_lookups()
        self._assessments.drop_affected(path)

    def changed_on_disk(self, path: Path) -> bool:
        """Handle a file that was created, changed or deleted on the disk.

        Returns whether that can affect any project.
        """
        if is_by_product(path):
            self._documents.forget_file(path)
            return False
        is_relevant = self._is_relevant(path)
        self._documents.forget(path)
        if not is_relevant:
            return False
        self._clear_lookups()
        self._assessments.drop_affected(path)
        return True

    def disk_changes(self, near: Path | None = None) -> Iterator[Path | None]:
        """Look at all files and folders that were read, at first around a document.

        Yields what has changed since, and None for everything else.
        """
        return self._documents.stamps.changes(near)

    def has_read(self, path: Path) -> bool:
        """Return whether a file or folder was read from the disk, or the folder that it is in."""
        return self._documents.stamps.has_read(path)

    def unnamed_files(self) -> set[Path]:
        """Return the files that projects read, or would read, whatever their names are."""
        files = (path for project in self._assessments.projects() for path in files_of(project))
        return {path for path in files if not is_named(path)}

    def reread(self, paths: Iterable[Path]) -> bool:
        """Handle files and folders that were found to be different on the disk.

        Returns whether that can affect any project.
        """
        changed = list(self._documents.reread(paths))
        if len(changed) > MANY:
            self._clear_lookups()
            self._assessments.clear()
            return True
        relevant = [path for path in changed if self._is_relevant(path)]
        if relevant:
            self._clear_lookups()
        for path in relevant:
            self._assessments.drop_affected(path)
        return bool(relevant)

    def _is_link(self, path: Path) -> bool:
        """Return whether a path is another name of a file, so that opening it changes names."""
        return self._documents.is_link(path)

    def _clear_lookups(self) -> None:
        self._by_name.clear()
        self._cache.layouts.clear()
        self._cache.forget_links()
        self._cache.with_projects_below.clear()
        self._roots.clear()
        self._repositories.clear()

    def _is_relevant(self, path: Path) -> bool:
        projects, folder = self._assessments.projects(), self.folder_of(path)
        if any(reads(project, path) for project in projects):
            return True
        if is_by_product(path) or not (folder or is_beside(path, projects)):
            return False
        return not is_irrelevant_change(path, folder, projects)

    def configure(self, settings: SettingsLayer, folder: Path | None = None) -> bool:
        """Set the editor's settings, for the workspace or for one folder.

        Returns whether they changed.
        """
        have_changed = self._folders.configure(settings, folder)
        if have_changed:
            self._roots.clear()
            self._assessments.clear()
        return have_changed

    def set_folders(self, folders: tuple[Path, ...]) -> None:
        """Set the workspace folders; the root of a project is never outside of its folder."""
        self._folders.replace(folders, self._cache.real_path)
        self._roots.clear()
        self._assessments.clear()

    def folder_of(self, path: Path) -> Path | None:
        """Return the innermost workspace folder that contains a path."""
        return self._folders.containing(path)

    def root_of(self, path: Path) -> Path | None:
        """Return the root of the project that a document belongs to, or None."""
        if path not in self._roots:
            folder = self.folder_of(path)
            exclude = resolve_settings(self._folders.settings_of(folder)).exclude
            self._roots[path] = project_root_of(path, self._cache, folder, exclude)
        return self._roots[path]

    def assessment(self, root: Path) -> Assessment:
        """Return the assessment of the project at a root, without findings of other projects."""
        return with_own_findings(self._assessments.get(root), self._owner_of)

    def assessment_of(self, path: Path) -> Assessment | None:
        """Return the assessment of the project that a document belongs to, under its name."""
        root = self.root_of(path)
        if root is None:
            return None
        if self._is_other_name(path, root):
            return self._assessments.get(root, path)
        return self.assessment(root)

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

    def _owner_of(self, path: Path) -> Assessment | None:
        """Return the assessment of the closest project around a file, if it reads the file."""
        root = self.root_of(path)
        assessment = None if root is None else self._assessments.get(root)
        return assessment if assessment and path in assessment.project.paths else None

    def source_of(self, path: Path) -> Source | None:
        """Return the current text of a file: the open document's, or else the disk's."""
        return self._documents.source(path)

    def assessment_with(self, path: Path, text: str) -> Assessment | None:
        """Return the assessment that a document's project would have with another text there."""
        root = self.root_of(path)
        if root is None:
            return None
        name = path if self._is_other_name(path, root) else None
        return self._assess_from(self._new_cache(self._documents.with_text(path, text), name), root)

    def _new_cache(self, files: FileSystem, name: Path | None) -> ManifestCache:
        cache = ManifestCache(files, name)
        cache.layouts = self._cache.layouts
        cache.workspaces = self._cache.workspaces
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

    def _assess(self, root: Path, name: Path | None) -> Assessment:
        """Assess a project, with an open document under its name if it is given."""
        if name is None:
            return self._assess_from(self._cache, root)
        if name not in self._by_name:
            self._by_name[name] = self._new_cache(self._documents.files, name)
        return self._assess_from(self._by_name[name], root)

    def _assess_from(self, cache: ManifestCache, root: Path) -> Assessment:
        """Assess a project; settings up to the repository apply, as on the command line."""
        folder = self.folder_of(root)
        boundary = self._repository(folder or root)
        project = load_project(root, cache, boundary, self._folders.settings_of(folder))
        for path in rule_paths_of(project):
            self._documents.watch_rules(path)
        assessment = assess_project(project, self._today())
        if assessment.rule_errors:
            errors = "\n".join(map(str, assessment.rule_errors))
            _log.error("custom rules are not used because of errors:\n%s", errors)
        return assessment

    def _repository(self, path: Path) -> Path:
        """Return the repository that contains a path; the search goes through all its parents."""
        if path not in self._repositories:
            self._repositories[path] = repository_root(path, self._cache)
        return self._repositories[path]

    def _fingerprint(self, path: Path) -> object:
        if not self._is_named(path) and not self._cache.has_read(path):
            return None
        return project_fingerprint(self._cache.manifest(path))
