"""Find the README of a project: the one that its metadata names, or else the one in its root."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from framesage.manifests.readme import preferred_readme
from framesage.project.folder_names import is_excluded
from framesage.project.include_paths import resolve_include

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.manifest_cache import ManifestCache
    from framesage.project.model import Project, Settings


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
    for path in chain(_named(manifests), _in_folder(root, cache)):
        is_allowed = path.is_relative_to(boundary) and not _is_excluded(path, root, settings)
        # Folders are listed already, but while a name is typed, each of its beginnings is new.
        readme = cache.readme(path) if is_allowed and cache.is_file(path) else None
        if readme is not None:
            return readme
    return None


def may_be_readme(path: Path, project: Project) -> bool:
    """Return whether a project reads a file as its README, or would if the file existed."""
    if not project.settings.readme or project.script:
        return False
    is_in_root = path.parent == project.root and preferred_readme([path.name]) is not None
    return is_in_root or path in _named(project.manifests)


def _named(manifests: Iterable[Manifest]) -> Iterator[Path]:
    for manifest in manifests:
        path = resolve_include(manifest.readme, manifest.source.path.parent)
        if path is not None:
            yield path


def _in_folder(root: Path, cache: ManifestCache) -> Iterator[Path]:
    name = preferred_readme(entry.name for entry in cache.entries(root) if not entry.is_dir)
    if name:
        yield root / name


def _is_excluded(path: Path, root: Path, settings: Settings) -> bool:
    return path.is_relative_to(root) and is_excluded(path.relative_to(root), settings.exclude)
