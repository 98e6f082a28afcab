"""Follow what a project requires from its own repository: packages in folders, workspace members.

What such a package brings (its main list, and the extras that are asked for) counts as what the
list that requires it is for. Packages that these require are followed in turn, each once. What
cannot be read is kept as well: nothing is known to be missing then.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.model import Group, Purpose
from framesage.manifests.names import canonicalize_name
from framesage.project.includes import purpose_of
from framesage.project.local_links import cached_links, links_of
from framesage.project.model import Brought, Edge, LocalPackages

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.project.link import Link
    from framesage.project.manifest_cache import ManifestCache, Role

MAX_FILES = 200
"""How many files of other packages are read for one project; the others count as not read."""


@frozen
class _Step:
    """A file to read for an edge: all of a list, or the main list and ``extras`` of a package."""

    path: Path
    extras: frozenset[str]
    is_list: bool
    edge: Edge

    @property
    def key(self) -> tuple[object, ...]:
        """What makes two steps the same: the file, and what of it counts as what."""
        return self.path, self.extras, self.is_list, self.edge.group.purpose


def find_local_packages(
    manifests: Iterable[Manifest], roles: Mapping[Path, Role], cache: ManifestCache, boundary: Path
) -> LocalPackages:
    """Return what the local packages bring that the manifests of a project require."""
    walk = _Walk({manifest.source.path.parent for manifest in manifests}, cache, boundary)
    for manifest in manifests:
        role = roles[manifest.source.path]
        if not role.constraint:
            walk.start(manifest, purpose_of(manifest.source.path, role))
    walk.run()
    return LocalPackages(tuple(walk.brought), tuple(walk.unread), frozenset(walk.paths))


class _Walk:
    """A walk over the packages, breadth first, so that a limit cuts off the most indirect ones.

    ``own`` are the folders of the project's own files, of which only extras are wanted.
    """

    def __init__(self, own: set[Path], cache: ManifestCache, boundary: Path) -> None:
        self._own, self._cache, self._boundary = own, cache, boundary
        self._steps: dict[object, _Step] = {}
        self.brought: list[Brought] = []
        self.unread: list[Edge] = []
        self.paths: set[Path] = set()

    def start(self, manifest: Manifest, purpose: Purpose) -> None:
        """Follow what a file of the project itself requires; its includes are already read."""
        for link in links_of(manifest, self._cache, self._boundary):
            edge = Edge(manifest, link.range, link.group or Group(purpose))
            if link.files or not manifest.compiled:
                self._follow(link, edge, is_read=link.is_list)
            if len(self._steps) >= MAX_FILES:
                self._leave(edge)
                break

    def run(self) -> None:
        """Visit everything that can be reached, up to the limit."""
        number = 0
        while number < len(self._steps):
            for step in list(self._steps.values())[number:]:
                self._visit(step)
                number += 1

    def _visit(self, step: _Step) -> None:
        manifest = self._cache.manifest(step.path)
        if manifest is None:
            return
        counted = self._counted(manifest, step)
        if counted.requirements.unpositioned:
            self.brought.append(Brought(counted, step.edge))
        for link in cached_links(manifest, self._cache, self._boundary):
            if _is_counted(link.group, step):
                self._follow(link, step.edge)

    def _follow(self, link: Link, edge: Edge, *, is_read: bool = False) -> None:
        """Go on to the files of a reference, unless they are the project's own or already read."""
        self.paths.update(link.candidates)
        is_own = is_read or (link.folder in self._own and not link.extras)
        for path in () if is_own else link.files:
            step = _Step(path, link.extras, link.is_list, edge)
            if len(self._steps) < MAX_FILES:
                self._steps.setdefault(step.key, step)
            elif step.key not in self._steps:
                self._leave(edge)
        if not link.files:
            self._leave(edge)

    def _leave(self, edge: Edge) -> None:
        """Leave something unread, which matters if the application needs it to run."""
        is_known = bool(self.unread) and self.unread[-1] is edge
        if edge.group.purpose is Purpose.RUNTIME and not is_known:
            self.unread.append(edge)

    def _counted(self, manifest: Manifest, step: _Step) -> Manifest:
        """Return a manifest with only the requirements that count, as what the edge is for."""
        known = self._cache.brought.get(step.key)
        if known is None or known[0] is not manifest:
            requirements = tuple(
                _as(requirement, step.edge.group.purpose)
                for requirement in manifest.requirements
                if _is_counted(requirement.group, step)
            )
            counted = replace(manifest, requirements=LazyRequirements(requirements))
            known = self._cache.brought[step.key] = (manifest, counted)
        return known[1]


def _is_counted(group: Group | None, step: _Step) -> bool:
    """Return whether a list of a file counts: the main list, or one of the extras."""
    if step.is_list or group is None:
        return True
    if group.name:
        return canonicalize_name(group.name) in step.extras
    return group.purpose is Purpose.RUNTIME or bool(step.extras)


def _as(requirement: Requirement, purpose: Purpose) -> Requirement:
    return replace(requirement, group=replace(requirement.group, purpose=purpose))
