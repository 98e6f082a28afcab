"""Which releases of a framework run on the Pythons of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from packaging.version import Version

from framesage.analysis.markers import supported_pythons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.project.model import Project
    from framesage.rulebase.framework_model import Release


def declared_pythons(project: Project) -> Sequence[str]:
    """Return the minor versions of Python that a project says it supports, newest first."""
    keys = (
        metadata.key
        for manifest in project.manifests
        for metadata in manifest.metadata
        if metadata.value.strip()
    )
    return supported_pythons(project) if "requires-python" in keys else ()


def runs_on(release: Release, pythons: Sequence[str]) -> bool:
    """Return whether a release supports all of some minor versions of Python."""
    return not release.python or all(
        Version(python) >= Version(release.python) for python in pythons
    )
