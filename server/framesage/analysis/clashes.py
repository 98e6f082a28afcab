"""Find requirements that do not work with others of the list, or with what pip installs today."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.analysis.failing_limits import failing_limits
from framesage.analysis.held_versions import admitted_bounds
from framesage.analysis.installed_together import are_together
from framesage.analysis.model import Clash
from framesage.analysis.versions import admits_only, are_disjoint
from framesage.inference import Fact
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from framesage.analysis.held_versions import HeldVersions
    from framesage.analysis.model import Location
    from framesage.manifests.model import Requirement
    from framesage.rulebase.compatibility_model import Declaration, Limit


def find_clashes(held: HeldVersions, broken: Collection[Location]) -> Iterator[tuple[Fact, Clash]]:
    """Yield each clash with a fact at the requirement to change.

    ``broken`` are requirements that the framework in use breaks: other findings report them.
    """
    found = {*broken}
    for clash in (*_conflicts(held), *_limit_clashes(held, broken)):
        if clash.location not in found:
            found.add(clash.location)
            purpose = cast("Requirement", clash.package.subject).group.purpose
            reliability = held.rule_base.scale.reliabilities[purpose.value]
            yield Fact(symbols.clash(clash.kind), reliability, clash.location), clash


def _conflicts(held: HeldVersions) -> Iterator[Clash]:
    """Yield requirements whose metadata rule each other out."""
    for declaration in held.rule_base.declarations:
        for package in held.direct(declaration.package):
            for other in held.locations(declaration.on):
                if are_together(package, other, held.project) and _rule_out(
                    declaration, _specifier(package), _specifier(other)
                ):
                    yield _conflict(declaration, package, other)


def _rule_out(declaration: Declaration, specifier: str, other: str) -> bool:
    if not specifier or not other:
        return False
    bounds = admitted_bounds(declaration, specifier)
    return bool(bounds) and all(bound and are_disjoint(bound, other) for bound in bounds)


def _conflict(declaration: Declaration, package: Location, other: Location) -> Clash:
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
    location = package if version else other
    require = f"{package.text}>={version}" if version else f"{other.text}{bounds[-1]}"
    return Clash("conflicting", location, (require,), package, declaration.source, other)


def _limit_clashes(held: HeldVersions, broken: Collection[Location]) -> Iterator[Clash]:
    """Yield requirements that fail with versions which their metadata do not exclude."""
    missing: dict[Location, list[Limit]] = {}
    for limit, package in failing_limits(held, broken):
        located = held.locations(limit.on)
        together = (other for other in located if are_together(package, other, held.project))
        other = next(together, None)
        other = other or _excluding(limit, package, held)
        if other:
            yield _incompatible(limit, package, other)
        else:
            missing.setdefault(package, []).append(limit)
    for package, limits in missing.items():
        written = tuple(limit.written for limit in limits)
        yield Clash("unlimited", package, written, package, limits[0].source)


def _excluding(limit: Limit, package: Location, held: HeldVersions) -> Location | None:
    """Return a requirement whose metadata rule out a limit, so that it cannot be added."""
    for declaration in held.rule_base.declarations:
        for other in held.direct(declaration.package) if declaration.on == limit.on else ():
            if are_together(package, other, held.project) and _rule_out(
                declaration, _specifier(other), limit.works_with
            ):
                return other
    return None


def _incompatible(limit: Limit, package: Location, other: Location) -> Clash:
    is_other = cast("Requirement", other.subject).name != limit.on
    if limit.fixed and (is_other or are_disjoint(_specifier(other), limit.works_with)):
        require, location = f"{package.text}>={limit.fixed}", package
    else:
        require, location = limit.written, other
    return Clash("incompatible", location, (require,), package, limit.source, other)


def _specifier(location: Location) -> str:
    requirement = cast("Requirement", location.subject)
    return "" if requirement.url else requirement.specifier.strip()
