"""The options of ``framesage rules``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from framesage.cli.check_options import Commands

FORMATS = ("text", "json", "github")


def add_rules(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command with its actions."""
    rules = commands.add_parser("rules", help="list, show, check and test rules")
    actions = rules.add_subparsers(dest="action", required=True, metavar="ACTION")
    _add_listing(actions)
    _add_new(actions)
    check = actions.add_parser("check", help="check rules, and run their tests")
    _add_packs(check)
    check.add_argument(
        "--builtin", action="store_true", help="check the built-in rules instead of the project's"
    )
    check.add_argument(
        "--strict",
        action="store_true",
        help="fail if the rules conflict with built-in rules or change outcomes of their tests",
    )
    test = actions.add_parser("test", help="run the tests of rules")
    _add_packs(test)
    test.add_argument(
        "-k", metavar="WORDS", default="", help="run only tests whose rule or name has these words"
    )
    test.add_argument(
        "--coverage",
        action="store_true",
        help="show the parts of conditions that are never true, or never false, in the tests",
    )


def _add_new(actions: Commands[argparse.ArgumentParser]) -> None:
    new = actions.add_parser("new", help="write a pack of rules to start from")
    new.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=Path("team-rules"),
        metavar="PATH",
        help="new folder, whose name is that of the pack (default: team-rules)",
    )
    new.add_argument(
        "--distribution",
        action="store_true",
        help="make the pack installable: write a pyproject.toml, too",
    )


def _add_listing(actions: Commands[argparse.ArgumentParser]) -> None:
    listing = actions.add_parser("list", help="list all rules, including the project's own")
    show = actions.add_parser("show", help="show a rule's condition, rationale and sources")
    show.add_argument("rule", metavar="ID", help="rule id, as listed by `framesage rules list`")
    traits = actions.add_parser("traits", help="list all traits with their descriptions")
    for action in (listing, show, traits):
        action.add_argument(
            "--project",
            type=Path,
            default=Path(),
            metavar="PATH",
            help="project whose custom rules are included (default: the current folder)",
        )


def _add_packs(action: argparse.ArgumentParser) -> None:
    action.add_argument(
        "packs",
        nargs="*",
        metavar="PACK",
        help="folder or file of rules, or name of an installed pack (default: what the settings "
        "name, else the pack in the current folder, else the built-in rules)",
    )
    action.add_argument(
        "--format", choices=FORMATS, default="text", help="output format (default: text)"
    )
