"""Adding and removing a requirement where each has a line of its own: setup.cfg, Conda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.lines import above_comments, insert_above, insert_below, remove_lines
from framesage.fixes.order import location_in

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement

FORMATS = ("environment", "setup.cfg")


def add_own_line(name: str, beside: Requirement, manifest: Manifest) -> Edit | None:
    """Return the edit that adds a package to the list of lines that a requirement stands in."""
    there = _list_of(beside, manifest)
    if not there:
        return None
    at = location_in([one.name for one in there], name)
    text = f"{_before(beside, manifest)}{name}"
    if at:
        return insert_below(manifest.source, there[at - 1].range.end.line, text)
    first = there[0].range.start.line
    return insert_above(manifest.source, above_comments(manifest.source, first, 0), text)


def remove_own_line(requirement: Requirement, manifest: Manifest) -> Edit | None:
    """Return the edit that removes a requirement's line; a list is not left without any."""
    if len(_list_of(requirement, manifest)) < 2:
        return None
    return remove_lines(manifest.source, requirement.range.start.line, requirement.range.end.line)


def _list_of(requirement: Requirement, manifest: Manifest) -> list[Requirement]:
    """Return the requirements on lines like this one's; none where others share its line."""
    before = _before(requirement, manifest)
    if not before or before.strip() not in ("", "-"):
        return []
    return [
        one
        for one in manifest.requirements
        if one.group == requirement.group and _before(one, manifest) == before
    ]


def _before(requirement: Requirement, manifest: Manifest) -> str:
    """Return what stands before a requirement on its line: blanks, or an item's dash."""
    start = requirement.range.start
    return manifest.source.line(start.line)[: start.character]
