"""``framesage check``: the findings of all projects at or below some paths."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.model import Level
from framesage.cli.projects import check_paths
from framesage.cli.streams import complain, write

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from framesage.advice.model import Assessment

DEFAULT = "warning"


def run(args: argparse.Namespace) -> int:
    """Print the findings; return 0 without any that matter, 1 with, 2 on bad usage or settings."""
    checked = check_paths(args.paths)
    if not checked.assessments and checked.usable:
        complain("no dependency files found")
    _print(checked.assessments, args.format)
    if not checked.usable:
        return 2
    return int(any(_fails(one, args.fail_on) for one in checked.assessments))


def _print(assessments: Sequence[Assessment], form: str) -> None:
    if form == "json":
        from framesage.report.as_json import json_text

        write(json_text(assessments))
        return
    from framesage.cli.console import print_lines
    from framesage.report.as_text import text_lines

    print_lines(text_lines(assessments, Path.cwd()))


def _fails(assessment: Assessment, asked: str | None) -> bool:
    name = asked or assessment.project.settings.fail_on or DEFAULT
    return name != "never" and any(one.level >= Level.named(name) for one in assessment.findings)
