"""Find required packages that have changed: built in, broken or superseded by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from packaging.version import Version

from framesage.analysis.model import UseKind
from framesage.analysis.versions import admits_only, effective_specifiers
from framesage.frozen import frozen
from framesage.inference import Fact
from framesage.manifests.model import Origin, Requirement
from framesage.rulebase import symbols
from framesage.rulebase.framework_model import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.analysis.model import FrameworkUse, Location
    from framesage.inference import WorkingMemory
    from framesage.project.model import Project
    from framesage.rulebase.framework_model import PackageChange
    from framesage.rulebase.rule_base import RuleBase

_GRAVEST_FIRST = get_args(ChangeKind)


def find_package_changes(
    project: Project, memory: WorkingMemory, rule_base: RuleBase, use: FrameworkUse
) -> Iterator[tuple[Fact, PackageChange]]:
    """Yield each requirement affected by a change in a project with a candidate, as a fact.

    If several changes affect it, the gravest is reported.
    """
    if use.kind in (UseKind.NONE, UseKind.OTHER):
        return
    finder = _Finder(project, memory, rule_base, use)
    changed = set(map(symbols.package_of, memory.facts)) & rule_base.changes_of.keys()
    for package in sorted(changed):
        changes = finder.possible(rule_base.changes_of[package])
        for fact in memory.observed(symbols.package(package)) if changes else ():
            change = next((change for change in changes if finder.affects(change, fact)), None)
            if change:
                yield Fact(symbols.change(change.kind), fact.reliability, fact.location), change


@frozen
class _Finder:
    """Decides which changes affect the requirements of a project."""

    project: Project
    memory: WorkingMemory
    rule_base: RuleBase
    use: FrameworkUse

    def possible(self, changes: Iterable[PackageChange]) -> list[PackageChange]:
        """Return the changes for the frameworks in use, the gravest first."""
        in_use = {"", *(framework.id for framework in self.use.frameworks)}
        possible = [change for change in changes if change.framework in in_use]
        return sorted(possible, key=lambda change: _GRAVEST_FIRST.index(change.kind))

    def affects(self, change: PackageChange, fact: Fact) -> bool:
        """Return whether a possible change affects a requirement."""
        if not _is_direct(fact) or not _admits_only(fact, change.versions):
            return False
        if change.since and not self._is_since(change.framework, change.since):
            return False
        return not change.python or self._runs_on(change.python)

    def _is_since(self, framework: str, release: str) -> bool:
        """Return whether a requirement for a framework only admits a release or later ones."""
        packages = map(symbols.package, self.rule_base.frameworks[framework].packages)
        facts = (fact for package in packages for fact in self.memory.observed(package))
        return any(_admits_only(fact, f">={release}") for fact in facts)

    def _runs_on(self, python: str) -> bool:
        """Return whether only this version of Python or later ones can run the project.

        The project says so (``requires-python``), or the releases of a framework in use need it.
        """
        declared = [
            metadata.value.strip()
            for manifest in self.project.manifests
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
            for release in self.rule_base.releases_of(framework)
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


def _is_direct(fact: Fact) -> bool:
    subject = cast("Location", fact.location).subject
    return isinstance(subject, Requirement) and subject.origin is Origin.DIRECT
