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
from framesage.manifests.model import Group, LocalPackage, Origin, Purpose
from framesage.manifests.names import canonicalize_name
from framesage.project.include_paths import can_follow, resolve_include
from framesage.project.includes import purpose_of
from framesage.project.membership import has_content
from framesage.project.model import Brought, Edge, LocalPackages
from framesage.project.workspaces import workspace_around, workspace_members

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Include, Requirement
    from framesage.project.manifest_cache import ManifestCache, Role

PACKAGED = ("pyproject.toml", "setup.cfg", "setup.py")
"""The files that say what a package in a folder requires."""
MAX_FILES = 300
"""How many files of other packages are read for one project; the others count as not read."""


@frozen
class _Step:
    """A file to read for an edge: all of a list, or the main list and ``extras`` of a package."""

    path: Path
    extras: frozenset[str]
    is_list: bool
    edge: Edge


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
        self._queue: list[_Step] = []
        self.brought: list[Brought] = []
        self.unread: list[Edge] = []
        self.paths: set[Path] = set()

    def start(self, manifest: Manifest, purpose: Purpose) -> None:
        """Follow what a file of the project itself requires; its includes are already read."""
        for include in manifest.includes:
            edge = Edge(manifest, include.range, include.group or Group(purpose))
            target = None if include.constraint else self._target(include, manifest)
            if target is None or self._cache.text(target) is None:
                self._leave(edge, not (include.constraint or manifest.compiled))
        for package in self._packages(manifest):
            self._follow(package, manifest, Edge(manifest, package.range, package.group))

    def run(self) -> None:
        """Visit everything that can be reached."""
        seen: set[tuple[Path, Purpose, frozenset[str]]] = set()
        for step in self._queue:  # grows during the iteration, up to the limit
            key = (step.path, step.edge.group.purpose, step.extras)
            if key not in seen:
                seen.add(key)
                self._visit(step)

    def _visit(self, step: _Step) -> None:
        manifest = self._cache.manifest(step.path)
        if manifest is None:
            return
        counted = self._counted(manifest, step)
        if counted.requirements:
            self.brought.append(Brought(counted, step.edge))
        for include in manifest.includes:
            if _is_counted(include.group, step) and not include.constraint:
                target = self._target(include, manifest)
                is_read = target is not None and self._cache.text(target) is not None
                if target and is_read:
                    self._add(replace(step, path=target, is_list=True))
                else:
                    self._leave(step.edge)
        for package in self._packages(manifest):
            if _is_counted(package.group, step):
                self._follow(package, manifest, step.edge)

    def _counted(self, manifest: Manifest, step: _Step) -> Manifest:
        """Return a manifest with only the requirements that count, as what the edge is for."""
        key = (step.path, step.edge.group.purpose, step.extras)
        known = self._cache.brought.get(key)
        if known is None or known[0] is not manifest:
            requirements = tuple(
                replace(
                    requirement, group=replace(requirement.group, purpose=step.edge.group.purpose)
                )
                for requirement in manifest.requirements
                if _is_counted(requirement.group, step)
            )
            counted = replace(manifest, requirements=LazyRequirements(requirements))
            known = self._cache.brought[key] = (manifest, counted)
        return known[1]

    def _target(self, include: Include, manifest: Manifest) -> Path | None:
        """Return the path of an included file, or None if it must not be read."""
        target = resolve_include(include.target, manifest.source.path.parent)
        if target is None or not can_follow(target, self._cache, self._boundary):
            return None
        self.paths.add(target)
        return target

    def _packages(self, manifest: Manifest) -> Iterator[LocalPackage]:
        """Yield the local packages that a manifest requires; those known by name come last.

        The sources of a workspace hold for its members, too.
        """
        yield from manifest.local_packages
        folder = manifest.source.path.parent
        around = workspace_around(folder, self._cache, self._boundary)
        members = workspace_members(around, self._cache) if around else {}
        sources = {**(_sources(around) if around else {}), **_sources(manifest)}

        def is_local(name: str) -> bool:
            return name in sources or (name in members and members[name] != folder)

        for requirement in manifest.requirements.named(is_local) if members or sources else ():
            if not requirement.url and requirement.origin is Origin.DIRECT:
                path = sources.get(requirement.name) or members.get(requirement.name) or ""
                yield LocalPackage(
                    str(path),
                    requirement.range,
                    requirement.name,
                    requirement.group,
                    requirement.extras,
                )

    def _follow(self, package: LocalPackage, manifest: Manifest, edge: Edge) -> None:
        """Go on to the files of a package."""
        if len(self._queue) >= MAX_FILES:
            self._leave(edge)
            return
        folder = resolve_include(package.path, manifest.source.path.parent)
        files = list(self._files(folder)) if folder else []
        extras = frozenset(map(canonicalize_name, package.extras))
        for path in files if extras or folder not in self._own else ():
            self._add(_Step(path, extras, False, edge))
        if not files:
            self._leave(edge, not manifest.compiled)

    def _files(self, folder: Path) -> Iterator[Path]:
        if not can_follow(folder, self._cache, self._boundary):
            return
        self.paths.update(folder / name for name in PACKAGED)
        names = {entry.name for entry in self._cache.entries(folder)}
        for name in PACKAGED:
            if name in names and has_content(self._cache.manifest(folder / name)):
                yield folder / name

    def _add(self, step: _Step) -> None:
        if len(self._queue) < MAX_FILES:
            self._queue.append(step)
        else:
            self._leave(step.edge)

    def _leave(self, edge: Edge, is_needed: bool = True) -> None:
        """Leave something unread, which matters if the application needs it to run."""
        if is_needed and edge.group.purpose is Purpose.RUNTIME:
            self.unread.append(edge)


def _sources(manifest: Manifest) -> Mapping[str, Path | str]:
    """Return the folders of packages by their names; "" for a member of the workspace."""
    folder = manifest.source.path.parent
    return {name: folder / path if path else "" for name, path in manifest.sources.items()}


def _is_counted(group: Group | None, step: _Step) -> bool:
    """Return whether a list of a file counts: the main list, or one of the extras."""
    if step.is_list or group is None:
        return True
    if group.name:
        return canonicalize_name(group.name) in step.extras
    return group.purpose is Purpose.RUNTIME or bool(step.extras)


def _as(requirement: Requirement, purpose: Purpose) -> Requirement:
    return replace(requirement, group=replace(requirement.group, purpose=purpose))
