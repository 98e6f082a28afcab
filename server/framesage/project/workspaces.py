"""Find the members of a workspace (uv, Rye, Hatch) by the names of their packages.

Only the name of a member is read, and only once: a workspace can have thousands of them.
"""

from __future__ import annotations

import re
from collections import deque
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.project.membership import subfolders

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Workspace
    from framesage.project.manifest_cache import ManifestCache

PYPROJECT = "pyproject.toml"
_MAX_FOLDERS, _MAX_DEPTH = 20_000, 8
_NAME = re.compile(
    r"^\[(?:project|tool\.poetry)\][^\n]*\n(?:(?!\[)[^\n]*\n)*?name\s*=\s*[\"']([^\"'\n]+)[\"']",
    re.MULTILINE,
)


def workspace_around(folder: Path, cache: ManifestCache, boundary: Path) -> Manifest | None:
    """Return the closest file that describes a workspace, in a folder or the ones around it."""
    for parent in (folder, *folder.parents):
        if not parent.is_relative_to(boundary):
            break
        manifest = cache.manifest(parent / PYPROJECT)
        if manifest is not None and manifest.workspace:
            return manifest
    return None


def workspace_members(manifest: Manifest, cache: ManifestCache) -> Mapping[str, Path]:
    """Return the folders of the members by the names of their packages.

    They are found again only if the patterns change or the cache has to look again.
    """
    root, workspace = manifest.source.path.parent, manifest.workspace
    known = cache.workspaces.get(root)
    if known is None or known[0] != workspace:
        found = _members(root, workspace, cache) if workspace else {}
        known = cache.workspaces[root] = (workspace, found)
    return known[1]


def _members(root: Path, workspace: Workspace, cache: ManifestCache) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in (root, *_matching_folders(root, workspace, cache)):
        text = cache.text(folder / PYPROJECT)
        match = _NAME.search(text) if text else None
        if match:
            found.setdefault(canonicalize_name(match[1]), folder)
    return found


def _matching_folders(root: Path, workspace: Workspace, cache: ManifestCache) -> Iterator[Path]:
    excluded = [_steps(pattern) for pattern in workspace.exclude]
    for pattern in dict.fromkeys(map(_steps, workspace.members)):
        for folder in _glob(root, pattern, cache):
            names = folder.relative_to(root).parts
            if not any(_matches(names, steps) for steps in excluded):
                yield folder


def _steps(pattern: str) -> tuple[str, ...]:
    steps = pattern.replace("\\", "/").split("/")
    return tuple(step for step in steps if step not in ("", "."))


def _glob(root: Path, steps: tuple[str, ...], cache: ManifestCache) -> Iterator[Path]:
    """Yield the folders that match a pattern, breadth first, so that a limit cuts off the deepest.

    Hidden, installed and linked folders do not match. A pattern cannot leave the folder.
    """
    depth = _MAX_DEPTH if "**" in steps else len(steps)
    queue: deque[tuple[Path, tuple[str, ...]]] = deque([(root, ())])
    visited = 0
    while queue and visited < _MAX_FOLDERS and ".." not in steps:
        folder, names = queue.popleft()
        visited += 1
        if names and _matches(names, steps):
            yield folder
        if len(names) < depth:
            queue.extend(
                (folder / name, (*names, name))
                for name in subfolders(folder, cache)
                if "**" in steps or fnmatchcase(name, steps[len(names)])
            )


def _matches(names: tuple[str, ...], steps: tuple[str, ...]) -> bool:
    """Return whether the names of folders match a pattern; ``**`` is any number of them."""
    reached = {0}
    for name in names:
        reached = {
            following
            for step in _with_skipped(reached, steps)
            if step < len(steps)
            for following in ((step,) if steps[step] == "**" else (step + 1,))
            if steps[step] == "**" or fnmatchcase(name, steps[step])
        }
    return len(steps) in _with_skipped(reached, steps)


def _with_skipped(reached: set[int], steps: tuple[str, ...]) -> set[int]:
    """Return the steps that are reached if ``**`` may match no folder at all."""
    found = set(reached)
    for step in sorted(reached):
        while step < len(steps) and steps[step] == "**":
            step += 1
            found.add(step)
    return found
