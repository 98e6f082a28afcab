"""``framesage check``: the findings of all projects at or below some paths."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framesage.cli.check_options import refuse_misuse
from framesage.cli.formats import print_findings, sources_root
from framesage.cli.run import check_paths
from framesage.cli.stdio import UsageError, complain
from framesage.severity import Severity

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.cli.run import Checked

    Judge = Callable[[Checked], Checked]

DEFAULT = "warning"


def run(args: argparse.Namespace) -> int:
    """Print the findings; return 0 without any that matter, 1 with, 2 on bad usage or settings."""
    try:
        refuse_misuse(args)
        judge = _judge(args.baseline)
        checked = _checked(args)
    except UsageError as error:
        complain(str(error))
        return 2
    if not checked.assessments and checked.usable:
        complain("no dependency files found")
    return _act(checked, args, judge)


def _checked(args: argparse.Namespace) -> Checked:
    if not args.stdin_filename:
        return check_paths(args.paths)
    from framesage.cli.stdin import check_standard_input

    return check_standard_input(args.stdin_filename)


def _act(checked: Checked, args: argparse.Namespace, judge: Judge) -> int:
    """Do what is asked with what was found; return the exit code."""
    if args.write_baseline:
        from framesage.cli.baseline import write_baseline

        return 0 if checked.usable and write_baseline(checked, args.write_baseline) else 2
    if args.diff:
        from framesage.cli.fix import print_diff

        print_diff(checked, sources_root(checked.assessments))
        return _code(judge(checked), args.fail_on)
    if args.fix and checked.usable:  # what is not understood might say to leave something alone
        from framesage.cli.fix import fix

        checked = fix(checked)
    checked = judge(checked)
    if checked.assessments or checked.usable or args.format != "text":
        print_findings(checked.assessments, args.format)
    return _code(checked, args.fail_on)


def _judge(baseline: Path | None) -> Judge:
    """Return what leaves out the findings that do not count."""
    if baseline is None:
        return lambda checked: checked
    from framesage.cli.baseline import leave_out, load_baseline

    return partial(leave_out, known=load_baseline(baseline), path=baseline)


def _code(checked: Checked, fail_on: str | None) -> int:
    if not checked.usable:
        return 2
    return int(any(_fails(one, fail_on) for one in checked.assessments))


def _fails(assessment: Assessment, asked: str | None) -> bool:
    name = asked or assessment.project.settings.fail_on or DEFAULT
    return name != "never" and any(
        one.severity >= Severity.named(name) for one in assessment.findings
    )
