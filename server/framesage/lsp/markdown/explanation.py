"""Explanations of a project and of a rule, as pages in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.to_do import short_headline
from framesage.analysis.location import Location
from framesage.explanation.explain import explain_rule
from framesage.frozen import frozen
from framesage.lsp.markdown.requirement_hover import requirement_text
from framesage.lsp.markdown.trusted import prose, source_link
from framesage.lsp.markdown.whole_verdict import whole_verdict
from framesage.report.kits_markdown import kits_lines
from framesage.report.markdown import escaped
from framesage.text import LONGEST_LABEL, in_one_line
from framesage.wording.dialogue import candidates_question
from framesage.wording.locations import location_name
from framesage.wording.reasons import trait_basis
from framesage.wording.statement import StatementKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.model import InferredTrait


@frozen
class Page:
    """A page in Markdown, and a summary that fits in a message."""

    title: str
    markdown: str
    summary: str


def project_page(assessment: Assessment) -> Page:
    """Return a page with the verdict, the traits and the evidence of each requirement."""
    name = assessment.project.start.name
    parts = [
        f"# {prose(name)}: {prose(candidates_question(assessment.rule_base))}",
        whole_verdict(assessment),
    ]
    parts += ["\n".join(kits_lines(assessment)), *_traits(assessment)]
    markdown = "\n\n".join([*parts, *_requirements(assessment)])
    return Page(
        in_one_line(f"Framesage on {name}", LONGEST_LABEL),
        markdown,
        f"Framesage: {short_headline(assessment)}.",
    )


def rule_page(assessment: Assessment, rule_id: str) -> Page:
    """Return a page about what a rule reports, or why it does not apply; raise KeyError for an
    unknown rule."""
    base, rule = assessment.rule_base, assessment.rule_base.advice[rule_id]
    findings = [finding for finding in assessment.findings if finding.rule == rule_id]
    messages = list(dict.fromkeys(prose(finding.message) for finding in findings))
    found = dict.fromkeys(reference for finding in findings for reference in finding.references)
    sources = [f"- {source_link(reference, base.claims)}" for reference in found or rule.references]
    text = "\n\n".join([prose(rule.why), "\n".join(["Sources:", "", *sources])])
    reported = [_reported(finding, assessment) for finding in findings]
    about = reported or ["\n".join(_why_not(assessment, rule_id))]
    markdown = "\n\n".join([f"# {prose(rule.title)}", *about, text])
    title = in_one_line(f"{rule_id} in {assessment.project.start.name}", LONGEST_LABEL)
    return Page(title, markdown, "\n\n".join([*messages, text]))


def _reported(finding: Finding, assessment: Assessment) -> str:
    location = location_name(assessment.project, finding.location)
    return f"**{prose(finding.message)}** `{finding.rule}`, {escaped(location)}"


def _why_not(assessment: Assessment, rule_id: str) -> Iterator[str]:
    """Yield the conditions of a rule that do not hold, or all if each of them does."""
    parts = explain_rule(assessment, rule_id).parts
    yield f"`{rule_id}` reports nothing here, because this is not so:\n"
    failed = [part for part in parts if part.kind is StatementKind.FAILS]
    yield from (f"- {prose(part.text)}" for part in failed or parts)


def _traits(assessment: Assessment) -> Iterator[str]:
    if assessment.traits:
        yield "## Traits"
        yield "\n".join(_trait(trait, assessment) for trait in assessment.traits)


def _trait(found: InferredTrait, assessment: Assessment) -> str:
    basis = trait_basis(found, assessment, escaped)
    return f"- **{prose(found.trait.title)}** ({found.certainty}): {basis}"


def _requirements(assessment: Assessment) -> Iterator[str]:
    locations = (
        Location(manifest, requirement.range, requirement)
        for manifest in assessment.project.manifests
        for requirement in manifest.requirements
    )
    texts = [text for location in locations if (text := requirement_text(location, assessment))]
    if texts:
        yield "## Evidence by requirement"
        yield from texts
