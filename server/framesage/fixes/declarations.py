"""Fixes by which the user states something: in the settings of the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.provenance import supporting_leaves
from framesage.fixes.model import Edit, Fix, FixKind
from framesage.fixes.settings_writer import SettingWriter
from framesage.inference import Believed, NoneOf, Observed
from framesage.rulebase.symbols import Kind, includes, trait_of
from framesage.text import Position, Range, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.inference import Evaluation
    from framesage.project.model import Project

_PYPROJECT, _OWN = "pyproject.toml", "framesage.toml"
_TOP = {_PYPROJECT: ("tool", "framesage"), _OWN: ()}
REASON = "say why here"
"""The placeholder for the reason of an ignore; a reason may not be empty in the settings."""


def ignore_in_project(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that ignores the finding's rule in the whole project."""
    title = f"Ignore {finding.rule} in this project"
    yield from _stating(title, assessment.project, ("ignore",), finding.rule, f'"{REASON}"')


def decide_framework(assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that states the framework in use as decided, unless it is."""
    use = assessment.framework
    if use.candidate and not use.is_declared:
        title = f"Framework is decided: {use.candidate.title}"
        yield from _stating(title, assessment.project, (), "framework", f'"{use.candidate.id}"')


def state_traits(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield, for each trait that the finding rests on, the fix that says the opposite of it."""
    base, declared = assessment.rule_base, assessment.project.settings.traits
    for trait, holds in rests_on(finding, assessment).items():
        if trait in base.traits and trait not in declared:
            so, value = ("not true", "false") if holds else ("true", "true")
            title = f"This is {so} of this project: {base.traits[trait].title}"
            yield from _stating(title, assessment.project, ("traits",), trait, value)


def rests_on(finding: Finding, assessment: Assessment) -> dict[str, bool]:
    """Return the ids of the traits that made a finding fire, with what they were taken to be."""
    if finding.evaluation is None:
        return {}
    found = dict(_traits(finding.evaluation))
    leaves = supporting_leaves(finding.evaluation)
    if any(isinstance(leaf.condition, Observed) and _on_verdict(leaf.condition) for leaf in leaves):
        for reason in assessment.verdict.because:
            found.update(_traits(reason.evaluation) if reason.evaluation else ())
    return found


def _on_verdict(seen: Observed) -> bool:
    return includes(seen.symbols(), Kind.VERDICT)


def _traits(evaluation: Evaluation) -> Iterator[tuple[str, bool]]:
    for leaf in supporting_leaves(evaluation):
        if isinstance(leaf.condition, Believed):
            yield trait_of(leaf.condition.proposition), True
    yield from ((trait, False) for trait in _denied(evaluation))


def _denied(evaluation: Evaluation) -> Iterator[str]:
    """Yield the traits that would silence the finding if they held."""
    if isinstance(evaluation.condition, NoneOf):
        for part in evaluation.parts:
            if isinstance(part.condition, Believed):
                yield trait_of(part.condition.proposition)
    else:
        for part in evaluation.parts:
            yield from _denied(part)


def _stating(
    title: str, project: Project, below: tuple[str, ...], key: str, value: str
) -> Iterator[Fix]:
    edit = state(project, below, key, value)
    if edit:
        yield Fix(title, FixKind.SETTLE, (edit,))


def state(project: Project, below: tuple[str, ...], key: str, value: str) -> Edit | None:
    """Return the edit that makes a setting: in the file that has settings, else pyproject.toml,
    else a new framesage.toml; None for a script, whose settings are a comment."""
    if project.script:
        return None
    source = _settings_source(project)
    if source:
        return SettingWriter(source, _TOP[source.path.name]).write(below, key, value)
    path = project.root / _OWN
    text = f"[{'.'.join(below)}]\n{key} = {value}\n" if below else f"{key} = {value}\n"
    return Edit(path, Range(Position(0, 0), Position(0, 0)), text, create=True)


def _settings_source(project: Project) -> Source | None:
    here = [one for one in project.manifests if one.source.path.parent == project.root]
    for having in (True, False):
        for name in _TOP:
            for one in here:
                if one.source.path.name == name and (one.settings or not having):
                    return one.source
    return None
