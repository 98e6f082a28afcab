"""The options of a decision record: each framework with the reasons for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.provenance import rests_on_declaration
from framesage.manifests.model import Requirement
from framesage.report.kits_markdown import kits_lines
from framesage.report.markdown import escaped
from framesage.rulebase import symbols
from framesage.wording.grammar import capitalize
from framesage.wording.reasons import reason_locations, reason_words, share
from framesage.wording.status import NO_REASONS
from framesage.wording.verdict import enough_words, is_decided

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.inference import Reason
    from framesage.rulebase.framework_model import Framework


def option_lines(assessment: Assessment) -> Iterator[str]:
    """Yield a section with a part for each candidate, the favored one first, then the kits."""
    favored = assessment.verdict.framework
    yield from ("## Options considered", "")
    for framework in sorted(assessment.rule_base.candidates, key=lambda each: each != favored):
        yield from (f"### {escaped(framework.title)}", "")
        reasons = reasons_for(framework, assessment)
        yield from (_reason(reason, assessment) for reason in reasons)
        yield from ("",) if reasons else (_without_reasons(framework, assessment), "")
    yield from kits_lines(assessment, level=3)


def _without_reasons(framework: Framework, assessment: Assessment) -> str:
    """Return what is said of a framework that the guidance has no reasons for."""
    enough = enough_words(assessment)
    in_use = framework == assessment.framework.candidate
    return f"It is in use. {enough}." if enough and in_use else NO_REASONS


def reasons_for(framework: Framework, assessment: Assessment) -> Sequence[Reason]:
    """Return the reasons of the guidance for a framework, strongest first.

    After a decision for the framework, its own packages are not reasons for it.
    """
    reasons = assessment.memory.conclusion(symbols.favors(framework.id)).supporting
    if not (is_decided(assessment) and framework == assessment.framework.candidate):
        return reasons
    return [reason for reason in reasons if not _is_circular(reason, framework, assessment)]


def _is_circular(reason: Reason, framework: Framework, assessment: Assessment) -> bool:
    """Return whether a reason only rests on packages that are required for the framework."""
    if reason.evaluation and rests_on_declaration(reason.evaluation, assessment.memory):
        return False
    subjects = [location.subject for location in reason_locations(reason, assessment)]
    return bool(subjects) and all(
        isinstance(subject, Requirement)
        and (subject.name in framework.packages or framework.has_plugin(subject.name))
        for subject in subjects
    )


def _reason(reason: Reason, assessment: Assessment) -> str:
    """Return a reason with its share of the weight, which does not matter after a decision."""
    words = capitalize(escaped(reason_words(reason, assessment)))
    weighed = "" if is_decided(assessment) else f" ({share([reason], assessment.verdict)})"
    return f"- {words}{weighed}"
