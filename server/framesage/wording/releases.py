"""The releases of a framework in words: which are in use, until when they were supported."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from packaging.version import Version

from framesage.analysis.versions import (
    admitted_releases,
    is_unsupported,
    locked_versions,
    supported_releases,
)
from framesage.frozen import frozen
from framesage.manifests.model import Requirement
from framesage.wording.phrases import join_words

if TYPE_CHECKING:
    from datetime import date

    from framesage.analysis.model import Location
    from framesage.rulebase.framework_model import Release
    from framesage.rulebase.rule_base import RuleBase

RELEASE_WORDS = ("versions", "until", "supported")
_ONE_VERSION = re.compile(r"={2,3}\s*([\w.!+*]+)")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


@frozen
class ReleaseWords:
    """What is to be said of the releases that the requirement at a location means.

    Those are what its specifier admits, or, where that includes supported ones, what locks hold.
    """

    location: Location
    rule_base: RuleBase
    today: date

    def word(self, name: str) -> str:
        """Return the text of a placeholder, one of ``RELEASE_WORDS``."""
        if name == "versions":
            return self._versions()
        return self._until() if name == "until" else self._supported()

    def _versions(self) -> str:
        """Return what the specifier admits, a single version without its equals signs, else the
        releases; or what locks hold, and which ones."""
        if self._held:
            return held_words(self._held)
        one = _ONE_VERSION.fullmatch(self._specifier)
        if one:
            return one.group(1).removesuffix(".*")
        within = admitted_releases(self._specifier, self._releases)
        series = sorted((one.series for one in within), key=Version)
        return " to ".join(dict.fromkeys((series[0], series[-1]))) if series else self._specifier

    def _until(self) -> str:
        """Return the day on which support ended, as near as known."""
        specifiers = [f"=={version}" for version in self._held] or [self._specifier]
        within = [one for each in specifiers for one in admitted_releases(each, self._releases)]
        ends = [one.security_until for one in within or self._releases if one.security_until]
        if not ends:
            return ""
        return day_words(max(ends)) if within else f"before {day_words(min(ends))}"

    def _supported(self) -> str:
        return join_words([_series(one) for one in supported_releases(self._releases, self.today)])

    @property
    def _held(self) -> dict[str, list[str]]:
        subject = self.location.subject
        decided = is_unsupported(self._specifier, self._releases, self.today)
        if decided or not isinstance(subject, Requirement):
            return {}
        return locked_versions(self.location.manifest, subject)

    @property
    def _specifier(self) -> str:
        return str(getattr(self.location.subject, "specifier", "")).strip()

    @property
    def _releases(self) -> tuple[Release, ...]:
        name = getattr(self.location.subject, "name", "")
        owners = self.rule_base.framework_of.get(name, ())
        return tuple(one for owner in owners for one in self.rule_base.releases_of(owner))


def day_words(day: date) -> str:
    """Return a day as people write it, in English whatever the locale: ``7 April 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _series(release: Release) -> str:
    return f"{release.series} (LTS)" if release.lts else release.series


def held_words(held: dict[str, list[str]]) -> str:
    """Return the versions with the locks that hold them: ``4.2.16, which uv.lock holds,``."""
    return f"{join_words(list(held))}, which {held_by(held)},"


def held_by(held: dict[str, list[str]]) -> str:
    """Return which locks hold versions, as the beginning of a sentence: ``uv.lock holds``."""
    names = list(dict.fromkeys(name for names in held.values() for name in names))
    return f"{join_words(names)} {'holds' if len(names) == 1 else 'hold'}"
