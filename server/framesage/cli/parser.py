"""What can be typed after ``framesage``."""

from __future__ import annotations

import argparse
from pathlib import Path

from framesage import __version__
from framesage.cli.check_options import Commands, add_check


def make_parser() -> argparse.ArgumentParser:
    """Return the parser; ``command`` of what it parses is the command's name."""
    parser = argparse.ArgumentParser(
        prog="framesage",
        description="Flask or Django? Advice read off the dependency files of a project.",
    )
    parser.add_argument("--version", action="version", version=f"framesage {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add_check(commands)
    _add_explain(commands)
    _add_report(commands)
    _add_rules(commands)
    _add_server(commands)
    return parser


def _add_path(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="PATH",
        help="a folder, or a file for its project (default: this folder)",
    )


def _add_explain(commands: Commands[argparse.ArgumentParser]) -> None:
    explain = commands.add_parser("explain", help="tell what is believed of a project, and why")
    _add_path(explain)
    about = explain.add_mutually_exclusive_group()
    about.add_argument("--rule", metavar="ID", help="why this rule speaks here, or why not")
    about.add_argument("--trait", metavar="ID", help="what speaks for and against this trait")


def _add_report(commands: Commands[argparse.ArgumentParser]) -> None:
    report = commands.add_parser(
        "report", help="write all that is said of a project: a page, or a record in Markdown"
    )
    _add_path(report)
    report.add_argument(
        "--html", metavar="FILE", help="write one page that needs nothing else; - prints it"
    )
    report.add_argument(
        "--markdown", metavar="FILE", help="write a record of the decision (default: print it)"
    )


def _add_rules(commands: Commands[argparse.ArgumentParser]) -> None:
    rules = commands.add_parser("rules", help="look at the rules, or check your own")
    actions = rules.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="list all rules, the project's own too")
    show = actions.add_parser("show", help="show one rule: when it speaks, why, sources")
    show.add_argument("rule", metavar="ID", help="as `framesage rules list` has it")
    traits = actions.add_parser("traits", help="list all traits and what they mean")
    for action in (listing, show, traits):
        action.add_argument(
            "--project",
            type=Path,
            default=Path(),
            metavar="PATH",
            help="a folder whose settings name rules of its own (default: this one)",
        )
    check = actions.add_parser(
        "check", help="check rules: ours, and the project's own or those in the paths"
    )
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a file or a folder of your own rules"
    )


def _add_server(commands: Commands[argparse.ArgumentParser]) -> None:
    server = commands.add_parser("server", help="serve an editor (LSP) over standard input/output")
    server.add_argument(
        "--stdio", action="store_true", help="the default; many editors add it of their own"
    )
    server.add_argument(
        "--tcp", type=int, metavar="PORT", help="serve one editor on this port of this machine"
    )
