"""Adding and removing a requirement in a requirements file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.lines import above_comments, insert_above, insert_below, remove_lines
from framesage.fixes.order import location_in
from framesage.manifests.requirements.logical_lines import logical_lines

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement


def add_line(name: str, manifest: Manifest) -> Edit | None:
    """Return the edit that adds a package; None where lines need hashes, which are not known."""
    source, there = manifest.source, manifest.requirements
    if not there or "--hash" in source.text:
        return None
    at = location_in([one.name for one in there], name)
    if at == 0:
        first = _span(manifest, there[0])[0]
        return insert_above(source, above_comments(source, first, 0), name)
    return insert_below(source, _span(manifest, there[at - 1])[1], name)


def remove_line(requirement: Requirement, manifest: Manifest) -> Edit:
    """Return the edit that removes a requirement with its options, hashes and comment."""
    return remove_lines(manifest.source, *_span(manifest, requirement))


def _span(manifest: Manifest, requirement: Requirement) -> tuple[int, int]:
    """Return the first and the last line of a requirement's logical line."""
    number = requirement.range.start.line
    for line in logical_lines(manifest.source.lines):
        last = line.first + len(line.offsets) - 1
        if line.first <= number <= last:
            return line.first, last
    return number, number
