"""Collect the files of a project: its own dependency files and those that they include."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_file
from framesage.manifests.model import Purpose
from framesage.project.compiled import with_compiled
from framesage.project.include_paths import can_follow, resolve_include
from framesage.project.links import FileNames
from framesage.project.manifest_cache import ManifestCache, Role
from framesage.project.membership import Neighborhood, is_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.glob import Glob


def project_files(
    root: Path, cache: ManifestCache, boundary: Path, exclude: Sequence[Glob] = ()
) -> dict[Path, Role]:
    """Return the files of the project at ``root`` with their roles, also unreadable files.

    Includes are followed up to ``boundary``; loops and missing files are not errors. A file counts
    as what the lists that refer to it are for, the most important of them.
    """
    members = Neighborhood(root, cache, exclude).members()
    members |= _declared_purposes(members, cache)
    roles: dict[Path, Role] = {}
    names = FileNames(members, cache)
    queue = list(members.items())
    for path, role in queue:  # grows during the iteration
        manifest = cache.manifest(path)
        if manifest is None and cache.read_error(path):
            roles.setdefault(path, role)
        if manifest is None or not _is_more_important(path, role, roles.get(path)):
            continue
        roles[path] = role
        included = _included(manifest, role, cache, boundary)
        queue += ((names.of(target), inherited) for target, inherited in included)
    roles |= _only_list(roles)
    return {path: with_compiled(path, role, roles, cache, boundary) for path, role in roles.items()}


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


def _only_list(roles: Mapping[Path, Role]) -> dict[Path, Role]:
    """Return the only file of a project as what the project needs, whatever its name says.

    If there is nothing but ``devrequirements.txt``, it is the main list.
    """
    lists = [path for path, role in roles.items() if role == Role() and is_list(path)]
    return dict.fromkeys(lists, Role(purpose=Purpose.RUNTIME)) if len(roles) == 1 else {}


def _own_lists(manifest: Manifest) -> Iterator[tuple[Path, Role]]:
    for include in manifest.includes:
        target = resolve_include(include.target, manifest.source.path.parent)
        if target is not None and include.group:
            yield target, Role(purpose=include.group.purpose)


def _included(
    manifest: Manifest, role: Role, cache: ManifestCache, boundary: Path
) -> Iterator[tuple[Path, Role]]:
    folder = manifest.source.path.parent
    own = purpose_of(manifest.source.path, role)
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
    return purpose_of(path, known).is_below(purpose_of(path, role))


def purpose_of(path: Path, role: Role) -> Purpose:
    """Return what a file is for; a file that is more than a list is for all of its lists."""
    if role.purpose:
        return role.purpose
    return classify_file(path).purpose if is_list(path) else Purpose.RUNTIME
