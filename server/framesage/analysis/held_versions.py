"""Find out which versions of a package a project holds, and what nothing limits.

A list, a constraint, a lock file or the metadata of another package in the list can hold a package.
What none of these limits, pip installs in its newest version.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from framesage.analysis.versions import (
    admits,
    admits_only,
    are_disjoint,
    effective_specifiers,
    specifier_set,
)
from framesage.frozen import frozen
from framesage.manifests.model import Origin, Requirement
from framesage.project.include_paths import resolve_include
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.model import Location
    from framesage.inference import WorkingMemory
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
    memory: WorkingMemory

    def locations(self, package: str) -> Iterator[Location]:
        """Yield where a package is required or constrained."""
        for fact in self.memory.observed(symbols.package(package)):
            location = cast("Location", fact.location)
            if isinstance(location.subject, Requirement):
                yield location

    def direct(self, package: str) -> Iterator[Location]:
        """Yield where the project itself requires a package."""
        return (
            location
            for location in self.locations(package)
            if cast("Requirement", location.subject).origin is Origin.DIRECT
        )

    def is_free(self, package: str, wanted: str, besides: str = "") -> bool:
        """Return whether pip installs versions of a package that ``wanted`` does not admit.

        That is unknown, and so False, where an included file cannot be read, or the package is at
        a URL. What the metadata of the package ``besides`` require is known to the caller.
        """
        declared = (
            row
            for row in self.rule_base.declarations
            if row.on == package and row.package != besides
        )
        return not (
            self._is_unknown
            or any(cast("Requirement", place.subject).url for place in self.locations(package))
            or any(admits_only(specifier, wanted) for specifier in self.specifiers(package))
            or any(self._limits(declaration, wanted) for declaration in declared)
        )

    def allows(self, package: str, wanted: str) -> bool:
        """Return whether nothing keeps a package, required or not, out of these versions."""
        if any(are_disjoint(specifier, wanted) for specifier in self.specifiers(package)):
            return False
        return all(
            any(not are_disjoint(bound, wanted) for bound in bounds)
            for row in self.rule_base.declarations
            if row.on == package
            for bounds in self._bounds(row)
        )

    @cached_property
    def _is_unknown(self) -> bool:
        formats = {manifest.format for manifest in self.project.manifests}
        unread = self.project.read_errors or self.memory.observed(symbols.UNREAD)
        if unread or not formats.isdisjoint(_OWN_METADATA):
            return True
        return any(unread_includes(self.project))

    def specifiers(self, package: str) -> Iterator[str]:
        """Yield the specifiers for a package, and the versions in lock files."""
        for location in self.locations(package):
            requirement = cast("Requirement", location.subject)
            yield from effective_specifiers(location.manifest, requirement)
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
        for location in self.locations(declaration.package):
            yield admitted_bounds(declaration, cast("Requirement", location.subject).specifier)


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
