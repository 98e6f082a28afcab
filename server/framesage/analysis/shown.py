"""What requirements show, remembered while they and what it depends on stay the same.

The readers keep the requirements on all lines but the edited one, so that a key changes few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from framesage.inference import Fact
    from framesage.manifests.lockfiles import Lock
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement

    _Facts = Callable[[Manifest, Requirement, bool], tuple[Fact, ...]]
    _Known = dict[int, tuple[Requirement, bool, tuple[Fact, ...]]]
    """Requirements by their identity, whether each is implied, and the facts that it shows."""


class Shown:
    """The facts that the requirements of files show, read with those known ``before``.

    They depend on the requirement, whether others imply it, the lock files, and on a ``context``
    that all requirements have in common.
    """

    def __init__(self, context: object, before: Shown | None) -> None:
        self._context = context
        self._files: dict[Path, tuple[tuple[Lock, ...], _Known]] = {}
        self._before = before._files if before and before._context == context else {}

    def read(
        self, manifest: Manifest, found: Iterable[tuple[Requirement, bool]], facts_of: _Facts
    ) -> Iterator[tuple[Requirement, tuple[Fact, ...]]]:
        """Yield the facts of requirements of a file, each of which is implied by others or not."""
        path = manifest.source.path
        locks, known = self._before.get(path, ((), {}))
        known = known if locks == manifest.locks else {}
        fresh: _Known = {}
        for requirement, implied in found:
            entry = known.get(id(requirement))
            if entry is None or entry[0] is not requirement or entry[1] is not implied:
                entry = requirement, implied, facts_of(manifest, requirement, implied)
            fresh[id(requirement)] = entry
            yield requirement, entry[2]
        self._files[path] = manifest.locks, fresh

    def end(self) -> Shown:
        """Forget what was known before."""
        self._before = {}
        return self
