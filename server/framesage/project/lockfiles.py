"""Find the lock files of a dependency file, and recognize exported lock files.

- uv, Poetry and PDM lock the ``pyproject.toml``, ``setup.cfg`` or ``setup.py`` in the same folder,
  and Pipenv the ``Pipfile``. A ``pylock.toml`` locks all dependency files in the same folder.
- A uv workspace has one lock file in its root, which lists its members.
- A requirements file that contains only what a lock file in the same folder contains was exported
  from it. The choices are then in the file that the lock file was made from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.manifests.lockfiles import is_lock, is_pylock
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from framesage.manifests.lockfiles import Lock
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.project.manifest_cache import ManifestCache

_PACKAGED = ("pyproject.toml", "setup.cfg", "setup.py")
_PIPENV = ("Pipfile", "Pipfile.lock")
SOURCES = (*_PACKAGED, "Pipfile")
_WORKSPACE = "uv.lock"


def with_locks(manifest: Manifest, cache: ManifestCache, boundary: Path) -> Manifest:
    """Return a manifest with its lock files; workspaces are searched for up to ``boundary``."""
    locks = tuple(_locks(manifest, cache, boundary))
    return replace(manifest, locks=locks) if locks else manifest


def _locks(manifest: Manifest, cache: ManifestCache, boundary: Path) -> Iterator[Lock]:
    path = manifest.source.path
    beside = [name for name in _lock_names(path.parent, cache) if _is_lock_of(name, path.name)]
    found = (cache.lock(path.parent / name) for name in beside)
    yield from (lock for lock in found if lock is not None)
    if path.name in _PACKAGED and _WORKSPACE not in beside and path.parent != boundary:
        shared = _workspace_lock(path.parent, cache, boundary)
        if shared and not shared.members.isdisjoint(_project_names(manifest)):
            yield shared


def is_export(path: Path, cache: ManifestCache, members: Container[Path]) -> bool:
    """Return whether a file was exported from a lock file whose source is one of ``members``."""
    manifest = cache.manifest(path)
    requirements = manifest.requirements.unpositioned if manifest else ()
    for name in _lock_names(path.parent, cache) if requirements else ():
        lock = cache.lock(path.with_name(name))
        sources = (path.with_name(source) for source in SOURCES if _is_lock_of(name, source))
        has_source = any(
            source in members and _has_requirements(source, cache) for source in sources
        )
        if (
            lock
            and has_source
            and all(_contains(lock, requirement) for requirement in requirements)
        ):
            return True
    return False


def has_locks_beside(path: Path, cache: ManifestCache) -> bool:
    """Return whether there are lock files in the folder of a file."""
    return any(True for _ in _lock_names(path.parent, cache))


def may_come_from_locks(path: Path, names: frozenset[str], cache: ManifestCache) -> bool:
    """Return whether the lock files of a dependency file contain packages; true if it has none."""
    beside = [name for name in _lock_names(path.parent, cache) if _is_lock_of(name, path.name)]
    locks = [lock for name in beside if (lock := cache.lock(path.with_name(name)))]
    return not locks or any(names <= lock.versions.keys() for lock in locks)


def _has_requirements(path: Path, cache: ManifestCache) -> bool:
    manifest = cache.manifest(path)
    return manifest is not None and bool(manifest.requirements)


def _contains(lock: Lock, requirement: Requirement) -> bool:
    version = requirement.specifier.removeprefix("==").strip()
    return version in lock.versions.get(requirement.name, ())


def _is_lock_of(lock: str, manifest: str) -> bool:
    if is_pylock(lock):
        return True
    return manifest in _PACKAGED if lock not in _PIPENV else manifest in _PIPENV


def _lock_names(folder: Path, cache: ManifestCache) -> Iterator[str]:
    entries = cache.entries(folder)
    return (entry.name for entry in entries if not entry.is_dir and is_lock(entry.name))


def _workspace_lock(folder: Path, cache: ManifestCache, boundary: Path) -> Lock | None:
    """Return the closest ``uv.lock`` in the folders around this one."""
    for parent in folder.parents:
        if not parent.is_relative_to(boundary):
            break
        if _WORKSPACE in _lock_names(parent, cache):
            return cache.lock(parent / _WORKSPACE)
    return None


def _project_names(manifest: Manifest) -> Iterator[str]:
    return (canonicalize_name(item.value) for item in manifest.metadata if item.key == "name")
