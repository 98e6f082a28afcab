"""The options of ``framesage check``."""

from __future__ import annotations

import argparse
from pathlib import Path

from framesage.cli.stdio import UsageError
from framesage.severity import SEVERITIES

FORMATS = ("text", "json", "sarif", "github", "gitlab", "markdown")
FAIL_ON = (*SEVERITIES[1:], "never")
STDIN = Path("-")
IN_SETTINGS = Path()
"""In place of a file: the one that the settings name."""

_EPILOG = """\
exit codes:
  0  no finding reaches the --fail-on severity
  1  at least one finding does
  2  usage error, invalid settings or an unreadable file
"""

Commands = argparse._SubParsersAction  # argparse has no public name for it


def add_check(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the ``check`` command."""
    check = commands.add_parser(
        "check",
        help="check projects and print their findings",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument(
        "paths",
        nargs="*",
        type=Path,
        default=[Path()],
        metavar="PATH",
        help="files or folders to check, or - for stdin (default: the current folder)",
    )
    check.add_argument(
        "--format", choices=FORMATS, default="text", help="output format (default: text)"
    )
    check.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        help="lowest severity that fails the check (default: the fail-on setting, or warning)",
    )
    check.add_argument(
        "--min-severity",
        choices=SEVERITIES[1:],
        default=SEVERITIES[1],
        help="lowest severity to print; the exit code counts all findings (default: hint)",
    )
    check.add_argument(
        "--stdin-filename",
        type=Path,
        metavar="FILE",
        help="name of the file that is passed through stdin",
    )
    check.add_argument(
        "--baseline",
        type=Path,
        metavar="FILE",
        help="hide findings recorded in this baseline (default: the baseline setting)",
    )
    check.add_argument(
        "--skip-others",
        action="store_true",
        help="skip TOML and JSON files that are not dependency files, rules or baselines",
    )
    _add_changes(check)


def _add_changes(check: argparse.ArgumentParser) -> None:
    """Add the mutually exclusive options that do more than print findings."""
    changes = check.add_mutually_exclusive_group()
    changes.add_argument(
        "--fix", action="store_true", help="apply safe fixes and print the remaining findings"
    )
    changes.add_argument(
        "--diff", action="store_true", help="print safe fixes as a diff without applying them"
    )
    changes.add_argument(
        "--write-baseline",
        type=Path,
        nargs="?",
        const=IN_SETTINGS,
        metavar="FILE",
        help="record all findings in a baseline (default: the baseline setting)",
    )
    changes.add_argument(
        "--prune-baseline",
        action="store_true",
        help="remove findings that no longer occur from the baseline",
    )


def reject_misuse(args: argparse.Namespace) -> None:
    """Raise UsageError for arguments that cannot be combined."""
    reads_stdin = STDIN in args.paths
    if reads_stdin and (len(args.paths) > 1 or not args.stdin_filename):
        raise UsageError("- (stdin) must be the only path and requires --stdin-filename")
    if args.stdin_filename and not reads_stdin:
        raise UsageError("--stdin-filename requires - (stdin) as the path")
    if args.fix and reads_stdin:
        raise UsageError("--fix cannot be used with stdin; use --diff instead")
    if args.prune_baseline and reads_stdin:
        raise UsageError("--prune-baseline cannot be used with stdin")
    if args.diff and args.format != "text":
        raise UsageError("--diff cannot be used with --format")
    if args.baseline and args.write_baseline:
        raise UsageError("--baseline cannot be used with --write-baseline")
