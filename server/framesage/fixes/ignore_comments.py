"""Ignore comments: adding one for a location, and removing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.suppressions import suppressions_in
from framesage.fixes.editors import editor_of
from framesage.fixes.line_edits import remove_lines, replace_on_line
from framesage.fixes.model import Edit, common_prefix_length, toml_string

if TYPE_CHECKING:
    from datetime import date

    from framesage.advice.suppressions import Suppression
    from framesage.analysis.location import Location
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Ignore
    from framesage.text import Source


def write_ignore(rule: str, reason: str, location: Location, today: date) -> tuple[Edit, ...]:
    """Return the edits that ignore a rule at a location; none if no comment can be written.

    A comment that is there gets the rule and the reason, unless it has expired.
    """
    manifest, line = location.manifest, location.range.start.line
    for suppression in suppressions_in(manifest):
        comment = suppression.comment
        if comment and comment.line == line and comment.rules:
            if not suppression.is_expired(today):
                return _add_rule(rule, reason, comment, manifest.source)
            is_only = comment.rules == (rule,)
            return write_reason(suppression, reason) if is_only else ()
    edit = editor_of(manifest).ignore(f"# framesage: ignore[{rule}] {reason}", line)
    return (edit,) if edit else ()


def write_reason(suppression: Suppression, reason: str) -> tuple[Edit, ...]:
    """Return the edit that replaces the reason of an ignore; none for a setting of the editor."""
    location = suppression.reason_location
    if location is None:
        return ()
    text = reason if suppression.comment else toml_string(reason)
    return (Edit(location.path, location.range, text),)


def _add_rule(rule: str, reason: str, ignore: Ignore, source: Source) -> tuple[Edit, ...]:
    number, start = ignore.range.start.line, ignore.range.start.character
    line = source.line(number)
    close = line.find("]", start)
    if close < 0:
        return ()
    added = replace_on_line(source, number, close, close, f", {rule}")
    if reason == ignore.reason:
        return (added,)
    end, separator = close + 1, " "
    if ignore.reason:
        end, separator = line.rfind(ignore.reason, close) + len(ignore.reason), "; "
    return added, replace_on_line(source, number, end, end, f"{separator}{reason}")


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
