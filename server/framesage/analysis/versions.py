"""What a version specifier admits, told by trying versions: exact enough, and no interval algebra.

Specifiers come from PEP 440 and from Poetry (``^4.2``, ``~4.2``, ``4.2``), which is translated.
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
_ENDLESS = re.compile(r"[0-9]{19}")  # no version, and thousands of digits are no number
_BARE = re.compile(r"v?[0-9][\w.*]*")
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*(?:(?:a|b|rc)[0-9]+)?")
_PATCHES = range(60)


@lru_cache(maxsize=2048)
def specifier_set(text: str) -> SpecifierSet | None:
    """Return the versions a specifier admits; None where it cannot be read (half-typed, a URL)."""
    text = text.strip()
    if _ENDLESS.search(text):
        return None
    if _BARE.fullmatch(text):
        text = f"=={text.lstrip('v')}"
    try:
        return SpecifierSet("" if text == "*" else _POETRY.sub(_from_poetry, text))
    except ValueError:  # InvalidSpecifier is one, and so is what int() says of "^1..2"
        return None


def admits(admitted: SpecifierSet, version: str) -> bool:
    """Tell whether a version is among those; one that cannot be read is not."""
    try:
        return admitted.contains(version, prereleases=True)
    except ValueError:  # of packaging 24 and 25, and of thousands of digits
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
    """Tell whether every version that ``specifier`` admits is one that ``wanted`` admits.

    Tried on the versions both name, their neighbours, and one far above.
    """
    admitted, target = specifier_set(specifier), specifier_set(wanted)
    if not specifier or admitted is None or target is None:
        return False
    named = _VERSION.findall(f"{specifier} {wanted}")
    tried = ["0.0.1", "99999", *(v for name in named for v in (name, f"{name}.1", f"{name}.999"))]
    inside = [version for version in tried if admitted.contains(version, prereleases=True)]
    return bool(inside) and all(target.contains(version, prereleases=True) for version in inside)


def is_unsupported(specifier: str, releases: Iterable[Release], today: date) -> bool:
    """Tell whether all releases that a specifier admits are past their security support.

    No specifier, or one that admits a release not yet in ``releases``, is never unsupported.
    """
    admitted = specifier_set(specifier) if specifier else None
    if admitted is None or admitted.contains("99999"):
        return False
    known = list(releases)
    within = admitted_releases(specifier, known)
    return not supported_releases(within, today) if within else _is_older(specifier, known)


def admitted_releases(specifier: str, releases: Iterable[Release]) -> list[Release]:
    """Return the releases of whose series a specifier admits a version."""
    admitted = specifier_set(specifier)
    return [one for one in releases if admitted and _admits_series(admitted, one.series)]


def supported_releases(releases: Iterable[Release], today: date) -> list[Release]:
    """Return the releases that still get security fixes on a day."""
    return [one for one in releases if one.security_until is None or one.security_until >= today]


def _admits_series(admitted: SpecifierSet, series: str) -> bool:
    return any(admitted.contains(f"{series}.{patch}") for patch in _PATCHES)


def _is_older(specifier: str, releases: list[Release]) -> bool:
    named = [_version(text) for text in _VERSION.findall(specifier)]
    oldest = min((Version(release.series) for release in releases), default=None)
    return bool(named) and oldest is not None and all(v and v < oldest for v in named)


def _version(text: str) -> Version | None:
    try:
        return Version(text)
    except InvalidVersion:  # pragma: no cover - the pattern only finds versions
        return None


def locked_versions(manifest: Manifest, requirement: Requirement) -> dict[str, list[str]]:
    """Return the versions that the manifest's locks hold of a requirement, and which locks do.

    A version that the specifier does not admit is out of date, not in use: the file was changed
    since. Of what comes from a URL the version does not tell the release.
    """
    admitted = None if requirement.url else specifier_set(requirement.specifier)
    found: dict[str, list[str]] = {}
    for lock in manifest.locks if admitted is not None else ():
        for version in lock.versions.get(requirement.name, ()):
            if admitted is not None and admits(admitted, version):
                found.setdefault(version, []).append(lock.name)
    return found


def effective_specifiers(manifest: Manifest, requirement: Requirement) -> Sequence[str]:
    """Return what is to be judged of a requirement: each version held, else its specifier."""
    held = locked_versions(manifest, requirement) if manifest.locks else ()
    return [f"=={version}" for version in held] or [requirement.specifier]
