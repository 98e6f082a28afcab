"""Which release of a framework a project can be upgraded to."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.analysis.markers import never_applies, supported_pythons
from framesage.analysis.release_pythons import declared_pythons, runs_on
from framesage.analysis.versions import are_disjoint, effective_specifiers, newest_release

if TYPE_CHECKING:
    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis
    from framesage.manifests.model import Requirement
    from framesage.project.model import Project
    from framesage.rulebase.framework_model import Release


def release_to_require(framework: str, location: Location, analysis: Analysis) -> Release | None:
    """Return the best supported release, later than the required one, that every Python of a
    project can run, or else some.

    None if there is none: the project is bound to an older Python, or to one by a marker.
    """
    requirement = cast("Requirement", location.subject)
    admitted = effective_specifiers(location.manifest, requirement)
    releases = [
        release
        for release in analysis.rule_base.releases_of(framework)
        if not any(are_disjoint(specifier, f"<{release.series}") for specifier in admitted)
    ]
    pythons = declared_pythons(analysis.project)
    for needed in (pythons[-1:], pythons[:1]):
        runnable = [release for release in releases if runs_on(release, needed)]
        release = newest_release(runnable, analysis.today)
        if release and _applies(requirement, release, analysis.project):
            return release
    return None


def oldest_python(release: Release, project: Project) -> str:
    """Return the Python that a release needs; "" if a project is for no older one."""
    pythons = declared_pythons(project)
    return "" if runs_on(release, pythons[-1:]) else release.python


def _applies(requirement: Requirement, release: Release, project: Project) -> bool:
    """Return whether a requirement is installed on a Python that runs a release."""
    pythons = [python for python in supported_pythons(project) if runs_on(release, (python,))]
    return not requirement.marker or not never_applies(requirement.marker, tuple(pythons))
