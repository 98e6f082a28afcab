"""Recognize lists that were compiled: what they hold beyond their sources was pulled in.

- A list whose heading names its sources, or the tool that reads them from a ``pyproject.toml``.
- ``X.txt`` beside ``X.in`` or ``X.txt.in``, and an export of a lock file.
- A freeze: a sorted list without a heading in which everything is pinned, and which holds all that
  a ``pyproject.toml`` or the like asks for, and half as much again. Fewer additions may be choices.

If a source is missing, or nothing can be read in it, every requirement counts as a choice: there
is nothing else that says what the project uses. So it does where ``# via`` comments tell exactly.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.model import Purpose
from framesage.manifests.names import canonicalize_name
from framesage.project.include_paths import can_follow, resolve_include
from framesage.project.local_links import cached_links
from framesage.project.lockfiles import SOURCES, is_export, may_come_from_locks
from framesage.project.membership import is_list
from framesage.project.workspaces import PYPROJECT, workspace_around, workspace_members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.manifests.headings import Heading
    from framesage.manifests.manifest import Manifest
    from framesage.project.manifest_cache import ManifestCache, Role

_MAX_PACKAGES = 50
_DEFAULTS = (*SOURCES, "pixi.toml", "environment.yml", "environment.yaml")
"""What tools compile that name no source, besides ``X.in``."""


def with_compiled(
    path: Path, role: Role, roles: Mapping[Path, Role], cache: ManifestCache, boundary: Path
) -> Role:
    """Return the role of a file, with ``compiled`` set if it was compiled from other files.

    The choices are then in its sources, and the list has the versions. What a source outside of
    the project asks for is ``chosen`` in the list itself.
    """
    manifest = cache.manifest(path) if is_list(path) else None
    if manifest is None:
        return role
    inputs = _inputs_beside(path, roles)
    if inputs or is_export(path, cache, roles):
        return replace(role, compiled=True, sources=inputs)
    if not manifest.is_frozen:
        return role
    compilation = _Compilation(manifest, cache, boundary)
    if manifest.heading is None:
        sources = compilation.sources_of_freeze(roles)
        return replace(role, compiled=True, sources=sources) if sources else role
    return _with_heading(role, roles, compilation, manifest.heading)


def _with_heading(
    role: Role, roles: Mapping[Path, Role], compilation: _Compilation, heading: Heading
) -> Role:
    sources = compilation.sources(heading)
    within = tuple(source for source in sources if source in roles)
    if not sources or compilation.is_annotated:
        return replace(role, sources=within)
    outside = [compilation.asked_for(source) for source in sources if source not in roles]
    return replace(role, compiled=True, chosen=frozenset().union(*outside), sources=within)


def _inputs_beside(path: Path, roles: Mapping[Path, Role]) -> tuple[Path, ...]:
    """Return ``X.in`` or ``X.txt.in`` for ``X.txt``, if the project has it."""
    inputs = (path.with_suffix(".in"), path.with_name(path.name + ".in"))
    is_list_of_versions = path.suffix.lower() == ".txt"
    return tuple(source for source in inputs if is_list_of_versions and source in roles)


@frozen
class _Compilation:
    """A list that may be compiled; sources are looked for up to ``boundary``."""

    manifest: Manifest
    cache: ManifestCache
    boundary: Path

    def sources(self, heading: Heading) -> Sequence[Path]:
        """Return the files that a heading is about; none if any of them says nothing.

        They ask for something, and for something in the list: the heading can be out of date.
        """
        names = {found.name for found in self.manifest.requirements.unpositioned}
        for sources in self._candidates(heading):
            asked = [self.asked_for(source) for source in sources]
            if all(asked) and not names.isdisjoint(frozenset().union(*asked)):
                return sources
        return ()

    @property
    def is_annotated(self) -> bool:
        """Whether ``# via`` comments tell what is a choice."""
        return any(found.via for found in self.manifest.requirements.unpositioned)

    def sources_of_freeze(self, members: Iterable[Path]) -> tuple[Path, ...]:
        """Return the files around the list that need at run time what it has, and far less.

        If that file is locked, everything is in the lock file, in whatever version.
        """
        written = [found.name for found in self.manifest.requirements.unpositioned]
        names, around = frozenset(written), self.manifest.source.path.parents
        if self.is_annotated or not _is_sorted(written):
            return ()
        sources = (path for path in members if path.name in SOURCES and path.parent in around)
        return tuple(
            source
            for source in sources
            if _is_closure(names, frozenset(self._always_needed(source)))
            and may_come_from_locks(source, names, self.cache)
        )

    def asked_for(self, source: Path) -> frozenset[str]:
        """Return the names that a file asks for, with its includes and the packages of its
        repository; none if an included file cannot be read."""
        names: set[str] = set()
        queue = [source]
        for path in queue:  # grows during the iteration
            manifest = self._read(path)
            if manifest is None:
                return frozenset()
            names.update(found.name for found in manifest.requirements.unpositioned)
            targets = (
                resolve_include(include.target, path.parent)
                for include in manifest.includes
                if not include.constraint
            )
            queue += [target for target in targets if target and target not in queue]
            queue += [target for target in self._packages(manifest) if target not in queue]
        return frozenset(names)

    def _packages(self, manifest: Manifest) -> list[Path]:
        """Return the files of the packages in folders that a file asks for, as far as readable."""
        links = cached_links(manifest, self.cache, self.boundary)[:_MAX_PACKAGES]
        found = (path for link in links if not link.is_list for path in link.files)
        return [path for path in found if self._read(path)]

    def _read(self, path: Path) -> Manifest | None:
        is_itself = path == self.manifest.source.path
        can_read = not is_itself and can_follow(path, self.cache, self.boundary)
        return self.cache.manifest(path) if can_read else None

    def _always_needed(self, source: Path) -> Iterator[str]:
        manifest = self._read(source)
        for found in manifest.requirements.unpositioned if manifest else ():
            if found.group.purpose is Purpose.RUNTIME and not found.marker:
                yield found.name

    def _candidates(self, heading: Heading) -> Iterator[Sequence[Path]]:
        """Yield what the sources may be, for each folder in which the tool may have run."""
        path = self.manifest.source.path
        for folder in self._folders(heading.output):
            if heading.sources:
                found = [resolve_include(source, folder) for source in heading.sources]
                yield [source for source in found if source]
            elif heading.packages:
                yield self._members(heading.packages, folder)
            else:
                yield [folder / path.with_suffix(".in").name]
                yield from ([folder / name] for name in _DEFAULTS if name != path.name)
        # A workspace that asks for nothing itself: the members are in the list.
        if not heading.sources:
            yield [path for path in self._packages(self.manifest) if self.asked_for(path)]
        # An absolute path is one of the computer on which the tool ran.
        if any(map(_is_absolute, heading.sources)):
            yield [path.with_name(PureWindowsPath(source).name) for source in heading.sources]

    def _members(self, names: Iterable[str], folder: Path) -> list[Path]:
        """Return the files of members of the workspace around a folder."""
        workspace = workspace_around(folder, self.cache, self.boundary)
        members = workspace_members(workspace, self.cache) if workspace else {}
        found = (members.get(canonicalize_name(name)) for name in names)
        return [member / PYPROJECT for member in found if member]

    def _folders(self, output: str) -> list[Path]:
        """Return the folders around the list, first that in which ``output`` is its path."""
        path = self.manifest.source.path
        around = [folder for folder in path.parents if folder.is_relative_to(self.boundary)]
        return sorted(around, key=lambda folder: resolve_include(output, folder) != path)


def _is_absolute(source: str) -> bool:
    return source.startswith("/") or bool(PureWindowsPath(source).drive)


def _is_closure(names: frozenset[str], needed: frozenset[str]) -> bool:
    """Return whether names are what is needed with what that pulls in, which is rarely little."""
    pulled_in = len(names) - len(needed)
    return bool(needed) and needed <= names and pulled_in >= max(3, len(needed) / 2)


def _is_sorted(names: Sequence[str]) -> bool:
    """Return whether names are in order, nearly: tools sort them before they normalize them."""
    return sum(after < before for before, after in pairwise(names)) <= len(names) // 10
