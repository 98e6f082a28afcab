"""What to do next in a project that has just started with a framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.main_list import find_main_list
from framesage.fixes.pasting import is_poetry
from framesage.project.layout_facts import is_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.manifests.manifest import Manifest


def next_steps(assessment: Assessment) -> list[str]:
    """Return the steps from the requirements to a first page, in Markdown without full stops.

    None if the framework is not decided on. If there is code already, only the installation.
    """
    use = assessment.framework
    if not (use.is_declared and use.candidate):
        return []
    return [*_installation(assessment), *(use.candidate.first_steps if is_new(assessment) else ())]


def is_new(assessment: Assessment) -> bool:
    """Return whether a project has no code yet, as far as the names of its files are known."""
    project = assessment.project
    return project.settings.layout and not any(map(is_code, project.layout))


def _installation(assessment: Assessment) -> Iterator[str]:
    """Yield the step that installs the requirements, if there are any."""
    manifest = find_main_list(assessment.project)
    if manifest is None:
        return
    kind = "poetry" if is_poetry(manifest) else manifest.format
    locks = {lock.name for lock in manifest.locks}
    for installer in assessment.rule_base.installers:
        if installer.format == kind and (not installer.lock or installer.lock in locks):
            yield f"install it: `{_command(installer.command, manifest, assessment)}`"
            return


def _command(template: str, manifest: Manifest, assessment: Assessment) -> str:
    return template.replace("{file}", assessment.project.relative(manifest.source.path))
