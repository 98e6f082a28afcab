"""A consultation for a terminal: a question, and what follows from the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from framesage.explanation.kits import kits_for, kits_sentence
from framesage.explanation.what_if import find_flips, flip_words
from framesage.report.terminal.kits_table import kits_table, page_lines
from framesage.report.terminal.source_snippet import printable
from framesage.report.terminal.text import QUIET
from framesage.rulebase.model import VerdictKind
from framesage.wording.consultation import why_asked
from framesage.wording.reasons import MOST_REASONS, reason_words, reasons_by_side
from framesage.wording.verdict import verdict_headline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from framesage.advice.model import Assessment
    from framesage.consultation.model import Consultation
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase


def question_lines(trait: Trait) -> Iterator[Text]:
    """Yield a question, and what it means."""
    question = trait.question
    assert question is not None
    yield Text(question.text, "bold")
    yield Text(f"  {question.help}", QUIET)


def choice_lines(trait: Trait) -> Iterator[Text]:
    """Yield what the answers to a question mean."""
    question = trait.question
    assert question is not None
    yield Text.assemble("  ", ("yes", "green"), f"  {question.yes}")
    yield Text.assemble("  ", ("no ", "magenta"), f"  {question.no}")


def why_line(trait: Trait, rule_base: RuleBase) -> Text:
    """Return why a question is asked."""
    return Text(f"  {printable(why_asked(trait, rule_base))}", QUIET)


def outcome_lines(consultation: Consultation, *, with_pages: bool) -> Iterator[RenderableType]:
    """Yield the verdict, its reasons, both kits, and what would tip an open verdict.

    ``with_pages`` writes out the pages that the kits link to.
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
    kits = kits_for(assessment)
    if sentence := kits_sentence(kits):
        yield Text(f"\n{sentence}", "bold")
        yield kits_table(kits)
        if with_pages:
            yield from page_lines(kits)


def _tipping(assessment: Assessment) -> Iterator[Text]:
    """Yield what would tip the verdict, where it is open."""
    is_open = assessment.verdict.kind in (VerdictKind.EITHER, VerdictKind.UNDECIDED)
    flips = find_flips(assessment) if is_open else ()
    if flips:
        yield Text("\nWhat would tip it", "bold")
    yield from (Text(f"  - {flip_words(flip)}") for flip in flips)
