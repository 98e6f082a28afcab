"""Fixes by which the user declares something: an ignore, the framework, or a trait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.provenance import supporting_leaves
from framesage.fixes.ignore_comments import write_ignore
from framesage.fixes.model import Fix, FixKind
from framesage.fixes.project_settings import write_setting
from framesage.inference import Believed, NoneOf, Observed
from framesage.rulebase.symbols import Kind, includes, trait_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.inference import Evaluation
    from framesage.project.model import Project

REASON = "TODO: explain why"
"""The placeholder for the reason of an ignore; settings require a reason."""


def ignore_on_line(finding: Finding) -> Iterator[Fix]:
    """Yield the fix that ignores the finding's rule on its line."""
    edit = write_ignore(finding.rule, finding.location)
    if edit:
        yield Fix(f"Ignore {finding.rule} on this line", FixKind.DECLARE, (edit,))


def ignore_in_project(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that ignores the finding's rule in the whole project."""
    edit = write_setting(assessment.project, ("ignore",), finding.rule, f'"{REASON}"')
    if edit:
        yield Fix(f"Ignore {finding.rule} in this project", FixKind.DECLARE, (edit,))


def declare_framework(assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that declares the framework in use, unless it is declared."""
    use = assessment.framework
    if use.candidate and not use.is_declared:
        yield from _set(assessment.project, (), "framework", f'"{use.candidate.id}"')


def declare_traits(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield a fix for each trait behind the finding, which declares the opposite."""
    declared = assessment.project.settings.traits
    for trait, is_present in _traits_of(finding, assessment).items():
        if trait in assessment.rule_base.traits and trait not in declared:
            value = "false" if is_present else "true"
            yield from _set(assessment.project, ("traits",), trait, value)


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
