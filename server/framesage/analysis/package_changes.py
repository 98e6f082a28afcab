"""Find required packages that have changed: built in, broken or superseded in the meantime."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast, get_args

from framesage.analysis.versions import admits_only, effective_specifiers
from framesage.inference import Fact
from framesage.manifests.model import Origin, Requirement
from framesage.rulebase import symbols
from framesage.rulebase.framework_model import ChangeKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.analysis.model import FrameworkUse, Location
    from framesage.inference import WorkingMemory
    from framesage.rulebase.framework_model import Framework, PackageChange
    from framesage.rulebase.rule_base import RuleBase

_GRAVEST_FIRST = get_args(ChangeKind)


def find_package_changes(
    memory: WorkingMemory, rule_base: RuleBase, use: FrameworkUse
) -> Iterator[tuple[Fact, PackageChange]]:
    """Yield each requirement affected by a change for a framework in use, as a fact.

    If several changes affect it, the gravest is reported.
    """
    in_use = {framework.id: framework for framework in use.frameworks}
    for package, all_changes in rule_base.changes_of.items():
        changes = [change for change in all_changes if change.framework in in_use]
        changes.sort(key=lambda change: _GRAVEST_FIRST.index(change.kind))
        for fact in memory.observed(symbols.package(package)) if changes else ():
            affecting = (change for change in changes if _affects(change, fact, memory, in_use))
            change = next(affecting, None)
            if change:
                yield Fact(symbols.change(change.kind), fact.reliability, fact.location), change


def _affects(
    change: PackageChange, fact: Fact, memory: WorkingMemory, in_use: Mapping[str, Framework]
) -> bool:
    if not _is_direct(fact) or not _admits_only(fact, change.versions):
        return False
    return not change.since or _is_since(change.since, memory, in_use[change.framework])


def _is_since(release: str, memory: WorkingMemory, framework: Framework) -> bool:
    """Return whether a requirement for the framework only admits a release or later ones."""
    packages = map(symbols.package, framework.packages)
    facts = (fact for package in packages for fact in memory.observed(package))
    return any(_admits_only(fact, f">={release}") for fact in facts)


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
