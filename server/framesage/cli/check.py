"""``framesage check``: print the findings of all projects at or below some paths."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from framesage.cli.check_options import reject_misuse
from framesage.cli.formats import patch_root, print_findings
from framesage.cli.run import NO_FILES, check_paths, check_stdin
from framesage.cli.shared_files import with_repositories
from framesage.cli.stdio import UsageError, error, warning
from framesage.severity import Severity

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.cli.run import CheckResult

    Filter = Callable[[CheckResult], CheckResult]

_FOR_PEOPLE = ("text", "markdown")
"""The formats that need not be printed if nothing could be checked."""


def run(args: argparse.Namespace) -> int:
    """Print the findings and return the exit code."""
    try:
        reject_misuse(args)
        hide_known = _baseline_filter(args.baseline)
        result = _check(args)
    except UsageError as usage_error:
        error(str(usage_error))
        return 2
    if not result.assessments and result.is_valid:
        warning(NO_FILES)
    return _act(result, args, hide_known)


def _check(args: argparse.Namespace) -> CheckResult:
    if args.stdin_filename:
        return check_stdin(args.stdin_filename)
    return check_paths(with_repositories(args.paths, skip_others=args.skip_others))


def _act(result: CheckResult, args: argparse.Namespace, hide_known: Filter) -> int:
    """Write a baseline, a diff, fixes or findings; return the exit code."""
    if args.write_baseline:
        from framesage.cli.baseline import write_baseline

        return 0 if result.is_valid and write_baseline(result, args.write_baseline) else 2
    if args.diff:
        from framesage.cli.fix import print_diff

        print_diff(result, patch_root(result.assessments))
        return _exit_code(hide_known(result), args.fail_on)
    if args.fix and result.is_valid:  # an invalid setting could have excluded a file or a rule
        from framesage.cli.fix import fix

        result = fix(result)
    result = hide_known(result)
    if result.assessments or result.is_valid or args.format not in _FOR_PEOPLE:
        print_findings(result.assessments, args.format, Severity.named(args.min_severity))
    return _exit_code(result, args.fail_on)


def _baseline_filter(baseline: Path | None) -> Filter:
    """Return a function that removes the findings recorded in a baseline."""
    if baseline is None:
        return lambda result: result
    from framesage.cli.baseline import hide_known_findings, load_baseline

    return partial(hide_known_findings, known=load_baseline(baseline), path=baseline)


def _exit_code(result: CheckResult, fail_on: str | None) -> int:
    if not result.is_valid:
        return 2
    return int(any(_fails(assessment, fail_on) for assessment in result.assessments))


def _fails(assessment: Assessment, option: str | None) -> bool:
    fail_on = option or assessment.project.settings.fail_on
    return fail_on != "never" and any(
        finding.severity >= Severity.named(fail_on) for finding in assessment.findings
    )
