"""A consultation for a terminal: a question, and what follows from the answers."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from rich.text import Text

from framesage.analysis.model import UseKind
from framesage.analysis.verdict import is_applicable
from framesage.consultation.heard import remarks
from framesage.consultation.next_question import open_questions
from framesage.consultation.presumptions import doubtful_presumptions
from framesage.consultation.probable import probable_answer
from framesage.explanation.kits import kits_summary, kits_to_show
from framesage.explanation.what_if import find_tips, tip_words
from framesage.report.locations import shown_path
from framesage.report.terminal.kits_text import kit_lines, kits_table
from framesage.report.terminal.source_snippet import printable
from framesage.report.terminal.text import QUIET
from framesage.wording.consultation import STOPPED, why_asked
from framesage.wording.dialogue import candidates_question, stop_words
from framesage.wording.reasons import MOST_REASONS, reason_words, reasons_by_side
from framesage.wording.verdict import how_to_correct, verdict_headline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rich.console import RenderableType

    from framesage.advice.model import Assessment
    from framesage.consultation.model import Consultation
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase

_KNOWN = ("medium", "high", "declared")
_MOST_TRAITS = 6


def opening_lines(assessment: Assessment, base: Path) -> Iterator[Text]:
    """Yield what the dialogue is about, and what is known before it, if there is a choice to make.

    The project is named if it is not the folder ``base``.
    """
    if assessment.framework.is_declared:
        return
    start = assessment.project.start
    name = "" if start == base else f"  {printable(shown_path(start, base))}"
    yield Text.assemble((candidates_question(assessment.rule_base), "bold"), name)
    known = [
        found.trait.words(holds=True)
        for found in assessment.traits
        if found.certainty in _KNOWN and found.trait.question
    ]
    if assessment.framework.kind is UseKind.OTHER:
        return
    if known:
        yield Text(f"Known so far: {'; '.join(known[:_MOST_TRAITS])}.", QUIET)
    yield from _remarks(assessment)


def _remarks(assessment: Assessment) -> Iterator[Text]:
    doubtful = islice(doubtful_presumptions(assessment), 1)  # both rest on the same words
    for sentence in chain(remarks(assessment), doubtful):
        yield Text(printable(sentence), "yellow")


def why_lines(trait: Trait, rule_base: RuleBase) -> Iterator[Text]:
    """Yield why a question is asked, a line for each rule."""
    return (Text(f"  {printable(line)}", QUIET) for line in why_asked(trait, rule_base))


def step_lines(consultation: Consultation, *, with_pages: bool) -> Iterator[RenderableType]:
    """Yield the outcome so far, the next question, and how to answer it on the command line."""
    yield from outcome_lines(consultation, with_pages=with_pages)
    trait = consultation.question
    if trait is None:
        yield from ending_lines(consultation)
        return
    question, assumed = trait.question, probable_answer(trait, consultation.assessment)
    assert question is not None
    yield Text()
    yield from (Text(printable(line), "yellow") for line in remarks(consultation.assessment))
    yield Text(question.text, "bold")
    yield Text(f"  {question.help}", QUIET)
    yield Text.assemble("  ", ("yes", "green"), f"  {question.yes}")
    yield Text.assemble("  ", ("no ", "magenta"), f"  {question.no}")
    if assumed:
        yield Text(f"  {printable(assumed.words)}", "green")
    yield Text(f"  Answer with --answer {trait.id}=yes|no|unknown")


def ending_lines(consultation: Consultation) -> Iterator[Text]:
    """Yield why the dialogue asks no more, or how to correct that it asks nothing."""
    assessment = consultation.assessment
    if consultation.question:
        yield from (Text(), Text(f"{STOPPED}.", QUIET))
    elif correction := how_to_correct(assessment):
        yield from (Text(), Text(f"{correction}.", QUIET))
    elif is_applicable(assessment) and not assessment.framework.is_declared:
        was_asked = open_questions(assessment, consultation.answers)
        yield from (Text(), Text(stop_words(is_settled=bool(was_asked)), QUIET))


def outcome_lines(consultation: Consultation, *, with_pages: bool) -> Iterator[RenderableType]:
    """Yield the verdict, its reasons, both kits, and what would tip an open verdict.

    ``with_pages`` writes out the pages that the table of the kits links to, a line for each.
    """
    assessment = consultation.assessment
    yield Text(verdict_headline(assessment), "bold green")
    yield from (Text(printable(sentence), "yellow") for sentence in consultation.contradictions)
    yield from _reasons(assessment)
    yield from _kits(assessment, with_pages=with_pages)
    yield from _tipping(assessment)


def _reasons(assessment: Assessment) -> Iterator[Text]:
    for heading, reasons in reasons_by_side(assessment):
        yield Text(f"\n{heading}", "bold")
        for reason in reasons[:MOST_REASONS]:
            yield Text(f"  - {printable(reason_words(reason, assessment))}")
        if len(reasons) > MOST_REASONS:
            yield Text(f"  - and {len(reasons) - MOST_REASONS} more", QUIET)


def _kits(assessment: Assessment, *, with_pages: bool) -> Iterator[RenderableType]:
    kits, project = kits_to_show(assessment), assessment.project
    if summary := kits_summary(kits):
        yield Text(f"\n{summary}", "bold")
        if with_pages:
            yield from kit_lines(kits, project)
        else:
            yield kits_table(kits, project)


def _tipping(assessment: Assessment) -> Iterator[Text]:
    """Yield what would tip the verdict, where it is open."""
    tips = find_tips(assessment)
    if tips:
        yield Text("\nWhat would tip it", "bold")
    yield from (Text(f"  - {tip_words(flip)}") for flip in tips)
