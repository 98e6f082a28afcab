"""Whether Flask or Django is a question that the project has to answer itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase import symbols
from framesage.rulebase.model import VerdictKind

if TYPE_CHECKING:
    from framesage.analysis.model import Analysis

REUSABLE = symbols.trait("reusable-package")


def is_for_others(analysis: Analysis) -> bool:
    """Tell whether it is a web package for other projects: what it is made for was decided with it,
    and what they are built on is their question."""
    medium = analysis.rule_base.scale.thresholds["medium"]
    return analysis.web and analysis.memory.conclusion(REUSABLE).belief >= medium


def is_asked(analysis: Analysis) -> bool:
    """Tell whether to weigh the two frameworks for a project: elsewhere no verdict is told, and
    neither Django's kit nor the comparison is a measure."""
    return analysis.verdict.kind is not VerdictKind.OUTSIDE and not is_for_others(analysis)
