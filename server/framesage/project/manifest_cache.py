"""Reading manifests: each text is parsed once, whoever asks for it, however often."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framesage import manifests
from framesage.frozen import frozen
from framesage.manifests.lazy_requirements import as_read, changed
from framesage.manifests.model import Origin, Purpose
from framesage.project.overlay import CachedFileSystem
from framesage.text import Source

if TYPE_CHECKING:
    from framesage.manifests.lockfiles import Lock
    from framesage.manifests.model import Manifest, Requirement
    from framesage.project.filesystem import DirEntry, FileSystem

# Looking for projects passes a hundred thousand names; most can be passed without a question.
_ENDINGS = (".txt", ".in", ".toml", ".cfg", ".yml", ".yaml", "Pipfile", "setup.py")


@frozen
class Role:
    """What a manifest is in one project, beyond what it says itself.

    ``constraint``: it limits versions and asks for nothing. ``development``: all of it is for
    people working on the project. ``compiled``: the file beside it holds the choices.
    """

    constraint: bool = False
    development: bool = False
    compiled: bool = False


class ManifestCache:
    """Files that can also be read as manifests; remembers by path and text what they said.

    Texts are compared by identity first, so asking again costs a dictionary look-up as long as
    ``files`` returns the same string.
    """

    def __init__(self, files: FileSystem) -> None:
        self.files = files
        self._manifests: dict[Path, Manifest] = {}
        self.layouts: dict[Path, tuple[object, tuple[str, ...]]] = {}
        self.with_projects_below: dict[Path, tuple[object, bool]] = {}
        self._in_role: dict[tuple[Path, Role], tuple[Manifest, Manifest]] = {}

    def text(self, path: Path) -> str | None:
        """Return a file's text."""
        return self.files.text(path)

    def read_error(self, path: Path) -> str:
        """Return why a file that is there has no text."""
        return "" if self.files.text(path) is not None else self.files.read_error(path)

    def lock(self, path: Path) -> Lock | None:
        """Return what a lock on the disk holds."""
        return self.files.lock(path)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return a folder's entries by name."""
        return self.files.entries(folder)

    def real(self, path: Path) -> Path:
        """Return where a path leads when symbolic links are followed."""
        return self.files.real(path)

    def manifest(self, path: Path) -> Manifest | None:
        """Return what a file says, as requirements if its name says nothing; None if unreadable."""
        text = self.files.text(path)
        if text is None:
            return None
        known = self._manifests.get(path)
        if known is None:
            known = manifests.reader_of(path)(Source(path, text))
        elif known.source.text != text:
            known = manifests.reread(known, Source(path, text))
        self._manifests[path] = known
        return known

    def has_read(self, path: Path) -> bool:
        """Tell whether a file was asked for as a manifest, and was one."""
        return path in self._manifests

    def is_script(self, path: Path) -> bool:
        """Tell whether a file is Python with metadata of its own."""
        manifest = self.manifest(path) if manifests.is_python(path) else None
        return manifest is not None and bool(manifest.anchors)

    def is_file(self, path: Path) -> bool:
        """Tell whether there is a file of this name, and no folder."""
        return any(one.name == path.name and not one.is_dir for one in self.entries(path.parent))

    def in_role(self, path: Path, role: Role) -> Manifest | None:
        """Return what a file says in a role."""
        manifest = self.manifest(path)
        if manifest is None or role == Role():
            return manifest
        before = self._in_role.get((path, role))
        if before is None or before[0] is not manifest:
            before = self._in_role[path, role] = (manifest, _recast(manifest, role))
        return before[1]


def as_cache(files: FileSystem) -> ManifestCache:
    """Return a cache of files: themselves, if they are one, else one that sees them once."""
    return files if isinstance(files, ManifestCache) else ManifestCache(CachedFileSystem(files))


def is_manifest(folder: str, name: str) -> bool:
    """Tell whether a file is a dependency file, by its name and the name of its folder."""
    return name.endswith(_ENDINGS) and _has_reader(folder, name)


@lru_cache(maxsize=8192)
def _has_reader(folder: str, name: str) -> bool:
    return manifests.reader_for(Path(folder, name)) is not None


def is_development(manifest: Manifest) -> bool:
    """Tell whether all that a manifest asks for is for people working on the project."""
    asked = as_read(manifest.requirements)
    return bool(asked) and all(one.group.purpose is Purpose.DEVELOPMENT for one in asked)


def _recast(manifest: Manifest, role: Role) -> Manifest:
    requirements = changed(manifest.requirements, lambda one: _change(one, role))
    return replace(manifest, requirements=requirements)


def _change(requirement: Requirement, role: Role) -> Requirement:
    origin, group = requirement.origin, requirement.group
    if role.constraint:
        origin = Origin.CONSTRAINT
    elif role.compiled and origin is Origin.DIRECT:
        origin = Origin.VIA
    if role.development and group.purpose is Purpose.RUNTIME:
        group = replace(group, purpose=Purpose.DEVELOPMENT)
    if origin is requirement.origin and group is requirement.group:
        return requirement
    return replace(requirement, origin=origin, group=group)
