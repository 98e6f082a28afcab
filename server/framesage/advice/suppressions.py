"""Ignores: which findings they silence, and which of them have ended or silence nothing.

An ignore's reason may say how long it holds: ``until=2026-12-31``, that day included.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from framesage.advice.model import Finding
from framesage.analysis.model import Location
from framesage.frozen import frozen
from framesage.manifests.model import WHOLE_FILE
from framesage.project.settings import SETTINGS_FILES
from framesage.project.settings_schema import unknown_name
from framesage.severity import Severity
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Ignore
    from framesage.project.model import Project

EXPIRED, UNUSED = "expired-ignore", "unused-ignore"
IGNORE_SEVERITIES = {EXPIRED: Severity.INFORMATION, UNUSED: Severity.HINT}
"""The findings about ignores, and how loudly each speaks unless the settings say otherwise."""

_UNTIL = re.compile(r"\buntil\s*=\s*(\S+?)[,;.]?(?=\s|$)")


@frozen
class Suppression:
    """One rule ("" for every one) ignored: in the whole project, or as a comment says.

    ``location`` is what ends or goes, ``named`` where the rule is named;
    None for a setting of the editor.
    ``shared`` ones hold for projects below too, and may be of use there.
    """

    rule: str
    reason: str
    location: Location | None
    named: Location | None
    comment: Ignore | None = None
    shared: bool = False

    def matches(self, finding: Finding) -> bool:
        """Tell whether this speaks of a finding; whether it still holds is another question."""
        if self.rule not in ("", finding.rule):
            return False
        if self.comment is None or self.location is None:
            return True
        lines = (WHOLE_FILE, finding.location.range.start.line)
        return self.location.path == finding.location.path and self.comment.line in lines

    def expires(self) -> date | None:
        """Return the last day on which this holds; None for no end, or one that is no date."""
        try:
            return date.fromisoformat(self.written_expiry())
        except ValueError:
            return None

    def written_expiry(self) -> str:
        """Return what stands behind ``until=``, or an empty text."""
        match = _UNTIL.search(self.reason)
        return match.group(1) if match else ""

    def has_invalid_expiry(self) -> bool:
        """Tell whether an end is written that is no date: this holds on."""
        return bool(self.written_expiry()) and self.expires() is None

    def is_expired(self, today: date) -> bool:
        """Tell whether this holds no longer."""
        until = self.expires()
        return until is not None and until < today


def without_suppressed(
    findings: Sequence[Finding], statements: Sequence[Suppression], today: date
) -> list[Finding]:
    """Return the findings that no ignore silences that still holds."""
    holding = [one for one in statements if not one.is_expired(today)]
    return [one for one in findings if not any(each.matches(one) for each in holding)]


def suppression_findings(
    findings: Sequence[Finding],
    statements: Sequence[Suppression],
    today: date,
    known: Collection[str],
) -> Iterator[Finding]:
    """Yield the findings about ignores: ended, ending on no date, naming no rule, unused.

    ``findings`` are all, silenced ones included; ``known`` the ids of the rules that there are.
    """
    for one in statements:
        if one.location is None or one.named is None:
            continue
        wrong = unknown_name(("ignore", one.rule), "", {"ignore": known}) if one.rule else ""
        if wrong and one.comment:
            yield _remark(UNUSED, wrong, one.named)
        elif one.is_expired(today):
            ended = f"This ignore ended on {one.expires()}: set a later date, or remove it."
            yield _remark(EXPIRED, ended, one.location)
        elif one.has_invalid_expiry():
            words = f"'{one.written_expiry()}' is no date like 2026-12-31; this ignore has no end."
            yield _remark(EXPIRED, words, one.location)
        elif not (wrong or one.shared or any(one.matches(finding) for finding in findings)):
            yield _remark(UNUSED, f"There is nothing {_of(one)} to ignore.", one.named)


def _remark(rule: str, message: str, location: Location) -> Finding:
    return Finding(rule, IGNORE_SEVERITIES[rule], message, location)


def _of(statement: Suppression) -> str:
    where = "here" if statement.comment else "in this project"
    return f"of {statement.rule} {where}" if statement.rule else where


def suppressions_of(project: Project) -> list[Suppression]:
    """Return all ignores that bear on a project: its comments' and its settings'."""
    comments = (one for manifest in project.manifests for one in _comments(manifest))
    return [*comments, *_settings(project)]


def _comments(manifest: Manifest) -> Iterator[Suppression]:
    for ignore in manifest.ignores:
        location = Location(manifest, ignore.range)
        for rule in ignore.rules or ("",):
            named = Location(manifest, _named(rule, ignore, manifest))
            yield Suppression(rule, ignore.reason, location, named, ignore)


def _named(rule: str, ignore: Ignore, manifest: Manifest) -> Range:
    start = ignore.range.start
    line = manifest.source.line(start.line)
    match = re.compile(rf"(?<=[\[,\s]){re.escape(rule)}(?=[\],\s]|$)").search(line, start.character)
    return Range.on_line(start.line, *match.span()) if rule and match else ignore.range


def _settings(project: Project) -> Iterator[Suppression]:
    locations = _setting_locations(project)
    for rule, reason in project.settings.ignore.items():
        location, shared = locations.get(rule), project.shares_ignores
        yield Suppression(rule, reason, location, location, shared=shared)


def _setting_locations(project: Project) -> dict[str, Location]:
    having = {one.source.path: one for one in project.manifests if one.settings}
    for manifest in (having.get(project.root / name) for name in SETTINGS_FILES):
        if manifest:
            ignores = [one for one in manifest.settings if one.path[0] == "ignore"]
            return {one.path[-1]: Location(manifest, one.key_range) for one in ignores}
    return {}
