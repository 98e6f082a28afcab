"""Load a project again after edits of its files that leave its structure as it was.

Which files belong to a project, in which roles, and what else it reads follows from the names in
its files. A key that changes a version, a marker or a comment changes none of that: then the
project is the one before, with that file replaced. In doubt, the project is loaded as a whole.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from operator import is_not
from typing import TYPE_CHECKING

from framesage.manifests.manifest import is_pinned
from framesage.project.folder_names import holds_library
from framesage.project.lockfiles import has_locks_beside
from framesage.project.membership import has_content, is_list
from framesage.project.model import LocalPackages, Project

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.project.manifest_cache import ManifestCache


def with_edited(project: Project, edited: Iterable[Path], cache: ManifestCache) -> Project | None:
    """Return a project with the new texts of edited files; None if it must be loaded instead."""
    if (
        project.script
        or project.local != LocalPackages()
        or holds_library(project.root.parent.name)
    ):
        return None
    for path in edited:
        before = next((file for file in project.manifests if file.source.path == path), None)
        after = None if before is None else _reread(before, project, cache)
        if before is None or after is None:
            return None
        manifests = tuple(after if file is before else file for file in project.manifests)
        project = replace(project, manifests=manifests)
    return project


def _reread(before: Manifest, project: Project, cache: ManifestCache) -> Manifest | None:
    """Return a file as it is now, if only what the structure does not depend on has changed."""
    path = before.source.path
    role = project.roles.get(path)
    if role is None or role.compiled or role.constraint or role.sources:
        return None
    if _holds_versions(path, project) or (is_list(path) and has_locks_beside(path, cache)):
        return None
    after = cache.in_role(path, role)
    if after is None or not _is_same_structure(before, after):
        return None
    return replace(after, locks=before.locks) if before.locks else after


def _holds_versions(path: Path, project: Project) -> bool:
    """Return whether other files of the project take their versions from a file."""
    return any(lock.path == path for file in project.manifests for lock in file.locks)


def _is_same_structure(before: Manifest, after: Manifest) -> bool:
    return _structure(before) == _structure(after) and _are_same_but_versions(
        before.requirements.unpositioned, after.requirements.unpositioned
    )


def _structure(manifest: Manifest) -> tuple[object, ...]:
    """Return what a project depends on, apart from the requirements."""
    return (
        has_content(manifest),
        bool(manifest.anchors),
        [(include.target, include.constraint, include.group) for include in manifest.includes],
        [metadata.value for metadata in manifest.metadata if metadata.key == "name"],
        manifest.settings,
        manifest.syntax_errors,
        manifest.compiled,
        manifest.heading,
        manifest.readme,
        manifest.unnamed,
        manifest.sources,
        manifest.workspace,
    )


def _are_same_but_versions(before: Sequence[Requirement], after: Sequence[Requirement]) -> bool:
    """Compare requirements one by one; nearly all of them are the same objects."""
    if len(before) != len(after):
        return False
    others = compress(zip(before, after, strict=True), map(is_not, before, after))
    return all(_but_version(old) == _but_version(new) for old, new in others)


def _but_version(requirement: Requirement) -> tuple[object, ...]:
    return (
        requirement.name,
        requirement.extras,
        requirement.url,
        bool(requirement.marker),
        requirement.group,
        requirement.origin,
        requirement.via,
        is_pinned(requirement),
    )
