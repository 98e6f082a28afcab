"""The report as a decision record in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage import __version__
from framesage.advice.builtin_rules import is_housekeeping
from framesage.analysis.framework_parts import in_several_lists
from framesage.explanation.explain import explain_verdict
from framesage.explanation.what_if import find_flips, flip_words
from framesage.fixes import CHOICES, fixes_for
from framesage.report.kits_markdown import kits_lines
from framesage.report.locations import project_name
from framesage.report.markdown import escaped
from framesage.report.summary import most_severe_first
from framesage.wording.grammar import join_words
from framesage.wording.locations import (
    MOST_LOCATIONS,
    location_list,
    location_name,
    parts_words,
)
from framesage.wording.reasons import trait_locations, unlocated_words
from framesage.wording.references import reference_markdown
from framesage.wording.verdict import (
    decision_note,
    framework_words,
    how_to_correct,
    is_decided,
    verdict_headline,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.model import InferredTrait


def record_lines(assessments: Sequence[Assessment], base: Path, today: date) -> Iterator[str]:
    """Yield the records of all projects; their folders are relative to ``base``."""
    for assessment in assessments:
        name = escaped(project_name(assessment.project, base))
        yield from (f"# {name}: Flask or Django?", "")
        yield from _context(assessment, today)
        if assessment.web:
            yield from _evidence(assessment)
        yield from _decision(assessment)
        if assessment.web:
            yield from kits_lines(assessment)
            yield from _consequences(assessment)
            yield from _flips(assessment)
            yield from _sources(assessment)


def _context(assessment: Assessment, today: date) -> Iterator[str]:
    project, use = assessment.project, assessment.framework
    files = [escaped(project.relative(manifest.source.path)) for manifest in project.manifests]
    yield from ("## Context", "")
    yield f"Based on {join_words(files) or 'no file'}, read by Framesage {__version__} on {today}."
    named = [location_name(project, location) for location in use.locations[:MOST_LOCATIONS]]
    where = f" ({escaped(join_words(named))})" if named else ""
    yield f"Framework in use: {framework_words(assessment)}{where}."
    if in_several_lists(use.parts):
        yield f"{escaped(parts_words(use.parts, project))}."
    yield ""


def _evidence(assessment: Assessment) -> Iterator[str]:
    if not assessment.traits:
        return
    yield from ("## Evidence", "", "| Trait | Certainty | Based on |", "|---|---|---|")
    for found in assessment.traits:
        yield f"| {escaped(found.trait.title)} | {found.certainty} | {_basis(found, assessment)} |"
    yield ""


def _basis(found: InferredTrait, assessment: Assessment) -> str:
    locations = trait_locations(found, assessment)
    return location_list(locations, assessment.project, escaped) or unlocated_words(
        found.conclusion.supporting, assessment
    )


def _decision(assessment: Assessment) -> Iterator[str]:
    yield from ("## Decision", "", f"**{verdict_headline(assessment)}.**")
    if note := decision_note(assessment):
        yield from ("", escaped(note))
    if correction := how_to_correct(assessment):
        yield f"{correction}."
    elif assessment.web and not is_decided(assessment):
        yield "This is based on dependency files; weigh it against what you know about the project."
    for side in explain_verdict(assessment):
        yield from ("", f"{side.text}:", "")
        yield from (f"- {escaped(reason.text)} ({reason.contribution})" for reason in side.parts)
    yield ""


def _consequences(assessment: Assessment) -> Iterator[str]:
    findings = [
        finding
        for finding in most_severe_first(assessment.findings)
        if not is_housekeeping(finding)
    ]
    items = [f"- {_finding(finding, assessment)}" for finding in findings]
    if items:
        yield from ("## Consequences", "", *items, "")


def _finding(finding: Finding, assessment: Assessment) -> str:
    fixes = fixes_for(finding, assessment)
    remedies = [fix.title for fix in fixes if fix.kind not in CHOICES]
    todo = f" {escaped('; '.join(remedies))}." if remedies else ""
    where = location_name(assessment.project, finding.location)
    return f"{escaped(finding.message)}{todo} (`{finding.rule}`, {escaped(where)})"


def _flips(assessment: Assessment) -> Iterator[str]:
    flips = find_flips(assessment)
    if flips:
        yield from ("## What would change it", "")
        yield from (f"- {flip_words(flip)}." for flip in flips)
        yield ""


def _sources(assessment: Assessment) -> Iterator[str]:
    reasons = [reason for side in explain_verdict(assessment) for reason in side.parts]
    cited = [reference for reason in reasons for reference in reason.references]
    cited += [reference for finding in assessment.findings for reference in finding.references]
    claims = assessment.rule_base.claims
    if cited:
        yield from ("## Sources", "")
        yield from (
            f"- {reference_markdown(reference, claims)}" for reference in dict.fromkeys(cited)
        )
        yield ""
