"""Find required packages that have changed: built in, broken or superseded by now."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, cast, get_args

from packaging.version import Version

from framesage.analysis.comments import comment_on
from framesage.analysis.held_versions import NEWEST
from framesage.analysis.model import UseKind
from framesage.analysis.versions import (
    admits,
    admits_only,
    effective_specifiers,
    newest_release,
    specifier_set,
)
from framesage.frozen import frozen
from framesage.inference import Fact
from framesage.manifests.model import Origin, Requirement
from framesage.rulebase import symbols
from framesage.rulebase.framework_model import PENDING, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from framesage.analysis.held_versions import HeldVersions
    from framesage.analysis.model import FrameworkUse, Location
    from framesage.rulebase.framework_model import PackageChange

_GRAVEST_FIRST = get_args(ChangeKind)
_FAILS = ("broken", PENDING)


def find_package_changes(
    held: HeldVersions, use: FrameworkUse, today: date
) -> Iterator[tuple[Fact, PackageChange]]:
    """Yield each requirement affected by a change in a project with a candidate, as a fact.

    If several changes affect it, the gravest is reported. A package that works as yet, but not with
    the release that an unsupported one has to be upgraded to, is reported as pending.
    """
    if use.kind in (UseKind.NONE, UseKind.OTHER):
        return
    finder = _Finder(held, use, today)
    by_package = held.rule_base.changes_of
    changed = set(map(symbols.package_of, held.memory.facts)) & by_package.keys()
    for package in sorted(changed):
        changes = finder.possible(by_package[package])
        for fact in held.memory.observed(symbols.package(package)) if changes else ():
            found = finder.change_of(fact, changes)
            if found:
                kind, change = found
                yield Fact(symbols.change(kind), fact.reliability, fact.location), change


@frozen
class _Finder:
    """Decides which changes affect the requirements of a project."""

    held: HeldVersions
    use: FrameworkUse
    today: date

    def possible(self, changes: Iterable[PackageChange]) -> list[PackageChange]:
        """Return the changes for the frameworks in use, the gravest first."""
        in_use = {"", *(framework.id for framework in self.use.frameworks)}
        possible = [change for change in changes if change.framework in in_use]
        return sorted(possible, key=lambda change: _GRAVEST_FIRST.index(change.kind))

    def change_of(
        self, fact: Fact, changes: Iterable[PackageChange]
    ) -> tuple[str, PackageChange] | None:
        """Return the gravest of the possible changes that affects a requirement, with its kind."""
        if not _is_direct(fact):
            return None
        about = [change for change in changes if _admits_only(fact, change.versions)]
        affecting = ((change.kind, change) for change in about if self._affects(change))
        pending = ((PENDING, change) for change in about if self._is_pending(change))
        kind, change = next(chain(affecting, pending), ("", None))
        return (kind, change) if change and not self._is_kept(fact, kind) else None

    def _is_kept(self, fact: Fact, kind: str) -> bool:
        """Return whether there is a reason for a requirement that works as yet.

        Another requirement of the list needs it, or a comment says why it is there.
        """
        if kind in _FAILS:
            return False
        if fact.implied:
            return True
        location = cast("Location", fact.location)
        return kind != "unsafe" and self.held.rule_base.gives_reason(comment_on(location))

    def _affects(self, change: PackageChange) -> bool:
        is_broken = change.kind == "broken" and self._is_newest(change.framework, change.since)
        if change.since and not is_broken and not self._is_since(change.framework, change.since):
            return False
        if change.beside:
            package, version = change.beside
            if not self.held.allows(package, f">={version}"):
                return False
        return not change.python or self._runs_on(change.python)

    def _is_pending(self, change: PackageChange) -> bool:
        """Return whether the upgrade of an unsupported release breaks a package."""
        unsupported = symbols.release_unsupported(change.framework)
        if change.kind != "broken" or not self.held.memory.observed(unsupported):
            return False
        releases = self.held.rule_base.releases_of(change.framework)
        newest = newest_release(releases, self.today)
        return newest is not None and Version(newest.series) >= Version(change.since)

    def _is_since(self, framework: str, release: str) -> bool:
        """Return whether a requirement for a framework only admits a release or later ones."""
        return any(_admits_only(fact, f">={release}") for fact in self._required(framework))

    def _is_newest(self, framework: str, release: str) -> bool:
        """Return whether pip installs a release of a framework, or a later one, as the newest."""
        required = [_requirement(fact) for fact in self._required(framework) if _is_direct(fact)]
        return any(map(_is_unlimited, required)) and all(
            self.held.is_free(requirement.name, f"<{release}") for requirement in required
        )

    def _required(self, framework: str) -> Iterator[Fact]:
        for package in self.held.rule_base.frameworks[framework].packages:
            yield from self.held.memory.observed(symbols.package(package))

    def _runs_on(self, python: str) -> bool:
        """Return whether only this version of Python or later ones can run the project.

        The project says so (``requires-python``), or the releases of a framework in use need it.
        """
        declared = [
            metadata.value.strip()
            for manifest in self.held.project.manifests
            for metadata in manifest.metadata
            if metadata.key == "requires-python"
        ]
        if declared and all(admits_only(value, f">={python}") for value in declared):
            return True
        needing = (
            (framework.id, self._first_on(framework.id, python))
            for framework in self.use.frameworks
        )
        return any(series and self._is_since(framework, series) for framework, series in needing)

    def _first_on(self, framework: str, python: str) -> str:
        """Return the first release of a framework that needs a version of Python; "" if none."""
        series = [
            release.series
            for release in self.held.rule_base.releases_of(framework)
            if release.python and Version(release.python) >= Version(python)
        ]
        return min(series, key=Version, default="")


def _admits_only(fact: Fact, wanted: str) -> bool:
    """Return whether a requirement only admits versions in ``wanted``; "" is any version."""
    location = cast("Location", fact.location)
    if not wanted or not isinstance(location.subject, Requirement):
        return not wanted
    specifiers = effective_specifiers(location.manifest, location.subject)
    return all(admits_only(specifier, wanted) for specifier in specifiers)


def _requirement(fact: Fact) -> Requirement:
    return cast("Requirement", cast("Location", fact.location).subject)


def _is_unlimited(requirement: Requirement) -> bool:
    admitted = specifier_set(requirement.specifier)
    return admitted is not None and admits(admitted, NEWEST)


def _is_direct(fact: Fact) -> bool:
    subject = cast("Location", fact.location).subject
    return isinstance(subject, Requirement) and subject.origin is Origin.DIRECT
