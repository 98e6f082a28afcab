"""The commands with their arguments and options, from the argument parser."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from framesage.cli.parser import make_parser

if TYPE_CHECKING:
    from collections.abc import Iterator

_GROUPED = (argparse._SubParsersAction, argparse._HelpAction, argparse._VersionAction)


def command_reference() -> str:
    """Return a section for each command, with a table of its arguments and options."""
    return "\n\n".join(_sections(make_parser(), ""))


def _sections(parser: argparse.ArgumentParser, about: str) -> Iterator[str]:
    """Yield the section of a command, unless it only groups others, and theirs."""
    groups = [
        action for action in parser._actions if isinstance(action, argparse._SubParsersAction)
    ]
    if not groups:
        yield f"## {parser.prog}\n\n{_sentence(parser.description or about)}"
        yield from _table(parser)
    for group in groups:
        helps = {choice.dest: choice.help or "" for choice in group._choices_actions}
        for name, command in group.choices.items():
            yield from _sections(command, helps.get(name, ""))


def _table(parser: argparse.ArgumentParser) -> Iterator[str]:
    rows = [
        f"| {_written(action)} | {_help(parser, action)} |"
        for action in parser._actions
        if not isinstance(action, _GROUPED) and action.help != argparse.SUPPRESS
    ]
    if rows:
        yield "\n".join(("| Argument | Meaning |", "|---|---|", *rows))


def _written(action: argparse.Action) -> str:
    """Return how an argument or option is written."""
    if not action.option_strings:
        return f"`{action.metavar or action.dest}`"
    choices = "{" + ",".join(map(str, action.choices)) + "}" if action.choices else ""
    metavar = action.metavar if isinstance(action.metavar, str) else ""
    value = "" if action.nargs == 0 else f" {metavar or choices or action.dest.upper()}"
    return ", ".join(f"`{option}{value}`" for option in action.option_strings)


def _help(parser: argparse.ArgumentParser, action: argparse.Action) -> str:
    """Return the help of an argument, with its placeholders filled."""
    formatter = parser._get_formatter()
    text = formatter._expand_help(action) if action.help else ""
    return _sentence(text.replace("|", "\\|").replace("<", "&lt;"))


def _sentence(text: str) -> str:
    text = text.strip()
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}" if text else ""
