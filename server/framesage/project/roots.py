"""Decide which folders are the root of a project, from the outermost folder to the inner ones.

These rules are based on the folder structures in the corpus. See ``membership`` for the dependency
files that belong to a folder.

- Every folder with dependency files of its own is a project: services in a monorepo,
  ``backend/pyproject.toml`` beside ``requirements.txt``, ``examples/shop/requirements.txt``.
- If an outer project reads all dependency files of a folder, the folder is part of that project:
  a folder of requirements, ``scripts/`` with a requirements file, an application whose
  requirements the outer project includes.
- Below ``docs/`` and ``tests/`` of a project there are no projects, only samples and fixtures.
- Environments, installed packages, build output, hidden folders and linked folders are searched
  only if the user names them as the folder to start in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.folder_names import is_docs_or_tests
from framesage.project.glob import is_excluded
from framesage.project.includes import project_files
from framesage.project.membership import Neighborhood
from framesage.project.settings.cascade import find_settings, settings_in
from framesage.project.settings.resolve import resolve_settings, settings_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set
    from pathlib import Path

    from framesage.project.glob import Glob
    from framesage.project.manifest_cache import ManifestCache, Role
    from framesage.project.settings.model import Settings


@frozen
class Candidate:
    """A folder that may be the root of a project.

    ``outer_roots`` are the projects around it, the closest one last. Below a folder that is not
    ``is_searched`` there are no projects. ``excludes`` are the patterns in the settings of the
    folders around it.
    """

    folder: Path
    outer_roots: tuple[Path, ...] = ()
    is_root: bool = False
    is_searched: bool = True
    excludes: tuple[Glob, ...] = ()

    @property
    def roots(self) -> tuple[Path, ...]:
        """The projects around a subfolder, the closest one last."""
        return (*self.outer_roots, self.folder) if self.is_root else self.outer_roots

    def admits(self, name: str) -> bool:
        """Return whether there can be projects in the subfolder with this name."""
        return self.is_searched and not self.is_excluded(self.folder / name)

    def is_excluded(self, path: Path) -> bool:
        """Return whether settings exclude a file or folder."""
        return is_excluded(path, self.excludes)


@frozen
class RootFinder:
    """Decides folder by folder which ones are roots; follows includes up to ``boundary``.

    ``repository`` is the outermost folder whose settings apply. ``exclude`` are patterns in
    addition to those in settings.
    """

    cache: ManifestCache
    boundary: Path
    repository: Path
    exclude: Sequence[Glob] = ()

    def start(self) -> Candidate:
        """Return the outermost folder; it is a project if it has any dependency file."""
        folder = self.boundary
        excludes = (*self.exclude, *self._settings(folder).exclude)
        is_root = any(True for _ in Neighborhood(folder, self.cache).own_files())
        return Candidate(folder, (), is_root, excludes=excludes)

    def enter(self, parent: Candidate, name: str) -> Candidate:
        """Return a subfolder of another folder."""
        candidate = Candidate(parent.folder / name, parent.roots, excludes=parent.excludes)
        neighborhood = Neighborhood(candidate.folder, self.cache)
        if candidate.outer_roots and is_docs_or_tests(name):
            return replace(candidate, is_searched=False)
        if all(map(candidate.is_excluded, neighborhood.own_files())):
            return candidate
        if self._is_part_of(candidate.outer_roots, neighborhood):
            return candidate
        own = settings_in(candidate.folder, self.cache)
        outer = tuple(self.exclude) if own.is_root else candidate.excludes
        excludes = (*outer, *resolve_settings(own.layer).exclude)
        return replace(candidate, is_root=True, excludes=excludes)

    def reads(self, root: Path, path: Path) -> bool:
        """Return whether a file is one of those of the project at ``root``."""
        return path in self._files_of(root)

    def _settings(self, folder: Path) -> Settings:
        return settings_for(folder, find_settings(folder, self.cache, self.repository).layer)

    def _is_part_of(self, roots: Sequence[Path], neighborhood: Neighborhood) -> bool:
        own = neighborhood.members().keys()
        return any(self._covers(root, own) for root in roots)

    def _covers(self, root: Path, own: Set[Path]) -> bool:
        """Return whether the project at ``root`` reads all of these files, under any names."""
        files = self._files_of(root)
        missing = own - files.keys()
        if not missing:
            return True
        real_paths = {self.cache.real_path(path) for path in files}
        if any(self.cache.real_path(path) not in real_paths for path in missing):
            return False
        return missing <= Neighborhood(root, self.cache).names().keys()

    def _files_of(self, root: Path) -> Mapping[Path, Role]:
        exclude = (*self.exclude, *self._settings(root).exclude)
        return project_files(root, self.cache, self.boundary, exclude)
