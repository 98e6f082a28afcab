"""Read manifests and cache them, so that each text is parsed only once."""

from __future__ import annotations

from dataclasses import field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framesage import manifests
from framesage.frozen import frozen
from framesage.manifests.model import Origin, Purpose
from framesage.project.filesystem import NOT_REGULAR
from framesage.project.overlay import CachedFileSystem
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from framesage.manifests.lockfiles import Lock
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Group, Requirement, Workspace
    from framesage.project.filesystem import DirEntry, FileSystem
    from framesage.project.link import Link

# Discovery visits a hundred thousand file names, so most of them are sorted out by their endings.
_ENDINGS = (".txt", ".in", ".pip", ".toml", ".cfg", ".yml", ".yaml", "pipfile", "setup.py")


@frozen
class Role:
    """The role of a manifest in a project, in addition to its content.

    ``constraint`` means that it only limits versions, ``compiled`` that it was generated from
    other files, whose choices are not its own, except for the packages that are ``chosen``.
    ``purpose`` is what the lists that refer to it are for; None leaves that to its own name and
    content. ``sources`` are the files that a compiled list was made from, as far as the project has
    them; they decide nothing about the list itself.
    """

    constraint: bool = False
    purpose: Purpose | None = None
    compiled: bool = False
    chosen: frozenset[str] = frozenset()
    sources: tuple[Path, ...] = field(default=(), compare=False)


class ManifestCache:
    """A file system that also reads manifests, and caches them by path and text.

    Python compares strings by identity first, so a cached manifest costs a dictionary lookup as
    long as ``files`` returns the same string.
    """

    def __init__(self, files: FileSystem, name: Path | None = None) -> None:
        """Read from ``files``, as if only ``name`` was open if it is given."""
        self.files = files
        self._name = name
        self._manifests: dict[Path, Manifest] = {}
        self._readmes: dict[Path, Manifest] = {}
        self._settings_files: dict[Path, Manifest] = {}
        self._named: dict[Path, set[str]] = {}
        self.split: Mapping[Path, tuple[str, Sequence[str]]] = {}
        """Texts that are split into lines already."""
        self.skipped: set[Path] = set()
        """The folders below which the search for projects ended before its end."""
        self.layouts: dict[Path, tuple[object, tuple[str, ...]]] = {}
        self.with_projects_below: dict[Path, tuple[object, bool]] = {}
        self.workspaces: dict[Path, tuple[Workspace | None, Mapping[str, Path]]] = {}
        self.links: dict[Path, tuple[Manifest, tuple[Link, ...]]] = {}
        self.brought: dict[Hashable, tuple[Manifest, Manifest]] = {}
        self._in_role: dict[tuple[Path, Role], tuple[Manifest, Manifest]] = {}

    def forget_links(self) -> None:
        """Look again for the members of workspaces, and for what files refer to."""
        self.workspaces.clear()
        self.links.clear()

    def text(self, path: Path) -> str | None:
        """Return a file's text, or None if it cannot be read."""
        return self.files.text(path)

    def head(self, path: Path) -> str | None:
        """Return the text at the start of a file, or None if it cannot be read or is not text."""
        return self.files.head(path)

    def read_error(self, path: Path) -> str:
        """Return why an existing file cannot be read, or ""."""
        return "" if self.files.text(path) is not None else self.files.read_error(path)

    def why_unread(self, path: Path) -> str:
        """Return why a file that settings name cannot be read, or "" if it can or is missing."""
        if self.files.text(path) is not None or not self.is_file(path):
            return ""
        return self.files.read_error(path) or NOT_REGULAR

    def lock(self, path: Path) -> Lock | None:
        """Return a parsed lock file, or None."""
        return self.files.lock(path)

    def entries(self, folder: Path) -> tuple[DirEntry, ...]:
        """Return the entries of a folder, sorted by name."""
        return self.files.entries(folder)

    def real_path(self, path: Path) -> Path:
        """Return the path with all symbolic links resolved."""
        return self.files.real_path(path)

    def is_open(self, path: Path) -> bool:
        """Return whether a file is open under this name."""
        return self.files.is_open(path) if self._name is None else path == self._name

    def manifest(self, path: Path) -> Manifest | None:
        """Return a parsed file, or None if it cannot be read.

        A file whose name is not that of a known format is read as a requirements file.
        """
        text = self.files.text(path)
        if text is None:
            return None
        known = self._manifests.get(path)
        if known is None:
            known = manifests.read_any(self._source(path, text))
        elif known.source.text != text:
            known = manifests.reread(known, self._source(path, text))
        self._manifests[path] = known
        return known

    def _source(self, path: Path, text: str) -> Source:
        known, lines = self.split.get(path, (None, ()))
        return Source.of_lines(path, text, lines) if known is text else Source(path, text)

    def readme(self, path: Path) -> Manifest | None:
        """Return the opening of a README, or None if it cannot be read."""
        from framesage.manifests.readme.reader import read_readme  # not needed without a README

        text = self.head(path)
        if text is None:
            return None
        known = self._readmes.get(path)
        if known is None or known.source.text != text:
            known = self._readmes[path] = read_readme(Source(path, text))
        return known

    def settings_file(self, path: Path) -> Manifest | None:
        """Return a file that settings extend, or None if it cannot be read.

        Its name tells where its settings are: in a table of a pyproject.toml, or at the top level.
        """
        if manifests.reader_by_name(path):
            return self.manifest(path)
        text = self.files.text(path)
        if text is None:
            return None
        known = self._settings_files.get(path)
        if known is None or known.source.text != text:
            known = self._settings_files[path] = manifests.read_settings_file(Source(path, text))
        return known

    def has_read(self, path: Path) -> bool:
        """Return whether a file has been read as a manifest."""
        return path in self._manifests

    def is_script(self, path: Path) -> bool:
        """Return whether a file is a Python script with inline metadata."""
        may_be = manifests.is_python(path) or self.is_named(path)
        manifest = self.manifest(path) if may_be else None
        return manifest is not None and manifest.format == "script" and bool(manifest.anchors)

    def name(self, path: Path) -> None:
        """Count a file as a dependency file from now on, because a person or a client says so."""
        self._named.setdefault(path.parent, set()).add(path.name)

    def is_named(self, path: Path) -> bool:
        """Return whether somebody said that a file is a dependency file."""
        return path.name in self.named_in(path.parent)

    def is_dependency_file(self, path: Path) -> bool:
        """Return whether a file is a dependency file, by its name or because somebody says so."""
        return is_manifest(path.parent.name, path.name) or self.is_named(path)

    def named_in(self, folder: Path) -> frozenset[str]:
        """Return the names of files in a folder that somebody said are dependency files."""
        below = self.files.named_in(folder)
        return below.union(self._named[folder]) if folder in self._named else below

    def take_names(self, other: ManifestCache) -> None:
        """Count the same files as dependency files as another cache."""
        self._named = other._named

    def is_file(self, path: Path) -> bool:
        """Return whether the path is a file and not a folder."""
        return any(
            entry.name == path.name and not entry.is_dir for entry in self.entries(path.parent)
        )

    def in_role(self, path: Path, role: Role) -> Manifest | None:
        """Return a parsed file with its role applied to its requirements, or None."""
        manifest = self.manifest(path)
        if manifest is None or role == Role():
            return manifest
        cached = self._in_role.get((path, role))
        if cached is None or cached[0] is not manifest:
            cached = self._in_role[path, role] = (manifest, _apply(role, manifest))
        return cached[1]


