"""What a requirement is to its project, in words: who asks for it, when, and in which version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.markers import never_applies, supported_pythons
from framesage.analysis.versions import locked_versions
from framesage.manifests.model import Origin, Purpose, Requirement
from framesage.wording.phrases import join_words
from framesage.wording.releases import held_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.model import Location
    from framesage.project.model import Project


def role_words(location: Location, project: Project, *, with_version: bool = True) -> str:
    """Return how the requirement at a location differs from a plain runtime requirement,
    and which version locks hold of it; "" where there is nothing to say."""
    requirement = location.subject
    if not isinstance(requirement, Requirement):
        return ""
    words = [*_origin(requirement), *_purpose(requirement), *_condition(requirement, project)]
    return " ".join([*words, *(_version(location, requirement) if with_version else ())])


def _version(location: Location, requirement: Requirement) -> Iterator[str]:
    held = locked_versions(location.manifest, requirement)
    if held:
        yield f"{held_by(held)} {join_words(list(held))}."


def _origin(requirement: Requirement) -> Iterator[str]:
    if requirement.origin is Origin.CONSTRAINT:
        yield "Limits a version, and asks for nothing."
    elif requirement.via:
        yield f"Pulled in by {join_words(requirement.via)}."
    elif requirement.origin is Origin.VIA:
        yield "Compiled from the list beside it, which holds the choices."


def _purpose(requirement: Requirement) -> Iterator[str]:
    name = requirement.group.name
    if requirement.group.purpose is Purpose.DEVELOPMENT:
        yield f"For development ({name})." if name else "For development."
    elif requirement.group.purpose is Purpose.OPTIONAL:
        yield f"Optional ({name})." if name else "Optional."


def _condition(requirement: Requirement, project: Project) -> Iterator[str]:
    marker = requirement.marker
    if marker and never_applies(marker, supported_pythons(project)):
        yield f"Does not count: `{marker}` holds in no environment the project supports."
    elif marker:
        yield f"Only where `{marker}`."
