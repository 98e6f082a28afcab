"""Decide which dependency files belong to a folder, from names and as little text as possible.

These rules are based on the folder structures in the corpus:

- The dependency files in a folder belong to it, and so do those in subfolders for requirements
  (``requirements/``, ``requirements.d/``, ``requirements.in/``, ``dependencies/pip/``).
- Requirements files in ``docs/``, ``tests/``, ``scripts/`` and the like, or in a folder of
  requirements there, belong to the project as development requirements.
- A folder with nothing but settings, such as the root of a monorepo, has no such requirements:
  ``tools/`` with a list is a project there.
- A ``pyproject.toml`` that only configures tools is not a dependency file; an empty one is.
- A folder with a dependency file that is more than a list of requirements is separate, whatever
  its name.
- Links to folders are not followed. Of a file and the links to it, one is read (see ``links``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.groups import is_development_name
from framesage.manifests.model import Purpose
from framesage.project.folder_names import (
    contains_only_requirements,
    is_dev_folder,
    is_environment,
    is_ignored,
    is_requirements_folder,
)
from framesage.project.glob import is_excluded
from framesage.project.links import without_links
from framesage.project.manifest_cache import ManifestCache, Role, is_manifest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from pathlib import Path, PurePath

    from framesage.manifests.manifest import Manifest
    from framesage.project.glob import Glob

_LIST_SUFFIXES = (".txt", ".in", ".pip")
_PROSE = ("readme", "license", "licence", "changelog", "notice")
_MAX_DEPTH = 3  # nested folders of requirements


@frozen
class Neighborhood:
    """A folder and its subfolders; ``exclude`` are the user's patterns."""

    folder: Path
    cache: ManifestCache
    exclude: Sequence[Glob] = ()

    def members(self) -> dict[Path, Role]:
        """Return the dependency files that belong to the folder, with their roles."""
        return without_links(self.names(), self.cache)

    def names(self) -> dict[Path, Role]:
        """Return the members under all of their names: a link is another name of a file."""
        found = {path: self._role(path) for path in self.own_files()}
        for name in () if self._only_settings(found) else self._subfolders(self.folder):
            if is_dev_folder(name) and not self._is_separate(self.folder / name):
                lists = self._lists(self.folder / name)
                found |= dict.fromkeys(lists, Role(purpose=Purpose.DEVELOPMENT))
        return found

    def _role(self, path: Path) -> Role:
        folders = path.relative_to(self.folder).parts[:-1]
        is_development = any(is_development_name(name) for name in folders)
        return Role(purpose=Purpose.DEVELOPMENT if is_development else None)

    def _only_settings(self, files: Collection[Path]) -> bool:
        """Return whether there are files and all of them contain nothing but settings."""
        return bool(files) and all(map(_has_only_settings, map(self.cache.manifest, files)))

    def own_files(self) -> Iterator[Path]:
        """Yield the dependency files that make the folder a project on its own."""
        anything = contains_only_requirements(self.folder.name)
        yield from (
            path for path in self._files(self.folder, anything) if self._is_dependency_file(path)
        )
        for name in self._subfolders(self.folder):
            if is_requirements_folder(name) and not self._is_separate(self.folder / name):
                yield from self._lists(self.folder / name)

    def _lists(self, folder: Path, depth: int = 0, anything: bool = False) -> Iterator[Path]:
        """Yield the requirements files of a folder and of the folders of requirements in it.

        ``anything`` means that a folder around it contains only requirements, whatever the names.
        """
        anything = anything or contains_only_requirements(folder.name)
        yield from (path for path in self._files(folder, anything) if is_list(path))
        for name in self._subfolders(folder) if depth < _MAX_DEPTH else ():
            if (anything or is_requirements_folder(name)) and not self._is_separate(folder / name):
                yield from self._lists(folder / name, depth + 1, anything)

    def _is_separate(self, folder: Path) -> bool:
        return any(
            not is_list(path) and self._is_dependency_file(path) for path in self._files(folder)
        )

    def _is_dependency_file(self, path: Path) -> bool:
        if path.name.lower().endswith(_LIST_SUFFIXES):
            return True
        return has_content(self.cache.manifest(path)) or bool(self.cache.read_error(path))

    def _files(self, folder: Path, anything: bool = False) -> Iterator[Path]:
        named = self.cache.named_in(folder)
        for name in _file_names(folder, self.cache):
            listed = anything and name.lower().endswith(_LIST_SUFFIXES)
            is_read = listed or is_manifest(folder.name, name)
            is_read = is_read or (name in named and not self._is_script(folder / name))
            if is_read and self._is_included(folder, name):
                yield folder / name

    def _is_script(self, path: Path) -> bool:
        """Return whether a file that was named is a script, which is a project of its own."""
        manifest = self.cache.manifest(path)
        return manifest is not None and manifest.format == "script"

    def _subfolders(self, folder: Path) -> list[str]:
        return [name for name in subfolders(folder, self.cache) if self._is_included(folder, name)]

    def _is_included(self, folder: Path, name: str) -> bool:
        return not (self.exclude and is_excluded(folder / name, self.exclude))


def subfolders(folder: Path, cache: ManifestCache) -> list[str]:
    """Return the names of the subfolders that may contain code of the project."""
    entries = cache.entries(folder)
    if is_environment(entries):
        return []
    return [
        entry.name
        for entry in entries
        if entry.is_dir and not entry.is_symlink and not is_ignored(entry.name)
    ]


def _file_names(folder: Path, cache: ManifestCache) -> list[str]:
    entries = cache.entries(folder)
    if is_environment(entries):
        return []
    files = (entry.name for entry in entries if not entry.is_dir)
    return [name for name in files if not name.lower().startswith(_PROSE)]


def is_list(path: PurePath) -> bool:
    """Return whether a dependency file is only a list of requirements, from its name."""
    return path.name.lower().endswith((*_LIST_SUFFIXES, ".yml", ".yaml"))


def has_content(manifest: Manifest | None) -> bool:
    """Return whether a manifest contains dependencies, project metadata or Framesage settings.

    A ``pyproject.toml`` without any text is a project that is just begun.
    """
    return manifest is not None and any(
        (
            manifest.format == "pyproject" and not manifest.source.text.strip(),
            manifest.requirements,
            manifest.includes,
            manifest.metadata,
            manifest.anchors,
            manifest.settings,
            manifest.syntax_errors,
        )
    )


def _has_only_settings(manifest: Manifest | None) -> bool:
    """Return whether a manifest contains settings of Framesage, and no list or metadata."""
    if manifest is None or manifest.syntax_errors:
        return False
    others = (manifest.requirements, manifest.includes, manifest.metadata, manifest.anchors)
    return manifest.format == "framesage" or (bool(manifest.settings) and not any(others))
