"""A consultation for a terminal: a question, and what follows from the answers."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich.text import Text

from framesage.consultation.consult import PRESUMED
from framesage.consultation.next_question import open_questions
from framesage.consultation.presumptions import doubtful_presumptions
from framesage.explanation.kits import kits_summary, kits_to_show
from framesage.explanation.what_if import find_flips, flip_words
from framesage.report.locations import shown_path
from framesage.report.terminal.kits_text import kit_lines, kits_table
from framesage.report.terminal.source_snippet import printable
from framesage.report.terminal.text import QUIET
from framesage.rulebase.model import VerdictKind
from framesage.wording.consultation import STOPPED, why_asked
from framesage.wording.dialogue import candidates_question, stop_words
from framesage.wording.reasons import MOST_REASONS, reason_words, reasons_by_side
from framesage.wording.verdict import verdict_headline

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
    """Yield what the dialogue is about, and what is known before it.

    The project is named if it is not the folder ``base``.
    """
    start = assessment.project.start
    name = "" if start == base else f"  {printable(shown_path(start, base))}"
    yield Text.assemble((candidates_question(assessment.rule_base), "bold"), name)
    known = [
        found.trait.words(holds=True)
        for found in assessment.traits
        if found.certainty in _KNOWN and found.trait.id not in PRESUMED
    ]
    if known:
        yield Text(f"Known so far: {'; '.join(known[:_MOST_TRAITS])}.", QUIET)
    for sentence in islice(doubtful_presumptions(assessment), 1):  # both rest on the same words
        yield Text(printable(sentence), "yellow")


def why_line(trait: Trait, rule_base: RuleBase) -> Text:
    """Return why a question is asked."""
    return Text(f"  {printable(why_asked(trait, rule_base))}", QUIET)


def step_lines(consultation: Consultation, *, with_pages: bool) -> Iterator[RenderableType]:
    """Yield the outcome so far, the next question, and how to answer it on the command line."""
    yield from outcome_lines(consultation, with_pages=with_pages)
    yield Text()
    trait = consultation.question
    if trait is None:
        yield ending_line(consultation)
        return
    question = trait.question
    assert question is not None
    yield Text(question.text, "bold")
    yield Text(f"  {question.help}", QUIET)
    yield Text.assemble("  ", ("yes", "green"), f"  {question.yes}")
    yield Text.assemble("  ", ("no ", "magenta"), f"  {question.no}")
    yield why_line(trait, consultation.assessment.rule_base)
    yield Text(f"  Answer with --answer {trait.id}=yes|no|unknown")


def ending_line(consultation: Consultation) -> Text:
    """Return why the dialogue asks no more."""
    if consultation.question:
        return Text(f"{STOPPED}.", QUIET)
    was_asked = open_questions(consultation.assessment, consultation.answers)
    return Text(stop_words(is_settled=bool(was_asked)), QUIET)


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
            yield Text(f"  - {printable(reason_words(reason, assessment.rule_base))}")
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
    is_open = assessment.verdict.kind in (VerdictKind.EITHER, VerdictKind.UNDECIDED)
    flips = find_flips(assessment) if is_open else ()
    if flips:
        yield Text("\nWhat would tip it", "bold")
    yield from (Text(f"  - {flip_words(flip)}") for flip in flips)
