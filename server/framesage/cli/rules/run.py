"""Run an action of ``framesage rules``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.cli.stdio import log_to_stderr

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Run the action; return 1 if a check or test fails, 2 on bad usage, else 0."""
    log_to_stderr()
    if args.action == "check":
        from framesage.cli.rules.check import check

        return check(args)
    if args.action == "test":
        from framesage.cli.rules.run_tests import run_tests

        return run_tests(args)
    if args.action == "new":
        from framesage.cli.rules.new import new_pack

        return new_pack(args)
    from framesage.cli.rules.listing import list_or_show

    return list_or_show(args)
