"""Find out which versions and releases a version specifier admits.

Specifiers are tested on sample versions, which is exact enough and needs no interval arithmetic.
They follow PEP 440 or Poetry (``^4.2``, ``~4.2``, ``4.2``); the latter are translated.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from packaging.specifiers import SpecifierSet
from packaging.version import InvalidVersion, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.rulebase.framework_model import Release

_POETRY = re.compile(r"(\^|~(?!=)|(?<![<>=!~])=(?!=))\s*([0-9][0-9.]*)\*?")  # "=": conda's
_ARBITRARY = re.compile(r"===(?=\s*[0-9])")  # compares texts: "===4.1" would not admit 4.1.0
_TOO_LONG = re.compile(r"[0-9]{19}")  # not a version; int() rejects thousands of digits
_BARE = re.compile(r"v?[0-9][\w.*]*")
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*(?:(?:a|b|rc)[0-9]+)?")
_PATCHES = range(60)


@lru_cache(maxsize=2048)
def specifier_set(text: str) -> SpecifierSet | None:
    """Return the versions of a package that a specifier admits; None if it is invalid (a URL)."""
    return literal_specifier_set(_ARBITRARY.sub("==", text))


@lru_cache(maxsize=2048)
def literal_specifier_set(text: str) -> SpecifierSet | None:
    """Likewise, but ``===`` compares texts, as it does for the version of Python."""
    text = text.strip()
    if _TOO_LONG.search(text):
        return None
    if _BARE.fullmatch(text):
        text = f"=={text.lstrip('v')}"
    try:
        return SpecifierSet("" if text == "*" else _POETRY.sub(_from_poetry, text))
    except ValueError:  # InvalidSpecifier, or int() on "^1..2"
        return None


def admits(admitted: SpecifierSet, version: str) -> bool:
    """Return whether a version is admitted; an invalid one is not."""
    try:
        return admitted.contains(version, prereleases=True)
    except ValueError:  # from packaging 24 and 25, or for thousands of digits
        return False


def _from_poetry(match: re.Match[str]) -> str:
    operator, lower = match.groups()
    if operator == "=":
        return f"=={lower.strip('.')}.*"
    parts = [int(part) for part in lower.strip(".").split(".")]
    if operator == "~":
        last = min(len(parts) - 1, 1)
    else:
        last = next((at for at, part in enumerate(parts) if part), len(parts) - 1)
    upper = [*parts[:last], parts[last] + 1]
    return f">={lower.strip('.')},<{'.'.join(map(str, upper))}"


@lru_cache(maxsize=2048)
def admits_only(specifier: str, wanted: str) -> bool:
    """Return whether ``wanted`` admits every version that ``specifier`` admits.

    The samples are the versions that both name, later patches of these, and a very high version.
    """
    admitted, target = specifier_set(specifier), specifier_set(wanted)
    if not specifier or admitted is None or target is None:
        return False
    samples = _samples(f"{specifier} {wanted}")
    inside = [version for version in samples if admitted.contains(version, prereleases=True)]
    return bool(inside) and all(target.contains(version, prereleases=True) for version in inside)


@lru_cache(maxsize=2048)
def newest_is_in(specifier: str, wanted: str) -> bool:
    """Return whether ``wanted`` admits the newest version that ``specifier`` admits.

    The samples are those of ``admits_only``; the bounds of ``wanted`` are versions that exist.
    """
    admitted, target = specifier_set(specifier), specifier_set(wanted)
    if not specifier or admitted is None or target is None:
        return False
    samples = _samples(f"{specifier} {wanted}")
    inside = [version for version in samples if admits(admitted, version)]
    newest = max(inside, key=Version, default="")
    return bool(newest) and target.contains(newest, prereleases=True)


@lru_cache(maxsize=2048)
def admits_some(specifier: str, wanted: str) -> bool:
    """Return whether ``specifier`` admits some of the versions that ``wanted`` does; one that is
    empty admits all, one that is invalid none.

    The samples are those of ``admits_only``.
    """
    admitted, target = specifier_set(specifier), specifier_set(wanted)
    if admitted is None or target is None:
        return False
    samples = _samples(f"{specifier} {wanted}")
    return any(admits(admitted, version) and admits(target, version) for version in samples)


@lru_cache(maxsize=2048)
def is_open(specifier: str) -> bool:
    """Return whether a specifier, which may be empty, admits any later release."""
    admitted = specifier_set(specifier)
    return admitted is not None and admits(admitted, "99999")


@lru_cache(maxsize=2048)
def is_exact(specifier: str) -> bool:
    """Return whether a specifier admits a single version: ``==1.2``, but not ``==1.*``."""
    found = specifier_set(specifier)
    return any(
        part.operator in ("==", "===") and not part.version.endswith("*") for part in found or ()
    )


@lru_cache(maxsize=2048)
def is_range(specifier: str) -> bool:
    """Return whether a specifier, which may be empty, admits more than a single version."""
    return specifier_set(specifier) is not None and not is_exact(specifier)


@lru_cache(maxsize=4096)
def are_disjoint(first: str, second: str) -> bool:
    """Return whether no version satisfies two specifiers, both of which admit some.

    The samples are those of ``admits_only``.
    """
    one, other = specifier_set(first), specifier_set(second)
    if not first or not second or one is None or other is None:
        return False
    samples = _samples(f"{first} {second}")
    inside = [version for version in samples if one.contains(version, prereleases=True)]
    others = [version for version in samples if other.contains(version, prereleases=True)]
    return bool(inside) and bool(others) and set(inside).isdisjoint(others)


def is_unsupported(specifier: str, releases: Iterable[Release], today: date) -> bool:
    """Return whether no release that a specifier admits gets security fixes.

    An empty specifier, or one that admits releases later than ``releases``, is supported.
    """
    admitted = specifier_set(specifier) if specifier else None
    if admitted is None or admitted.contains("99999"):
        return False
    known = list(releases)
    within = admitted_releases(specifier, known)
    return not supported_releases(within, today) if within else _is_older(specifier, known)


def admitted_releases(specifier: str, releases: Iterable[Release]) -> list[Release]:
    """Return the releases with a version that a specifier admits."""
    return [release for release in releases if _admits_series(specifier, release.series)]


def supported_releases(releases: Iterable[Release], today: date) -> list[Release]:
    """Return the releases that get security fixes on a day."""
    return [
        release
        for release in releases
        if release.security_until is None or release.security_until >= today
    ]


def newest_release(releases: Iterable[Release], today: date) -> Release | None:
    """Return the release to start with: of those that get security fixes, the newest with long-term
    support, or else the newest."""
    supported = supported_releases(releases, today)
    return max(supported, key=lambda release: (release.lts, Version(release.series)), default=None)


def _samples(specifiers: str) -> list[str]:
    named = _VERSION.findall(specifiers)
    later = (f"{version}{patch}" for version in named for patch in ("", ".1", ".999"))
    return ["0.0.1", "99999", *later]


@lru_cache(maxsize=4096)
def _admits_series(specifier: str, series: str) -> bool:
    admitted = specifier_set(specifier)
    if admitted is None:
        return False
    return any(admitted.contains(f"{series}.{patch}") for patch in _PATCHES)


def _is_older(specifier: str, releases: Sequence[Release]) -> bool:
    """Return whether all versions that a specifier names are older than all releases."""
    versions = [_version(text) for text in _VERSION.findall(specifier)]
    oldest = min((Version(release.series) for release in releases), default=None)
    if not versions or oldest is None:
        return False
    return all(version and version < oldest for version in versions)


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:  # pragma: no cover - the pattern only matches versions
        return None


def locked_versions(manifest: Manifest, requirement: Requirement) -> dict[str, list[str]]:
    """Return the locked versions of a requirement, each with the names of the lock files.

    A version that the specifier does not admit is out of date: the manifest has changed since. For
    a requirement with a URL there are none, because the version does not identify the release.
    """
    admitted = None if requirement.url else specifier_set(requirement.specifier)
    found: dict[str, list[str]] = {}
    for lock in manifest.locks if admitted is not None else ():
        for version in lock.versions.get(requirement.name, ()):
            if admitted is not None and admits(admitted, version):
                found.setdefault(version, []).append(lock.name)
    return found


def effective_specifiers(manifest: Manifest, requirement: Requirement) -> Sequence[str]:
    """Return a specifier for each locked version of a requirement, or else its own specifier."""
    locked = locked_versions(manifest, requirement) if manifest.locks else ()
    return [f"=={version}" for version in locked] or [requirement.specifier]
