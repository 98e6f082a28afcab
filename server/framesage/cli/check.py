"""``framesage check``: the findings of all projects at or below some paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.model import Level
from framesage.cli.check_arguments import misuse
from framesage.cli.output import print_findings, sources_root
from framesage.cli.projects import check_paths
from framesage.cli.streams import complain

if TYPE_CHECKING:
    import argparse

    from framesage.advice.model import Assessment
    from framesage.cli.projects import Checked

DEFAULT = "warning"


def run(args: argparse.Namespace) -> int:
    """Print the findings; return 0 without any that matter, 1 with, 2 on bad usage or settings."""
    wrong = misuse(args)
    if wrong:
        complain(wrong)
        return 2
    checked = check_paths(args.paths)
    if not checked.assessments and checked.usable:
        complain("no dependency files found")
    checked = _told(checked, args)
    if not checked.usable:
        return 2
    return int(any(_fails(one, args.fail_on) for one in checked.assessments))


def _told(checked: Checked, args: argparse.Namespace) -> Checked:
    """Print what is asked for, and return what there is to judge by."""
    if args.diff:
        from framesage.cli.fixing import print_diff

        print_diff(checked, sources_root(checked.assessments))
        return checked
    if args.fix:
        from framesage.cli.fixing import fix

        checked = fix(checked)
    print_findings(checked.assessments, args.format)
    return checked


def _fails(assessment: Assessment, asked: str | None) -> bool:
    name = asked or assessment.project.settings.fail_on or DEFAULT
    return name != "never" and any(one.level >= Level.named(name) for one in assessment.findings)
