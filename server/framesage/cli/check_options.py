"""What can be typed after ``framesage check``."""

from __future__ import annotations

import argparse
from pathlib import Path

from framesage.cli.stdio import UsageError

FORMATS = ("text", "json", "sarif", "github", "markdown")
FAIL_ON = ("hint", "information", "warning", "never")
STDIN = Path("-")

_EPILOG = """\
exit codes: 0 nothing at or above --fail-on, 1 something, 2 bad usage or settings
"""

Commands = argparse._SubParsersAction  # argparse has no public name for it


def add_check(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    check = commands.add_parser(
        "check",
        help="print the findings of all projects at or below the paths",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument(
        "paths",
        nargs="*",
        type=Path,
        default=[Path()],
        metavar="PATH",
        help="a folder, a file for its project, or - for standard input (default: this folder)",
    )
    check.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    check.add_argument(
        "--fail-on",
        choices=FAIL_ON,
        help="the level from which the exit code is 1 (default: the project's setting, or warning)",
    )
    check.add_argument(
        "--stdin-filename",
        type=Path,
        metavar="FILE",
        help="the file that the text of standard input stands for",
    )
    check.add_argument(
        "--baseline", type=Path, metavar="FILE", help="leave out the findings that this file keeps"
    )
    _add_changes(check)


def _add_changes(check: argparse.ArgumentParser) -> None:
    """Add what does more than print findings; one of them at a time."""
    changes = check.add_mutually_exclusive_group()
    changes.add_argument(
        "--fix", action="store_true", help="make the fixes that only take away, print what remains"
    )
    changes.add_argument(
        "--diff", action="store_true", help="print these fixes as a diff instead, write nothing"
    )
    changes.add_argument(
        "--write-baseline", type=Path, metavar="FILE", help="keep the findings of today in a file"
    )


def refuse_misuse(args: argparse.Namespace) -> None:
    """Raise UsageError where arguments do not go together."""
    reading = STDIN in args.paths
    if reading and (len(args.paths) > 1 or not args.stdin_filename):
        raise UsageError("- stands alone, with --stdin-filename to say which file it is")
    if args.stdin_filename and not reading:
        raise UsageError("--stdin-filename goes with -, for standard input")
    if args.fix and reading:
        raise UsageError("--fix writes files: for standard input there is --diff")
    if args.diff and args.format != "text":
        raise UsageError("--diff prints a diff: it does not go with --format")
    if args.baseline and args.write_baseline:
        raise UsageError("--write-baseline keeps all findings: it does not go with --baseline")
