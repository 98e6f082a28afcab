"""Symbolic links: files with several names, of which one is read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from framesage.project.manifest_cache import ManifestCache, Role


def without_links(found: Mapping[Path, Role], cache: ManifestCache) -> dict[Path, Role]:
    """Return each file once: under the name that is open, else preferably not as a link.

    What a file is for does not depend on the name that is open.
    """
    folders = {path.parent for path in found}
    entries = ((folder, entry) for folder in folders for entry in cache.entries(folder))
    links = {folder / entry.name for folder, entry in entries if entry.is_symlink}
    if not links:
        return dict(found)
    files: dict[Path, list[Path]] = {}
    for path in sorted(found, key=lambda path: path in links):
        files.setdefault(cache.real_path(path), []).append(path)
    kept: dict[Path, Role] = {}
    for names in files.values():
        name = next((path for path in names if cache.is_open(path)), names[0])
        kept[name] = _role(found[names[0]], names[0], name)
    return {path: kept[path] for path in found if path in kept}


def _role(role: Role, usual: Path, name: Path) -> Role:
    """Return the role of a file that is read under another name than usual."""
    own, purpose = classify_file(name).purpose, classify_file(usual).purpose
    return role if role.purpose or own is purpose else replace(role, purpose=purpose)


class FileNames:
    """The name under which each file is read: that of a member, or else the first one met."""

    def __init__(self, members: Iterable[Path], cache: ManifestCache) -> None:
        self._cache = cache
        self._names = {cache.real_path(path): path for path in members}

    def of(self, path: Path) -> Path:
        """Return the name of a file that something refers to."""
        return self._names.setdefault(self._cache.real_path(path), path)
