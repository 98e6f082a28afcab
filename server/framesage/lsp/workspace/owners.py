"""What the projects have found in each file: several can read the same one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Item = TypeVar("Item")


class FoundByProject(Generic[Item]):
    """Items by file and by the root of the project that has found them there.

    An item is shown as long as a project finds it, so what one project finds no longer is withdrawn
    only where no other project finds the same.
    """

    def __init__(self) -> None:
        self._found: dict[Path, dict[Path, list[Item]]] = {}
        self._files: dict[Path, frozenset[Path]] = {}

    def __iter__(self) -> Iterator[Path]:
        return iter(self._found)

    def __contains__(self, path: Path) -> bool:
        return path in self._found

    def put(self, root: Path, found: Mapping[Path, list[Item]]) -> frozenset[Path]:
        """Replace what a project has found; return the files in which it looks no longer."""
        outdated = self._files.pop(root, frozenset()) - found.keys()
        for path in outdated:
            del self._found[path][root]
            if not self._found[path]:
                del self._found[path]
        for path, items in found.items():
            self._found.setdefault(path, {})[root] = items
        if found:
            self._files[root] = frozenset(found)
        return outdated

    def roots(self, path: Path) -> tuple[Path, ...]:
        """Return the roots of the projects that read a file."""
        return tuple(self._found.get(path, ()))

    def items(self, path: Path) -> list[Item]:
        """Return what all projects have found in a file, each item once."""
        found = [*self._found.get(path, {}).values()]
        if len(found) == 1:
            return found[0]
        return list(dict.fromkeys(item for own in found for item in own))
