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
from framesage.project.folder_names import is_excluded, is_shelf
from framesage.project.includes import gather
from framesage.project.membership import Near
from framesage.project.settings import settle, stated_settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.project.manifest_cache import Reader, Role


@frozen
class Step:
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
class Descent:
    """Goes down from folder to folder; includes are followed as far as ``boundary``."""

    reader: Reader
    boundary: Path

    def first(self, exclude: Sequence[str] = ()) -> Step:
        """Return the step that the way begins with: a project if anything there counts."""
        folder = self.boundary
        excludes = ((folder, exclude), *self._excludes(folder))
        is_root = any(True for _ in Near(folder, self.reader).own_files())
        return Step(folder, (), is_root, excludes=excludes)

    def below(self, above: Step, name: str) -> Step:
        """Return the step into one folder of another."""
        step = Step(above.folder / name, above.roots, excludes=above.excludes)
        near = Near(step.folder, self.reader)
        if step.around and is_shelf(name):
            return replace(step, is_open=False)
        if all(map(step.leaves_out, near.own_files())) or self._is_read(near, step.around):
            return step
        excludes = (*step.excludes, *self._excludes(step.folder))
        return replace(step, is_root=True, excludes=excludes)

    def reads(self, root: Path, path: Path) -> bool:
        """Tell whether a file is among those of the project at ``root``."""
        return path in self._files_of(root)

    def _excludes(self, folder: Path) -> Iterator[tuple[Path, Sequence[str]]]:
        stated, _ = stated_settings(folder, self.reader, folder)
        exclude = settle(stated).exclude
        if exclude:
            yield folder, exclude

    def _is_read(self, near: Near, around: Sequence[Path]) -> bool:
        own = near.members().keys()
        return any(own <= self._files_of(root).keys() for root in around)

    def _files_of(self, root: Path) -> Mapping[Path, Role]:
        patterns = [pattern for _, exclude in self._excludes(root) for pattern in exclude]
        return gather(root, self.reader, self.boundary, patterns)
