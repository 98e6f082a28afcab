"""Which versions of a requirement are in use: those that locks hold, where its specifier admits
more than one release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.versions import admits, specifier_set
from framesage.wording.phrases import join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.manifests.model import Manifest, Requirement


def versions_held(manifest: Manifest, requirement: Requirement) -> dict[str, list[str]]:
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


def specifiers_in_use(manifest: Manifest, requirement: Requirement) -> Sequence[str]:
    """Return what is to be judged of a requirement: each version held, else its specifier."""
    held = versions_held(manifest, requirement) if manifest.locks else ()
    return [f"=={version}" for version in held] or [requirement.specifier]


def held_words(held: dict[str, list[str]]) -> str:
    """Return the versions with the locks that hold them: ``4.2.16, which uv.lock holds,``."""
    return f"{join_words(list(held))}, which {held_by(held)},"


def held_by(held: dict[str, list[str]]) -> str:
    """Return which locks hold versions, as the beginning of a sentence: ``uv.lock holds``."""
    names = list(dict.fromkeys(name for names in held.values() for name in names))
    return f"{join_words(names)} {'holds' if len(names) == 1 else 'hold'}"
