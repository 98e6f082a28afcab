"""What happens to the documents and files of a workspace, and which assessments that drops.

Files are read once, and again after a change, which the client reports or a look at their times and
sizes reveals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.lsp.workspace.assessment_cache import reads
from framesage.lsp.workspace.invalidation import (
    is_beside,
    is_by_product,
    is_irrelevant_change,
    may_be_code,
    project_fingerprint,
)
from framesage.lsp.workspace.projects import Projects
from framesage.manifests import reader_by_name
from framesage.project.settings.cascade import declares_framework
from framesage.project.settings.model import SETTINGS_FILES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.lsp.workspace.documents import Buffer
    from framesage.project import SettingsLayer

SLOW_RULES = 0.3
"""Rules that take so many seconds to load are not loaded for each edit of them."""
LONGEST_PAUSE = 2.0
MANY = 100
"""The number of changes on the disk from which on all projects are assessed again."""


class Store(Projects):
    """The projects of a workspace through the events of its documents and files."""

    def name(self, path: Path) -> None:
        """Count a document as a dependency file until it is closed: the client says that it is."""
        if not self._is_named(path):
            self._documents.name(path)
            self._clear_lookups()
            self._assessments.drop_affected(path, self._declares_framework)

    def _is_named(self, path: Path) -> bool:
        return reader_by_name(path) is not None or self._cache.is_named(path)

    def put(self, path: Path, buffer: Buffer) -> bool:
        """Handle a document that was opened or changed.

        Returns whether that can affect other projects than those that read its requirements.
        """
        is_new = path not in self.buffers
        if is_new and self._documents.is_as_saved(path, buffer.text) and not self._is_link(path):
            self._documents.put(path, buffer)
            return False
        before = self._fingerprint(path)
        self._documents.put(path, buffer)
        if not self.rules_pause():
            self._drop_rules(path)
        if is_new and may_be_code(path) and not self._documents.is_saved(path):
            self._drop_affected(path)  # the project has one more file
            return True
        is_named = self._is_named(path)
        affects_others = self._fingerprint(path) != before
        is_of_settings = self.is_of_settings(path)
        if is_new or affects_others:
            self._forget_roots()
            self._cache.forget_links()
            self._cache.with_projects_below.clear()
        if (is_new and is_named) or affects_others:
            self._assessments.drop_affected(path, self._declares_framework)
        else:
            self._assessments.drop_readers(path, self._roots.get(path) if is_named else None)
        return affects_others or is_of_settings

    def rules_pause(self) -> float:
        """Return for how many seconds edits of rules wait for the next one, because it takes long
        to load them. Until ``reload_rules``, the rules before the edits are used."""
        seconds = self._rules.seconds
        return min(seconds * 2, LONGEST_PAUSE) if seconds > SLOW_RULES else 0

    def reload_rules(self, path: Path) -> None:
        """Load rules again after edits of one of their files."""
        self._drop_rules(path)

    def is_of_settings(self, path: Path) -> bool:
        """Return whether settings of a project name a file, to extend it or as the baseline.

        The file need not exist.
        """
        return any(
            path in project.extended or str(path) == project.settings.baseline
            for project in self._assessments.projects()
        )

    def close(self, path: Path) -> bool:
        """Handle a document that was closed: its text is the disk's again.

        Returns whether that can affect other projects.
        """
        was_named = self._cache.is_named(path)
        is_other = self._documents.close(path) or was_named or self._is_link(path)
        if is_other:
            self._drop_affected(path)
        return is_other

    def save(self, path: Path) -> None:
        """Handle a document that was saved: other files in its folder may be new, too."""
        self._documents.forget(path)
        self._drop_affected(path)

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
        self._drop_affected(path)
        return True

    def disk_changes(self, near: Path | None = None) -> Iterator[Path | None]:
        """Look at all files and folders that were read, at first around a document.

        Yields what has changed since, and None for everything else.
        """
        return self._documents.stamps.changes(near)

    def has_read(self, path: Path) -> bool:
        """Return whether a file or folder was read from the disk, or the folder that it is in."""
        return self._documents.stamps.has_read(path)

    def reread(self, paths: Iterable[Path]) -> bool:
        """Handle files and folders that were found to be different on the disk.

        Returns whether that can affect any project.
        """
        changed = list(self._documents.reread(paths))
        if len(changed) > MANY:
            self._clear_lookups()
            self._rules.forget()
            self._assessments.clear()
            return True
        relevant = [path for path in changed if self._is_relevant(path)]
        for path in relevant:
            self._drop_affected(path)
        return bool(relevant)

    def _drop_affected(self, path: Path) -> None:
        """Drop what a file or folder that is different on the disk may affect."""
        self._clear_lookups()
        self._rules.forget()
        self._assessments.drop_affected(path, self._declares_framework)
        self._drop_rules(path)

    def _declares_framework(self, folder: Path) -> bool:
        """Return whether settings declare a framework that projects below may have inherited.

        Then they have been read. A keystroke must not read others.
        """
        read = filter(self._cache.has_read, (folder / name for name in SETTINGS_FILES))
        manifests = filter(None, map(self._cache.manifest, read))
        return declares_framework([*manifests], self._cache)

    def _drop_rules(self, path: Path) -> None:
        """Load custom rules again if one of their files or folders has changed."""
        if self._rules.reads(path):
            self._assessments.drop_with_rules()
            self._rules.forget()

    def _is_link(self, path: Path) -> bool:
        """Return whether a path is another name of a file, so that opening it changes names."""
        return self._documents.is_link(path)

    def _clear_lookups(self) -> None:
        self._by_name.clear()
        self._cache.layouts.clear()
        self._cache.forget_links()
        self._cache.with_projects_below.clear()
        self._forget_roots()
        self._repositories.clear()

    def _is_relevant(self, path: Path) -> bool:
        self._assessments.forget_edits(path)
        projects, folder = self._assessments.projects(), self.folder_of(path)
        if self._rules.reads(path) or any(reads(project, path) for project in projects):
            return True
        if is_by_product(path) or not (folder or is_beside(path, projects)):
            return False
        return not is_irrelevant_change(path, folder, projects)

    def forget_assessments(self) -> None:
        """Assess every project again, as the day is another one."""
        self._assessments.clear()

    def configure(self, settings: SettingsLayer, folder: Path | None = None) -> bool:
        """Set the editor's settings, for the workspace or for one folder.

        Returns whether they changed.
        """
        have_changed = self._folders.configure(settings, folder)
        if have_changed:
            self._forget_roots()
            self._assessments.clear()
        return have_changed

    def set_folders(self, folders: tuple[Path, ...]) -> None:
        """Set the workspace folders; the root of a project is never outside of its folder."""
        self._folders.replace(folders, self._cache.real_path)
        self._forget_roots()
        self._assessments.clear()

    def _fingerprint(self, path: Path) -> object:
        if not self._is_named(path) and not self._cache.has_read(path):
            return None
        return project_fingerprint(self._cache.manifest(path))
