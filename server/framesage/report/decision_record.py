"""The report as Markdown: a record of the decision, for a pull request or among other records."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from framesage import __version__
from framesage.advice.findings import is_housekeeping
from framesage.analysis.framework_parts import in_several_lists
from framesage.analysis.verdict import is_applicable
from framesage.explanation.comparison import Standing, batteries_here
from framesage.explanation.what_if import turn_words, what_would_turn
from framesage.fixes import FixKind, fixes_for
from framesage.report.locations import project_name, without_copies
from framesage.report.markdown import escaped
from framesage.report.sides import sides
from framesage.report.summary import loud_first
from framesage.wording.phrases import (
    decision_words,
    how_to_ask,
    join_words,
    location_name,
    parts_words,
    verdict_words,
)
from framesage.wording.reasons import reasons_by_side, trait_locations, unplaced_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.model import InferredTrait, Location

_MOST_PLACES = 4
_LONGEST = 40  # code points of what stands at a location
_TOLD = {
    Standing.INCLUDED: "Included in Django",
    Standing.DOUBLED: "Included in Django, with another beside it",
    Standing.ADDED: "Included in Django, and put together here",
    Standing.MISSING: "Included in Django; it seems to be needed, and is not here",
}


def record_lines(assessments: Sequence[Assessment], base: Path, today: date) -> Iterator[str]:
    """Yield the records of all projects; their folders are named as seen from ``base``."""
    for assessment in assessments:
        name = escaped(project_name(assessment.project, base))
        yield from (f"# {name}: Flask or Django?", "")
        yield from _context(assessment, today)
        if assessment.web:
            yield from _evidence(assessment)
        yield from _decision(assessment)
        if assessment.web:
            yield from _consequences(assessment)
            yield from _turn(assessment)
            yield from _sources(assessment)


def _context(assessment: Assessment, today: date) -> Iterator[str]:
    project, use = assessment.project, assessment.framework
    files = [escaped(project.relative(one.source.path)) for one in project.manifests]
    names = join_words([one.title for one in use.frameworks]) or "none yet"
    decided = ", decided in the settings" if use.is_declared else ""
    yield from ("## Context", "")
    yield f"Read off {join_words(files) or 'nothing'} by Framesage {__version__} on {today}."
    where = join_words(
        [escaped(location_name(project, one)) for one in use.locations[:_MOST_PLACES]]
    )
    yield f"Framework in use: {names}{decided}{f' ({where})' if where else ''}."
    if in_several_lists(use.parts):
        yield f"{escaped(parts_words(use.parts, project))}."
    yield ""


def _evidence(assessment: Assessment) -> Iterator[str]:
    if not assessment.traits:
        return
    yield from ("## Evidence", "", "| What is so | Certainty | Lines |", "|---|---|---|")
    for found in assessment.traits:
        yield f"| {escaped(found.trait.title)} | {found.certainty} | {_lines(found, assessment)} |"
    yield ""


def _lines(found: InferredTrait, assessment: Assessment) -> str:
    locations = trait_locations(found, assessment)
    return _locations(locations, assessment) or unplaced_words(
        found.conclusion.supporting, assessment
    )


def _decision(assessment: Assessment) -> Iterator[str]:
    words = verdict_words(assessment)
    told = f"{words[:1].upper()}{words[1:]}."
    yield from ("## Decision", "")
    decided = decision_words(assessment) if assessment.web else ""
    yield from (f"**{decided}.**", "", told) if decided else (f"**{told}**",)
    if asking := how_to_ask(assessment):
        yield f"{asking}."
    elif assessment.web:
        yield "This is what the files say; what they do not show, only you can weigh."
    for side, reasons in sides(assessment):
        yield from ("", f"{side}:", "")
        yield from (f"- {escaped(step.words)} ({step.strength})" for _, step in reasons)
    yield ""


def _consequences(assessment: Assessment) -> Iterator[str]:
    about = [one for one in loud_first(assessment.findings) if not is_housekeeping(one)]
    told = [f"- {_finding(one, assessment)}" for one in about]
    told += _kit(assessment) if is_applicable(assessment) else ()
    if told:
        yield from ("## Consequences", "", *told, "")


def _kit(assessment: Assessment) -> Iterator[str]:
    """Yield how the project has what Django includes; what nothing asks for is not told."""
    titles = defaultdict[Standing, list[str]](list)
    for here in batteries_here(assessment):
        titles[here.standing].append(here.battery.title)
    for standing in _TOLD:
        if titles[standing]:
            yield f"- {_TOLD[standing]}: {join_words(titles[standing])}."


def _finding(finding: Finding, assessment: Assessment) -> str:
    fixes = fixes_for(finding, assessment)
    remedies = [one.title for one in fixes if one.kind is not FixKind.SETTLE]
    todo = f" {escaped('; '.join(remedies))}." if remedies else ""
    where = location_name(assessment.project, finding.location)
    return f"{escaped(finding.message)}{todo} (`{finding.rule}`, {escaped(where)})"


def _turn(assessment: Assessment) -> Iterator[str]:
    turns = what_would_turn(assessment)
    if turns:
        yield from ("## What would change it", "")
        yield from (f"- To {one.framework.title}, if {turn_words(one)}." for one in turns)
        yield ""


def _sources(assessment: Assessment) -> Iterator[str]:
    base = assessment.rule_base
    reasons = [one for _, side in reasons_by_side(assessment) for one in side]
    rules = [base.guidance[one.source] for one in reasons if one.source in base.guidance]
    cited = [one for rule in rules for one in rule.references]
    cited += [one for finding in assessment.findings for one in finding.references]
    if cited:
        yield from ("## Sources", "")
        yield from (f"- {_source(one, assessment)}" for one in dict.fromkeys(cited))
        yield ""


def _source(reference: str, assessment: Assessment) -> str:
    claim = assessment.rule_base.claims.get(reference.removeprefix("guide:"))
    return f"Guidance {claim.id}: {escaped(claim.text)}" if claim else f"<{reference}>"


def _locations(locations: Sequence[Location], assessment: Assessment) -> str:
    locations = without_copies(locations)
    words = [_location(one, assessment) for one in locations[:_MOST_PLACES]]
    more = len(locations) - len(words)
    return ", ".join([*words, *[f"{more} more"] * (more > 0)])


def _location(location: Location, assessment: Assessment) -> str:
    text = (
        location.text if len(location.text) <= _LONGEST else f"{location.text[: _LONGEST - 3]}..."
    )
    return f"{escaped(text)} ({escaped(location_name(assessment.project, location))})"
