"""Which packages a kit has for each need: those that work together, and as few as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis
    from framesage.rulebase.need_model import Provision

    Fitting = tuple[tuple[str, ...], tuple[str, ...]]
    """The packages for a need, and the alternatives."""


def fitting_packages(provision: Provision, framework: str, analysis: Analysis) -> Fitting:
    """Return the packages and alternatives that work with what the project requires; if no default
    package does, the first alternative takes its place."""
    packages, alternatives = (
        tuple(name for name in names if _fits(name, framework, analysis))
        for names in (provision.packages, (*provision.choices, *provision.alternatives))
    )
    if packages or not provision.packages:
        return packages, alternatives
    return alternatives[:1], alternatives[1:]


def settled(needs: Mapping[str, Fitting], analysis: Analysis) -> dict[str, Fitting]:
    """Return the packages for the needs (by id) that nothing covers, after two changes.

    A package that the kit has anyway also serves the other needs that it is an alternative for,
    and one that does not work with the others gives way to its first alternative that does.
    """
    found = dict(needs)
    for need, fitting in needs.items():
        found[need] = _shared(fitting, _packages(found, but=need))
    for need, fitting in found.items():
        found[need] = _peaceful(fitting, _packages(found, but=need), analysis)
    return found


def locations_of(packages: Iterable[str], analysis: Analysis) -> Iterator[Location]:
    """Yield the best location of each package that counts as evidence."""
    for package in packages:
        for seen in analysis.sightings.of(symbols.package(package))[:1]:
            if seen.reliability > 0 and seen.location:
                yield seen.location


def _packages(needs: Mapping[str, Fitting], but: str) -> set[str]:
    return {name for need, (packages, _) in needs.items() if need != but for name in packages}


def _shared(fitting: Fitting, others: set[str]) -> Fitting:
    packages, alternatives = fitting
    present = [name for name in alternatives if name in others]
    if not packages or not present or set(packages) <= others:
        return fitting
    return (present[0],), tuple(name for name in alternatives if name != present[0])


def _peaceful(fitting: Fitting, others: set[str], analysis: Analysis) -> Fitting:
    """Return the packages and alternatives that do not conflict with others of the kit."""
    packages, alternatives = (
        tuple(name for name in names if not _conflicts(name, others, analysis)) for names in fitting
    )
    if packages or not fitting[0]:
        return packages, alternatives
    return alternatives[:1], alternatives[1:]


def _conflicts(package: str, others: set[str], analysis: Analysis) -> bool:
    rivals = analysis.rule_base.conflicts.get(package, ())
    return not others.isdisjoint(rivals) or any(locations_of(rivals, analysis))


def _fits(package: str, framework: str, analysis: Analysis) -> bool:
    """Return whether the project requires something that a package extends, or nothing else for
    the same need."""
    extended = set(analysis.rule_base.extends.get(package, ()))
    if not extended:
        return True
    provisions = (need.provisions.get(framework) for need in analysis.rule_base.needs.values())
    sets = (set(provision.all_packages()) for provision in provisions if provision)
    rivals = {name for names in sets if names & extended for name in names}
    required = {name for name in rivals if any(locations_of((name,), analysis))}
    return not required or bool(required & extended)
