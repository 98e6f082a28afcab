"""What to declare in the settings so that the files lead to the verdict of a consultation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.analysis.analyze import analyze
from framesage.consultation.presumptions import presumptions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.advice.model import Assessment
    from framesage.consultation.model import Consultation


def traits_to_declare(
    consultation: Consultation, before: Assessment, framework: str = ""
) -> dict[str, bool]:
    """Return the answers, with those of the presumptions without which the verdict would differ.

    ``before`` is the assessment that the consultation began with. ``framework`` is declared, too,
    if it is not "". Who answers only "don't know" states nothing, so nothing is declared.
    """
    declared = dict(consultation.declared)
    if consultation.answers and not declared and not framework:
        return {}
    known = {*before.project.settings.traits, *consultation.answers}
    traits = dict(consultation.assessment.project.settings.traits)
    wanted = _outcome(consultation.assessment, traits, framework)
    for trait, holds in presumptions(before).items():
        if trait in known:
            continue
        del traits[trait]
        if _outcome(consultation.assessment, traits, framework) != wanted:
            declared[trait] = traits[trait] = holds
    return declared


def _outcome(
    assessment: Assessment, traits: Mapping[str, bool], framework: str
) -> tuple[bool, str, str]:
    settings = assessment.project.settings
    settings = replace(settings, traits=dict(traits), framework=framework or settings.framework)
    project = replace(assessment.project, settings=settings)
    after = analyze(project, assessment.rule_base, assessment.today)
    return after.web, after.verdict.favors, after.verdict.certainty