def as_cache(files: FileSystem) -> ManifestCache:
    """Return a cache for a file system, or the file system itself if it already is one."""
    return files if isinstance(files, ManifestCache) else ManifestCache(CachedFileSystem(files))


def is_manifest(folder: str, name: str) -> bool:
    """Return whether a file is a dependency file, from its name and the name of its folder."""
    return name.lower().endswith(_ENDINGS) and _has_reader(folder, name)


@lru_cache(maxsize=8192)
def _has_reader(folder: str, name: str) -> bool:
    return manifests.reader_by_name(Path(folder, name)) is not None


def is_development(manifest: Manifest) -> bool:
    """Return whether all requirements of a manifest are for developers of the project."""
    requirements = manifest.requirements.unpositioned
    return bool(requirements) and all(
        requirement.group.purpose is Purpose.DEVELOPMENT for requirement in requirements
    )


def _apply(role: Role, manifest: Manifest) -> Manifest:
    requirements = manifest.requirements.mapped(lambda requirement: _with_role(requirement, role))
    unnamed = tuple(
        replace(package, group=_in_role(package.group, role)) for package in manifest.unnamed
    )
    compiled = manifest.compiled or role.compiled
    return replace(manifest, requirements=requirements, compiled=compiled, unnamed=unnamed)


def _in_role(group: Group, role: Role) -> Group:
    if role.purpose is None or role.purpose is group.purpose:
        return group
    return replace(group, purpose=role.purpose)


def _with_role(requirement: Requirement, role: Role) -> Requirement:
    origin, group = requirement.origin, requirement.group
    if role.constraint:
        origin = Origin.CONSTRAINT
    elif role.compiled and origin is Origin.DIRECT and requirement.name not in role.chosen:
        origin = Origin.VIA
    group = _in_role(group, role)
    if origin is requirement.origin and group is requirement.group:
        return requirement
    return replace(requirement, origin=origin, group=group)
