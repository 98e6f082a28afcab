"""A step of the consultation as short Markdown, for assistants that read it in a conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.verdict import is_applicable
from framesage.consultation.heard import remarks
from framesage.consultation.probable import probable_answer
from framesage.explanation.what_if import find_flips, flip_words
from framesage.report.kits_markdown import kits_lines
from framesage.report.markdown import escaped
from framesage.wording.consultation import NOTHING_TO_ASK, SETTLED
from framesage.wording.reasons import MOST_REASONS, reason_words, reasons_by_side
from framesage.wording.verdict import how_to_correct, verdict_headline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.consultation.model import Consultation


def advice_text(step: Consultation) -> str:
    """Return the verdict, its reasons, what would change it, both kits, and the next question."""
    return "\n".join(_lines(step)).rstrip() + "\n"


def _lines(step: Consultation) -> Iterator[str]:
    assessment = step.assessment
    yield from (f"**{escaped(verdict_headline(assessment))}.**", "")
    notes = [*step.contradictions, *remarks(assessment)]
    yield from (f"Note: {escaped(sentence)}\n" for sentence in notes)
    yield from _reasons(assessment)
    yield from (f"What if: {escaped(flip_words(flip))}.\n" for flip in find_flips(assessment))
    yield from kits_lines(assessment)
    yield from _question(step)


def _reasons(assessment: Assessment) -> Iterator[str]:
    for heading, reasons in reasons_by_side(assessment):
        yield from (f"{heading}:", "")
        for reason in reasons[:MOST_REASONS]:
            yield f"- {escaped(reason_words(reason, assessment))}"
        yield ""


def _question(step: Consultation) -> Iterator[str]:
    """Yield the next question, with the trait that an answer names, or why there is none."""
    trait, assessment = step.question, step.assessment
    if trait is None or trait.question is None:
        correction = how_to_correct(assessment)
        ending = SETTLED if is_applicable(assessment) else NOTHING_TO_ASK
        yield f"{escaped(correction or ending)}."
        return
    asked, assumed = trait.question, probable_answer(trait, assessment)
    yield from (f"Next question (`{trait.id}`): {escaped(f'{asked.text} {asked.help}')}", "")
    yield from (f"- yes: {escaped(asked.yes)}", f"- no: {escaped(asked.no)}")
    if assumed:
        yield from ("", escaped(assumed.words))
