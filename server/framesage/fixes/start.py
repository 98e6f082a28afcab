"""Start a project with a framework: its requirement, the decision with its reason, and answers.

Nothing here chooses a framework: a person does, by a code action or on the command line.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.analysis.versions import newest_release
from framesage.fixes.draft import Draft
from framesage.fixes.new_packages import NewPackage, add_package
from framesage.fixes.new_settings import set_answers, set_decision
from framesage.wording.reasons import decision_reason

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from framesage.advice.model import Assessment
    from framesage.fixes.changes import Changes
    from framesage.rulebase.framework_model import Framework

_NO_ANSWERS: Mapping[str, bool] = MappingProxyType({})


def start_edits(
    assessment: Assessment,
    framework_id: str,
    *,
    answers: Mapping[str, bool] = _NO_ANSWERS,
    kit: bool = False,
) -> Changes:
    """Return the changes that start a project with a framework; raise KeyError for an unknown one.

    They add the framework to the project's main list of requirements, with ``kit`` also the
    packages that cover the project's needs, and write the decision and the answers into the
    settings. Making the changes a second time changes nothing.
    """
    framework = assessment.rule_base.frameworks[framework_id]
    draft = Draft(assessment.project, assessment.project)
    assessment = _with_answers(assessment, answers)
    for package in _packages(framework, assessment, kit=kit):
        draft = add_package(draft, package)
    reason = f"{assessment.today}: {decision_reason(assessment, framework_id)}"
    draft = set_decision(draft, framework_id, reason)
    return set_answers(draft, answers).changes()


def answer_edits(assessment: Assessment, answers: Mapping[str, bool]) -> Changes:
    """Return the changes that write answers, by the id of the trait, into a project's settings."""
    draft = Draft(assessment.project, assessment.project)
    return set_answers(draft, answers).changes()


def _with_answers(assessment: Assessment, answers: Mapping[str, bool]) -> Assessment:
    """Return the assessment with answers, which are a reason for the decision and for the kit."""
    settings = assessment.project.settings
    traits = {**settings.traits, **answers}
    if traits == settings.traits:
        return assessment
    project = replace(assessment.project, settings=replace(settings, traits=traits))
    return assess(project, assessment.rule_base, assessment.today, assessment.rule_errors)


def _packages(framework: Framework, assessment: Assessment, *, kit: bool) -> Iterator[NewPackage]:  # noqa: ARG001
    releases = assessment.rule_base.releases_of(framework.id)
    release = newest_release(releases, assessment.today)
    yield NewPackage(framework.packages[0], release.series if release else "")
