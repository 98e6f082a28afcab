"""Hovers in Markdown: short, with the evidence and its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.findings import is_housekeeping, repeats_verdict
from framesage.analysis.framework_parts import in_several_lists
from framesage.analysis.model import UseKind
from framesage.analysis.traits import certainty_of, contributions_at
from framesage.explanation.explain import strength_word
from framesage.explanation.what_if import turn_words, what_would_turn
from framesage.wording.phrases import (
    HOW_TO_DECLARE,
    location_name,
    parts_words,
    verdict_words,
)
from framesage.wording.reasons import (
    reason_locations,
    reason_words,
    reasons_by_side,
    unplaced_words,
)
from framesage.wording.requirements import role_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.model import Assessment, Finding
    from framesage.advice.suppressions import Suppression
    from framesage.analysis.model import Location
    from framesage.inference import Reason
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase

MOST_REASONS = 3
MOST_PLACES = 3


def requirement_text(location: Location, assessment: Assessment) -> str:
    """Return what a requirement evidences here, and how it is less than one that the application
    always runs with; "" where there is nothing to say."""
    lines = [f"- {line}" for line in _contributions(location, assessment)]
    if not lines:
        word = assessment.rule_base.neutral_word(getattr(location.subject, "name", ""))
        lines = [f"Says nothing about Flask or Django: {word}."] if word else []
    role = role_words(location, assessment.project, with_version=bool(lines))
    parts = [part for part in ("\n".join(lines), role) if part]
    return "\n\n".join([f"**{location.text}**", *parts]) if parts else ""


def _contributions(location: Location, assessment: Assessment) -> Iterator[str]:
    scale = assessment.rule_base.scale
    for trait, conclusion, reason, against in contributions_at(location, assessment):
        verb = "speaks against" if against else "speaks for"
        now = certainty_of(conclusion.belief, scale) or "none"
        words = f"{strength_word(reason.weight, scale)} evidence; certainty in all: {now}"
        yield f"{verb} *{trait.title}*: {words}"


def verdict_text(assessment: Assessment) -> str:
    """Return the verdict, its reasons, what is left to do, and the comparison."""
    headline = f"**Verdict:** {verdict_words(assessment)}."
    reasons = [*_reason_lists(assessment), *_turns(assessment)]
    parts = [headline, *_parts(assessment), *reasons, *_to_do(assessment)]
    return "\n\n".join([*parts, comparison_table(assessment.rule_base)])


def _parts(assessment: Assessment) -> Iterator[str]:
    if in_several_lists(assessment.framework.parts):
        yield f"{parts_words(assessment.framework.parts, assessment.project)}."


def _turns(assessment: Assessment) -> Iterator[str]:
    turns = what_would_turn(assessment)
    for turn in turns:
        yield f"What would turn it to {turn.framework.title}: {turn_words(turn)}."
    if turns:
        yield f"*{HOW_TO_DECLARE[0].upper()}{HOW_TO_DECLARE[1:]}.*"


def _to_do(assessment: Assessment) -> Iterator[str]:
    """Yield the findings about the project that do not only repeat the verdict."""
    about = (one for one in assessment.findings if not is_housekeeping(one))
    said = (one.message for one in about if not repeats_verdict(one))
    lines = "\n".join(f"- {message}" for message in dict.fromkeys(said))
    if lines:
        chosen = assessment.framework.kind is not UseKind.NONE
        yield f"**{'What the choice leaves to do' if chosen else 'Beside that'}**\n\n{lines}"


def _reason_lists(assessment: Assessment) -> Iterator[str]:
    for name, reasons in reasons_by_side(assessment):
        lines = [_reason_line(one, assessment) for one in reasons[:MOST_REASONS]]
        yield f"{name[:1].upper()}{name[1:]}\n\n" + "\n".join(lines)


def _reason_line(reason: Reason, assessment: Assessment) -> str:
    locations = reason_locations(reason, assessment)[:MOST_PLACES]
    shown = ", ".join(
        f"{location.text} ({location_name(assessment.project, location)})" for location in locations
    )
    words = reason_words(reason, assessment.rule_base)
    return f"- {words} — {shown or unplaced_words([reason], assessment)}"


def comparison_table(rule_base: RuleBase) -> str:
    """Return the comparison of the two frameworks as a table."""
    rows = [f"| {row.topic} | {row.flask} | {row.django} |" for row in rule_base.comparison]
    return "\n".join(["| | Flask | Django |", "|---|---|---|", *rows])


def finding_text(finding: Finding, rule_base: RuleBase) -> str:
    """Return why a finding's rule is there, and where that is written."""
    rule = rule_base.advice.get(finding.rule)
    return rule_text(rule, rule_base, finding.references) if rule else ""


def ignore_text(statement: Suppression, rule_base: RuleBase) -> str:
    """Return what an ignore silences, and until when."""
    rule = rule_base.advice.get(statement.rule)
    silenced = rule_text(rule, rule_base, rule.references) if rule else _ignored_words(statement)
    until = statement.expires()
    return f"{silenced}\n\nIgnored until {until}." if until else silenced


def _ignored_words(statement: Suppression) -> str:
    if statement.rule:
        return f"There is no rule `{statement.rule}`."
    return "Every rule is ignored here. Name the ones you mean: `ignore[rule-id]`."


def rule_text(rule: Rule, rule_base: RuleBase, references: Sequence[str]) -> str:
    """Return why a rule is there, and where that, or what it found, is written."""
    sources = ", ".join(reference_text(one, rule_base) for one in references)
    return f"**{rule.title}** (`{rule.id}`)\n\n{rule.why}\n\n*Sources: {sources}*"


def reference_text(reference: str, rule_base: RuleBase) -> str:
    """Return a reference for reading: a claim in its words, a page as a link."""
    if reference.startswith("guide:"):
        claim = rule_base.claims.get(reference.removeprefix("guide:"))
        return f"guidance {claim.id}: “{claim.text}”" if claim else reference
    return f"<{reference}>"
