"""Collect the files of a project: its own dependency files and those that they include."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_file
from framesage.manifests.model import Purpose
from framesage.project.lockfiles import is_export
from framesage.project.manifest_cache import ManifestCache, Role
from framesage.project.membership import Neighborhood, is_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framesage.manifests.manifest import Manifest


def project_files(
    root: Path, cache: ManifestCache, boundary: Path, exclude: Sequence[str] = ()
) -> dict[Path, Role]:
    """Return the files of the project at ``root`` with their roles, also unreadable files.

    Includes are followed up to ``boundary``; loops and missing files are no error. A file counts
    as what the lists that refer to it are for, the most important of them.
    """
    members = Neighborhood(root, cache, exclude).members()
    members |= _declared_purposes(members, cache)
    roles: dict[Path, Role] = {}
    queue = list(members.items())
    for path, role in queue:  # grows during the iteration
        manifest = cache.manifest(path)
        if manifest is None and cache.read_error(path):
            roles.setdefault(path, role)
        if manifest is None or not _is_more_important(path, role, roles.get(path)):
            continue
        roles[path] = role
        queue += _included(manifest, role, cache, boundary)
    return {path: _with_compiled(path, role, roles, cache) for path, role in roles.items()}


def _declared_purposes(members: Mapping[Path, Role], cache: ManifestCache) -> dict[Path, Role]:
    """Return the lists that a package reads for one of its own lists, such as an extra.

    The package knows better than the name of the file what it is for. The main list stays what it
    is, because people install it by its name.
    """
    manifests = (cache.manifest(path) for path in members if not is_list(path))
    found: dict[Path, Role] = {}
    for target, role in (
        item for manifest in manifests if manifest for item in _own_lists(manifest)
    ):
        is_plain = members.get(target) == Role() and target.stem.lower() != "requirements"
        if is_plain and _is_more_important(target, role, found.get(target)):
            found[target] = role
    return found


def _own_lists(manifest: Manifest) -> Iterator[tuple[Path, Role]]:
    for include in manifest.includes:
        target = resolve_include(include.target, manifest.source.path.parent)
        if target is not None and include.group:
            yield target, Role(purpose=include.group.purpose)


def resolve_include(target: str, folder: Path) -> Path | None:
    """Return the path of an included file, or None if it is a URL or contains variables."""
    if "://" in target or "${" in target or not target:
        return None
    return Path(os.path.normpath(folder / target.replace("\\", "/")))


def can_follow(target: Path, cache: ManifestCache, boundary: Path) -> bool:
    """Return whether a path is within the boundary, also when links are resolved."""
    if not target.is_relative_to(boundary):
        return False
    return cache.real_path(target).is_relative_to(cache.real_path(boundary))


def _included(
    manifest: Manifest, role: Role, cache: ManifestCache, boundary: Path
) -> Iterator[tuple[Path, Role]]:
    folder = manifest.source.path.parent
    own = _purpose(manifest.source.path, role)
    for include in manifest.includes:
        target = resolve_include(include.target, folder)
        if target is not None and can_follow(target, cache, boundary):
            purpose = include.group.purpose if include.group else own
            yield target, Role(include.constraint or role.constraint, purpose)


def _is_more_important(path: Path, role: Role, known: Role | None) -> bool:
    if known is None:
        return True
    if role.constraint != known.constraint:
        return known.constraint
    return _purpose(path, known).is_below(_purpose(path, role))


def _purpose(path: Path, role: Role) -> Purpose:
    """Return what a file is for; a file that is more than a list is for all of its lists."""
    if role.purpose:
        return role.purpose
    return classify_file(path).purpose if is_list(path) else Purpose.RUNTIME


def _with_compiled(path: Path, role: Role, roles: dict[Path, Role], cache: ManifestCache) -> Role:
    """Return the role, with ``compiled`` set if the file was generated from a neighboring one.

    That is ``X.txt`` from ``X.in`` or ``X.txt.in``, or an export of a lock file. The source file
    then contains the choices, and the compiled one the versions.
    """
    if path.suffix != ".txt":
        return role
    sources = (path.with_suffix(".in"), path.with_name(path.name + ".in"))
    compiled = any(source in roles for source in sources) or is_export(path, cache, roles)
    return Role(role.constraint, role.purpose, compiled)
