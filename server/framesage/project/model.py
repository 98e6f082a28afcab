"""A project: its manifests and its settings."""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.include_paths import relative, resolve_include
from framesage.project.settings.model import Settings, SettingsLayer
from framesage.project.settings.resolve import path_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Group, Metadata
    from framesage.project.file_error import FileError
    from framesage.project.manifest_cache import Role
    from framesage.text import Range, Source


@frozen
class Edge:
    """Where a list of the project refers to another list or to a package of the repository.

    ``group`` is the list that it belongs to, and that everything behind it counts for.
    """

    manifest: Manifest
    range: Range
    group: Group


@frozen
class Brought:
    """What a local package brings: one of its files with the requirements that count."""

    manifest: Manifest
    edge: Edge


@frozen
class LocalPackages:
    """The ``brought`` requirements, the ``unread`` edges, and the ``paths`` that were looked at."""

    brought: tuple[Brought, ...] = ()
    unread: tuple[Edge, ...] = ()
    paths: frozenset[Path] = frozenset()


@frozen(slots=False)
class Project:
    """The manifests of one application, those closest to the root first.

    - ``readme`` is the opening of its README as metadata, unless settings disable it. It is no
      dependency file, and so not among the manifests.
    - ``tool_settings`` is a pyproject.toml that only configures tools, if there is one: it is no
      dependency file either, but the place for settings.
    - ``layout`` contains facts from file names (see ``layout_facts``), unless settings disable it.
    - ``script`` is the Python file with inline metadata, if that is the whole project.
    - ``shares_ignores`` is True if the ignored rules also apply to other projects below this one.
    - ``only_shares_settings`` is True if it has nothing but settings, and other projects below.
    - ``boundary`` is the folder outside which no includes are followed.
    - ``read_errors`` are for files of the project that exist and cannot be read.
    - ``local`` is what other packages of the repository bring that the project requires.
    - ``around`` are the dependency files of the closest folder above that has any.
    - ``written`` are its settings as they are written, with those that they override or complete.
    - ``outer_errors`` are for settings of the folders around it.
    - ``extended`` are the files that its settings extend, also missing ones.
    - ``baseline`` is the file with known findings that its settings name, if it can be read.
    - ``unread_baseline`` is why that file cannot be read, if it exists.
    - ``roles`` are those of its manifests, unless it is a script.
    """

    root: Path
    manifests: tuple[Manifest, ...]
    settings: Settings = Settings()
    settings_errors: tuple[FileError, ...] = ()
    layout: tuple[str, ...] = ()
    script: Path | None = None
    shares_ignores: bool = False
    boundary: Path | None = None
    read_errors: tuple[FileError, ...] = ()
    readme: Manifest | None = None
    tool_settings: Manifest | None = None
    only_shares_settings: bool = False
    local: LocalPackages = LocalPackages()
    around: tuple[Manifest, ...] = ()
    written: SettingsLayer = field(default_factory=dict)
    outer_errors: tuple[FileError, ...] = ()
    extended: frozenset[Path] = frozenset()
    baseline: Source | None = None
    unread_baseline: str = ""
    roles: Mapping[Path, Role] = field(default_factory=dict)

    @cached_property
    def paths(self) -> frozenset[Path]:
        """The dependency files that the project reads, and those it would read if they existed."""
        own = (manifest.source.path for manifest in self.manifests)
        included = (
            resolve_include(include.target, manifest.source.path.parent)
            for manifest in self.manifests
            for include in manifest.includes
        )
        return frozenset((*own, *filter(None, included), *self.local.paths))

    @cached_property
    def edges(self) -> Mapping[Path, Edge]:
        """Where the project requires the packages of other folders, by the files of these."""
        own = {manifest.source.path for manifest in self.manifests}
        found = {item.manifest.source.path: item.edge for item in reversed(self.local.brought)}
        return {path: edge for path, edge in found.items() if path not in own}

    def source(self, path: Path) -> Source | None:
        """Return the text of a file that can be edited; None if the project has no such file."""
        files = (*self.manifests, *([self.tool_settings] if self.tool_settings else ()))
        return next((file.source for file in files if file.source.path == path), None)

    @property
    def only_has_settings(self) -> bool:
        """Whether there is no dependency list; the settings may be for other projects."""
        return not any(file.anchors or file.requirements for file in self.manifests)

    @property
    def written_baseline(self) -> Path | None:
        """The baseline that its files name, also if another one or none is used."""
        named = [path_of(given) for given in self.written.get(("baseline",), ()) if given.value]
        return Path(named[-1]) if named else None

    @property
    def start(self) -> Path:
        """The path that the project is read from: its root or its script."""
        return self.script or self.root

    def metadata(self) -> Iterator[tuple[Manifest, Metadata]]:
        """Yield what the project says of itself, with the file: the README comes last.

        The same value in several files, such as a description, is yielded once. A description in
        the settings replaces all others: it is what somebody wrote for Framesage.
        """
        seen: set[tuple[str, str]] = set()
        found = [
            (file, metadata)
            for file in (*self.manifests, *([self.readme] if self.readme else ()))
            for metadata in file.metadata
        ]
        chosen = _identity("description", self.settings.description)
        is_chosen = chosen[1] != "" and any(
            _identity(metadata.key, metadata.value) == chosen for _, metadata in found
        )
        for file, metadata in found:
            identity = _identity(metadata.key, metadata.value)
            is_replaced = is_chosen and metadata.key == "description" and identity != chosen
            if identity not in seen and not is_replaced:
                seen.add(identity)
                yield file, metadata

    def relative(self, path: Path) -> str:
        """Return a path relative to the root, with ``/``."""
        return relative(path, self.root)


def _identity(key: str, value: str) -> tuple[str, str]:
    """Return what is equal for metadata that differ only in case and spacing."""
    return key, " ".join(value.casefold().split())
