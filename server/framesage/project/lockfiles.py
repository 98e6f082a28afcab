"""Which locks were made of a dependency file: those beside it, and the one of its workspace.

- uv, Poetry and PDM lock what a folder's ``pyproject.toml``, ``setup.cfg`` or ``setup.py`` asks
  for, Pipenv its ``Pipfile``; a ``pylock.toml`` is for all dependency files beside it.
- A workspace of uv has one lock, in its root, which names its members.
- A list in which stands nothing but what a lock beside it holds was written out of that lock: the
  choices are in the file that the lock was made of.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.manifests.lazy_requirements import as_read
from framesage.manifests.lockfiles import is_lock, is_pylock
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from framesage.manifests.lockfiles import Lock
    from framesage.manifests.model import Manifest, Requirement
    from framesage.project.manifest_cache import ManifestCache

_PACKAGED = ("pyproject.toml", "setup.cfg", "setup.py")
_PIPENV = ("Pipfile", "Pipfile.lock")
_MADE_OF = (*_PACKAGED, "Pipfile")
_WORKSPACE = "uv.lock"


def with_locks(manifest: Manifest, cache: ManifestCache, boundary: Path) -> Manifest:
    """Return a dependency file with its locks; workspaces reach as far as ``boundary``."""
    locks = tuple(_locks(manifest, cache, boundary))
    return replace(manifest, locks=locks) if locks else manifest


def _locks(manifest: Manifest, cache: ManifestCache, boundary: Path) -> Iterator[Lock]:
    path = manifest.source.path
    beside = [name for name in _names(path.parent, cache) if _is_made_of(name, path.name)]
    found = (cache.lock(path.parent / name) for name in beside)
    yield from (lock for lock in found if lock is not None)
    if path.name in _PACKAGED and _WORKSPACE not in beside and path.parent != boundary:
        shared = _workspace_lock(path.parent, cache, boundary)
        if shared and not shared.members.isdisjoint(_project_names(manifest)):
            yield shared


def is_export(path: Path, cache: ManifestCache, members: Container[Path]) -> bool:
    """Tell whether a list was written out of a lock beside it, whose file is one of ``members``."""
    manifest = cache.manifest(path)
    asked = as_read(manifest.requirements) if manifest else ()
    for name in _names(path.parent, cache) if asked else ():
        lock = cache.lock(path.with_name(name))
        sources = (path.with_name(one) for one in _MADE_OF if _is_made_of(name, one))
        chosen = any(one in members and _asks(one, cache) for one in sources)
        if lock and chosen and all(_holds(lock, one) for one in asked):
            return True
    return False


def _asks(path: Path, cache: ManifestCache) -> bool:
    manifest = cache.manifest(path)
    return manifest is not None and bool(manifest.requirements)


def _holds(lock: Lock, requirement: Requirement) -> bool:
    version = requirement.specifier.removeprefix("==").strip()
    return version in lock.versions.get(requirement.name, ())


def _is_made_of(lock: str, manifest: str) -> bool:
    if is_pylock(lock):
        return True
    return manifest in _PACKAGED if lock not in _PIPENV else manifest in _PIPENV


def _names(folder: Path, cache: ManifestCache) -> Iterator[str]:
    entries = cache.entries(folder)
    return (one.name for one in entries if not one.is_dir and is_lock(one.name))


def _workspace_lock(folder: Path, cache: ManifestCache, boundary: Path) -> Lock | None:
    """Return the nearest of uv's locks in the folders around one."""
    for around in folder.parents:
        if not around.is_relative_to(boundary):
            break
        if _WORKSPACE in _names(around, cache):
            return cache.lock(around / _WORKSPACE)
    return None


def _project_names(manifest: Manifest) -> Iterator[str]:
    return (canonicalize_name(one.value) for one in manifest.metadata if one.key == "name")
