"""A project from its files: manifests in their roles, and the settings that hold for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests import is_python
from framesage.project.discover import discover, repository_root
from framesage.project.includes import project_files
from framesage.project.layout_facts import cached_layout
from framesage.project.lockfiles import with_locks
from framesage.project.manifest_cache import ManifestCache, Role, as_cache, is_development
from framesage.project.membership import is_list
from framesage.project.model import FileError, Project
from framesage.project.settings import (
    NO_SETTINGS,
    SettingsLayer,
    find_settings,
    merge_settings,
    read_settings,
    resolve_settings,
)
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.manifests.model import Manifest
    from framesage.project.filesystem import FileSystem


def load_project(
    root: Path,
    files: FileSystem,
    boundary: Path | None = None,
    overrides: SettingsLayer = NO_SETTINGS,
) -> Project:
    """Read the project at ``root``: a folder, or a script with metadata of its own.

    ``boundary`` is the folder that includes may not leave (by default the repository's);
    ``overrides`` is what the editor or the command line says, which beats the project's settings.
    Given a ``ManifestCache``, only text that is new to it is parsed.
    """
    cache = as_cache(files)
    boundary = boundary or repository_root(root, files)
    if is_python(root) and cache.is_file(root):
        return _assemble_script(root, cache, boundary, overrides)
    stated, problems = find_settings(root, cache, boundary)
    settings = resolve_settings(merge_settings(stated, overrides))
    roles = project_files(root, cache, boundary, settings.exclude)
    cast = [cache.in_role(path, role) for path, role in roles.items()]
    found = [with_locks(one, cache, boundary) for one in cast if one is not None]
    manifests = sorted(found, key=lambda one: _location(one, roles[one.source.path], root))
    layout = cached_layout(root, cache, settings.exclude) if settings.layout else ()
    shared = bool(settings.ignore) and _has_projects_below(root, cache)
    unread = tuple(_unread(roles, cache))
    return Project(
        root, tuple(manifests), settings, problems, layout, None, shared, boundary, unread
    )


def _unread(paths: Iterable[Path], cache: ManifestCache) -> Iterator[FileError]:
    """Yield why files cannot be read, each at its beginning."""
    for path in paths:
        trouble = cache.read_error(path)
        if trouble:
            yield FileError(path, Range.on_line(0, 0, 0), f"{path.name} cannot be read: {trouble}")


def _has_projects_below(root: Path, cache: ManifestCache) -> bool:
    """Tell whether other projects are below; as it was when the root's entries last changed."""
    entries = cache.entries(root)
    known = cache.with_projects_below.get(root)
    if known is None or known[0] != entries:
        found = any(one != root for one in discover(root, cache))
        known = cache.with_projects_below[root] = (entries, found)
    return known[1]


def _assemble_script(
    path: Path, cache: ManifestCache, boundary: Path, overrides: SettingsLayer
) -> Project:
    """Read a script: its own settings count before those of the folders around it."""
    stated, _ = find_settings(path.parent, cache, boundary)
    manifest = cache.manifest(path) if cache.is_script(path) else None
    own, problems = read_settings(manifest) if manifest else (NO_SETTINGS, ())
    settings = resolve_settings(merge_settings(merge_settings(stated, own), overrides))
    found = (manifest,) if manifest else ()
    return Project(path.parent, found, settings, problems, script=path, boundary=boundary)


def _location(manifest: Manifest, role: Role, root: Path) -> tuple[object, ...]:
    """Return where a manifest comes in the project: nearest to the root, main ones first."""
    path = manifest.source.path
    depth = len(path.parts) - len(root.parts)
    aside = 2 if role != Role() else int(is_development(manifest))
    named = path.stem.lower() == "requirements"
    return not path.is_relative_to(root), depth, is_list(path), aside, not named, path.as_posix()
