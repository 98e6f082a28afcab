"""The options of ``framesage ask``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import UsageError, warning
from framesage.consultation.model import Answer
from framesage.rulebase.names import unknown
from framesage.suggest import closest_match
from framesage.wording.unknown_names import not_found

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framesage.advice.model import Assessment
    from framesage.cli.check_options import Commands
    from framesage.rulebase.rule_base import RuleBase

_DESCRIPTION = """\
Ask the questions that decide between Flask and Django for a project, which may
be no more than an idea. A web application is presumed.
"""
_EPILOG = """\
examples:
  framesage ask                              a dialogue about this folder's project
  framesage ask --describe "API for a shop"  the same for an idea without any file
  framesage ask --answer mvp=yes --format json
                                             one step, for programs
  framesage ask --start flask --kit          what a start would change, as a diff
  framesage ask --start flask --kit --write  make these changes

exit codes:
  0  everything was asked, printed and written as requested
  2  usage error, invalid settings, or a file that could not be written
"""
_ANSWERS = [answer.value for answer in Answer]


def add_ask(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the ``ask`` command."""
    ask = commands.add_parser(
        "ask",
        help="answer a few questions: Flask or Django?",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ask.add_argument(
        "path",
        nargs="?",
        type=Path,
        default=Path(),
        metavar="PATH",
        help="folder, which may be empty, or dependency file (default: the current folder)",
    )
    ask.add_argument(
        "--describe",
        default="",
        metavar="TEXT",
        help="what you want to build, in an English sentence; replaces the project's description",
    )
    ask.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="TRAIT=ANSWER",
        help="answer for a trait: yes, no or unknown (repeatable; see `framesage rules traits`)",
    )
    ask.add_argument(
        "--format", choices=("text", "json"), help="print one step in this format, without prompts"
    )
    _add_changes(ask)


def _add_changes(ask: argparse.ArgumentParser) -> None:
    ask.add_argument(
        "--start",
        metavar="FRAMEWORK",
        help="start with this framework: flask, django, or one that your rules add",
    )
    ask.add_argument(
        "--kit", action="store_true", help="with --start: add the packages for the project's needs"
    )
    ask.add_argument(
        "--write",
        action="store_true",
        help="write the answers, and the start, into the project (default: print a diff of the "
        "start)",
    )


def reject_misuse(args: argparse.Namespace) -> None:
    """Raise UsageError for options that cannot be combined."""
    if args.kit and not args.start:
        raise UsageError("--kit requires --start")
    if args.start and args.format == "json" and not args.write:
        raise UsageError("--start prints a diff; with --format json, use it together with --write")


def is_dialogue(args: argparse.Namespace) -> bool:
    """Return whether the options leave something to ask."""
    return not (args.format or args.start or (args.write and args.answer))


def read_framework(name: str, rule_base: RuleBase) -> str:
    """Return the id of a candidate, whatever the case; raise UsageError if it is none."""
    candidates = [framework.id for framework in rule_base.candidates]
    lowered = name.strip().lower()
    if lowered not in candidates:
        near = closest_match(lowered, candidates)
        hint = f"did you mean '{near}'?" if near else f"start with {' or '.join(candidates)}"
        raise UsageError(f"--start {name}: unknown framework; {hint}")
    return lowered


def reject_second_framework(framework: str, assessment: Assessment) -> None:
    """Raise UsageError for a start with one framework where another one is in use."""
    from framesage.fixes.start import why_not_start  # many modules, which no other command needs

    problem = why_not_start(assessment, framework)
    if problem:
        raise UsageError(f"--start {framework}: {problem}")


def parse_answers(options: Iterable[str], rule_base: RuleBase) -> dict[str, Answer]:
    """Return the answers by trait; of several for a trait, the last one, with a warning if they
    differ.

    Raises UsageError for an unknown trait or answer.
    """
    answers: dict[str, Answer] = {}
    for trait, answer in (_parse(option, rule_base) for option in options):
        if answers.get(trait, answer) is not answer:
            warning(f"several answers for {trait}: the last one counts, {answer.value}")
        answers[trait] = answer
    return answers


def _parse(option: str, rule_base: RuleBase) -> tuple[str, Answer]:
    trait, separator, answer = (part.strip() for part in option.partition("="))
    if not separator:
        raise UsageError(f"--answer {option}: write TRAIT=ANSWER, as in needs-auth=yes")
    if trait not in rule_base.traits:
        message = not_found("trait", trait, rule_base.traits, rule_base)
        raise UsageError(f"--answer {option}: {message}")
    if answer.lower() not in _ANSWERS:
        message = unknown("answer", answer, _ANSWERS)
        raise UsageError(f"--answer {option}: {message}")
    return trait, Answer(answer.lower())
