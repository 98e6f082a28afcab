"""Dependency groups that other groups include (PEP 735, Poetry's ``include-groups``).

What a group includes is installed with it. A group that one for running the application includes
is therefore for running it, too, whatever its own name says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.groups import classify_group
from framesage.manifests.model import Group, Purpose
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framesage.toml import Document


def standard_inclusions(document: Document) -> Mapping[str, Iterable[str]]:
    """Return the names of the groups in ``[dependency-groups]`` with those that each includes."""
    return {
        str(entry.path[1]): [
            field.value.text
            for item in entry.value.items
            for field in item.entries
            if field.path[-1] == "include-group"
        ]
        for entry in document.under("dependency-groups")
    }


def included_purposes(
    groups: Mapping[str, Group], inclusions: Mapping[str, Iterable[str]]
) -> Mapping[str, Group]:
    """Return the groups with the most important purpose of those that they are included in."""
    by_name = {canonicalize_name(name): name for name in groups}
    found = dict(groups)
    for purpose in (Purpose.RUNTIME, Purpose.OPTIONAL):
        waiting = [name for name, group in groups.items() if group.purpose is purpose]
        for name in waiting:  # grows during the iteration, by each group at most once
            for written in inclusions.get(name, ()):
                included = by_name.get(canonicalize_name(written))
                if included is not None and found[included].purpose.is_below(purpose):
                    found[included] = Group(purpose, included)
                    waiting.append(included)
    return found


def group_purposes(document: Document) -> Mapping[str, Group]:
    """Return the groups in ``[dependency-groups]`` by their names."""
    inclusions = standard_inclusions(document)
    return included_purposes({name: classify_group(name) for name in inclusions}, inclusions)
