"""Fixes for ignores that have ended or silence nothing: they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.fixes.comments import remove_ignore
from framesage.advice.fixes.lines import remove_lines
from framesage.advice.fixes.model import Edit, Fix, FixKind
from framesage.advice.suppress import IGNORE_LEVELS, Statement, statements_of
from framesage.toml import scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding, Place


def clean(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that removes what a finding about an ignore stands on."""
    if finding.rule not in IGNORE_LEVELS:
        return
    about = [one for one in statements_of(assessment.project) if _stands_on(finding, one)]
    edit = _without(about, finding.place) if about else None
    if edit:
        names = ", ".join(one.rule for one in about if one.rule)
        title = f"Stop ignoring {names}" if names else "Remove this ignore"
        yield Fix(title, FixKind.CLEAN, (edit,), preferred=True)


def _stands_on(finding: Finding, statement: Statement) -> bool:
    return finding.place in (statement.place, statement.named)


def _without(statements: list[Statement], place: Place) -> Edit | None:
    comment = statements[0].comment
    if comment is None:
        return _without_setting(place)
    return remove_ignore(comment, place.manifest, tuple(one.rule for one in statements))


def _without_setting(place: Place) -> Edit | None:
    """Remove the lines of a setting that has them for itself (not one in an inline table)."""
    source = place.manifest.source
    for entry in scan(source.text, source.lines).entries:
        if entry.key_range == place.range:
            return remove_lines(source, entry.key_range.start.line, entry.value.range.end.line)
    return None
