"""The role of a requirement in its project: its origin, purpose, marker and locked version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.markers import is_installed, supported_pythons
from framesage.analysis.versions import locked_versions
from framesage.manifests.model import Origin, Purpose, Requirement
from framesage.wording.grammar import join_words
from framesage.wording.releases import locked_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.location import Location
    from framesage.manifests.manifest import Manifest
    from framesage.project.model import Project


def role_words(location: Location, project: Project, *, with_version: bool = True) -> str:
    """Return how a requirement differs from a plain runtime requirement, and its locked version; ""
    for neither."""
    requirement = location.subject
    if not isinstance(requirement, Requirement):
        return ""
    words = [
        *_origin(requirement),
        *_purpose(requirement),
        *_condition(location.manifest, requirement, project),
    ]
    return " ".join([*words, *(_version(location, requirement) if with_version else ())])


def _version(location: Location, requirement: Requirement) -> Iterator[str]:
    held = locked_versions(location.manifest, requirement)
    if held:
        yield f"Version {join_words(list(held))} is {locked_in(held)}."


def _origin(requirement: Requirement) -> Iterator[str]:
    if requirement.origin is Origin.CONSTRAINT:
        yield "A constraint: limits the version, but installs nothing."
    elif requirement.via:
        yield f"Installed as a dependency of {join_words(requirement.via)}."
    elif requirement.origin is Origin.VIA:
        yield "Compiled from the list of direct requirements."


def _purpose(requirement: Requirement) -> Iterator[str]:
    name = requirement.group.name
    if requirement.group.purpose is Purpose.DEVELOPMENT:
        yield f"For development ({name})." if name else "For development."
    elif requirement.group.purpose is Purpose.OPTIONAL:
        yield f"Optional ({name})." if name else "Optional."


def _condition(manifest: Manifest, requirement: Requirement, project: Project) -> Iterator[str]:
    marker = requirement.marker
    if not is_installed(manifest, requirement, supported_pythons(project)):
        yield f"Not counted: `{marker}` is false in every environment that the project supports."
    elif marker:
        yield f"Only if `{marker}`."
