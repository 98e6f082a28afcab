"""Find the main list of requirements of a project, and say why it cannot be edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors import editor_of
from framesage.fixes.editors.toml_main_list import uses_poetry_table
from framesage.manifests.groups import classify_file
from framesage.manifests.model import Origin, Purpose
from framesage.project.folder_names import is_dev_folder
from framesage.project.manifest_cache import is_development

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.project.model import Project

_PROBE = "package"


def find_main_list(project: Project) -> Manifest | None:
    """Return the file in which the application's requirements are, or belong.

    That is the first file with run-time requirements, or else with an empty list, or else one that
    can have a list, or else one that cannot be edited. None if the project has no such file.
    """
    lists = [manifest for manifest in project.manifests if _is_for_run_time(manifest, project)]
    written = [manifest for manifest in lists if not manifest.compiled]
    for is_suitable in (_has_requirements, _has_empty_list, _can_have_list):
        for manifest in written:
            if is_suitable(manifest):
                return manifest
    return next(filter(_is_list, lists), None)


def run_time_requirements(manifest: Manifest) -> Iterator[Requirement]:
    """Yield the direct requirements of a file that the application runs with."""
    for requirement in manifest.requirements:
        is_run_time = requirement.group.purpose is Purpose.RUNTIME
        if is_run_time and requirement.origin is Origin.DIRECT:
            yield requirement


def problem_of(manifest: Manifest) -> str:
    """Return why a file cannot be edited, as a clause; "" if nothing is known to prevent it."""
    if manifest.format == "script":
        return "the metadata of a script is a comment"
    if manifest.compiled:
        return "it is generated from another file"
    if manifest.is_single_list and "--hash" in manifest.source.text:
        return "its requirements have hashes"
    return toml_problem(manifest)


def toml_problem(manifest: Manifest) -> str:
    """Return the syntax error of a TOML file as a clause; "" if it has none."""
    error = manifest.toml_error
    if error is None:
        return ""
    line = f" (line {error.position.line + 1})" if error.position else ""
    return f"it is not valid TOML{line}"


def _is_for_run_time(manifest: Manifest, project: Project) -> bool:
    path = manifest.source.path
    if manifest.format == "framesage" or "constraint" in path.name.lower():
        return False
    if not path.is_relative_to(project.root):
        return _has_requirements(manifest)
    folders = path.relative_to(project.root).parts[:-1]
    is_list = manifest.format in ("requirements", "environment")
    named = is_list and classify_file(path).purpose is Purpose.DEVELOPMENT
    is_for_developers = named or (is_list and is_development(manifest))
    return not is_for_developers and not any(map(is_dev_folder, folders))


def _has_requirements(manifest: Manifest) -> bool:
    return any(True for _ in run_time_requirements(manifest))


def _has_empty_list(manifest: Manifest) -> bool:
    return _names_list(manifest) and not manifest.includes and _can_have_list(manifest)


def _names_list(manifest: Manifest) -> bool:
    """Return whether a file names its main list of requirements, which may be empty."""
    if manifest.format != "pyproject":
        return bool(manifest.anchors) or manifest.is_single_list
    document = manifest.document
    is_listed = document.entry("project", "dependencies") is not None
    return is_listed or uses_poetry_table(document)


def _can_have_list(manifest: Manifest) -> bool:
    return bool(editor_of(manifest).add_first(_PROBE))


def _is_list(manifest: Manifest) -> bool:
    """Return whether a file has a list of its own, even if it cannot be edited."""
    if manifest.format == "pyproject":
        return manifest.document.header("project") is not None
    return True
