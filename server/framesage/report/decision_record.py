"""The report as a decision record in Markdown, which a team can commit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage import __version__
from framesage.analysis.framework_parts import in_several_lists
from framesage.analysis.verdict import is_applicable
from framesage.explanation.what_if import find_flips, flip_words
from framesage.report.consequences import consequence_lines
from framesage.report.locations import project_name
from framesage.report.markdown import escaped
from framesage.report.options import option_lines, reasons_for
from framesage.wording.dialogue import candidates_question
from framesage.wording.grammar import join_words, shorten
from framesage.wording.locations import (
    MOST_LOCATIONS,
    location_name,
    parts_words,
)
from framesage.wording.reasons import trait_basis
from framesage.wording.references import reference_markdown
from framesage.wording.status import basis_words, how_to_record, record_date, status_words
from framesage.wording.verdict import (
    decision_note,
    framework_words,
    how_to_correct,
    verdict_headline,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment


_LONGEST_DESCRIPTION = 500


def record_lines(assessments: Sequence[Assessment], base: Path, today: date) -> Iterator[str]:
    """Yield the records of all projects; their folders are relative to ``base``."""
    for assessment in assessments:
        is_choice = assessment.web and is_applicable(assessment)
        name = escaped(project_name(assessment.project, base))
        yield from (f"# {name}: {escaped(candidates_question(assessment.rule_base))}", "")
        if is_choice:
            yield from _status(assessment)
        yield from _context(assessment, today)
        if assessment.web:
            yield from _needs(assessment)
        if is_choice:
            yield from option_lines(assessment)
        yield from _decision(assessment)
        if assessment.web:
            yield from consequence_lines(assessment)
            yield from _flips(assessment)
            yield from _sources(assessment)


def _status(assessment: Assessment) -> Iterator[str]:
    yield f"- Status: {escaped(status_words(assessment))}"
    yield from (f"- Date: {record_date(assessment)}", "")


def _context(assessment: Assessment, today: date) -> Iterator[str]:
    project, use = assessment.project, assessment.framework
    files = [escaped(project.relative(manifest.source.path)) for manifest in project.manifests]
    yield from ("## Context", "")
    if description := _description(assessment):
        yield from (f"> {escaped(description)}", "")
    named = [location_name(project, location) for location in use.locations[:MOST_LOCATIONS]]
    where = f" ({escaped(join_words(named))})" if named else ""
    yield f"Framework in use: {escaped(framework_words(assessment))}{where}."
    if in_several_lists(use.parts):
        yield f"{escaped(parts_words(use.parts, project))}."
    yield f"Based on {join_words(files) or 'no file'}, read by Framesage {__version__} on {today}."
    yield ""


def _description(assessment: Assessment) -> str:
    """Return what the project says that it is; "" if it does not."""
    described = (
        metadata.value
        for _, metadata in assessment.project.metadata()
        if metadata.key == "description"
    )
    return shorten(next(described, "").strip(), _LONGEST_DESCRIPTION)


def _needs(assessment: Assessment) -> Iterator[str]:
    if not assessment.traits:
        return
    yield from ("| The project has or needs | Certainty | Based on |", "|---|---|---|")
    for found in assessment.traits:
        basis = trait_basis(found, assessment, escaped)
        yield f"| {escaped(found.trait.title)} | {found.certainty} | {basis} |"
    yield ""


def _decision(assessment: Assessment) -> Iterator[str]:
    yield from ("## Decision", "", f"**{escaped(verdict_headline(assessment))}.**")
    if note := decision_note(assessment):
        yield from ("", escaped(note))
    if correction := how_to_correct(assessment):
        yield f"{escaped(correction)}."
    elif assessment.web and is_applicable(assessment):
        yield from filter(None, (basis_words(assessment), how_to_record(assessment)))
    yield ""


def _flips(assessment: Assessment) -> Iterator[str]:
    flips = find_flips(assessment)
    if flips:
        yield from ("## What would change it", "")
        yield from (f"- {escaped(flip_words(flip))}." for flip in flips)
        yield ""


def _sources(assessment: Assessment) -> Iterator[str]:
    base = assessment.rule_base
    rules = (
        base.guidance.get(reason.source)
        for framework in (base.candidates if is_applicable(assessment) else ())
        for reason in reasons_for(framework, assessment)
    )
    cited = [reference for rule in rules if rule for reference in rule.references]
    cited += [reference for finding in assessment.findings for reference in finding.references]
    if cited:
        yield from ("## Sources", "")
        distinct = dict.fromkeys(cited)
        yield from (
            f"- {reference_markdown(reference, base.claims, escaped)}" for reference in distinct
        )
        yield ""
