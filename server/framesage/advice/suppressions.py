"""Suppressions: the findings that ignore comments and settings hide.

The reason of a suppression can include its last day: ``until=2026-12-31``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from framesage.analysis.location import Location
from framesage.dates import read_date
from framesage.frozen import frozen
from framesage.manifests.model import WHOLE_FILE
from framesage.project.settings.ranges import part_range
from framesage.project.settings.resolve import resolve_settings
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from framesage.advice.model import Finding
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Ignore, Setting
    from framesage.project.model import Project
    from framesage.project.settings.model import SettingsLayer

_NAME = re.compile(r"[^\[\],\s]+")
_UNTIL = re.compile(r"\buntil\s*=\s*(\S+?)[,;.]?(?=\s|$)")


@frozen
class Suppression:
    """One rule that an ignore comment or a setting suppresses; ``rule`` is "" for all rules.

    ``location`` is the whole comment or the key of a setting, ``rule_location`` the rule's id in
    it, ``reason_location`` the reason, with the quotes of a setting; all are None for a setting of
    the editor. ``comment`` is None for settings. ``until`` is the last day where it is not part of
    the reason. A ``shared`` suppression also applies to projects below this one, so it may be of
    use there.
    """

    rule: str
    reason: str
    location: Location | None
    rule_location: Location | None
    reason_location: Location | None
    comment: Ignore | None = None
    shared: bool = False
    until: str = ""

    def matches(self, finding: Finding) -> bool:
        """Return whether this is about a finding, expired or not."""
        if self.rule not in ("", finding.rule):
            return False
        if self.comment is None or self.location is None:
            return True
        lines = (WHOLE_FILE, finding.location.range.start.line)
        return self.location.path == finding.location.path and self.comment.line in lines

    def expires(self) -> date | None:
        """Return the last day of this suppression; None if it has none, or an invalid one."""
        return read_date(self.written_expiry())

    def written_expiry(self) -> str:
        """Return the last day as it is written, or ""."""
        if self.until:
            return self.until
        match = _UNTIL.search(self.reason)
        return match.group(1) if match else ""

    def has_invalid_expiry(self) -> bool:
        """Return whether the text after ``until=`` is not a date; such a suppression stays."""
        return bool(self.written_expiry()) and self.expires() is None

    @property
    def locations(self) -> tuple[Location | None, ...]:
        """The locations at which this is reported."""
        return self.location, self.rule_location, self.reason_location

    @property
    def explanation(self) -> str:
        """The reason without its last day."""
        return without_expiry(self.reason)

    def is_expired(self, today: date) -> bool:
        """Return whether the last day of this suppression has passed."""
        last = self.expires()
        return last is not None and last < today


def without_expiry(reason: str) -> str:
    """Return the reason of a suppression without its last day."""
    return _UNTIL.sub("", reason).strip(" \t,;.")


def split_suppressed(
    findings: Iterable[Finding], suppressions: Iterable[Suppression], today: date
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that no current suppression matches, and the others."""
    current = [suppression for suppression in suppressions if not suppression.is_expired(today)]
    shown: list[Finding] = []
    suppressed: list[Finding] = []
    for finding in findings:
        is_hidden = any(suppression.matches(finding) for suppression in current)
        (suppressed if is_hidden else shown).append(finding)
    return shown, suppressed


def expired_ignores(layer: SettingsLayer, today: date) -> Iterator[str]:
    """Yield the ignored rules of some settings whose last day has passed."""
    for rule, ignored in resolve_settings(layer).ignore.items():
        if Suppression(rule, ignored.reason, None, None, None, until=ignored.until).is_expired(
            today
        ):
            yield rule


def for_others(suppressions: Iterable[Suppression]) -> list[Suppression]:
    """Return the suppressions in settings of a folder that gets no advice: others may need them."""
    return [
        replace(suppression, shared=True)
        for suppression in suppressions
        if suppression.comment is None
    ]


def suppressions_of(project: Project) -> Sequence[Suppression]:
    """Return the suppressions that apply to a project, from its comments and settings."""
    comments = (found for manifest in project.manifests for found in suppressions_in(manifest))
    return [*comments, *_from_settings(project)]


def suppressions_at(location: Location, project: Project) -> Sequence[Suppression]:
    """Return the suppressions that are reported at a location."""
    line = location.range.start.line
    files = (found for found in project.manifests if found.source.path == location.path)
    comments = (found for manifest in files for found in suppressions_in(manifest, line))
    found = (*comments, *_from_settings(project))
    return [suppression for suppression in found if location in suppression.locations]


def suppressions_in(manifest: Manifest, line: int | None = None) -> Iterator[Suppression]:
    """Yield the suppressions from the comments of a file, or only of one of its lines."""
    for ignore in manifest.ignores:
        if line not in (None, ignore.range.start.line):
            continue
        location = Location(manifest, ignore.range)
        reason = Location(manifest, _reason_range(ignore, manifest))
        ranges = _rule_ranges(ignore, manifest)
        for rule in ignore.rules or ("",):
            rule_location = Location(manifest, ranges.get(rule, ignore.range))
            yield Suppression(rule, ignore.reason, location, rule_location, reason, ignore)


def _reason_range(ignore: Ignore, manifest: Manifest) -> Range:
    """Return the range of a comment's reason; an empty one at its end if it has none."""
    start, end = ignore.range.start, ignore.range.end.character
    first = manifest.source.line(start.line).rfind(ignore.reason, start.character, end)
    return Range.on_line(start.line, first, first + len(ignore.reason))


def _rule_ranges(ignore: Ignore, manifest: Manifest) -> dict[str, Range]:
    """Return the range of each rule's id in a comment, the first if it is there twice."""
    start = ignore.range.start
    line = manifest.source.line(start.line)
    ranges: dict[str, Range] = {}
    for found in _NAME.finditer(line, line.find("[", start.character)):
        ranges.setdefault(found.group(), Range.on_line(start.line, *found.span()))
    return ranges


def _from_settings(project: Project) -> Iterator[Suppression]:
    own = {manifest.source.path: manifest for manifest in project.manifests}
    if project.tool_settings:
        own[project.tool_settings.source.path] = project.tool_settings
    settings = cache(lambda path: {item.path: item for item in reversed(own[path].settings)})
    for rule, ignored in project.settings.ignore.items():
        given = project.written.get(("ignore", rule))
        origin = given[-1].origin if given else None
        manifest = own.get(origin.path) if origin else None
        key, reason = None, None
        if manifest:
            by_path = settings(manifest.source.path)
            key, reason = _setting_locations(manifest, rule, by_path)
        yield Suppression(
            rule,
            ignored.reason,
            key,
            key,
            reason,
            shared=project.shares_ignores,
            until=ignored.until,
        )


def _setting_locations(
    manifest: Manifest, rule: str, settings: Mapping[tuple[str, ...], Setting]
) -> tuple[Location | None, Location | None]:
    """Return the locations of an ignored rule and of the reason, in a value or in its own table."""
    setting = settings.get(("ignore", rule))
    if setting:
        value = Location(manifest, setting.value_range)
        return Location(manifest, setting.key_range), value
    setting = settings.get(("ignore", rule, "reason"))
    if setting:
        key = part_range(setting, 1, manifest) or setting.key_range
        return Location(manifest, key), Location(manifest, setting.value_range)
    return None, None
