"""What the server knows: open buffers, remembered files, and the assessments made of them.

No LSP types, and no disk on the way of a keystroke: files are read once and forgotten when the
client says that they changed.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from framesage.advice.workspace import assess_project
from framesage.frozen import frozen
from framesage.lsp.workspace.assessment_cache import Assessments, reads
from framesage.lsp.workspace.folders import Folders
from framesage.lsp.workspace.irrelevant_changes import is_left_out
from framesage.lsp.workspace.project_fingerprint import bearing
from framesage.manifests import is_python, reader_for
from framesage.manifests.lockfiles import is_lock
from framesage.project import (
    CachedFileSystem,
    Disk,
    ManifestCache,
    Overlay,
    load_project,
    project_root_of,
    repository_root,
    resolve_settings,
    walk,
)
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.project import SettingsLayer

_log = logging.getLogger(__name__)


@frozen
class Buffer:
    """An open document: its text, and the version and URI that the client gave it."""

    text: str
    version: int | None
    uri: str


class Store:
    """The open documents and the projects they belong to."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self.buffers: dict[Path, Buffer] = {}
        self.uris: dict[Path, str] = {}
        """How the client writes what it has, or had, open: not all write a path as we do."""
        self._folders = Folders()
        self._texts: dict[Path, str] = {}
        self._disk = CachedFileSystem(Disk())
        self._cache = ManifestCache(Overlay(self._disk, self._texts))
        self._owners: dict[Path, Path | None] = {}
        self._repositories: dict[Path, Path] = {}
        self._assessments = Assessments(self._assess)

    @property
    def folders(self) -> tuple[Path, ...]:
        """The workspace's folders."""
        return self._folders.each

    def put(self, path: Path, buffer: Buffer) -> None:
        """Take in a document's text, opened or changed."""
        opened = path not in self.buffers
        if opened and self._is_as_saved(path, buffer.text):  # nothing is new
            self._keep(path, buffer)
            return
        before = self._bearing(path)
        self._keep(path, buffer)
        named, bears = reader_for(path) is not None, self._bearing(path) != before
        if opened or bears:
            self._owners.clear()
        if (opened and named) or bears:
            self._assessments.drop_around(path)
        else:
            self._assessments.drop_of(path, self._owners.get(path) if named else None)

    def _keep(self, path: Path, buffer: Buffer) -> None:
        self.buffers[path], self._texts[path], self.uris[path] = buffer, buffer.text, buffer.uri

    def close(self, path: Path) -> None:
        """Go back to what the disk says of a document; nothing is new where that is the same."""
        buffer = self.buffers.pop(path, None)
        self._texts.pop(path, None)
        self._disk.forget(path)
        if buffer is None or self._disk.text(path) != buffer.text:
            self._look_again()
            self._assessments.drop_around(path)

    def forget(self, path: Path) -> bool:
        """Look at a path anew that was created, changed or deleted on the disk.

        Returns whether that can bear on any project.
        """
        concerned = self._concerns(path)
        self._disk.forget(path)
        if concerned:
            self._look_again()
            if reader_for(path) is not None or is_lock(path.name):
                self._assessments.drop_around(path)
            else:  # a folder, or rules of one's own
                self._assessments.clear()
        return concerned

    def save(self, path: Path) -> None:
        """Look anew at the folder of a document that was saved: its own text is known."""
        self._disk.forget(path)
        self._look_again()
        self._assessments.drop_around(path)

    def _look_again(self) -> None:
        self._cache.layouts.clear()
        self._cache.with_projects_below.clear()
        self._owners.clear()
        self._repositories.clear()

    def _concerns(self, path: Path) -> bool:
        known = self._assessments.projects()
        named = any(reads(project, path) for project in known)
        return named or not is_left_out(path, self.folder_of(path), known)

    def configure(self, overrides: SettingsLayer, folder: Path | None = None) -> bool:
        """Take in the editor's settings, for all or over those for one workspace folder.

        Returns whether they are new.
        """
        are_new = self._folders.configure(overrides, folder)
        if are_new:
            self._owners.clear()
            self._assessments.clear()
        return are_new

    def take_folders(self, folders: tuple[Path, ...]) -> None:
        """Take in the workspace's folders: no project's root is beyond the one that it is in."""
        self._folders.each = folders
        self._owners.clear()
        self._assessments.clear()

    def folder_of(self, path: Path) -> Path | None:
        """Return the workspace folder that a path is in, the innermost one."""
        return self._folders.around(path)

    def root_of(self, path: Path) -> Path | None:
        """Return the root of the project that a document belongs to, or None."""
        if path not in self._owners:
            boundary = self.folder_of(path)
            exclude = resolve_settings(self._folders.stated(boundary)).exclude
            self._owners[path] = project_root_of(path, self._cache, boundary, exclude)
        return self._owners[path]

    def assessment(self, root: Path) -> Assessment:
        """Return what is said of the project at a root, made anew where something changed."""
        return self._assessments.of(root)

    def assessment_of(self, path: Path) -> Assessment | None:
        """Return what is said of the project that a document belongs to."""
        root = self.root_of(path)
        return None if root is None else self.assessment(root)

    def source_of(self, path: Path) -> Source | None:
        """Return a file's text as it is now: the open buffer's, else the disk's."""
        text = self._texts.get(path)
        text = self._disk.text(path) if text is None else text
        return None if text is None else Source(path, text)

    def assessment_with(self, path: Path, text: str) -> Assessment | None:
        """Return what would be said of a document's project if this were its text."""
        root = self.root_of(path)
        if root is None:
            return None
        files = ManifestCache(Overlay(self._disk, {**self._texts, path: text}))
        files.layouts = self._cache.layouts
        files.with_projects_below = self._cache.with_projects_below
        return self._assess(root, files)

    def is_ours(self, path: Path) -> bool:
        """Tell whether a document is a dependency file, by its name or because one includes it."""
        if reader_for(path) is not None:
            return True
        if is_python(path):
            return self._cache.is_script(path)
        assessment = self.assessment_of(path)
        return assessment is not None and reads(assessment.project, path)

    def walk(self, folder: Path) -> Iterator[tuple[Path, bool]]:
        """Yield the folders of a workspace folder, and whether each is the root of a project."""
        exclude = resolve_settings(self._folders.stated(folder)).exclude
        return walk(folder, self._cache, exclude)

    def _assess(self, root: Path, cache: ManifestCache | None = None) -> Assessment:
        """Assess a project; what is around it counts up to the repository, as for the command."""
        cache = cache or self._cache
        folder = self.folder_of(root)
        boundary = self._repository(folder or root)
        project = load_project(root, cache, boundary, self._folders.stated(folder))
        assessment = assess_project(project, self._today())
        if assessment.rule_errors:
            told = "\n".join(map(str, assessment.rule_errors))
            _log.error("the project's own rules are not used:\n%s", told)
        return assessment

    def _repository(self, path: Path) -> Path:
        """Return the repository that a path is in, looked for once: it takes all folders above."""
        if path not in self._repositories:
            self._repositories[path] = repository_root(path, self._cache)
        return self._repositories[path]

    def _is_as_saved(self, path: Path, text: str) -> bool:
        """Tell whether a file is known to be there, with this text."""
        listed = any(one.name == path.name for one in self._disk.entries(path.parent))
        return listed and self._disk.text(path) == text

    def _bearing(self, path: Path) -> object:
        """Return what a document bears on beyond its project; nothing where none may read it."""
        if reader_for(path) is None and not self._cache.has_read(path):
            return None
        return bearing(self._cache.manifest(path))
