"""Find the requirements that conditions mean: those for a package, in some lists and versions."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from framesage.analysis.versions import (
    admits_only,
    admits_some,
    effective_specifiers,
    is_exact,
    is_open,
    is_range,
)
from framesage.manifests.model import Origin
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Group, Requirement
    from framesage.rulebase.requirement_query import RequirementQuery


class QueriedRequirements:
    """Finds the queries that the requirements of a project answer; ``root`` is its folder.

    Only what the project itself requires counts, not what another package pulls in, or what is only
    constrained.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._in_lists: dict[tuple[Path, Group, int], Sequence[RequirementQuery]] = {}

    def symbols(
        self, manifest: Manifest, requirement: Requirement, queries: Sequence[RequirementQuery]
    ) -> Iterator[str]:
        """Yield the symbols of those of the queries about its package that a requirement answers.

        ``queries`` is the object that ``RequirementQueries`` has for the package.
        """
        if not queries or requirement.origin is not Origin.DIRECT:
            return
        specifiers: Sequence[str] = ()
        for query in self._about_list(manifest, requirement.group, queries):
            if query.needs_versions:
                specifiers = specifiers or effective_specifiers(manifest, requirement)
            if not query.needs_versions or _has_versions(query, requirement, specifiers):
                yield query.symbol

    def _about_list(
        self, manifest: Manifest, group: Group, queries: Sequence[RequirementQuery]
    ) -> Sequence[RequirementQuery]:
        """Return the queries that are about a list; many requirements of it ask the same."""
        path = manifest.source.path
        key = (path, group, id(queries))
        if key not in self._in_lists:
            self._in_lists[key] = [
                query for query in queries if _is_in(query, path, group, self._root)
            ]
        return self._in_lists[key]


def _is_in(query: RequirementQuery, path: Path, group: Group, root: Path) -> bool:
    """Return whether a list of a file is one of those that a query is about."""
    if group.purpose.value not in query.where:
        return False
    name = canonicalize_name(group.name)
    if query.group and (group.is_extra or not fnmatchcase(name, query.group)):
        return False
    if query.extra and not (group.is_extra and fnmatchcase(name, query.extra)):
        return False
    return not query.file or _is_file(path, query.file, root)


def _is_file(path: Path, pattern: str, root: Path) -> bool:
    """Return whether a file has a name, or with ``/`` a path below the root, like the pattern."""
    below = path.relative_to(root) if path.is_relative_to(root) else path
    return fnmatchcase(below.as_posix() if "/" in pattern else path.name, pattern)


def _has_versions(
    query: RequirementQuery, requirement: Requirement, specifiers: Sequence[str]
) -> bool:
    """Return whether a requirement admits versions as a query says; a URL tells none."""
    if requirement.url:
        return False
    return (
        (not query.version or all(admits_only(found, query.version) for found in specifiers))
        and (not query.admits or any(admits_some(found, query.admits) for found in specifiers))
        and (not query.specifier or all(map(_SPECIFIERS[query.specifier], specifiers)))
    )


_SPECIFIERS: Mapping[str, Callable[[str], bool]] = {
    "none": lambda specifier: specifier.strip() in ("", "*"),
    "unlimited": is_open,
    "unpinned": is_range,
    "pinned": is_exact,
}
