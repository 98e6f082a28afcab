"""The projects below some folders, assessed one after the other, each as late as possible.

Of an assessment that was handed out only its lists are kept, so that thousands of projects need no
more memory than a few. What a list's owner decides may require a later project first: that one
waits until it is its turn.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.advice.shared_lists import owner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.advice.shared_lists import Owner


class FoundProjects:
    """The projects at some roots: folders, or scripts."""

    def __init__(
        self,
        roots: Iterable[Path],
        is_script: Callable[[Path], bool],
        assess: Callable[[Path, Assessment | None], Assessment],
    ) -> None:
        self._assess = assess
        self._last: Assessment | None = None  # projects of a repository have much in common
        self._waiting: dict[Path, Assessment] = {}
        self._owners: dict[Path, tuple[Owner, frozenset[Path]]] = {}
        self._around: dict[Path, list[Path]] = defaultdict(list)
        self._roots = tuple(roots)
        for root in self._roots:
            self._around[root.parent if is_script(root) else root].append(root)

    def __iter__(self) -> Iterator[Assessment]:
        """Yield each assessment once, in order."""
        for root in self._roots:
            yield self._assessment(root)
            self._waiting.pop(root, None)

    def below(self, folder: Path) -> list[Assessment]:
        """Return the assessments of all projects in a folder; the later ones wait for their turn.

        The earlier ones are assessed again, which is rare: outer folders come first.
        """
        return [self._assessment(root) for root in self._roots if root.is_relative_to(folder)]

    def owner_of(self, path: Path) -> Owner | None:
        """Return the closest project around a list that reads it, or None."""
        for folder in (path, *path.parents):
            for root in self._around.get(folder, ()):
                if root not in self._owners:
                    self._assessment(root)
                known, lists = self._owners[root]
                if path in lists:
                    return known
        return None

    def _assessment(self, root: Path) -> Assessment:
        found = self._waiting.get(root)
        if found is None:
            found = self._last = self._waiting[root] = self._assess(root, self._last)
            lists = frozenset(item.source.path for item in found.project.manifests)
            self._owners[root] = owner(found), lists
        return found
