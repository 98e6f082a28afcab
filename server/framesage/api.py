"""The public Python API: everything else in this package is internal and may change at any time.

    import framesage

    for assessment in framesage.check("shop"):
        print(assessment.verdict.favors, len(assessment.findings))

Lines and characters of ranges count from 0; characters are code points of Python strings. Nothing
here runs code of a project, opens a network connection or writes a file.
"""

from __future__ import annotations

import os.path
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.assess import assess
from framesage.advice.model import Assessment, Finding, Related
from framesage.advice.workspace import assess_paths, assess_project
from framesage.analysis.location import Location
from framesage.analysis.model import FrameworkUse, InferredTrait, Verdict
from framesage.consultation.consult import consult
from framesage.consultation.model import Answer, Consultation
from framesage.explanation.explain import explain_rule, explain_trait, explain_verdict
from framesage.manifests import reader_by_name
from framesage.project.model import Project
from framesage.project.settings.read import read_settings
from framesage.project.settings.resolve import resolve_settings, without
from framesage.rulebase import RuleBaseError, RuleError, load_rule_base
from framesage.rulebase.rule_base import RuleBase
from framesage.severity import Severity
from framesage.text import Position, Range, Source
from framesage.wording.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = [
    "Answer",
    "Assessment",
    "Consultation",
    "Finding",
    "FrameworkUse",
    "InferredTrait",
    "Location",
    "Position",
    "Range",
    "Related",
    "RuleBase",
    "RuleBaseError",
    "RuleError",
    "Severity",
    "Statement",
    "Verdict",
    "ask",
    "check",
    "check_text",
    "explain",
    "load_rules",
]


def check(
    path: str | Path, *, rules: RuleBase | None = None, today: date | None = None
) -> Sequence[Assessment]:
    """Assess every project at or below a path, as ``framesage check PATH`` does.

    ``path`` is a folder or a dependency file. ``rules`` replaces the built-in rules and those of
    the projects' ``rule-paths``. ``today`` is the date that decides which releases are supported;
    the default is the current date. The result has one assessment per project and is empty where
    no dependency file is found. Rules of a project that cannot be used are left out and listed in
    ``rule_errors``; invalid settings and unreadable files are findings.

    Raises FileNotFoundError if the path does not exist.
    """
    root = Path(os.path.abspath(path))  # noqa: PTH100 - symbolic links stay as they are
    if not root.exists():
        raise FileNotFoundError(f"no such file or folder: {path}")
    day = today or _today()
    found = assess_paths([root], day, around=Path.cwd())
    if rules is None:
        return tuple(found)
    return tuple(assess(assessment.project, rules, day) for assessment in found)


def check_text(
    text: str,
    filename: str = "requirements.txt",
    *,
    rules: RuleBase | None = None,
    today: date | None = None,
) -> Assessment:
    """Assess one dependency file from its text, without reading the disk.

    ``filename`` decides the format, as in ``pyproject.toml`` or ``requirements/base.in``. Settings
    in the text apply; files that it includes are not read. ``rules`` and ``today`` are as for
    ``check``.

    Raises ValueError if the name is not that of a dependency file.
    """
    path = Path(filename)
    read = reader_by_name(path)
    if read is None:
        raise ValueError(f"not the name of a dependency file: {filename}")
    manifest = read(Source(path, text))
    written, errors = read_settings(manifest)
    settings = resolve_settings(without(written, ("baseline",)))  # no file is read
    project = Project(path.parent, (manifest,), settings, errors, written=written)
    if rules is None:
        return assess_project(project, today or _today())
    return assess(project, rules, today or _today())


def ask(assessment: Assessment, answers: Mapping[str, bool | None] | None = None) -> Consultation:
    """Return what follows from answers about a project's traits, and what to ask next.

    ``answers`` says of each trait whether the project has it; None stands for "don't know". The
    result has the ``assessment`` with the answers, the trait in ``question`` to ask about next
    (None at the end), and whether the verdict is ``settled``.

        step = framesage.ask(assessment, {"needs-auth": True})
        print(step.assessment.verdict.favors, step.question and step.question.question.text)

    Raises KeyError for an unknown trait.
    """
    words = {True: Answer.YES, False: Answer.NO, None: Answer.UNKNOWN}
    given = answers or {}
    return consult(assessment, {trait: words[holds] for trait, holds in given.items()})


def explain(
    assessment: Assessment, *, trait: str | None = None, rule: str | None = None
) -> Sequence[Statement]:
    """Explain an assessment: its verdict, or one trait, or one rule.

    Returns statements, each with its locations and the statements behind it in ``parts``. For the
    verdict there is one statement for each framework with its reasons, the favored one first.

    Raises KeyError if the trait or rule does not exist, and ValueError if both are given.
    """
    if trait is not None and rule is not None:
        raise ValueError("pass either a trait or a rule, not both")
    if trait is not None:
        return (explain_trait(assessment, trait),)
    if rule is not None:
        return (explain_rule(assessment, rule),)
    return explain_verdict(assessment)


def load_rules(*paths: str | Path) -> RuleBase:
    """Load the built-in rules, together with rule files or folders of rule files.

    Raises RuleBaseError with every error of these files, each with its file, line and column (from
    1). Loading the same unchanged files again is fast.
    """
    return load_rule_base([Path(os.path.abspath(path)) for path in paths])  # noqa: PTH100


def _today() -> date:
    return date.today()  # noqa: DTZ011 - support ends at midnight where the user is
