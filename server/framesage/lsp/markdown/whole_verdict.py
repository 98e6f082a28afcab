"""The whole verdict in Markdown: reasons, kits, what would change it, findings, comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.framework_parts import in_several_lists
from framesage.explanation.kits import kits_sentence, kits_to_show
from framesage.explanation.what_if import find_flips, flip_words
from framesage.lsp.markdown.trusted import prose
from framesage.report.markdown import escaped
from framesage.wording.grammar import capitalize
from framesage.wording.locations import location_list, parts_words
from framesage.wording.reasons import (
    MOST_REASONS,
    reason_locations,
    reason_words,
    reasons_by_side,
    share,
    unlocated_words,
)
from framesage.wording.verdict import (
    DECLARE_TRAITS,
    decision_note,
    enough_words,
    is_decided,
    verdict_headline,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.inference import Reason
    from framesage.rulebase.rule_base import RuleBase


def whole_verdict(assessment: Assessment) -> str:
    """Return the verdict, its reasons, the numbers of both kits, what would change it, the
    findings and the comparison.

    For a decision, only its kit and the findings: reasons and a comparison would argue with it.
    """
    if is_decided(assessment):
        about = [*_decision(assessment), *_parts(assessment), *_kits(assessment)]
        return "\n\n".join([*about, *_left(assessment)])
    headline = f"**Verdict:** {prose(verdict_headline(assessment))}."
    reasons = [*_reason_lists(assessment), *_kits(assessment), *_flips(assessment)]
    parts = [headline, *_parts(assessment), *reasons, *_findings(assessment)]
    return "\n\n".join([*parts, comparison_table(assessment.rule_base)])


def _decision(assessment: Assessment) -> Iterator[str]:
    yield f"**{prose(verdict_headline(assessment))}.**"
    if note := decision_note(assessment):
        yield prose(note)


def _left(assessment: Assessment) -> Iterator[str]:
    yield from _findings(assessment) if assessment.findings else ("Nothing left to do.",)


def _parts(assessment: Assessment) -> Iterator[str]:
    if in_several_lists(assessment.framework.parts):
        yield f"{prose(parts_words(assessment.framework.parts, assessment.project))}."


def _kits(assessment: Assessment) -> Iterator[str]:
    if sentence := kits_sentence(kits_to_show(assessment)):
        yield f"**Kits:** {prose(sentence)}"


def _flips(assessment: Assessment) -> Iterator[str]:
    flips = find_flips(assessment)
    yield from (f"**What if:** {prose(flip_words(flip))}." for flip in flips)
    if flips:
        yield f"*{capitalize(DECLARE_TRAITS)}.*"


def _findings(assessment: Assessment) -> Iterator[str]:
    lines = [_finding_line(finding, assessment) for finding in assessment.findings]
    if lines:
        yield "\n".join(["**Findings**", "", *lines])


def _finding_line(finding: Finding, assessment: Assessment) -> str:
    where = location_list([finding.location], assessment.project, escaped)
    return f"- {prose(finding.message)} — {where}"


def _reason_lists(assessment: Assessment) -> Iterator[str]:
    if enough := enough_words(assessment):
        yield f"{enough}."
    for heading, reasons in reasons_by_side(assessment):
        lines = [_reason_line(reason, assessment) for reason in reasons[:MOST_REASONS]]
        yield f"{heading}:\n\n" + "\n".join(lines)


def _reason_line(reason: Reason, assessment: Assessment) -> str:
    locations = location_list(reason_locations(reason, assessment), assessment.project, escaped)
    words = prose(reason_words(reason, assessment))
    contribution = share([reason], assessment.verdict)
    return f"- {contribution}: {words} — {locations or unlocated_words([reason], assessment)}"


def comparison_table(rule_base: RuleBase) -> str:
    """Return the comparison of the frameworks as a table."""
    candidates = rule_base.candidates
    heads = [f"| | {' | '.join(escaped(framework.title) for framework in candidates)} |"]
    heads.append("|---" * (len(candidates) + 1) + "|")
    rows = [
        f"| {escaped(row.topic)} | "
        f"{' | '.join(escaped(row.words[framework.id]) for framework in candidates)} |"
        for row in rule_base.comparison
    ]
    return "\n".join([*heads, *rows])
