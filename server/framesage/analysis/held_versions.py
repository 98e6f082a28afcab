"""Find out which versions of a package a project holds, and what nothing limits.

A list, a constraint, a lock file or the metadata of another package in the list can hold a package.
What none of these limits, pip installs in its newest version.
"""

from __future__ import annotations

from dataclasses import field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from framesage.analysis.versions import (
    admits,
    admits_only,
    are_disjoint,
    specifier_set,
)
from framesage.frozen import frozen
from framesage.project.include_paths import resolve_include
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from framesage.analysis.location import Location
    from framesage.analysis.sightings import Required, Sightings
    from framesage.project.model import Project
    from framesage.rulebase.compatibility_model import Declaration
    from framesage.rulebase.rule_base import RuleBase

NEWEST = "99999"
"""A version that no limit admits."""
_OWN_METADATA = ("environment", "pixi")
"""Formats whose installer, Conda, has metadata of its own, with limits that PyPI's lack."""


@frozen(slots=False)
class HeldVersions:
    """The versions that the requirements of a project admit, by package."""

    project: Project
    rule_base: RuleBase
    sightings: Sightings
    explained: list[Location] = field(default_factory=list)
    """The requirements whose comments were read."""

    def direct(self, package: str) -> Iterator[Required]:
        """Yield where the project itself requires a package."""
        return (found for found in self.sightings.required(package) if found.is_direct)

    def is_free(self, package: str, wanted: str, besides: str = "") -> bool:
        """Return whether pip installs versions of a package that ``wanted`` does not admit.

        That is unknown, and so False, where an included file cannot be read, or the package is at
        a URL. What the metadata of the package ``besides`` require is known to the caller.
        """
        declared = (
            row for row in self.rule_base.declarations_on.get(package, ()) if row.package != besides
        )
        return not (
            self._is_unknown
            or any(found.requirement.url for found in self.sightings.required(package))
            or any(admits_only(specifier, wanted) for specifier in self.specifiers(package))
            or any(self._limits(declaration, wanted) for declaration in declared)
        )

    def allows(self, package: str, wanted: str) -> bool:
        """Return whether nothing keeps a package, required or not, out of these versions."""
        if any(are_disjoint(specifier, wanted) for specifier in self.specifiers(package)):
            return False
        return all(
            any(not are_disjoint(bound, wanted) for bound in bounds)
            for row in self.rule_base.declarations_on.get(package, ())
            for bounds in self._bounds(row)
        )

    @cached_property
    def _is_unknown(self) -> bool:
        formats = {manifest.format for manifest in self.project.manifests}
        unread = self.project.read_errors or self.sightings.of(symbols.UNREAD)
        if unread or not formats.isdisjoint(_OWN_METADATA):
            return True
        return any(unread_includes(self.project))

    def specifiers(self, package: str) -> Collection[str]:
        """Return the distinct specifiers for a package, and the versions in lock files."""
        if package not in self._specifiers:
            self._specifiers[package] = dict.fromkeys(self._all_specifiers(package))
        return self._specifiers[package]

    @cached_property
    def _specifiers(self) -> dict[str, dict[str, None]]:
        return {}

    def _all_specifiers(self, package: str) -> Iterator[str]:
        for found in self.sightings.required(package):
            yield from found.specifiers
        for manifest in self.project.manifests:
            for lock in manifest.locks:
                yield from (f"=={version}" for version in lock.versions.get(package, ()))

    def _limits(self, declaration: Declaration, wanted: str) -> bool:
        """Return whether a required package may hold another one within ``wanted``."""
        return any(
            bound and admits_only(bound, wanted)
            for bounds in self._bounds(declaration)
            for bound in bounds
        )

    def _bounds(self, declaration: Declaration) -> Iterator[list[str]]:
        """Yield what the admitted versions of a package require, for each place that lists it."""
        for found in self.sightings.required(declaration.package):
            yield admitted_bounds(declaration, found.requirement.specifier)


def unread_includes(project: Project) -> Iterator[str]:
    """Yield the targets of includes that no file of a project was read for."""
    read = {manifest.source.path for manifest in project.manifests}
    for manifest in project.manifests:
        for include in manifest.includes:
            if resolve_include(include.target, manifest.source.path.parent) not in read:
                yield include.target


def admitted_bounds(declaration: Declaration, specifier: str) -> list[str]:
    """Return what the versions that a specifier admits require; "" is unknown or anything."""
    versions = list(declaration.steps)
    ranges = [f"<{versions[0]}"] if versions else []
    ranges += [f">={start},<{end}" for start, end in pairwise(versions)]
    ranges += [f">={version}" for version in versions[-1:]]
    bounds = ["", *declaration.steps.values()]
    admitted = [
        bound
        for within, bound in zip(ranges, bounds, strict=True)
        if not specifier or not are_disjoint(specifier, within)
    ]
    return [*admitted, *([""] if _is_open(specifier, bounds[-1]) else ())]


def _is_open(specifier: str, last: str) -> bool:
    """Return whether later versions are admitted, which may require newer ones than the last."""
    admitted, bound = specifier_set(specifier), specifier_set(last)
    return bool(admitted is not None and admits(admitted, NEWEST)) and not (
        bound is not None and admits(bound, NEWEST)
    )
