"""What time has done to the packages a project asks for: built in, broken or superseded by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.analysis.in_use import specifiers_in_use
from framesage.analysis.versions import admits_only
from framesage.inference import Observation
from framesage.manifests.model import Origin, Requirement

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.advice.model import Place, Use
    from framesage.inference import World
    from framesage.rulebase.framework_model import Change, Framework
    from framesage.rulebase.rule_base import RuleBase

GRAVEST_FIRST = ("broken", "included", "superseded")


def find_changes(
    world: World, rule_base: RuleBase, use: Use
) -> Iterator[tuple[Observation, Change]]:
    """Yield each requirement that a framework in use has changed for, and the gravest change."""
    in_use = {one.id: one for one in use.frameworks}
    for package, changes in rule_base.changes_of.items():
        ours = [one for one in changes if one.framework in in_use]
        ours.sort(key=lambda one: GRAVEST_FIRST.index(one.kind))
        for seen in world.observed(f"package:{package}") if ours else ():
            holding = (one for one in ours if _holds(one, seen, world, in_use))
            change = next(holding, None)
            if change:
                yield Observation(f"change:{change.kind}", seen.quality, seen.place), change


def _holds(
    change: Change, seen: Observation, world: World, in_use: Mapping[str, Framework]
) -> bool:
    if not _is_direct(seen) or not _admits_only(seen, change.versions):
        return False
    return not change.since or _is_since(change.since, world, in_use[change.framework])


def _is_since(release: str, world: World, framework: Framework) -> bool:
    """Tell whether a requirement of the framework means nothing older than a release."""
    asked = (seen for name in framework.packages for seen in world.observed(f"package:{name}"))
    return any(_admits_only(seen, f">={release}") for seen in asked)


def _admits_only(seen: Observation, wanted: str) -> bool:
    """Tell whether only wanted versions are in use; "" wants any."""
    place = cast("Place", seen.place)
    if not wanted or not isinstance(place.subject, Requirement):
        return not wanted
    return all(admits_only(one, wanted) for one in specifiers_in_use(place.manifest, place.subject))


def _is_direct(seen: Observation) -> bool:
    subject = cast("Place", seen.place).subject
    return isinstance(subject, Requirement) and subject.origin is Origin.DIRECT
