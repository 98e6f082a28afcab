"""The releases of a framework in words: which are in use, and until when they are supported."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from packaging.version import Version

from framesage.analysis.release_pythons import runs_on
from framesage.analysis.versions import (
    admitted_releases,
    is_unsupported,
    locked_versions,
    supported_releases,
)
from framesage.frozen import frozen
from framesage.manifests.lockfiles import is_lock
from framesage.manifests.model import Requirement
from framesage.wording.grammar import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from framesage.analysis.location import Location
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
    """Values of the placeholders about the releases that a requirement selects.

    These are the releases that its specifier admits or, where that includes supported ones, the
    versions in lock files.
    """

    location: Location
    rule_base: RuleBase
    today: date
    pythons: Sequence[str] = ()
    """The minor versions of Python that the project supports, newest first."""

    def word(self, name: str) -> str:
        """Return the text of a placeholder, one of ``RELEASE_WORDS``."""
        if name == "versions":
            return self._versions()
        return self._until() if name == "until" else self._supported()

    def _versions(self) -> str:
        """Return the locked versions with their lock files, the one version or release of the
        specifier, or the range of releases that it admits: ``2.0 to 2.3``."""
        if self._held:
            return held_words(self._held)
        pinned = _ONE_VERSION.fullmatch(self._specifier)
        if pinned:
            return pinned.group(1).removesuffix(".*")
        within = admitted_releases(self._specifier, self._releases)
        series = sorted((release.series for release in within), key=Version)
        return " to ".join(dict.fromkeys((series[0], series[-1]))) if series else self._specifier

    def _until(self) -> str:
        """Return the last day of support, as precisely as known."""
        specifiers = [f"=={version}" for version in self._held] or [self._specifier]
        within = [
            release
            for specifier in specifiers
            for release in admitted_releases(specifier, self._releases)
        ]
        ends = [
            release.security_until for release in within or self._releases if release.security_until
        ]
        if not ends:
            return ""
        return day_words(max(ends)) if within else f"before {day_words(min(ends))}"

    def _supported(self) -> str:
        """Return the releases to upgrade to: ``3.1``, or ``5.2 (LTS) or later``.

        Where the project supports no Python that runs one: ``5.2 (LTS) or later and Python 3.10``.
        """
        supported = supported_releases(self._releases, self.today)
        words = join_words([_series(release) for release in supported], "or")
        if len(supported) > 1 and self._releases[-len(supported) :] == tuple(supported):
            words = f"{_series(supported[0])} or later"
        if not supported or any(runs_on(release, self.pythons[:1]) for release in supported):
            return words
        return f"{words} and Python {supported[0].python}"

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
        return tuple(release for owner in owners for release in self.rule_base.releases_of(owner))


def day_words(day: date) -> str:
    """Return a date in English, whatever the locale: ``7 April 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _series(release: Release) -> str:
    return f"{release.series} (LTS)" if release.lts else release.series


def held_words(held: dict[str, list[str]]) -> str:
    """Return versions with their lock files: ``4.2.16 in uv.lock``."""
    return f"{join_words(list(held))} in {join_words(_files(held))}"


def locked_in(held: dict[str, list[str]]) -> str:
    """Return what holds versions: ``locked in uv.lock``, ``pinned in constraints.txt``."""
    names = _files(held)
    are_locks = all(is_lock(PurePosixPath(name).name) for name in names)
    return f"{'locked' if are_locks else 'pinned'} in {join_words(names)}"


def _files(held: dict[str, list[str]]) -> list[str]:
    """Return the names of the files that hold versions."""
    return list(dict.fromkeys(name for names in held.values() for name in names))
