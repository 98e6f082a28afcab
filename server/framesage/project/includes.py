"""Which files a project is read from: its own, and those that they name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.project.lockfiles import is_export
from framesage.project.manifest_cache import ManifestCache, Role, is_development
from framesage.project.membership import Neighborhood

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.manifests.model import Manifest


def project_files(
    root: Path, cache: ManifestCache, boundary: Path, exclude: Sequence[str] = ()
) -> dict[Path, Role]:
    """Return the files of the project at ``root``, and what each is to it; those too that are there
    and cannot be read.

    Includes are followed as far as ``boundary``, in loops once, to missing files not at all. A file
    that several others name counts for the most that any of them makes of it.
    """
    members = Neighborhood(root, cache, exclude).members()
    roles: dict[Path, Role] = {}
    waiting = list(members.items())
    for path, role in waiting:  # grows while it is walked
        manifest = cache.manifest(path)
        if manifest is None and cache.read_error(path):
            roles.setdefault(path, role)
        if manifest is None or not _means_more(role, roles.get(path)):
            continue
        roles[path] = role
        waiting += (
            (target, inherited)
            for target, inherited in _included(manifest, role, boundary)
            if target not in members
        )
    return {path: _against_twin(path, role, roles, cache) for path, role in roles.items()}


def resolve(target: str, folder: Path) -> Path | None:
    """Return the path that an include means, or None where it is no plain path."""
    if "://" in target or "${" in target or not target:
        return None
    return Path(os.path.normpath(folder / target.replace("\\", "/")))


def _included(manifest: Manifest, role: Role, boundary: Path) -> Iterator[tuple[Path, Role]]:
    folder = manifest.source.path.parent
    development = role.development or is_development(manifest)
    for include in manifest.includes:
        target = resolve(include.target, folder)
        if target is not None and target.is_relative_to(boundary):
            yield target, Role(include.constraint or role.constraint, development)


def _means_more(role: Role, known: Role | None) -> bool:
    return known is None or _weight(role) > _weight(known)


def _weight(role: Role) -> tuple[bool, bool]:
    return not role.constraint, not role.development


def _against_twin(path: Path, role: Role, roles: dict[Path, Role], cache: ManifestCache) -> Role:
    """Return the role, ``compiled`` where the file was made from one beside it.

    ``X.txt`` from ``X.in`` or ``X.txt.in``, or out of a lock: the choices are counted there,
    versions read here.
    """
    if path.suffix != ".txt":
        return role
    twins = (path.with_suffix(".in"), path.with_name(path.name + ".in"))
    compiled = any(twin in roles for twin in twins) or is_export(path, cache, roles)
    return Role(role.constraint, role.development, compiled)
