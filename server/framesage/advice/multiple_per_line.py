"""A finding that no rule of the rule base makes: two requirements on one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.model import Finding
from framesage.analysis.model import Location
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.project.model import Project

TWO_ON_A_LINE = "two-requirements-on-a-line"
GLUED_SEVERITY = Severity.HINT


def glued_findings(project: Project) -> Iterator[Finding]:
    """Yield a finding for each line of a requirements file that holds more than one."""
    severity = project.settings.severities.get(TWO_ON_A_LINE, GLUED_SEVERITY)
    for manifest in project.manifests if severity is not Severity.OFF else ():
        for span in manifest.multiple_per_line:
            location = Location(manifest, span)
            message = f"pip takes one requirement a line: put {location.text} on the next one."
            yield Finding(TWO_ON_A_LINE, severity, message, location)
