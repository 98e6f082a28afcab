"""Find requirements that install a version which fails with what pip installs beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.analysis.markers import supported_pythons
from framesage.analysis.versions import (
    admits,
    admits_only,
    are_disjoint,
    effective_specifiers,
    newest_is_in,
    specifier_set,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from framesage.analysis.held_versions import HeldVersions
    from framesage.analysis.model import Location
    from framesage.manifests.model import Requirement
    from framesage.rulebase.compatibility_model import Limit


def failing_limits(
    held: HeldVersions, broken: Collection[Location]
) -> Iterable[tuple[Limit, Location]]:
    """Return the limits that nothing keeps, with the requirement that fails: for each package that
    is not limited the first of the tightest ones.

    ``broken`` are requirements that the framework in use breaks: other findings report them.
    """
    return _tightest(_failing(held, broken))


def _failing(held: HeldVersions, broken: Collection[Location]) -> Iterator[tuple[Limit, Location]]:
    """Yield the limits that nothing keeps, with the requirement that fails."""
    pythons = supported_pythons(held.project)
    for limit in held.rule_base.limits:
        for package in held.direct(limit.package):
            fails = package not in broken and _fails(limit, package, pythons, held)
            if fails and held.is_free(limit.on, limit.works_with, limit.package):
                yield limit, package


def _tightest(found: Iterable[tuple[Limit, Location]]) -> Iterable[tuple[Limit, Location]]:
    """Return for each package that is not limited the first of the tightest limits."""
    tightest: dict[str, tuple[Limit, Location]] = {}
    for limit, package in found:
        known = tightest.get(limit.on)
        if known is None or not admits_only(known[0].works_with, limit.works_with):
            tightest[limit.on] = limit, package
    return tightest.values()


def _fails(limit: Limit, package: Location, pythons: Collection[str], held: HeldVersions) -> bool:
    requirement = cast("Requirement", package.subject)
    newer = specifier_set(limit.python)
    return (
        not requirement.marker
        and not requirement.url
        and _installs(limit, package, held)
        and (newer is None or any(admits(newer, python) for python in pythons))
    )


def _installs(limit: Limit, package: Location, held: HeldVersions) -> bool:
    """Return whether a requirement installs a version that fails: every version that it admits
    does, or the newest one, which all other specifiers for the package must lead to, too."""
    requirement = cast("Requirement", package.subject)
    specifiers = effective_specifiers(package.manifest, requirement)
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
    for declaration in held.rule_base.declarations:
        if (declaration.package, declaration.on) == (limit.package, limit.on):
            for version, bound in reversed(list(declaration.steps.items())):
                if are_disjoint(specifier, f">={version}"):
                    continue
                if not any(are_disjoint(bound, other) for other in held.specifiers(limit.on)):
                    break
                specifier = f"{specifier},<{version}"
    return specifier
