"""Fingerprints: what identifies a finding after edits that change its line or message."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from framesage.manifests.model import Metadata, Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.model import Finding
    from framesage.analysis.location import Location


class Fingerprint(NamedTuple):
    """A finding's rule, its file as the caller names it, and its subject in that file.

    ``about`` is the normalized name of a package, metadata as ``key: value``, the text at the
    location, or "" for the project as a whole.
    """

    rule: str
    file: str
    about: str


def fingerprint(finding: Finding, file: str) -> Fingerprint:
    """Return the fingerprint of a finding in a file of this name."""
    return Fingerprint(finding.rule, file, _about(finding.location))


def numbered(fingerprints: Iterable[Fingerprint]) -> Iterator[tuple[Fingerprint, int]]:
    """Yield each fingerprint with the number of equal ones before it.

    Equal fingerprints occur where a package is listed twice in a file.
    """
    seen: Counter[Fingerprint] = Counter()
    for found in fingerprints:
        yield found, seen[found]
        seen[found] += 1


def digest(identity: Fingerprint, number: int) -> str:
    """Return a fingerprint in 32 digits; ``number`` is how many equal ones come before it."""
    import hashlib  # here: a start needs no OpenSSL

    return hashlib.sha256(json.dumps([*identity, number]).encode()).hexdigest()[:32]


def _about(location: Location) -> str:
    subject = location.subject
    if isinstance(subject, Requirement):
        return subject.name
    if isinstance(subject, Metadata):
        return f"{subject.key}: {subject.value}"
    return "" if location.range in location.manifest.anchors else location.text
