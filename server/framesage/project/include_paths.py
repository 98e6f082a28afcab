"""Where the paths lead that dependency files name, and how a path is written from a folder."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.project.manifest_cache import ManifestCache


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


def relative(path: Path, base: Path) -> str:
    """Return a path relative to a folder, with ``/``; absolute if it is on another drive."""
    try:
        return PurePath(os.path.relpath(path, base)).as_posix()
    except ValueError:  # pragma: no cover - another drive, on Windows
        return path.as_posix()
