"""Which folders are projects, told on the way down from one folder to the next.

Decided after reading the trees of the corpus (see ``members`` for what makes a folder one):

- Every folder with dependency files of its own is a project: services in a monorepo,
  ``backend/pyproject.toml`` beside ``requirements.txt``, ``examples/shop/requirements.txt``.
- A folder all of whose files a project around it reads is a part of that project: a folder of
  requirements, ``scripts/`` with a requirements file, an application whose list the root includes.
- Below ``docs/`` and ``tests/`` of a project nothing is a project: samples and fixtures are there.
- Environments, other people's packages, build output, hidden folders and linked folders are never
  entered, unless someone names them as the location to start.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.folder_names import is_docs_or_tests, is_excluded
from framesage.project.includes import project_files
from framesage.project.membership import Neighborhood
from framesage.project.settings import find_settings, resolve_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.project.manifest_cache import ManifestCache, Role


@frozen
class Candidate:
    """One folder on the way down: the projects around it, nearest last; whether it is one itself;
    whether projects may be below it; and what the settings on the way exclude."""

    folder: Path
    around: tuple[Path, ...] = ()
    is_root: bool = False
    is_open: bool = True
    excludes: tuple[tuple[Path, Sequence[str]], ...] = ()

    @property
    def roots(self) -> tuple[Path, ...]:
        """The projects that a folder below is in."""
        return (*self.around, self.folder) if self.is_root else self.around

    def admits(self, name: str) -> bool:
        """Tell whether projects may be in the folder of this name below."""
        return self.is_open and not self.leaves_out(self.folder / name)

    def leaves_out(self, path: Path) -> bool:
        """Tell whether the settings on the way exclude a file or folder."""
        return any(
            is_excluded(path.relative_to(folder), patterns) for folder, patterns in self.excludes
        )


@frozen
class RootFinder:
    """Goes down from folder to folder; includes are followed as far as ``boundary``."""

    cache: ManifestCache
    boundary: Path

    def first(self, exclude: Sequence[str] = ()) -> Candidate:
        """Return the candidate that the way begins with: a project if anything there counts."""
        folder = self.boundary
        excludes = ((folder, exclude), *self._excludes(folder))
        is_root = any(True for _ in Neighborhood(folder, self.cache).own_files())
        return Candidate(folder, (), is_root, excludes=excludes)

    def below(self, above: Candidate, name: str) -> Candidate:
        """Return the candidate into one folder of another."""
        candidate = Candidate(above.folder / name, above.roots, excludes=above.excludes)
        neighborhood = Neighborhood(candidate.folder, self.cache)
        if candidate.around and is_docs_or_tests(name):
            return replace(candidate, is_open=False)
        if all(map(candidate.leaves_out, neighborhood.own_files())) or self._is_read(
            neighborhood, candidate.around
        ):
            return candidate
        excludes = (*candidate.excludes, *self._excludes(candidate.folder))
        return replace(candidate, is_root=True, excludes=excludes)

    def reads(self, root: Path, path: Path) -> bool:
        """Tell whether a file is among those of the project at ``root``."""
        return path in self._files_of(root)

    def _excludes(self, folder: Path) -> Iterator[tuple[Path, Sequence[str]]]:
        stated, _ = find_settings(folder, self.cache, folder)
        exclude = resolve_settings(stated).exclude
        if exclude:
            yield folder, exclude

    def _is_read(self, neighborhood: Neighborhood, around: Sequence[Path]) -> bool:
        own = neighborhood.members().keys()
        return any(own <= self._files_of(root).keys() for root in around)

    def _files_of(self, root: Path) -> Mapping[Path, Role]:
        patterns = [pattern for _, exclude in self._excludes(root) for pattern in exclude]
        return project_files(root, self.cache, self.boundary, patterns)
