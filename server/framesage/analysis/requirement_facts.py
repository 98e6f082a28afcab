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
)
from framesage.manifests.model import Origin
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.rulebase.requirement_query import RequirementQuery


def queried_symbols(
    manifest: Manifest, requirement: Requirement, root: Path, queries: Sequence[RequirementQuery]
) -> Iterator[str]:
    """Yield the symbols of the queries that a requirement of a project answers.

    ``root`` is the folder of the project. Only what the project itself requires counts, not what
    another package pulls in, or what is only constrained.
    """
    if not queries or requirement.origin is not Origin.DIRECT:
        return
    specifiers: Sequence[str] = ()
    for query in queries:
        if _is_in(query, manifest, requirement, root):
            if query.needs_versions:
                specifiers = specifiers or effective_specifiers(manifest, requirement)
            if not query.needs_versions or _has_versions(query, requirement, specifiers):
                yield query.symbol


def _is_in(
    query: RequirementQuery, manifest: Manifest, requirement: Requirement, root: Path
) -> bool:
    """Return whether a requirement is in one of the lists that a query is about."""
    group = requirement.group
    if group.purpose.value not in query.where:
        return False
    name = canonicalize_name(group.name)
    if query.group and (group.is_extra or not fnmatchcase(name, query.group)):
        return False
    if query.extra and not (group.is_extra and fnmatchcase(name, query.extra)):
        return False
    return not query.file or _is_file(manifest.source.path, query.file, root)


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
    "unpinned": is_open,
    "pinned": is_exact,
}
