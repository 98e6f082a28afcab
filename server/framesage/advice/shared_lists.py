"""Report the findings on a list once, though several projects read it.

A list belongs to the project in the closest folder around it that reads it; where that is a web
application, it is judged there. A list that only adds to that of another project, such as a list
of tests with ``-r ../requirements.txt``, makes no project of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment


def without_repeated(assessments: Sequence[Assessment]) -> Iterator[Assessment]:
    """Yield the assessments without repeated findings, and without projects that only add lists."""
    owners = _owners(assessments)
    seen: set[tuple[object, ...]] = set()
    for assessment in assessments:
        found = with_own_findings(assessment, owners.get)
        fresh = [item for item in found.findings if (item.rule, item.location) not in seen]
        seen.update((finding.rule, finding.location) for finding in fresh)
        if len(fresh) < len(found.findings):
            found = replace(found, findings=tuple(fresh))
        if fresh or not only_adds(found, owners.get):
            yield found


def with_own_findings(
    assessment: Assessment, owner_of: Callable[[Path], Assessment | None]
) -> Assessment:
    """Return an assessment without the findings on lists that another application owns."""
    kept = []
    for finding in assessment.findings:
        owner = owner_of(finding.location.path)
        if owner is None or owner.project.start == assessment.project.start or not owner.web:
            kept.append(finding)
    if len(kept) == len(assessment.findings):
        return assessment
    return replace(assessment, findings=tuple(kept))


def only_adds(assessment: Assessment, owner_of: Callable[[Path], Assessment | None]) -> bool:
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


def _owners(assessments: Iterable[Assessment]) -> Mapping[Path, Assessment]:
    """Return the assessment of the closest project around each list that reads it."""
    owners: dict[Path, Assessment] = {}
    for assessment in assessments:
        root = assessment.project.root
        for manifest in assessment.project.manifests:
            path = manifest.source.path
            known = owners.get(path)
            is_closer = known is None or len(root.parts) > len(known.project.root.parts)
            if path.is_relative_to(root) and is_closer:
                owners[path] = assessment
    return owners
