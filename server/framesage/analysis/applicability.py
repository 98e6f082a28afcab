"""Whether Flask or Django is a question that the project has to answer itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.advice.model import Assessment

REUSABLE = "trait:reusable-package"


def is_for_others(assessment: Assessment) -> bool:
    """Tell whether it is a web package for other projects: what it is made for was decided with it,
    and what they are built on is their question."""
    medium = assessment.rule_base.scale.levels["medium"]
    return assessment.web and assessment.world.conclusion(REUSABLE).certainty >= medium


def is_asked(assessment: Assessment) -> bool:
    """Tell whether to weigh the two frameworks for a project: elsewhere no verdict is told, and
    neither Django's kit nor the comparison is a measure."""
    return assessment.verdict.favors != "outside" and not is_for_others(assessment)
