"""Decide whether two requirements are installed into the same environment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.model import Purpose, Requirement
from framesage.project.include_paths import resolve_include

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.analysis.location import Location
    from framesage.project.model import Project


def are_together(one: Location, other: Location, project: Project) -> bool:
    """Return whether whoever installs one of two requirements also installs the other.

    That is so for requirements of the same list, of a list and the main list of its file, of lists
    that include each other, and of a list and what it was compiled from. Requirements with
    different markers may exclude each other.
    """
    first, second = one.subject, other.subject
    if not isinstance(first, Requirement) or not isinstance(second, Requirement):
        return False
    if first.marker != second.marker:
        return False
    if one.path != other.path:
        return any({one.path, other.path} <= reached for reached in _reached(project))
    is_main = any(r.group.purpose is Purpose.RUNTIME and not r.group.name for r in (first, second))
    return is_main or first.group == second.group


def _reached(project: Project) -> list[set[Path]]:
    """Return for each file of a project the files that it includes or that hold its versions,
    itself among them."""
    included = {
        manifest.source.path: [
            resolve_include(include.target, manifest.source.path.parent)
            for include in manifest.includes
        ]
        + [lock.path for lock in manifest.locks]
        for manifest in project.manifests
    }
    found = []
    for path in included:
        reached, waiting = {path}, [path]
        while waiting:
            for target in included.get(waiting.pop(), ()):
                if target is not None and target not in reached:
                    reached.add(target)
                    waiting.append(target)
        found.append(reached)
    return found
