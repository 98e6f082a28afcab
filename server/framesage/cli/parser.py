"""The argument parser of ``framesage``."""

from __future__ import annotations

import argparse
from pathlib import Path

from framesage import __version__
from framesage.cli.ask.options import add_ask
from framesage.cli.check_options import Commands, add_check
from framesage.cli.rules.options import add_rules
from framesage.cli.schema import FILES


def make_parser() -> argparse.ArgumentParser:
    """Return the parser; it stores the name of the command as ``command``."""
    parser = argparse.ArgumentParser(
        prog="framesage",
        description="Flask or Django? Advice based on the dependency files of a project.",
    )
    parser.add_argument("--version", action="version", version=f"framesage {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    add_check(commands)
    add_ask(commands)
    _add_explain(commands)
    _add_report(commands)
    _add_config(commands)
    add_rules(commands)
    _add_schema(commands)
    _add_server(commands)
    commands.add_parser("mcp", help="run the server for assistants (MCP, over stdin and stdout)")
    return parser


def _add_path(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="PATH",
        help="project folder or dependency file (default: the current folder)",
    )


def _add_explain(commands: Commands[argparse.ArgumentParser]) -> None:
    explain = commands.add_parser("explain", help="explain the traits and verdict of a project")
    _add_path(explain)
    subject = explain.add_mutually_exclusive_group()
    subject.add_argument("--rule", metavar="ID", help="explain why this rule applies or not")
    subject.add_argument(
        "--trait", metavar="ID", help="show the evidence for and against this trait"
    )


def _add_config(commands: Commands[argparse.ArgumentParser]) -> None:
    config = commands.add_parser("config", help="show the settings of a project and their files")
    _add_path(config)
    config.add_argument("--format", choices=("toml", "json"), default="toml")


def _add_report(commands: Commands[argparse.ArgumentParser]) -> None:
    report = commands.add_parser("report", help="write a full report as HTML or Markdown")
    _add_path(report)
    report.add_argument(
        "--html", metavar="FILE", help="write a self-contained HTML page (- for stdout)"
    )
    report.add_argument(
        "--markdown", metavar="FILE", help="write a decision record in Markdown (default: stdout)"
    )


def _add_schema(commands: Commands[argparse.ArgumentParser]) -> None:
    schema = commands.add_parser("schema", help="print the JSON Schema of settings or rule files")
    schema.add_argument(
        "file", choices=FILES, metavar="FILE", help=f"kind of file: {' or '.join(FILES)}"
    )


def _add_server(commands: Commands[argparse.ArgumentParser]) -> None:
    server = commands.add_parser("server", help="run the language server (LSP)")
    server.add_argument(
        "--stdio", action="store_true", help="communicate over stdin and stdout (the default)"
    )
    server.add_argument(
        "--tcp", type=int, metavar="PORT", help="listen for one client on this local port"
    )
