"""Require later versions, with everything that has to be changed along with them."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, cast

from framesage.advice.assess import assess
from framesage.advice.fingerprints import fingerprint
from framesage.fixes.draft import Draft
from framesage.fixes.remedies.outdated import without_outdated
from framesage.fixes.remedies.raising import raise_versions
from framesage.fixes.remedies.steps import Step, steps_for_clash
from framesage.frozen import frozen
from framesage.rulebase import symbols
from framesage.rulebase.framework_model import PENDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.advice.fingerprints import Fingerprint
    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis
    from framesage.manifests.model import Requirement

_MOST_ROUNDS = 5


@frozen
class Upgrade:
    """The steps that resolve a finding, and the project after them.

    ``is_safe`` is whether no new finding is as severe.
    """

    draft: Draft
    steps: tuple[Step, ...]
    is_safe: bool


def upgrade(finding: Finding, first: Sequence[Step], assessment: Assessment) -> Upgrade | None:
    """Return how some steps, and others that these make necessary, resolve a finding.

    None if the finding would stay; raise CannotRaiseError if a file cannot be edited.
    """
    draft, after, steps = Draft(assessment.project, assessment.project), assessment, [*first]
    done: dict[str, Step] = {}
    for _ in range(_MOST_ROUNDS):
        draft = raise_versions(draft, steps)
        done |= {_name(step.location): step for step in steps}
        after = assess(without_outdated(draft), assessment.rule_base, assessment.today)
        steps = [step for step in _repairs(assessment, after) if not _is_done(step, done)]
        if not steps:
            break
    old, new = _counted(assessment), _counted(after)
    if new[_key(finding)] >= old[_key(finding)]:
        return None
    added = [found for found in after.findings if new[_key(found)] > old[_key(found)]]
    is_safe = all(found.severity < finding.severity for found in added)
    return Upgrade(draft, tuple(done.values()), is_safe)


def _repairs(before: Analysis, after: Analysis) -> Iterator[Step]:
    """Yield what to require for packages that do not work with the others any more."""
    pending = set(before.sightings.locations(symbols.change(PENDING)))
    clashing = {(_identity(clash.location), clash.require) for clash in before.clashes.values()}
    broken = {_identity(location) for location in before.changes if location not in pending}
    for location, clash in after.clashes.items():
        if (_identity(location), clash.require) not in clashing:
            yield from islice(steps_for_clash(clash, after), 1)
    for location, change in after.changes.items():
        if change.kind == "broken" and change.fixed and _identity(location) not in broken:
            yield Step(location, change.fixed)


def _is_done(step: Step, done: Mapping[str, Step]) -> bool:
    """Return whether a step leads to nothing that earlier ones have not led to."""
    earlier = done.get(_name(step.location))
    return earlier is not None and (earlier.version, earlier.limit) == (step.version, step.limit)


def _counted(assessment: Assessment) -> Counter[Fingerprint]:
    return Counter(map(_key, assessment.findings))


def _key(finding: Finding) -> Fingerprint:
    return fingerprint(finding, str(finding.location.path))


def _identity(location: Location) -> tuple[Path, str]:
    return location.path, _name(location)


def _name(location: Location) -> str:
    return cast("Requirement", location.subject).name
