"""Start a project with a framework: its requirement, the decision with its reason, and answers.

Nothing here chooses a framework: a person does, by a code action or on the command line.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from framesage.analysis.analyze import analyze
from framesage.analysis.model import UseKind
from framesage.analysis.versions import newest_release
from framesage.explanation.kits import kits_for, packages_to_add
from framesage.fixes.draft import Draft
from framesage.fixes.new_packages import NewPackage, add_package, new_package, required_packages
from framesage.fixes.new_settings import (
    set_answers,
    set_decision,
    set_description,
)
from framesage.rulebase.vocabulary import GATE
from framesage.wording.decision import decision_reason, in_use_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from framesage.advice.model import Assessment
    from framesage.analysis.model import Analysis
    from framesage.fixes.changes import Changes
    from framesage.project.model import Project
    from framesage.rulebase.framework_model import Framework

_MOST_ROUNDS = 5
_NO_ANSWERS: Mapping[str, bool] = MappingProxyType({})


def start_edits(
    assessment: Assessment,
    framework_id: str,
    *,
    answers: Mapping[str, bool] = _NO_ANSWERS,
    description: str = "",
    kit: bool = False,
) -> Changes:
    """Return the changes that start a project with a framework; raise KeyError for an unknown one.

    They add the framework to the project's main list of requirements, with ``kit`` also the
    packages that cover the project's needs, and write the description, the decision and the
    answers into the settings. Making the changes a second time changes nothing. See
    ``why_not_start`` for when not to make them.
    """
    framework = assessment.rule_base.frameworks[framework_id]
    packages = missing_packages(framework, assessment, answers) if kit else ()
    reason = decision_reason(_suppose(assessment, answers), framework_id)
    draft = _started(framework, packages, reason, assessment)
    return set_answers(set_description(draft, description), answers).changes()


def why_not_start(assessment: Assessment, framework_id: str) -> str:
    """Return a clause that says which other framework is in use; "" if none is.

    Nothing is in the way where the framework itself is in use, and only the decision is missing.
    """
    found = _suppose(assessment, _NO_ANSWERS)
    others = found.framework.kind is not UseKind.NONE and all(
        framework.id != framework_id for framework in found.framework.frameworks
    )
    return in_use_words(found, assessment.rule_base.frameworks[framework_id]) if others else ""


def start_with(
    framework: Framework, packages: Iterable[NewPackage], assessment: Assessment
) -> Changes:
    """Return the changes that start a web application with a framework and some packages."""
    reason = decision_reason(assessment, framework.id)
    return _started(framework, packages, reason, assessment).changes()


def _started(
    framework: Framework, packages: Iterable[NewPackage], reason: str, assessment: Assessment
) -> Draft:
    draft = Draft(assessment.project, assessment.project)
    for package in (_own_package(framework, assessment), *packages):
        draft = add_package(draft, package)
    return set_decision(draft, framework.id, f"{assessment.today}: {reason}")


def answer_edits(
    assessment: Assessment,
    answers: Mapping[str, bool],
    *,
    description: str = "",
) -> Changes:
    """Return the changes that write answers, by the id of the trait, and a description into a
    project's settings."""
    draft = set_description(Draft(assessment.project, assessment.project), description)
    return set_answers(draft, answers).changes()


def missing_packages(
    framework: Framework, assessment: Assessment, answers: Mapping[str, bool] = _NO_ANSWERS
) -> tuple[NewPackage, ...]:
    """Return the packages of a framework's kit that the project does not require yet.

    A package can be evidence for another need, so the needs are found again until none is new. One
    that breaks a package found later is dropped again, so that another takes its place.
    """
    conflicts = assessment.rule_base.conflicts
    own = _own_package(framework, assessment)
    found: dict[str, NewPackage] = {}
    for _ in range(_MOST_ROUNDS):
        project = _with_packages((own, *found.values()), assessment)
        needed = _needed(framework, _suppose(assessment, answers, framework.id, project))
        new = {package.name: package for package in needed if package.name not in found}
        if not new:
            break
        found |= new
        for name in [name for name in found if found.keys() & set(conflicts.get(name, ()))]:
            del found[name]
    return tuple(found.values())


def _with_packages(packages: Iterable[NewPackage], assessment: Assessment) -> Project:
    draft = Draft(assessment.project, assessment.project)
    for package in packages:
        draft = add_package(draft, package)
    return draft.after


def _needed(framework: Framework, assessment: Analysis) -> Iterator[NewPackage]:
    """Yield the packages of a framework's kit for needs that nothing covers."""
    required = required_packages(assessment.project)
    for kit in kits_for(assessment):
        for name in packages_to_add(kit, assessment):
            if kit.framework == framework and name not in required:
                yield new_package(name, assessment.rule_base)


def _suppose(
    assessment: Assessment,
    answers: Mapping[str, bool],
    framework: str = "",
    project: Project | None = None,
) -> Analysis:
    """Return the analysis of a web application with answers and a decision ("" for none), as if
    the project was another one."""
    settings = assessment.project.settings
    settings = replace(
        settings,
        framework=framework,
        traits={GATE: True, **settings.traits, **answers},
    )
    supposed = replace(project or assessment.project, settings=settings)
    return analyze(supposed, assessment.rule_base, assessment.today)


def _own_package(framework: Framework, assessment: Assessment) -> NewPackage:
    releases = assessment.rule_base.releases_of(framework.id)
    release = newest_release(releases, assessment.today)
    package = new_package(framework.packages[0], assessment.rule_base)
    return replace(package, minimum=release.series if release else package.minimum)
