"""``framesage ask``: a dialogue, or a single step without prompts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.ask.options import (
    is_dialogue,
    parse_answers,
    read_framework,
    reject_misuse,
    reject_second_framework,
)
from framesage.cli.ask.subject import find_subject, several_projects
from framesage.cli.run import report_errors
from framesage.cli.stdio import UsageError, error
from framesage.consultation.subject import MOST_LISTED, SeveralProjectsError
from framesage.report.locations import shown_path

if TYPE_CHECKING:
    import argparse

    from framesage.consultation.model import Answer
    from framesage.consultation.subject import Subject


def run(args: argparse.Namespace) -> int:
    """Ask, print and write; return the exit code."""
    today = date.today()  # noqa: DTZ011  # support ends at midnight where the user is
    try:
        reject_misuse(args)
        subject = _find_subject(args, today)
        answers = parse_answers(args.answer, subject.assessment.rule_base)
        if args.start:
            args.start = read_framework(args.start, subject.assessment.rule_base)
            reject_second_framework(args.start, subject.assessment)
    except UsageError as usage_error:
        error(str(usage_error))
        return 2
    except EOFError:  # instead of choosing a project
        return 0
    is_valid = report_errors([subject.assessment])
    code = (_converse if is_dialogue(args) else _take_step)(args, subject, answers)
    return code if code or is_valid else 2


def _find_subject(args: argparse.Namespace, today: date) -> Subject:
    """Return the project to ask about; a person at a terminal chooses one of several."""
    try:
        return find_subject(args.path, args.describe, today)
    except SeveralProjectsError as several:
        if not is_dialogue(args):
            raise several_projects(several) from several
        from framesage.cli.ask.questions import project_menu
        from framesage.cli.ask.screens import find_screen

        screen = find_screen()
        if not screen.is_interactive:
            raise several_projects(several) from several
        key = screen.choose(project_menu(several.roots[:MOST_LISTED], Path.cwd()))
        args.path = Path(shown_path(several.roots[int(key) - 1], Path.cwd()))
        return find_subject(args.path, args.describe, today)


def _converse(args: argparse.Namespace, subject: Subject, answers: dict[str, Answer]) -> int:
    from framesage.cli.ask.dialogue import Dialogue
    from framesage.cli.ask.screens import find_screen

    return Dialogue(subject, answers, find_screen(), args.path).run(writes=args.write)


def _take_step(args: argparse.Namespace, subject: Subject, answers: dict[str, Answer]) -> int:
    from framesage.cli.ask.changes import Wish, note_still_declared, print_changes, write_changes
    from framesage.cli.ask.step import print_step
    from framesage.consultation.consult import consult
    from framesage.consultation.declare import traits_to_declare

    before = subject.assessment
    consultation = consult(before, answers)
    traits = traits_to_declare(consultation, before, args.start or "")
    changes = Wish(subject.description, traits, args.start or "", args.kit).changes(before)
    is_written = True
    if args.write:
        note_still_declared(consultation, before)
        is_written = write_changes(changes, before, starts=bool(args.start))
    if args.format:
        print_step(consultation, args.format)
    if args.start and not args.write:
        is_written = print_changes(changes, before)
    return 0 if is_written else 2
