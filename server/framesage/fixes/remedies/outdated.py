"""The lock files and compiled lists that edits make out of date."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.fixes.draft import Draft
    from framesage.manifests.lockfiles import Lock
    from framesage.manifests.manifest import Manifest
    from framesage.project.model import Project


def outdated_files(draft: Draft) -> tuple[str, ...]:
    """Return the names of the files that have to be made again."""
    locks = (lock for manifest in draft.edited_manifests for lock in _outdated(manifest, draft))
    return tuple(dict.fromkeys(lock.name for lock in locks))


def without_outdated(draft: Draft) -> Project:
    """Return the project after the edits, as if the files were there no more."""
    edited = {manifest.source.path: manifest for manifest in draft.edited_manifests}
    outdated = {path: _outdated(manifest, draft) for path, manifest in edited.items()}
    lists = {lock.path for locks in outdated.values() for lock in locks}
    return replace(
        draft.after,
        manifests=tuple(
            _without(manifest, outdated.get(manifest.source.path, []))
            for manifest in draft.after.manifests
            if manifest.source.path not in lists
        ),
    )


def _without(manifest: Manifest, locks: list[Lock]) -> Manifest:
    kept = tuple(lock for lock in manifest.locks if lock not in locks)
    return replace(manifest, locks=kept) if locks else manifest


def _outdated(manifest: Manifest, draft: Draft) -> list[Lock]:
    """Return the locks of a file that are made from it; constraints are written by people."""
    written = {file.source.path for file in draft.after.manifests if not file.compiled}
    return [lock for lock in manifest.locks if lock.path not in written]
