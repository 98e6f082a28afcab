"""Fixes by which the user declares the framework or a trait, so that a finding disappears."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.findings import findings_of_rule
from framesage.analysis.analyze import analyze
from framesage.analysis.provenance import supporting_leaves
from framesage.fixes.model import Fix, FixKind
from framesage.fixes.project_settings import write_setting
from framesage.inference import Believed, NoneOf, Observed
from framesage.rulebase.symbols import Kind, includes, trait_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.inference import Evaluation
    from framesage.project.model import Project
    from framesage.project.settings.model import Settings

_MOST_TRIED = 3
"""Traits beyond these are hardly what a finding rests on."""


def declare_framework(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that declares the framework in use, if that removes the finding."""
    use, project = assessment.framework, assessment.project
    if use.candidate and not use.is_declared:
        declared = replace(project.settings, framework=use.candidate.id)
        if _is_removed(finding, declared, assessment):
            yield from _set(project, (), "framework", f'"{use.candidate.id}"')


def declare_trait(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that declares the opposite of the trait that the finding rests on.

    That is the trait with the most evidence of those whose declaration removes the finding.
    """
    project = assessment.project
    for trait, is_present in _candidates(finding, assessment)[:_MOST_TRIED]:
        traits = {**project.settings.traits, trait: not is_present}
        if _is_removed(finding, replace(project.settings, traits=traits), assessment):
            yield from _set(project, ("traits",), trait, "false" if is_present else "true")
            return


def _candidates(finding: Finding, assessment: Assessment) -> list[tuple[str, bool]]:
    """Return the traits behind a finding with some evidence, those that it needs first."""
    declared = assessment.project.settings.traits
    found = _traits_of(finding, assessment)
    traits = [inferred.trait.id for inferred in assessment.traits]
    known = [(trait, found[trait]) for trait in traits if trait in found and trait not in declared]
    return sorted(known, key=lambda candidate: not candidate[1])


def _is_removed(finding: Finding, settings: Settings, assessment: Assessment) -> bool:
    """Return whether a finding is not reported any more with other settings."""
    base, project = assessment.rule_base, replace(assessment.project, settings=settings)
    analysis = analyze(project, base, assessment.today)
    if not analysis.web:
        return True
    left = findings_of_rule(base.advice[finding.rule], analysis)
    return all(other.location != finding.location for other in left)


def _set(project: Project, table: tuple[str, ...], key: str, value: str) -> Iterator[Fix]:
    edit = write_setting(project, table, key, value)
    if edit:
        yield Fix(f"Set `{key} = {value}` for this project", FixKind.DECLARE, (edit,))


def _traits_of(finding: Finding, assessment: Assessment) -> dict[str, bool]:
    """Return the ids of the traits that a finding depends on, and whether each was believed."""
    if finding.evaluation is None:
        return {}
    traits = dict(_traits(finding.evaluation))
    if _depends_on_verdict(finding.evaluation):
        for reason in assessment.verdict.because:
            traits.update(_traits(reason.evaluation) if reason.evaluation else ())
    return traits


def _depends_on_verdict(evaluation: Evaluation) -> bool:
    conditions = [leaf.condition for leaf in supporting_leaves(evaluation)]
    return any(
        isinstance(condition, Observed) and includes(condition.symbols(), Kind.VERDICT)
        for condition in conditions
    )


def _traits(evaluation: Evaluation) -> Iterator[tuple[str, bool]]:
    for leaf in supporting_leaves(evaluation):
        if isinstance(leaf.condition, Believed):
            yield trait_of(leaf.condition.proposition), True
    yield from ((trait, False) for trait in _excluded(evaluation))


def _excluded(evaluation: Evaluation) -> Iterator[str]:
    """Yield the traits with which the condition would not hold."""
    if isinstance(evaluation.condition, NoneOf):
        for part in evaluation.parts:
            if isinstance(part.condition, Believed):
                yield trait_of(part.condition.proposition)
    else:
        for part in evaluation.parts:
            yield from _excluded(part)
