"""Report a package change once per project, though several lists require the package.

It is reported in the list where the choice is made; the other lists are related locations.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.findings import MAX_RELATED, is_about
from framesage.advice.model import Related
from framesage.manifests.model import Purpose, Requirement
from framesage.rulebase.symbols import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.model import Finding
    from framesage.project.model import Project

_PURPOSES = (Purpose.RUNTIME, Purpose.OPTIONAL, Purpose.DEVELOPMENT)


def told_once(findings: Iterable[Finding], project: Project) -> Iterator[Finding]:
    """Yield the findings, those about a change of one package joined by their rule."""
    places = [manifest.source.path for manifest in project.manifests]
    alike: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        subject = finding.location.subject
        if isinstance(subject, Requirement) and is_about(finding, Kind.CHANGE):
            alike[finding.rule, subject.name].append(finding)
        else:
            yield finding

    def rank(finding: Finding) -> tuple[object, ...]:
        path, subject = finding.location.path, finding.location.subject
        purpose = subject.group.purpose if isinstance(subject, Requirement) else Purpose.RUNTIME
        order = places.index(path) if path in places else len(places)
        return _PURPOSES.index(purpose), _is_pinned(finding), order, finding.location.range

    for group in alike.values():
        first, *others = sorted(group, key=rank)
        related = [Related(other.location, other.location.text) for other in others]
        yield replace(first, related=(*first.related, *related)[:MAX_RELATED]) if others else first


def _is_pinned(finding: Finding) -> bool:
    return "==" in str(getattr(finding.location.subject, "specifier", ""))
