"""A finding that no rule of the rule base makes: two requirements on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.model import Finding, Level, Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.project.model import Project

GLUED = "two-requirements-on-a-line"
GLUED_LEVEL = Level.HINT


def glued_findings(project: Project) -> Iterator[Finding]:
    """Yield a finding for each line of a requirements file that holds more than one."""
    stated = project.settings.levels.get(GLUED)
    level = Level.named(stated) if stated else GLUED_LEVEL
    for manifest in project.manifests if level is not Level.OFF else ():
        for span in manifest.glued:
            place = Place(manifest, span)
            message = f"pip takes one requirement a line: put {place.text} on the next one."
            yield Finding(GLUED, level, message, place)
