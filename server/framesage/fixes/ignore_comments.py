"""Ignore comments: adding one for a location, and removing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors import editor_of
from framesage.fixes.line_edits import remove_lines, replace_on_line
from framesage.fixes.model import common_prefix_length

if TYPE_CHECKING:
    from framesage.analysis.model import Location
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Ignore
    from framesage.text import Source


def write_ignore(rule: str, location: Location) -> Edit | None:
    """Return the edit that ignores a rule at a location; None if no comment can be written."""
    manifest, line = location.manifest, location.range.start.line
    for ignore in manifest.ignores:
        if ignore.line == line and ignore.rules:
            return _add_rule(rule, ignore, manifest.source)
    return editor_of(manifest).ignore(rule, line)


def _add_rule(rule: str, ignore: Ignore, source: Source) -> Edit | None:
    number = ignore.range.start.line
    close = source.line(number).find("]", ignore.range.start.character)
    return replace_on_line(source, number, close, close, f", {rule}") if close >= 0 else None


def remove_ignore(ignore: Ignore, manifest: Manifest, rules: tuple[str, ...]) -> Edit:
    """Return the edit that removes rules from an ignore comment, or the comment with its last."""
    source, number = manifest.source, ignore.range.start.line
    line, start = source.line(number), ignore.range.start.character
    if any(rule not in rules for rule in ignore.rules):
        first = line.index("[", start) + 1
        return _remove_rules(source, number, first, line.find("]", first), rules)
    kept = line[:start].rstrip()
    if kept or number + 1 >= len(source.lines):
        return replace_on_line(source, number, len(kept), len(line), "")
    return remove_lines(source, number, number)


def _remove_rules(
    source: Source, number: int, start: int, end: int, rules: tuple[str, ...]
) -> Edit:
    """Return the edit that removes rules from a list; it only deletes text if they are adjacent."""
    listed = source.line(number)[start:end]
    kept = ",".join(item for item in listed.split(",") if item.strip() not in rules).strip()
    prefix = common_prefix_length(listed, kept)
    suffix = kept[prefix:]
    if not listed.endswith(suffix):
        return replace_on_line(source, number, start, end, kept)
    return replace_on_line(source, number, start + prefix, end - len(suffix), "")
