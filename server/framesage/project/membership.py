"""Which dependency files are a folder's own, told by names and as little text as it takes.

Decided after reading the trees of the corpus:

- The dependency files in a folder are its own; so are those in folders that hold nothing else
  (``requirements/``, ``requirements.d/``, ``requirements.in/``, ``dependencies/pip/``).
- Requirements files directly in ``docs/``, ``tests/``, ``scripts/`` and the like, or in a folder of
  requirements there, are the project's too, but for those who work on it.
- A ``pyproject.toml`` with nothing but the configuration of tools is no dependency file.
- A folder with a dependency file that is more than a list of requirements stands alone, whatever
  its name.
- Links to folders are not followed; a link to a file is read, unless it leads to another member.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.groups import is_development
from framesage.project.folder_names import (
    contains_only_requirements,
    is_dev_folder,
    is_environment,
    is_excluded,
    is_ignored,
    is_requirements_folder,
)
from framesage.project.manifest_cache import ManifestCache, Role, is_manifest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path, PurePath

    from framesage.manifests.model import Manifest

_LIST_SUFFIXES = (".txt", ".in", ".pip")
_PROSE = ("readme", "license", "licence", "changelog", "notice")
_DEEPEST = 3  # folders of requirements within folders of requirements


@frozen
class Neighborhood:
    """The neighbourhood of a folder; ``exclude`` are the user's patterns, relative to it."""

    folder: Path
    cache: ManifestCache
    exclude: Sequence[str] = ()

    def members(self) -> dict[Path, Role]:
        """Return the dependency files that belong to the folder, and what they are to it."""
        found = {path: self._role(path) for path in self.own_files()}
        for name in self._subfolders(self.folder):
            if is_dev_folder(name) and not self._stands_alone(self.folder / name):
                lists = self._lists(self.folder / name)
                found |= dict.fromkeys(lists, Role(development=True))
        return self._without_links(found)

    def _role(self, path: Path) -> Role:
        folders = path.relative_to(self.folder).parts[:-1]
        return Role(development=any(is_development(name) for name in folders))

    def own_files(self) -> Iterator[Path]:
        """Yield the dependency files that make the folder a project."""
        anything = contains_only_requirements(self.folder.name)
        yield from (path for path in self._files(self.folder, anything) if self._counts(path))
        for name in self._subfolders(self.folder):
            if is_requirements_folder(name) and not self._stands_alone(self.folder / name):
                yield from self._lists(self.folder / name)

    def _lists(self, folder: Path, depth: int = 0, anything: bool = False) -> Iterator[Path]:
        """Yield the requirements files of a folder and the folders of requirements in it.

        ``anything`` says that a folder around it holds nothing else, whatever the names.
        """
        anything = anything or contains_only_requirements(folder.name)
        yield from (path for path in self._files(folder, anything) if is_list(path))
        for name in self._subfolders(folder) if depth < _DEEPEST else ():
            if (anything or is_requirements_folder(name)) and not self._stands_alone(folder / name):
                yield from self._lists(folder / name, depth + 1, anything)

    def _stands_alone(self, folder: Path) -> bool:
        return any(not is_list(path) and self._counts(path) for path in self._files(folder))

    def _counts(self, path: Path) -> bool:
        if path.name.endswith(_LIST_SUFFIXES):
            return True
        return has_content(self.cache.manifest(path)) or bool(self.cache.read_error(path))

    def _files(self, folder: Path, anything: bool = False) -> Iterator[Path]:
        for name in _file_names(folder, self.cache):
            listed = anything and name.endswith(_LIST_SUFFIXES)
            if (listed or is_manifest(folder.name, name)) and self._wanted(folder, name):
                yield folder / name

    def _subfolders(self, folder: Path) -> list[str]:
        return [name for name in subfolders(folder, self.cache) if self._wanted(folder, name)]

    def _wanted(self, folder: Path, name: str) -> bool:
        if not self.exclude:
            return True
        return not is_excluded((folder / name).relative_to(self.folder), self.exclude)

    def _without_links(self, found: dict[Path, Role]) -> dict[Path, Role]:
        """Return each file once: itself rather than a link to it, the first of several links."""
        folders = {path.parent for path in found}
        entries = ((folder, one) for folder in folders for one in self.cache.entries(folder))
        links = {folder / entry.name for folder, entry in entries if entry.is_symlink}
        if not links:
            return found
        by_location: dict[Path, Path] = {}
        for path in sorted(found, key=lambda path: path in links):
            by_location.setdefault(self.cache.real(path), path)
        kept = set(by_location.values())
        return {path: role for path, role in found.items() if path in kept}


def subfolders(folder: Path, cache: ManifestCache) -> list[str]:
    """Return the names of the folders that may hold code of the project's own."""
    entries = cache.entries(folder)
    if is_environment(entries):
        return []
    return [
        one.name
        for one in entries
        if one.is_dir and not one.is_symlink and not is_ignored(one.name)
    ]


def _file_names(folder: Path, cache: ManifestCache) -> list[str]:
    entries = cache.entries(folder)
    if is_environment(entries):
        return []
    files = (entry.name for entry in entries if not entry.is_dir)
    return [name for name in files if not name.lower().startswith(_PROSE)]


def is_list(path: PurePath) -> bool:
    """Tell whether a dependency file is a bare list of requirements."""
    return path.name.endswith((*_LIST_SUFFIXES, ".yml", ".yaml"))


def has_content(manifest: Manifest | None) -> bool:
    """Tell whether a dependency file says anything of dependencies, the project or Framesage."""
    return manifest is not None and any(
        (
            manifest.requirements,
            manifest.includes,
            manifest.metadata,
            manifest.anchors,
            manifest.settings,
            manifest.mistakes,
        )
    )
