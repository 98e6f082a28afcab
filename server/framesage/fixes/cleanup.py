"""Fixes for ignores that have ended or silence nothing, which go, and for mistyped ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.findings import SETTINGS, rule_names
from framesage.advice.suppressions import IGNORE_SEVERITIES, Suppression, suppressions_of
from framesage.fixes.ignore_comments import remove_ignore
from framesage.fixes.lines import remove_lines
from framesage.fixes.model import Edit, Fix, FixKind
from framesage.suggest import closest_match
from framesage.text import Range
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.model import Location


def clean(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fixes that correct or remove what a finding about an ignore stands on.

    Only what has ended or silences nothing is better removed: a mistyped ignore was meant to
    silence something, and one whose end is no date still does.
    """
    if finding.rule not in (*IGNORE_SEVERITIES, SETTINGS):
        return
    rules = rule_names(assessment.rule_base)
    about = [one for one in suppressions_of(assessment.project) if _stands_on(finding, one)]
    mistyped = [one for one in about if one.rule and one.rule not in rules]
    for one in mistyped:
        yield from _corrected(one, rules, assessment)
    edit = _without(about, finding.location) if about else None
    if edit:
        names = ", ".join(one.rule for one in about if one.rule)
        title = f"Stop ignoring {names}" if names else "Remove this ignore"
        doubtful = mistyped or any(one.has_invalid_expiry() for one in about)
        yield Fix(title, FixKind.CLEAN, (edit,), preferred=not doubtful)


def _stands_on(finding: Finding, statement: Suppression) -> bool:
    return finding.location in (statement.location, statement.named)


def _corrected(
    statement: Suppression, rules: Collection[str], assessment: Assessment
) -> Iterator[Fix]:
    """Yield the fix that names the rule that is meant, unless it is ignored there already."""
    meant, location = closest_match(statement.rule, rules), statement.named
    comment = statement.comment
    there = comment.rules if comment else assessment.project.settings.ignore
    edit = _renamed(statement.rule, meant, location) if meant and location else None
    if edit and meant not in there:
        yield Fix(f"Ignore {meant} instead", FixKind.CLEAN, (edit,), preferred=True)


def _renamed(rule: str, meant: str, location: Location) -> Edit | None:
    """Write another name at the end of a location: a key may be dotted, in quotes, or escaped."""
    (number, start), end = location.range
    begin = location.manifest.source.line(number).rfind(rule, start, end.character)
    span = Range.on_line(number, begin, begin + len(rule))
    return Edit(location.path, span, meant) if begin >= 0 else None


def _without(statements: list[Suppression], location: Location) -> Edit | None:
    comment = statements[0].comment
    if comment is None:
        return _without_setting(location)
    return remove_ignore(comment, location.manifest, tuple(one.rule for one in statements))


def _without_setting(location: Location) -> Edit | None:
    """Remove the lines of a setting that has them for itself (not one in an inline table)."""
    source = location.manifest.source
    for entry in scan(source.text, source.lines).entries:
        if entry.key_range == location.range:
            return remove_lines(source, entry.key_range.start.line, entry.value.range.end.line)
    return None
