"""Tell whether an edit changes anything that is so, and find where everything is after it.

Most keys change a version that nobody asks about, a comment, or a name that nobody knows. Then an
analysis is the one before, with the locations moved. In doubt, something has changed.
"""

from __future__ import annotations

import re
from dataclasses import fields
from itertools import compress, count
from operator import is_not
from typing import TYPE_CHECKING

from framesage.analysis.comments import comment_on
from framesage.analysis.location import Location
from framesage.frozen import frozen
from framesage.manifests.manifest import Manifest
from framesage.manifests.model import Requirement
from framesage.manifests.names import canonicalize_name
from framesage.project.model import Project
from framesage.text import changed_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from framesage.analysis.model import Analysis
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import ChangedLines, Range

_OF_PROJECT = tuple(field.name for field in fields(Project) if field.name != "manifests")
_OF_FILE = tuple(
    field.name
    for field in fields(Manifest)
    if field.name not in ("source", "requirements", "anchors")
)
_ITEM = re.compile(r"[ \t]*(?:\"[ !#-\[\]-~]*\"[ \t]*(,?)[ \t]*)?(?:#[ !#-&(-\[\]-~]*)?")
"""A line with a string, a comment or nothing, without quotes or backslashes inside."""
_WORD = re.compile(r"[\w.-]+")


@frozen
class Moves:
    """Where the locations of an analysis are after edits that change no fact.

    ``files`` are the edited files, before and after.
    """

    files: Mapping[Path, tuple[Manifest, Manifest, ChangedLines]]

    def __call__(self, location: Location) -> Location:
        """Return a location as it is now."""
        edited = self.files.get(location.path)
        if edited is None:
            return location
        before, after, change = edited
        subject = location.subject
        if change.shift == 0 and not _touches(change, location.range):
            return Location(after, location.range, subject)
        if isinstance(subject, Requirement):
            number = before.requirements.number_of(subject)
            if number is not None:
                moved = after.requirements[number]
                return Location(after, moved.range, moved)
        elif subject is None and location.range in before.anchors:
            return Location(after, after.anchors[before.anchors.index(location.range)])
        return Location(after, location.range, subject)


def find_moves(before: Analysis, project: Project) -> Moves | None:
    """Return where everything is, if a project shows the same as another analysis says; or None."""
    old, base = before.project, before.rule_base
    if len(old.manifests) != len(project.manifests) or not _are_same(old, project, _OF_PROJECT):
        return None
    files = {}
    for one, other in zip(old.manifests, project.manifests, strict=True):
        if one is not other:
            change = changed_lines(one.source.lines, other.source.lines)
            if not _shows_same(one, other, change, base):
                return None
            files[one.source.path] = one, other, change
    moves = Moves(files)
    comments_differ = any(
        comment_on(location) != comment_on(moves(location)) for location in before.explained
    )
    return None if comments_differ else moves


def _are_same(one: object, other: object, names: Sequence[str]) -> bool:
    pairs = ((getattr(one, name), getattr(other, name)) for name in names)
    return all(first is second or first == second for first, second in pairs)


def _shows_same(before: Manifest, after: Manifest, change: ChangedLines, base: RuleBase) -> bool:
    """Return whether two texts of a file show the same, in the same order."""
    if before.source.path != after.source.path or not _are_same(before, after, _OF_FILE):
        return False
    if not before.anchors or len(before.anchors) != len(after.anchors):
        return False
    return (
        before.toml_error is None
        and is_valid(change, before, after)  # first: it is asked again if there is no move
        and not any(_touches(change, span) for span in _ranges(before))
        and _are_spelled_alike(change, before, after)
        and _require_same(before, after, base)
    )


def is_valid(change: ChangedLines, before: Manifest, after: Manifest) -> bool:
    """Return whether a file without TOML errors still has none after an edit.

    Strict parsing dominates the cost of a keystroke in a long file. So lines with one array item
    each are only compared by their commas: all but the last need one, and the last is as before.
    """
    above = slice(max(change.first - 1, 0), change.first)
    first = change.first if _commas(before.source.lines[above]) is None else above.start
    old = _commas(before.source.lines[first : change.before])
    new = _commas(after.source.lines[first : change.after])
    if old is not None and new is not None and old[-1:] == new[-1:] and all(new[:-1]):
        vars(after)["toml_error"] = None
    return after.toml_error is None


def _commas(lines: Sequence[str]) -> list[str] | None:
    """Return the comma or "" after each item; None if a line has anything else."""
    found = [_ITEM.fullmatch(line) for line in lines]
    if None in found:
        return None
    return [line[1] for line in found if line and line[1] is not None]


def _ranges(manifest: Manifest) -> Iterator[Range]:
    """Yield the ranges of what is compared by its value, though its text can be shown."""
    yield from (found.range for found in manifest.metadata)
    yield from (found.range for found in manifest.ignores)
    yield from (found.range for found in manifest.includes)
    yield from (found.range for found in manifest.unnamed)
    yield from (found.value_range for found in manifest.settings)
    yield from manifest.multiple_per_line


def _touches(change: ChangedLines, span: Range) -> bool:
    return span.start.line < change.before and span.end.line >= change.first


def _are_spelled_alike(change: ChangedLines, before: Manifest, after: Manifest) -> bool:
    """Return whether no name is only written in another way, as messages quote names."""
    old = _WORD.findall("\n".join(before.source.lines[change.first : change.before]))
    new = _WORD.findall("\n".join(after.source.lines[change.first : change.after]))
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    return set(map(canonicalize_name, old)).isdisjoint(map(canonicalize_name, new))


def _require_same(before: Manifest, after: Manifest, base: RuleBase) -> bool:
    old, new = before.requirements.unpositioned, after.requirements.unpositioned
    differing = compress(count(), map(is_not, old, new))  # most are the same objects
    return len(old) == len(new) and all(
        _shown(before.requirements[number], base) == _shown(after.requirements[number], base)
        for number in differing
    )


def _shown(requirement: Requirement, base: RuleBase) -> tuple[object, ...]:
    """Return what can matter of a requirement: of unknown packages only the list that it is in."""
    name = requirement.name if base.is_relevant(requirement.name) else ""
    if not name:
        return requirement.group, requirement.origin
    return (
        requirement.group,
        requirement.origin,
        name,
        requirement.marker,
        requirement.url,
        requirement.specifier if base.asks_versions_of(name) else "",
    )
