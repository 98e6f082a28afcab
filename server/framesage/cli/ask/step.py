"""Print one step of the consultation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.consultation.model import Consultation


def print_step(consultation: Consultation, output_format: str) -> None:
    """Print the verdict so far and the next question, as text or JSON."""
    if output_format == "json":
        from framesage.cli.stdio import write
        from framesage.report.consultation import consultation_text

        write(consultation_text(consultation))
        return
    from framesage.cli.console import has_links, print_lines
    from framesage.report.terminal.consultation_text import step_lines

    print_lines(step_lines(consultation, with_pages=not has_links()), wrap=True)
