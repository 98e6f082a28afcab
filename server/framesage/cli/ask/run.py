"""``framesage ask``: choose between the dialogue and a single step."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from framesage.cli.ask.changes import Wish, print_changes, write_changes
from framesage.cli.ask.options import check_framework, parse_answers, reject_misuse
from framesage.cli.ask.step import print_step
from framesage.cli.ask.subject import find_subject
from framesage.cli.run import report_errors
from framesage.cli.stdio import UsageError, error
from framesage.consultation.consult import consult
from framesage.consultation.declare import traits_to_declare

if TYPE_CHECKING:
    import argparse

    from framesage.cli.ask.subject import Subject
    from framesage.consultation.model import Consultation


def run(args: argparse.Namespace) -> int:
    """Ask, print and write; return the exit code."""
    today = date.today()  # noqa: DTZ011  # support ends at midnight where the user is
    try:
        reject_misuse(args)
        subject = find_subject(args.path, args.describe, today)
        assessment = subject.assessment
        answers = parse_answers(args.answer, assessment.rule_base)
        if args.start:
            check_framework(args.start, assessment.rule_base)
    except UsageError as usage_error:
        error(str(usage_error))
        return 2
    is_valid = report_errors([assessment])
    consultation = consult(assessment, answers)
    if args.format or not (args.start or args.write):
        print_step(consultation, args.format or "text")
    is_written = _apply(args, consultation, subject)
    return 0 if is_valid and is_written else 2


def _apply(args: argparse.Namespace, consultation: Consultation, subject: Subject) -> bool:
    """Write, or print a diff of a start; return whether that succeeded."""
    if not (args.start or args.write):
        return True
    before = subject.assessment
    answers = traits_to_declare(consultation, before)
    wish = Wish(subject.description, answers, args.start or "", args.kit)
    act = write_changes if args.write else print_changes
    return act(wish.changes(before), before)
