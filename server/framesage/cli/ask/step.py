"""Print one step of the consultation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.cli.console import has_links, print_lines
from framesage.cli.stdio import write
from framesage.report.consultation import consultation_text
from framesage.report.terminal.consultation_text import (
    choice_lines,
    outcome_lines,
    question_lines,
    why_line,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from framesage.consultation.model import Consultation


def print_step(consultation: Consultation, output_format: str) -> None:
    """Print the verdict so far and the next question, as text or JSON."""
    if output_format == "json":
        write(consultation_text(consultation))
    else:
        print_lines(_step_lines(consultation))


def _step_lines(consultation: Consultation) -> Iterator[RenderableType]:
    yield from outcome_lines(consultation, with_pages=not has_links())
    trait = consultation.question
    if trait is None:
        return
    yield ""
    yield from question_lines(trait)
    yield from choice_lines(trait)
    yield why_line(trait, consultation.assessment.rule_base)
    yield f"  Answer with --answer {trait.id}=yes|no|unknown"
