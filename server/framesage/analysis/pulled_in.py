"""Find the requirements that other requirements of the same list install anyway."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage.manifests.model import Origin, Purpose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from framesage.manifests.model import Requirement

    _List = tuple[Path, str]


class PulledIn:
    """What the direct requirements of a project install along with themselves, by list.

    What the requirements for run time install is there in every list.
    """

    def __init__(
        self,
        requirements: Mapping[Path, Iterable[Requirement]],
        installs: Mapping[str, frozenset[str]],
    ) -> None:
        self._everywhere: set[str] = set()
        self._by_list: dict[_List, set[str]] = defaultdict(set)
        for path, found in requirements.items():
            for requirement in found:
                installed = installs.get(requirement.name)
                if installed and requirement.origin is Origin.DIRECT:
                    self._names_for(path, requirement).update(installed)

    def among(self, path: Path, requirements: Iterable[Requirement]) -> Iterator[bool]:
        """Yield whether each of the requirements of a file is there because of others."""
        everywhere = self._everywhere
        lists = {name: names for (file, name), names in self._by_list.items() if file == path}
        for requirement in requirements:
            name, near = requirement.name, lists.get(requirement.group.name, ())
            yield name in everywhere or name in near

    def _names_for(self, path: Path, requirement: Requirement) -> set[str]:
        if requirement.group.purpose is Purpose.RUNTIME:
            return self._everywhere
        return self._by_list[path, requirement.group.name]
