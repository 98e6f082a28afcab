"""What to declare in the settings so that the files lead to the verdict of a consultation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.consultation.consult import PRESUMED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.advice.model import Assessment
    from framesage.analysis.model import Analysis
    from framesage.consultation.model import Consultation


def traits_to_declare(consultation: Consultation, before: Assessment) -> dict[str, bool]:
    """Return the answers, with those of the presumptions without which the verdict would differ.

    ``before`` is the assessment that the consultation began with.
    """
    declared = dict(consultation.declared)
    known = {*before.project.settings.traits, *consultation.answers}
    traits = dict(consultation.assessment.project.settings.traits)
    for trait, holds in PRESUMED.items():
        if trait in known:
            continue
        del traits[trait]
        after = _with_traits(consultation.assessment, traits)
        if _outcome(after) != _outcome(consultation.assessment):
            declared[trait] = traits[trait] = holds
    return declared


def _with_traits(assessment: Assessment, traits: Mapping[str, bool]) -> Assessment:
    settings = replace(assessment.project.settings, traits=dict(traits))
    project = replace(assessment.project, settings=settings)
    return assess(project, assessment.rule_base, assessment.today, assessment.rule_errors)


def _outcome(analysis: Analysis) -> tuple[bool, str, str]:
    return analysis.web, analysis.verdict.favors, analysis.verdict.certainty
