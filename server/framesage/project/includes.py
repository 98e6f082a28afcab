"""Collect the files of a project: its own dependency files and those that they include."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.project.lockfiles import is_export
from framesage.project.manifest_cache import ManifestCache, Role, is_development
from framesage.project.membership import Neighborhood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.manifests.manifest import Manifest


def project_files(
    root: Path, cache: ManifestCache, boundary: Path, exclude: Sequence[str] = ()
) -> dict[Path, Role]:
    """Return the files of the project at ``root`` with their roles, also unreadable files.

    Includes are followed up to ``boundary``; loops and missing files are no error. If several files
    include the same one, it gets the most important of the roles.
    """
    members = Neighborhood(root, cache, exclude).members()
    roles: dict[Path, Role] = {}
    queue = list(members.items())
    for path, role in queue:  # grows during the iteration
        manifest = cache.manifest(path)
        if manifest is None and cache.read_error(path):
            roles.setdefault(path, role)
        if manifest is None or not _is_more_important(role, roles.get(path)):
            continue
        roles[path] = role
        queue += (
            (target, inherited)
            for target, inherited in _included(manifest, role, boundary)
            if target not in members
        )
    return {path: _with_compiled(path, role, roles, cache) for path, role in roles.items()}


def resolve_include(target: str, folder: Path) -> Path | None:
    """Return the path of an included file, or None if it is a URL or contains variables."""
    if "://" in target or "${" in target or not target:
        return None
    return Path(os.path.normpath(folder / target.replace("\\", "/")))


def _included(manifest: Manifest, role: Role, boundary: Path) -> Iterator[tuple[Path, Role]]:
    folder = manifest.source.path.parent
    development = role.development or is_development(manifest)
    for include in manifest.includes:
        target = resolve_include(include.target, folder)
        if target is not None and target.is_relative_to(boundary):
            yield target, Role(include.constraint or role.constraint, development)


def _is_more_important(role: Role, known: Role | None) -> bool:
    return known is None or _importance(role) > _importance(known)


def _importance(role: Role) -> tuple[bool, bool]:
    return not role.constraint, not role.development


def _with_compiled(path: Path, role: Role, roles: dict[Path, Role], cache: ManifestCache) -> Role:
    """Return the role, with ``compiled`` set if the file was generated from a neighboring one.

    That is ``X.txt`` from ``X.in`` or ``X.txt.in``, or an export of a lock file. The source file
    then contains the choices, and the compiled one the versions.
    """
    if path.suffix != ".txt":
        return role
    sources = (path.with_suffix(".in"), path.with_name(path.name + ".in"))
    compiled = any(source in roles for source in sources) or is_export(path, cache, roles)
    return Role(role.constraint, role.development, compiled)
