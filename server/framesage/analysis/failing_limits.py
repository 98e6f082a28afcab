"""Find requirements that install a version which fails with what pip installs beside it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from framesage.analysis.markers import supported_pythons
from framesage.analysis.versions import (
    admits,
    admits_only,
    are_disjoint,
    newest_is_in,
    specifier_set,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from framesage.analysis.held_versions import HeldVersions
    from framesage.analysis.location import Location
    from framesage.analysis.sightings import Required
    from framesage.rulebase.compatibility_model import Limit


def failing_limits(
    held: HeldVersions, broken: Collection[Location]
) -> Iterable[tuple[Limit, Required]]:
    """Return the limits that nothing keeps, with the requirement that fails: for each package that
    is not limited the first of the tightest ones.

    ``broken`` are requirements that the framework in use breaks: other findings report them.
    """
    return _tightest(_failing(held, broken))


def _failing(held: HeldVersions, broken: Collection[Location]) -> Iterator[tuple[Limit, Required]]:
    """Yield the limits that nothing keeps, with the requirement that fails."""
    pythons = supported_pythons(held.project)
    differing = cache(lambda package: _differing(held.direct(package), broken))
    for limit in held.rule_base.limits:
        for package in differing(limit.package):
            fails = _fails(limit, package, pythons, held)
            if fails and held.is_free(limit.on, limit.works_with, limit.package):
                yield limit, package


def _differing(found: Iterable[Required], broken: Collection[Location]) -> Collection[Required]:
    """Return the first of the requirements that fail alike: a list may repeat one for ever."""
    first: dict[tuple[object, ...], Required] = {}
    for package in found:
        if package.location not in broken:
            requirement = package.requirement
            alike = requirement.marker, requirement.url, *package.specifiers
            first.setdefault(alike, package)
    return first.values()


def _tightest(found: Iterable[tuple[Limit, Required]]) -> Iterable[tuple[Limit, Required]]:
    """Return for each package that is not limited the first of the tightest limits."""
    tightest: dict[str, tuple[Limit, Required]] = {}
    for limit, package in found:
        known = tightest.get(limit.on)
        if known is None or not admits_only(known[0].works_with, limit.works_with):
            tightest[limit.on] = limit, package
    return tightest.values()


def _fails(limit: Limit, package: Required, pythons: Collection[str], held: HeldVersions) -> bool:
    requirement = package.requirement
    newer = specifier_set(limit.python)
    return (
        not requirement.marker
        and not requirement.url
        and _installs(limit, package, held)
        and (newer is None or any(admits(newer, python) for python in pythons))
    )


def _installs(limit: Limit, package: Required, held: HeldVersions) -> bool:
    """Return whether a requirement installs a version that fails: every version that it admits
    does, or the newest one, which all other specifiers for the package must lead to, too."""
    specifiers = package.specifiers
    if all(admits_only(specifier, limit.versions) for specifier in specifiers):
        return True
    others = (specifier for specifier in held.specifiers(limit.package) if specifier)
    return all(
        newest_is_in(_installable(specifier, limit, held), limit.versions)
        for specifier in (*specifiers, *others)
    )


def _installable(specifier: str, limit: Limit, held: HeldVersions) -> str:
    """Return a specifier without the newest versions that cannot be installed with what the project
    requires of the other package: pip goes back to older ones."""
    for declaration in held.rule_base.declarations_on.get(limit.on, ()):
        if declaration.package == limit.package:
            for version, bound in reversed(list(declaration.steps.items())):
                if are_disjoint(specifier, f">={version}"):
                    continue
                if not any(are_disjoint(bound, other) for other in held.specifiers(limit.on)):
                    break
                specifier = f"{specifier},<{version}"
    return specifier
