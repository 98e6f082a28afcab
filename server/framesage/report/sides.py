"""The reasons for a verdict on its two sides, each with the words in which it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.explanation.explain import explain_verdict
from framesage.wording.reasons import reasons_by_side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.inference import Reason
    from framesage.wording.statement import Step


def sides(assessment: Assessment) -> Iterator[tuple[str, list[tuple[Reason, Step]]]]:
    """Yield each side's name, as a heading, and its reasons, strongest first."""
    told = explain_verdict(assessment)
    steps = iter([step for one in told for step in one.parts or (one,)])
    for name, reasons in reasons_by_side(assessment):
        yield name[:1].upper() + name[1:], [(one, next(steps)) for one in reasons]
