"""Fixes for ignores: removing expired and unused ones, and correcting misspelled rule ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import SETTINGS, SUPPRESSION_RULES, configurable_rules
from framesage.advice.suppressions import Suppression, suppressions_of
from framesage.fixes.ignore_comments import remove_ignore
from framesage.fixes.line_edits import remove_lines
from framesage.fixes.model import Edit, Fix, FixKind
from framesage.suggest import closest_match
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.model import Location


def clean_up(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fixes that correct or remove the ignore that a finding is about.

    Removing is preferred only if the ignore is expired or unused: a misspelled one was meant to
    ignore something, and one with an invalid date still does.
    """
    if finding.rule not in (*SUPPRESSION_RULES, SETTINGS.id):
        return
    rules = configurable_rules(assessment.rule_base)
    ignores = [
        suppression
        for suppression in suppressions_of(assessment.project)
        if finding.location in (suppression.location, suppression.rule_location)
    ]
    misspelled = [ignore for ignore in ignores if ignore.rule and ignore.rule not in rules]
    for ignore in misspelled:
        yield from _correct(ignore, rules, assessment)
    edit = _remove(ignores, finding.location) if ignores else None
    if edit:
        names = ", ".join(ignore.rule for ignore in ignores if ignore.rule)
        title = f"Remove the ignore of {names}" if names else "Remove this ignore"
        is_doubtful = misspelled or any(ignore.has_invalid_expiry() for ignore in ignores)
        yield Fix(title, FixKind.CLEAN_UP, (edit,), preferred=not is_doubtful)


def _correct(ignore: Suppression, rules: Collection[str], assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that corrects a rule id, unless the correct one is ignored there as well."""
    rule, location = closest_match(ignore.rule, rules), ignore.rule_location
    ignored = ignore.comment.rules if ignore.comment else assessment.project.settings.ignore
    edit = _rename(ignore.rule, rule, location) if rule and location else None
    if edit and rule not in ignored:
        yield Fix(f"Ignore {rule} instead", FixKind.CLEAN_UP, (edit,), preferred=True)


def _rename(old: str, new: str, location: Location) -> Edit | None:
    """Return the edit that replaces a rule id at the end of a location.

    The key of a setting may be dotted or quoted; if it is written with escapes, there is none.
    """
    (number, start), end = location.range
    first = location.manifest.source.line(number).rfind(old, start, end.character)
    span = Range.on_line(number, first, first + len(old))
    return Edit(location.path, span, new) if first >= 0 else None


def _remove(ignores: list[Suppression], location: Location) -> Edit | None:
    comment = ignores[0].comment
    if comment is None:
        return _remove_setting(location)
    rules = tuple(ignore.rule for ignore in ignores)
    return remove_ignore(comment, location.manifest, rules)


def _remove_setting(location: Location) -> Edit | None:
    """Return the edit that removes a setting's lines; None if it is in an inline table."""
    manifest = location.manifest
    for entry in manifest.document.entries:
        if entry.key_range == location.range:
            first, last = entry.key_range.start.line, entry.value.range.end.line
            return remove_lines(manifest.source, first, last)
    return None
