"""Find required packages that have changed: built in, broken or superseded by now."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, get_args

from packaging.version import Version

from framesage.analysis.comments import comment_on
from framesage.analysis.held_versions import NEWEST
from framesage.analysis.model import UseKind
from framesage.analysis.versions import (
    admits,
    admits_only,
    newest_release,
    specifier_set,
)
from framesage.frozen import frozen
from framesage.rulebase import symbols
from framesage.rulebase.framework_model import PENDING, ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from framesage.analysis.held_versions import HeldVersions
    from framesage.analysis.model import FrameworkUse
    from framesage.analysis.sightings import Required
    from framesage.manifests.model import Requirement
    from framesage.rulebase.framework_model import PackageChange

_GRAVEST_FIRST = get_args(ChangeKind)
_FAILS = ("broken", PENDING)


def find_package_changes(
    held: HeldVersions, use: FrameworkUse, today: date
) -> Iterator[tuple[Required, str, PackageChange]]:
    """Yield each requirement affected by a change in a project with a candidate, with its kind.

    If several changes affect it, the gravest is reported. A package that works as yet, but not with
    the release that an unsupported one has to be upgraded to, is reported as pending.
    """
    if use.kind in (UseKind.NONE, UseKind.OTHER):
        return
    finder = _Finder(held, use, today)
    by_package = held.rule_base.changes_of
    changed = set(map(symbols.package_of, held.sightings.symbols)) & by_package.keys()
    for package in sorted(changed):
        changes = finder.possible(by_package[package])
        for required in held.sightings.required(package) if changes else ():
            found = finder.change_of(required, changes)
            if found:
                yield required, *found


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
        self, required: Required, changes: Iterable[PackageChange]
    ) -> tuple[str, PackageChange] | None:
        """Return the gravest of the possible changes that affects a requirement, with its kind."""
        if not required.is_direct:
            return None
        about = [change for change in changes if _admits_only(required, change.versions)]
        affecting = ((change.kind, change) for change in about if self._affects(change))
        pending = ((PENDING, change) for change in about if self._is_pending(change))
        kind, change = next(chain(affecting, pending), ("", None))
        return (kind, change) if change and not self._is_kept(required, kind) else None

    def _is_kept(self, required: Required, kind: str) -> bool:
        """Return whether there is a reason for a requirement that works as yet.

        Another requirement of the list needs it, or a comment says why it is there.
        """
        if kind in _FAILS:
            return False
        if required.implied:
            return True
        self.held.explained.append(required.location)
        comment = comment_on(required.location)
        return kind != "unsafe" and self.held.rule_base.gives_reason(comment)

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
        if change.kind != "broken" or not self.held.sightings.of(unsupported):
            return False
        releases = self.held.rule_base.releases_of(change.framework)
        newest = newest_release(releases, self.today)
        return newest is not None and Version(newest.series) >= Version(change.since)

    def _is_since(self, framework: str, release: str) -> bool:
        """Return whether a requirement for a framework only admits a release or later ones."""
        required = self._required(framework)
        return any(_admits_only(found, f">={release}") for found in required)

    def _is_newest(self, framework: str, release: str) -> bool:
        """Return whether pip installs a release of a framework, or a later one, as the newest."""
        required = [found.requirement for found in self._required(framework) if found.is_direct]
        return any(map(_is_unlimited, required)) and all(
            self.held.is_free(requirement.name, f"<{release}") for requirement in required
        )

    def _required(self, framework: str) -> Iterator[Required]:
        for package in self.held.rule_base.frameworks[framework].packages:
            yield from self.held.sightings.required(package)

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


def _admits_only(required: Required, wanted: str) -> bool:
    """Return whether a requirement only admits versions in ``wanted``; "" is any version."""
    return not wanted or all(admits_only(found, wanted) for found in required.specifiers)


def _is_unlimited(requirement: Requirement) -> bool:
    admitted = specifier_set(requirement.specifier)
    return admitted is not None and admits(admitted, NEWEST)
