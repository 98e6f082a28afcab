"""Find requirements that do not work with others of the list, or with what pip installs today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.failing_limits import failing_limits
from framesage.analysis.held_versions import admitted_bounds
from framesage.analysis.installed_together import are_together
from framesage.analysis.model import Clash
from framesage.analysis.versions import admits_only, are_disjoint

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from framesage.analysis.held_versions import HeldVersions
    from framesage.analysis.location import Location
    from framesage.analysis.sightings import Required
    from framesage.manifests.model import Purpose
    from framesage.rulebase.compatibility_model import Declaration, Limit

    _Found = tuple[Clash, Purpose]
    """A clash, and what the requirement that causes it is for."""


def find_clashes(held: HeldVersions, broken: Collection[Location]) -> Iterator[_Found]:
    """Yield each clash, with what the requirement that causes it is for.

    ``broken`` are requirements that the framework in use breaks: other findings report them.
    """
    found = {*broken}
    for clash, purpose in (*_conflicts(held), *_limit_clashes(held, broken)):
        if clash.location not in found:
            found.add(clash.location)
            yield clash, purpose


def _conflicts(held: HeldVersions) -> Iterator[_Found]:
    """Yield requirements whose metadata rule each other out."""
    for declaration in held.rule_base.declarations:
        for package in held.direct(declaration.package):
            for other in held.sightings.required(declaration.on):
                if _are_together(package, other, held) and _rule_out(
                    declaration, _specifier(package), _specifier(other)
                ):
                    yield _conflict(declaration, package, other), package.requirement.group.purpose


def _are_together(package: Required, other: Required, held: HeldVersions) -> bool:
    return are_together(package.location, other.location, held.project)


def _rule_out(declaration: Declaration, specifier: str, other: str) -> bool:
    if not specifier or not other:
        return False
    bounds = admitted_bounds(declaration, specifier)
    return bool(bounds) and all(bound and are_disjoint(bound, other) for bound in bounds)


def _conflict(declaration: Declaration, package: Required, other: Required) -> Clash:
    """Return the conflict with its remedy: the first version that admits the other package, or else
    what the package requires of it."""
    bounds = admitted_bounds(declaration, _specifier(package))
    fitting = (
        version
        for version, bound in declaration.steps.items()
        if not (bound and are_disjoint(bound, _specifier(other)))
        and admits_only(_specifier(package), f"<{version}")
    )
    version = next(fitting, "")
    location = package.location if version else other.location
    limit = f">={version}" if version else bounds[-1]
    require = f"{location.text}{limit}"
    return Clash(
        "conflicting", location, (require,), package.location, declaration.source, other.location
    )


def _limit_clashes(held: HeldVersions, broken: Collection[Location]) -> Iterator[_Found]:
    """Yield requirements that fail with versions which their metadata do not exclude."""
    missing: dict[Required, list[Limit]] = {}
    for limit, package in failing_limits(held, broken):
        located = held.sightings.required(limit.on)
        together = (
            other
            for other in located
            if are_together(package.location, other.location, held.project)
        )
        other = next(together, None)
        other = other or _excluding(limit, package, held)
        if other:
            yield _incompatible(limit, package, other), package.requirement.group.purpose
        else:
            missing.setdefault(package, []).append(limit)
    for package, limits in missing.items():
        written = tuple(limit.written for limit in limits)
        place = package.location
        clash = Clash("unlimited", place, written, place, limits[0].source)
        yield clash, package.requirement.group.purpose


def _excluding(limit: Limit, package: Required, held: HeldVersions) -> Required | None:
    """Return a requirement whose metadata rule out a limit, so that it cannot be added."""
    for declaration in held.rule_base.declarations_on.get(limit.on, ()):
        if declaration.package == limit.package:  # listed twice: not one beside the other
            continue
        for other in held.direct(declaration.package):
            if _are_together(package, other, held) and _rule_out(
                declaration, _specifier(other), limit.works_with
            ):
                return other
    return None


def _incompatible(limit: Limit, package: Required, other: Required) -> Clash:
    first, second = package.location, other.location
    is_other = other.requirement.name != limit.on
    if limit.fixed and (is_other or are_disjoint(_specifier(other), limit.works_with)):
        require, location = f"{first.text}>={limit.fixed}", first
    else:
        require, location = limit.written, second
    return Clash("incompatible", location, (require,), first, limit.source, second)


def _specifier(required: Required) -> str:
    requirement = required.requirement
    return "" if requirement.url else requirement.specifier.strip()
