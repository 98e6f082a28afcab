"""Report the findings on a list once, though several projects read it.

A list belongs to the project in the closest folder around it that reads it; where that is a web
application, it is judged there. A list that only adds to that of another project, such as a list
of tests with ``-r ../requirements.txt``, makes no project of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding

    OwnerOf = Callable[[Path], "Owner | None"]


class Owner(NamedTuple):
    """What counts of the project that a list belongs to."""

    root: Path
    start: Path
    web: bool


def owner(assessment: Assessment) -> Owner:
    """Return a project as the owner of its lists."""
    return Owner(assessment.project.root, assessment.project.start, assessment.web)


def without_repeated(assessments: Iterable[Assessment], owner_of: OwnerOf) -> Iterator[Assessment]:
    """Yield the assessments without repeated findings, and without projects that only add lists."""
    seen: set[tuple[object, ...]] = set()
    for assessment in assessments:
        found = with_own_findings(assessment, owner_of)
        fresh = [item for item in found.findings if _identity(item) not in seen]
        seen.update(map(_identity, fresh))
        if len(fresh) < len(found.findings):
            found = replace(found, findings=tuple(fresh))
        if fresh or not only_adds(found, owner_of):
            yield found


def _identity(finding: Finding) -> tuple[object, ...]:
    """Return a rule and a place, without the text of the file, which need not be kept."""
    return finding.rule, finding.location.path, finding.location.range


def with_own_findings(assessment: Assessment, owner_of: OwnerOf) -> Assessment:
    """Return an assessment without the findings on lists that another application owns."""

    def is_own(path: Path) -> bool:
        owner = owner_of(path)
        return owner is None or owner.start == assessment.project.start or not owner.web

    foreign = {path for path in assessment.found_in if not is_own(path)}
    if not foreign:
        return assessment
    kept = (finding for finding in assessment.findings if finding.location.path not in foreign)
    return replace(assessment, findings=tuple(kept))


def only_adds(assessment: Assessment, owner_of: OwnerOf) -> bool:
    """Return whether the lists of a project only add to those of another one.

    They name no framework, and they include a list of the other one.
    """
    root = assessment.project.root
    manifests = assessment.project.manifests
    own = {item.source.path for item in manifests if item.source.path.is_relative_to(root)}
    others = [item.source.path for item in manifests if item.source.path not in own]
    is_plain = all(item.is_single_list for item in manifests)
    names_framework = any(place.path in own for place in assessment.framework.locations)
    return is_plain and not names_framework and any(map(owner_of, others))
