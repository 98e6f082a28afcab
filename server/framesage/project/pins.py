"""Find the lists that hold the versions for other files of a project, as a lock file does.

- A compiled list holds them for its sources, or else for what these include.
- Constraints hold them for every file for which no lock file and no compiled list does.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.lockfiles import Lock
from framesage.manifests.model import Origin
from framesage.project.include_paths import resolve_include

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.manifest_cache import Role


def with_pins(manifests: Sequence[Manifest], roles: Mapping[Path, Role]) -> list[Manifest]:
    """Return the files of a project, each with the lists that hold its versions."""
    files = {manifest.source.path: manifest for manifest in manifests}
    sources = {path: roles[path].sources for path in files if roles[path].sources}
    constraints = [path for path in files if _is_constraint(files[path], roles[path])]
    constraints += (path for path in _constrained_by(files) if path not in constraints)
    if not sources and not constraints:
        return [*manifests]
    pins = _Pins(files, sources, constraints)
    return [pins.added_to(manifest) for manifest in manifests]


def _is_constraint(manifest: Manifest, role: Role) -> bool:
    found = manifest.requirements.unpositioned[:1]
    return role.constraint or any(first.origin is Origin.CONSTRAINT for first in found)


def _constrained_by(files: Mapping[Path, Manifest]) -> Iterator[Path]:
    """Yield the files that others refer to as constraints, whatever else they are."""
    for path, manifest in files.items():
        for include in manifest.includes:
            target = resolve_include(include.target, path.parent) if include.constraint else None
            if target is not None and target in files:
                yield target


@frozen
class _Pins:
    """The files of a project, the ``sources`` of its compiled lists, and its ``constraints``."""

    files: Mapping[Path, Manifest]
    sources: Mapping[Path, Sequence[Path]]
    constraints: Sequence[Path]

    def added_to(self, manifest: Manifest) -> Manifest:
        """Return a file with the lists that hold its versions, unless it has them itself."""
        if manifest.locks or manifest.compiled or manifest.source.path in self.constraints:
            return manifest
        holding = self._compiled(manifest.source.path) or self.constraints
        locks = tuple(self._lock(path, manifest.source.path.parent) for path in holding)
        return replace(manifest, locks=locks) if locks else manifest

    def _compiled(self, path: Path) -> list[Path]:
        """Return the lists compiled from a file, or else those from files that include it."""
        direct = [found for found, sources in self.sources.items() if path in sources]
        reached = self.sources.items() if not direct else ()
        return direct or [found for found, sources in reached if path in self._included(sources)]

    def _included(self, sources: Sequence[Path]) -> Sequence[Path]:
        """Return files and what they include, apart from constraints."""
        queue = [*sources]
        for path in queue:  # grows during the iteration
            includes = self.files[path].includes if path in self.files else ()
            targets = (
                resolve_include(include.target, path.parent)
                for include in includes
                if not include.constraint
            )
            queue += (target for target in targets if target and target not in queue)
        return queue

    def _lock(self, path: Path, folder: Path) -> Lock:
        name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
        return Lock(name, self.files[path].pins, path=path)
