"""What time has done to the packages a project asks for: built in, broken or superseded by now."""

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
    from framesage.rulebase.framework_model import Change, Framework
    from framesage.rulebase.rule_base import RuleBase

GRAVEST_FIRST = get_args(ChangeKind)


def find_package_changes(
    memory: WorkingMemory, rule_base: RuleBase, use: FrameworkUse
) -> Iterator[tuple[Fact, Change]]:
    """Yield each requirement that a framework in use has changed for, and the gravest change."""
    in_use = {one.id: one for one in use.frameworks}
    for package, changes in rule_base.changes_of.items():
        ours = [one for one in changes if one.framework in in_use]
        ours.sort(key=lambda one: GRAVEST_FIRST.index(one.kind))
        for seen in memory.observed(symbols.package(package)) if ours else ():
            holding = (one for one in ours if _holds(one, seen, memory, in_use))
            change = next(holding, None)
            if change:
                yield Fact(symbols.change(change.kind), seen.reliability, seen.location), change


def _holds(
    change: Change, seen: Fact, memory: WorkingMemory, in_use: Mapping[str, Framework]
) -> bool:
    if not _is_direct(seen) or not _admits_only(seen, change.versions):
        return False
    return not change.since or _is_since(change.since, memory, in_use[change.framework])


def _is_since(release: str, memory: WorkingMemory, framework: Framework) -> bool:
    """Tell whether a requirement of the framework means nothing older than a release."""
    packages = map(symbols.package, framework.packages)
    facts = (fact for package in packages for fact in memory.observed(package))
    return any(_admits_only(fact, f">={release}") for fact in facts)


def _admits_only(seen: Fact, wanted: str) -> bool:
    """Tell whether only wanted versions are in use; "" wants any."""
    location = cast("Location", seen.location)
    if not wanted or not isinstance(location.subject, Requirement):
        return not wanted
    return all(
        admits_only(one, wanted)
        for one in effective_specifiers(location.manifest, location.subject)
    )


def _is_direct(seen: Fact) -> bool:
    subject = cast("Location", seen.location).subject
    return isinstance(subject, Requirement) and subject.origin is Origin.DIRECT
