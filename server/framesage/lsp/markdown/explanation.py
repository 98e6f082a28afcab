"""Explanations as pages in Markdown: of a project, and of one rule in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import Location
from framesage.explanation.explain import explain_rule
from framesage.frozen import frozen
from framesage.lsp.markdown.hover import requirement_text, rule_text, verdict_text
from framesage.wording.phrases import location_name, verdict_words
from framesage.wording.reasons import trait_locations, unplaced_words
from framesage.wording.statement import Sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.analysis.model import InferredTrait
    from framesage.wording.statement import Step

MOST_PLACES = 4
_SIGNS = {
    Sign.FOR: "for: ",
    Sign.AGAINST: "against: ",
    Sign.HOLDS: "yes: ",
    Sign.FAILS: "no: ",
    Sign.NOTE: "",
}


@frozen
class Page:
    """A page in Markdown, and what of it fits in a message."""

    title: str
    markdown: str
    brief: str


def project_page(assessment: Assessment) -> Page:
    """Return verdict, traits and what each requirement says."""
    name = assessment.project.start.name
    parts = [f"# {name}: Flask or Django?", verdict_text(assessment), *_traits(assessment)]
    markdown = "\n\n".join([*parts, *_lines(assessment)])
    return Page(f"Framesage on {name}", markdown, f"Framesage: {verdict_words(assessment)}.")


def rule_page(assessment: Assessment, rule: str) -> Page:
    """Return why a rule of advice speaks here or is silent; raise KeyError for an unknown one."""
    base, known = assessment.rule_base, assessment.rule_base.advice[rule]
    found = [one for one in assessment.findings if one.rule == rule]
    messages = list(dict.fromkeys(one.message for one in found))
    references = dict.fromkeys(each for one in found for each in one.references)
    said = rule_text(known, base, tuple(references) or known.references)
    step = explain_rule(assessment, rule)
    verb = "speaks here, because" if step.sign is Sign.HOLDS else "is silent here"
    reasons = "\n".join(line for part in step.parts for line in _steps(part, assessment))
    parts = [f"# {known.title}", *messages, f"`{rule}` {verb}:", reasons, said]
    title = f"{rule} in {assessment.project.start.name}"
    return Page(title, "\n\n".join(parts), "\n\n".join([*messages, said]))


def _steps(step: Step, assessment: Assessment, depth: int = 0) -> Iterator[str]:
    """Yield a statement as an item of a list, and below it what stands behind it."""
    locations = [
        f"{one.text} ({location_name(assessment.project, one)})"
        for one in step.locations[:MOST_PLACES]
    ]
    more = (
        [f"{len(step.locations) - MOST_PLACES} more"] if len(step.locations) > MOST_PLACES else []
    )
    shown = f" — {', '.join([*locations, *more])}" if locations else ""
    yield f"{'  ' * depth}- {_SIGNS[step.sign]}{step.words}{shown}"
    for part in step.parts:
        yield from _steps(part, assessment, depth + 1)


def _traits(assessment: Assessment) -> Iterator[str]:
    if assessment.traits:
        yield "## What kind of project it is"
        yield "\n".join(_trait(found, assessment) for found in assessment.traits)


def _trait(found: InferredTrait, assessment: Assessment) -> str:
    locations = trait_locations(found, assessment)
    shown = ", ".join(f"{one.text} ({location_name(assessment.project, one)})" for one in locations)
    shown = shown or unplaced_words(found.conclusion.supporting, assessment)
    return f"- **{found.trait.title}** ({found.certainty}): {shown}"


def _lines(assessment: Assessment) -> Iterator[str]:
    manifests = assessment.project.manifests
    locations = [Location(one, each.range, each) for one in manifests for each in one.requirements]
    texts = [text for location in locations if (text := requirement_text(location, assessment))]
    if texts:
        yield "## What each requirement says"
        yield from texts
