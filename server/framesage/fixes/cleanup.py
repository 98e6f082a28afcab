"""Fixes for ignores and settings: removing ignores, and correcting misspelled names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import (
    SETTINGS,
    SUPPRESSION_RULES,
    UNEXPLAINED_IGNORE,
    configurable_rules,
)
from framesage.advice.suppressions import Suppression, suppressions_at
from framesage.fixes.corrections import correct_name
from framesage.fixes.ignore_comments import remove_ignore
from framesage.fixes.model import Edit, Fix, FixKind
from framesage.fixes.removed_settings import remove_setting
from framesage.project.settings.ranges import settings_table
from framesage.project.settings.validate import nearest_name
from framesage.text import LONGEST_LABEL, in_one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from framesage.advice.model import Assessment, Finding
    from framesage.manifests.model import Ignore


def clean_up(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fixes that correct or remove the ignore or setting that a finding is about.

    Removing is preferred only if the ignore is expired or unused: a misspelled one was meant to
    ignore something, and one with an invalid date or without an explanation still does.
    """
    if finding.rule == SETTINGS.id:
        yield from correct_name(finding, assessment)
    if finding.rule not in (*SUPPRESSION_RULES, SETTINGS.id):
        return
    rules = configurable_rules(assessment.rule_base)
    ignores = suppressions_at(finding.location, assessment.project)
    misspelled = [ignore for ignore in ignores if ignore.rule and ignore.rule not in rules]
    for ignore in misspelled:
        if ignore.comment:  # in the settings, `correct_name` does it
            yield from _correct(ignore, ignore.comment, rules)
    edit = _remove(ignores) if ignores else None
    if edit:
        names = ", ".join(ignore.rule for ignore in ignores if ignore.rule)
        what = f"the ignore of {names}" if names else "this ignore"
        is_in_force = finding.rule == UNEXPLAINED_IGNORE.id or any(
            ignore.has_invalid_expiry() for ignore in ignores
        )
        preferred = not (misspelled or is_in_force)
        title = in_one_line(f"Remove {what}", LONGEST_LABEL)
        yield Fix(title, FixKind.CLEAN_UP, (edit,), preferred=preferred)


def _correct(ignore: Suppression, comment: Ignore, rules: Collection[str]) -> Iterator[Fix]:
    """Yield the fix that corrects a rule id, unless the correct one is ignored there as well."""
    rule, location = nearest_name(ignore.rule, rules), ignore.rule_location
    is_written = location and location.range != comment.range
    if rule and location and is_written and rule not in comment.rules:
        edit = Edit(location.path, location.range, rule)
        yield Fix(f"Change to `{rule}`", FixKind.CLEAN_UP, (edit,), preferred=True)


def _remove(ignores: Sequence[Suppression]) -> Edit | None:
    comment, location = ignores[0].comment, ignores[0].location
    assert location is not None
    if comment is None:
        path = (*settings_table(location.manifest), "ignore", ignores[0].rule)
        return remove_setting(location.manifest, path)
    rules = tuple(ignore.rule for ignore in ignores)
    return remove_ignore(comment, location.manifest, rules)
