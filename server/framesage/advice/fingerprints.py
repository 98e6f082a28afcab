"""What makes a finding the same finding tomorrow: neither its line nor its words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from framesage.manifests.model import Metadata, Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.model import Finding
    from framesage.analysis.model import Location


class Identity(NamedTuple):
    """A finding's rule, its file as the caller names it, and what in that file it speaks of.

    ``about`` is a package's normalised name, metadata as ``key: value``, what is written at the
    location, or "" for the project as a whole. Lines may move and messages count differently; that
    stays.
    """

    rule: str
    file: str
    about: str


def identity(finding: Finding, file: str) -> Identity:
    """Return what makes a finding the same after an edit elsewhere."""
    return Identity(finding.rule, file, _about(finding.location))


def numbered(identities: Iterable[Identity]) -> Iterator[tuple[Identity, int]]:
    """Yield each identity with how many equal ones came before: a package can be listed twice."""
    seen: Counter[Identity] = Counter()
    for one in identities:
        yield one, seen[one]
        seen[one] += 1


def _about(location: Location) -> str:
    subject = location.subject
    if isinstance(subject, Requirement):
        return subject.name
    if isinstance(subject, Metadata):
        return f"{subject.key}: {subject.value}"
    return "" if location.range in location.manifest.anchors else location.text
