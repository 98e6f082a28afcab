"""``framesage check``: print the findings of all projects at or below some paths."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.check_options import IN_SETTINGS, reject_misuse
from framesage.cli.formats import patch_root, print_findings
from framesage.cli.run import NO_FILES, Search, check_paths, check_stdin
from framesage.cli.shared_files import with_repositories
from framesage.cli.stdio import UsageError, error, warning
from framesage.project import NO_SETTINGS
from framesage.project.settings.model import Given
from framesage.severity import Severity

if TYPE_CHECKING:
    import argparse

    from framesage.advice.model import Assessment
    from framesage.cli.run import CheckResult
    from framesage.project import SettingsLayer

_FOR_PEOPLE = ("text", "markdown")
"""The formats that need not be printed if nothing could be checked."""


def run(args: argparse.Namespace) -> int:
    """Print the findings and return the exit code."""
    gc.disable()  # there are hardly any cycles, and to look for them takes a tenth of the time
    try:
        return _run(args)
    finally:
        gc.enable()


def _run(args: argparse.Namespace) -> int:
    try:
        reject_misuse(args)
        if args.baseline:
            from framesage.cli.baseline import check_baseline

            check_baseline(args.baseline)
        if args.format == "json" and not _changes(args):
            return _stream(args)
        result = _check(args)
        if not result.assessments and result.is_valid:
            warning(NO_FILES)
        return _act(result, args)
    except UsageError as usage_error:
        error(str(usage_error))
        return 2


def _changes(args: argparse.Namespace) -> bool:
    """Return whether more is to be done with the projects than to print them."""
    writes_baseline = args.write_baseline is not None or args.prune_baseline
    return args.fix or writes_baseline or bool(args.stdin_filename)


def _stream(args: argparse.Namespace) -> int:
    from framesage.cli.streamed import Streamed

    paths = with_repositories(args.paths, skip_others=args.skip_others)
    search = Search.of(paths, None, _overrides(args))
    streamed = Streamed(
        search, Severity.named(args.min_severity), lambda found: _fails(found, args.fail_on)
    )
    result = streamed.print()
    if streamed.is_empty and result.is_valid:
        warning(NO_FILES)
    _report_baselines(result)
    return 2 if not result.is_valid else int(streamed.has_failed)


def _check(args: argparse.Namespace) -> CheckResult:
    overrides = _overrides(args)
    if args.stdin_filename:
        return check_stdin(args.stdin_filename, overrides)
    paths = with_repositories(args.paths, skip_others=args.skip_others)
    return check_paths(paths, None, overrides)


def _overrides(args: argparse.Namespace) -> SettingsLayer:
    """Return the settings that options override; no baseline is used while one is written."""
    if args.baseline is None and args.write_baseline is None:
        return NO_SETTINGS
    return {("baseline",): (Given(str(args.baseline or ""), Path.cwd()),)}


def _act(result: CheckResult, args: argparse.Namespace) -> int:
    """Write or prune a baseline, write a diff, fixes or findings; return the exit code."""
    if args.write_baseline is not None:
        from framesage.cli.baseline import write_baseline

        path = None if args.write_baseline == IN_SETTINGS else args.write_baseline
        return 0 if result.is_valid and write_baseline(result, path) else 2
    if args.prune_baseline and result.is_valid and not _prune(result):
        return 2
    if args.diff:
        from framesage.cli.fix import print_diff

        print_diff(result, patch_root(result.assessments))
        _report_baselines(result)
        return _exit_code(result, args.fail_on)
    if args.fix and result.is_valid:  # an invalid setting could have excluded a file or a rule
        from framesage.cli.fix import fix

        result = fix(result)
    if not args.prune_baseline:
        _report_baselines(result)
    if result.assessments or result.is_valid or args.format not in _FOR_PEOPLE:
        print_findings(result.assessments, args.format, Severity.named(args.min_severity))
    return _exit_code(result, args.fail_on)


def _prune(result: CheckResult) -> bool:
    from framesage.cli.baseline import prune_baselines

    return prune_baselines(result)


def _report_baselines(result: CheckResult) -> None:
    if any(assessment.project.baseline for assessment in result.assessments):
        from framesage.cli.baseline import report_baselines

        report_baselines(result)


def _exit_code(result: CheckResult, fail_on: str | None) -> int:
    if not result.is_valid:
        return 2
    return int(any(_fails(assessment, fail_on) for assessment in result.assessments))


def _fails(assessment: Assessment, option: str | None) -> bool:
    fail_on = option or assessment.project.settings.fail_on
    return fail_on != "never" and any(
        finding.severity >= Severity.named(fail_on) for finding in assessment.findings
    )
