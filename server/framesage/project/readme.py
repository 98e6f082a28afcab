"""Find the README of a project: the one that its metadata names, or else the one in its root.

The README above ``backend/`` is about what is in there; that above one of several services, or of
the tools in ``deployment/``, is not.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.manifests.readme import preferred_readme
from framesage.project.folder_names import holds_whole_application
from framesage.project.glob import is_excluded
from framesage.project.include_paths import resolve_include

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.manifest_cache import ManifestCache
    from framesage.project.model import Project
    from framesage.project.settings.model import Settings


def find_readme(
    root: Path,
    manifests: Iterable[Manifest],
    cache: ManifestCache,
    boundary: Path,
    settings: Settings,
) -> Manifest | None:
    """Return the opening of a project's README, or None if there is none or it is not wanted.

    A README outside of ``boundary`` is not read, whatever names it.
    """
    if not settings.readme:
        return None
    for path in chain(_named(manifests), _in_folders(_homes(root, boundary), cache)):
        is_allowed = path.is_relative_to(boundary) and not is_excluded(path, settings.exclude)
        # Folders are listed already, but while a name is typed, each of its beginnings is new.
        readme = cache.readme(path) if is_allowed and cache.is_file(path) else None
        if readme is not None:
            return readme
    return None


def may_be_readme(path: Path, project: Project) -> bool:
    """Return whether a project reads a file as its README, or would if the file existed."""
    if not project.settings.readme or project.script:
        return False
    if path in _named(project.manifests):
        return True
    if preferred_readme([path.name]) is None:
        return False
    return path.parent in _homes(project.root, project.boundary or project.root)


def _named(manifests: Iterable[Manifest]) -> Iterator[Path]:
    for manifest in manifests:
        named = manifest.readme
        path = resolve_include(named, manifest.source.path.parent) if named else None
        if path is not None:
            yield path


def _homes(root: Path, boundary: Path) -> list[Path]:
    """Return the folders whose README is about a project, its own first."""
    homes = [root]
    while homes[-1] != boundary and holds_whole_application(homes[-1].name):
        homes.append(homes[-1].parent)
    return homes if homes[-1].is_relative_to(boundary) else [root]


def _in_folders(folders: Iterable[Path], cache: ManifestCache) -> Iterator[Path]:
    for folder in folders:
        name = preferred_readme(entry.name for entry in cache.entries(folder) if not entry.is_dir)
        if name:
            yield folder / name
