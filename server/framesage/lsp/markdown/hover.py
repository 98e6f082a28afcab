"""Markdown for hovers: short, with the evidence and its locations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.to_do import to_do
from framesage.analysis.framework_parts import in_several_lists
from framesage.analysis.model import UseKind
from framesage.analysis.traits import certainty_of, contributions_at
from framesage.explanation.kits import kits_sentence, kits_to_show
from framesage.explanation.what_if import find_flips, flip_words
from framesage.rulebase import symbols
from framesage.wording.grammar import capitalize
from framesage.wording.locations import location_list, parts_words
from framesage.wording.reasons import (
    reason_locations,
    reason_words,
    reasons_by_side,
    share,
    strength_word,
    unlocated_words,
)
from framesage.wording.references import reference_markdown
from framesage.wording.requirements import role_words
from framesage.wording.verdict import DECLARE_TRAITS, decision_note, is_decided, verdict_headline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.model import Assessment, Finding
    from framesage.advice.suppressions import Suppression
    from framesage.analysis.model import Location
    from framesage.inference import Reason
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase

MOST_REASONS = 3


def requirement_text(location: Location, assessment: Assessment) -> str:
    """Return the traits that a requirement is evidence for, and its role in the project.

    The role is what distinguishes it from a plain runtime requirement. Returns "" if there is
    nothing to show.
    """
    lines = [f"- {line}" for line in _evidence(location, assessment)]
    lines = lines or list(_no_evidence(location, assessment))
    role = role_words(location, assessment.project, with_version=bool(lines))
    parts = [part for part in ("\n".join(lines), role) if part]
    return "\n\n".join([f"**{location.text}**", *parts]) if parts else ""


def _evidence(location: Location, assessment: Assessment) -> Iterator[str]:
    scale = assessment.rule_base.scale
    for trait, conclusion, reason, against in contributions_at(location, assessment):
        direction = "against" if against else "for"
        strength = capitalize(strength_word(reason.weight, scale))
        certainty = certainty_of(conclusion.belief, scale) or "none"
        yield f"{strength} evidence {direction} *{trait.title}* (overall certainty: {certainty})"


def _no_evidence(location: Location, assessment: Assessment) -> Iterator[str]:
    """Yield why a requirement is no evidence, where that is known."""
    name = getattr(location.subject, "name", "")
    reason = assessment.rule_base.neutral_reason(name)
    facts = assessment.memory.observed(symbols.package(name))
    if any(fact.implied and fact.location == location for fact in facts):
        yield "Not counted as evidence: another requirement installs it anyway."
    elif reason:
        yield f"Not relevant to the choice between Flask and Django. {reason}"


def verdict_text(assessment: Assessment) -> str:
    """Return the verdict, its reasons, the numbers of both kits, what would change it, the
    findings and the comparison.

    For a decision, only its kit and the findings: reasons and a comparison would argue with it.
    """
    if is_decided(assessment):
        about = [*_decision(assessment), *_parts(assessment), *_kits(assessment)]
        return "\n\n".join([*about, *_left(assessment)])
    headline = f"**Verdict:** {verdict_headline(assessment)}."
    reasons = [*_reason_lists(assessment), *_kits(assessment), *_flips(assessment)]
    parts = [headline, *_parts(assessment), *reasons, *_to_do(assessment)]
    return "\n\n".join([*parts, comparison_table(assessment.rule_base)])


def _decision(assessment: Assessment) -> Iterator[str]:
    yield f"**{verdict_headline(assessment)}.**"
    if note := decision_note(assessment):
        yield note


def _left(assessment: Assessment) -> Iterator[str]:
    yield from _to_do(assessment) if to_do(assessment) else ("Nothing left to do.",)


def _parts(assessment: Assessment) -> Iterator[str]:
    if in_several_lists(assessment.framework.parts):
        yield f"{parts_words(assessment.framework.parts, assessment.project)}."


def _kits(assessment: Assessment) -> Iterator[str]:
    if sentence := kits_sentence(kits_to_show(assessment)):
        yield f"**Kits:** {sentence}"


def _flips(assessment: Assessment) -> Iterator[str]:
    flips = find_flips(assessment)
    yield from (f"**What if:** {flip_words(flip)}." for flip in flips)
    if flips:
        yield f"*{capitalize(DECLARE_TRAITS)}.*"


def _to_do(assessment: Assessment) -> Iterator[str]:
    """Yield the findings about the project that do not merely repeat the verdict."""
    messages = dict.fromkeys(finding.message for finding in to_do(assessment))
    lines = "\n".join(f"- {message}" for message in messages)
    if lines:
        has_framework = assessment.framework.kind is not UseKind.NONE
        yield f"**{'Still to do' if has_framework else 'Also found'}**\n\n{lines}"


def _reason_lists(assessment: Assessment) -> Iterator[str]:
    for heading, reasons in reasons_by_side(assessment):
        lines = [_reason_line(reason, assessment) for reason in reasons[:MOST_REASONS]]
        yield f"{heading}:\n\n" + "\n".join(lines)


def _reason_line(reason: Reason, assessment: Assessment) -> str:
    locations = location_list(reason_locations(reason, assessment), assessment.project)
    words = reason_words(reason, assessment.rule_base)
    contribution = share([reason], assessment.verdict)
    return f"- {contribution}: {words} — {locations or unlocated_words([reason], assessment)}"


def comparison_table(rule_base: RuleBase) -> str:
    """Return the comparison of the frameworks as a table."""
    candidates = rule_base.candidates
    heads = [f"| | {' | '.join(framework.title for framework in candidates)} |"]
    heads.append("|---" * (len(candidates) + 1) + "|")
    rows = [
        f"| {row.topic} | {' | '.join(row.words[framework.id] for framework in candidates)} |"
        for row in rule_base.comparison
    ]
    return "\n".join([*heads, *rows])


def finding_text(finding: Finding, rule_base: RuleBase) -> str:
    """Return the explanation of a finding's rule; "" for a built-in rule."""
    rule = rule_base.advice.get(finding.rule)
    return rule_text(rule, rule_base, finding.references) if rule else ""


def ignore_text(ignore: Suppression, rule_base: RuleBase) -> str:
    """Return the explanation of the rule that an ignore names, and when the ignore expires."""
    rule = rule_base.advice.get(ignore.rule)
    text = rule_text(rule, rule_base, rule.references) if rule else _without_rule(ignore)
    until = ignore.expires()
    return f"{text}\n\nIgnored until {until}." if until else text


def _without_rule(ignore: Suppression) -> str:
    if ignore.rule:
        return f"There is no rule `{ignore.rule}`."
    return "All rules are ignored here. To ignore only some, name them: `ignore[rule-id]`."


def rule_text(rule: Rule, rule_base: RuleBase, references: Sequence[str]) -> str:
    """Return a rule's title, explanation and references."""
    sources = [f"- {reference_markdown(reference, rule_base.claims)}" for reference in references]
    return "\n\n".join(
        [f"**{rule.title}** (`{rule.id}`)", rule.why, "\n".join(["Sources:", "", *sources])]
    )
