"""Fixes that start an undecided project with a framework, with its kit or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.findings import repeats_verdict
from framesage.analysis.model import UseKind
from framesage.analysis.verdict import is_applicable
from framesage.fixes.model import Fix, FixKind
from framesage.fixes.start import missing_packages, start_with
from framesage.wording.dialogue import start_title
from framesage.wording.grammar import count_noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.fixes.changes import Changes
    from framesage.rulebase.framework_model import Framework


def starts(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the ways to start with a framework, for a finding about an open or recommended choice.

    The favored framework comes first. What cannot be written as a whole is left out.
    """
    is_open = assessment.framework.kind is UseKind.NONE and is_applicable(assessment)
    if not (is_open and repeats_verdict(finding)):
        return
    favored = assessment.verdict.framework
    for framework in sorted(assessment.rule_base.candidates, key=lambda each: each != favored):
        yield from _starts_with(framework, assessment)


def _starts_with(framework: Framework, assessment: Assessment) -> Iterator[Fix]:
    title = start_title(framework.title)
    yield from _fix(title, FixKind.START, start_with(framework, (), assessment))
    packages = missing_packages(framework, assessment)
    if packages:
        title = f"{title} and its kit ({count_noun(len(packages), 'package')})"
        yield from _fix(title, FixKind.KIT, start_with(framework, packages, assessment))


def _fix(title: str, kind: FixKind, changes: Changes) -> Iterator[Fix]:
    if changes.edits and not changes.to_paste:
        yield Fix(title, kind, changes.edits)
