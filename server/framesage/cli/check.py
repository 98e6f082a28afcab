"""``framesage check``: the findings of all projects at or below some paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.model import Level
from framesage.cli.output import print_findings
from framesage.cli.projects import check_paths
from framesage.cli.streams import complain

if TYPE_CHECKING:
    import argparse

    from framesage.advice.model import Assessment

DEFAULT = "warning"


def run(args: argparse.Namespace) -> int:
    """Print the findings; return 0 without any that matter, 1 with, 2 on bad usage or settings."""
    checked = check_paths(args.paths)
    if not checked.assessments and checked.usable:
        complain("no dependency files found")
    print_findings(checked.assessments, args.format)
    if not checked.usable:
        return 2
    return int(any(_fails(one, args.fail_on) for one in checked.assessments))


def _fails(assessment: Assessment, asked: str | None) -> bool:
    name = asked or assessment.project.settings.fail_on or DEFAULT
    return name != "never" and any(one.level >= Level.named(name) for one in assessment.findings)
